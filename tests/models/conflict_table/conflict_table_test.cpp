#include "models/conflict_table/conflict_table.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/config/toml_file.hpp"
#include "tests/models/displacement/small_world.hpp"

namespace models {
namespace {

constexpr ConflictTableParams params{.events_per_day = 0.5, .takeover_shock = 2.0};

/// A world of two cells after some days of a table.
World after(std::uint32_t days, ConflictTable const& table) {
    World world = test::small_world(test::small_map({{}, {}}, {{0, 1, 10.0}}));
    ConflictTableProcess const process{table, params};
    for (; world.today.value < days; ++world.today.value) process(world);
    --world.today.value;
    return world;
}

double threat(World const& world, std::uint32_t cell) {
    return world.cells.threat.at(cell, world.today);
}

double takeover(World const& world, std::uint32_t cell) {
    return world.cells.takeover.at(cell, world.today);
}

}  // namespace

TEST(ConflictTable, AddsThreatEveryDayAndAShockOnTheFirst) {
    ConflictTable const table{{sim::CellId{1}, sim::Day{2}, sim::Day{4}, 0.5}};
    EXPECT_EQ(threat(after(2, table), 1), 0.0);
    EXPECT_DOUBLE_EQ(threat(after(3, table), 1), 0.25);
    EXPECT_DOUBLE_EQ(takeover(after(3, table), 1), 1.0);
    double const fade = std::exp(-1.0 / 30.0);  // of small_world
    EXPECT_DOUBLE_EQ(threat(after(4, table), 1), 0.25 * fade + 0.25);
    EXPECT_NEAR(takeover(after(4, table), 1), std::exp(-1.0 / 60.0), 1e-12);
    EXPECT_DOUBLE_EQ(threat(after(5, table), 1), (0.25 * fade + 0.25) * fade) << "it has ended";
    EXPECT_EQ(threat(after(5, table), 0), 0.0) << "another cell";
}

TEST(ConflictTable, ApproachesRateTimesMemory) {
    World const world = after(1000, {{sim::CellId{0}, sim::Day{0}, never, 1.0}});
    EXPECT_NEAR(threat(world, 0), 0.5 / (1.0 - std::exp(-1.0 / 30.0)), 1e-9);
    EXPECT_FALSE(world.cells.takeover.is_active(0)) << "the shock is forgotten";
}

TEST(ConflictTable, CanBeginAgain) {
    ConflictTable const table{{sim::CellId{0}, sim::Day{0}, sim::Day{1}, 1.0},
                              {sim::CellId{0}, sim::Day{60}, sim::Day{61}, 1.0}};
    EXPECT_NEAR(takeover(after(61, table), 0), 2.0 + 2.0 * std::exp(-1.0), 1e-9);
}

TEST(ConflictTable, RefusesEpisodesThatAreNone) {
    ConflictTable const backwards{{sim::CellId{0}, sim::Day{2}, sim::Day{2}, 1.0}};
    EXPECT_THROW((ConflictTableProcess{backwards, params}), sim::ContractError);
    ConflictTable const calm{{sim::CellId{0}, sim::Day{2}, sim::Day{3}, 0.0}};
    EXPECT_THROW((ConflictTableProcess{calm, params}), sim::ContractError);
}

TEST(ReadConflictTable, RefusesWhatIsBelowZero) {
    auto const read = [](char const* text) {
        return read_conflict_table_params(sim::TomlFile::parse(text, "test").root());
    };
    EXPECT_EQ(read("events_per_day = 0.1\ntakeover_shock = 1").takeover_shock, 1.0);
    EXPECT_THROW((void)read("events_per_day = -0.1\ntakeover_shock = 1"), sim::InputError);
    EXPECT_THROW((void)read("events_per_day = 0.1"), sim::InputError);
}

}  // namespace models
