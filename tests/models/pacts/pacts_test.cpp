#include "models/pacts/pacts.hpp"

#include <gtest/gtest.h>

#include "models/world/happen.hpp"
#include "sim/config/toml_file.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

PactsParams params() {
    return {.rate = 0.05,
            .abandoned_pull = 2.0,
            .control = 0.5,
            .lapse_control = 0.25,
            .village_people = 5000.0};
}

sim::CellId village(World const& world, std::uint32_t town) {
    return world.map->places.cell[town];
}

/// The rebels control a share of everything around town 1.
World ruled_war(float share) {
    World world = small_war();
    for (sim::CellId const cell : world.map->nearby.cells(village(world, 1))) {
        auto const control = world.cells.control_of(cell, 4);
        control[rebels.row] = share;
        control[state.row] = 1.0F - share;
    }
    return world;
}

World after(World world, PactsParams const& with, std::uint32_t from, std::uint32_t to) {
    PactsProcess const process{with, *world.map};
    for (std::uint32_t day = from; day < to; ++day) {
        world.today = sim::Day{day};
        process(world);
        world.events.clear();
    }
    return world;
}

ActorId pact_at(World const& world, std::uint32_t town) {
    return world.cells.pact[village(world, town).row];
}

TEST(PactRate, GrowsWithControlAndWithTheStatesNeglect) {
    EXPECT_DOUBLE_EQ(pact_rate(params(), 0.4, 1.0), 0.0);
    EXPECT_DOUBLE_EQ(pact_rate(params(), 0.8, 1.0), 0.04);
    EXPECT_DOUBLE_EQ(pact_rate(params(), 0.8, 0.5), 0.08);
}

TEST(Pacts, AreMadeWithWhoRulesAVillage) {
    World const world = after(ruled_war(0.9F), params(), 0, 365);
    EXPECT_EQ(pact_at(world, 1), rebels);
    EXPECT_EQ(pact_at(world, 3), no_actor);  // the state rules there
}

TEST(Pacts, AreNotMadeWithoutRuleRateOrEnmityOrInTowns) {
    EXPECT_EQ(pact_at(after(ruled_war(0.4F), params(), 0, 365), 1), no_actor);
    auto off = params();
    off.rate = 0.0;
    EXPECT_EQ(pact_at(after(ruled_war(0.9F), off, 0, 365), 1), no_actor);
    auto no_villages = params();
    no_villages.village_people = 500.0;
    EXPECT_EQ(pact_at(after(ruled_war(0.9F), no_villages, 0, 365), 1), no_actor);
    World friendly = ruled_war(0.9F);
    friendly.relations.set(state, rebels, Relation::allied);
    EXPECT_EQ(pact_at(after(friendly, params(), 0, 365), 1), no_actor);
}

TEST(Pacts, LapseWhenTheGroupLosesTheGroundOrIsNoMore) {
    World world = after(ruled_war(0.9F), params(), 0, 365);
    ASSERT_EQ(pact_at(world, 1), rebels);
    auto const control = world.cells.control_of(village(world, 1), 4);
    control[rebels.row] = 0.3F;  // too little to make one, enough to keep it
    EXPECT_EQ(pact_at(after(world, params(), 365, 400), 1), rebels);
    World gone = world;
    gone.actors.active[rebels.row] = 0;
    EXPECT_EQ(pact_at(after(gone, params(), 365, 373), 1), no_actor);
    control[rebels.row] = 0.2F;
    EXPECT_EQ(pact_at(after(world, params(), 365, 373), 1), no_actor);
}

TEST(Pacts, EndAtOnceWhenTheGroupAttacksThePeople) {
    World world = after(ruled_war(0.9F), params(), 0, 365);
    ASSERT_EQ(pact_at(world, 1), rebels);
    world.today = sim::Day{366};
    ConflictEvent event;
    event.kind = EventKind::attack_on_civilians;
    event.cell = village(world, 1);
    for (auto const& [attacker, left] : {std::pair{state, rebels}, std::pair{rebels, no_actor}}) {
        event.attacker = attacker;
        world.events = {event};
        PactsProcess{params(), *world.map}(world);
        EXPECT_EQ(pact_at(world, 1), left);
    }
}

TEST(ReadPactsParams, ReadsEveryKeyAndChecksIt) {
    std::string const good =
        "rate = 0.1\nabandoned_pull = 1\ncontrol = 0.5\nlapse_control = 0.2\n"
        "village_people = 9\n";
    auto const root = sim::TomlFile::parse(good, "t").root();
    EXPECT_DOUBLE_EQ(read_pacts_params(root).village_people, 9.0);
    root.finish();
    auto bad = good;
    bad.replace(bad.find("lapse_control = 0.2"), 19, "lapse_control = 0.6");
    EXPECT_THROW(static_cast<void>(read_pacts_params(sim::TomlFile::parse(bad, "t").root())),
                 sim::InputError);
}

}  // namespace
}  // namespace models::testing
