#include "models/protest/protest.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/world/people.hpp"
#include "sim/config/toml_file.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

constexpr auto protests = static_cast<std::size_t>(EventKind::protest);
constexpr auto repressed = static_cast<std::size_t>(EventKind::protest_repressed);
constexpr auto civilians = static_cast<std::size_t>(Side::civilian);

ProtestParams params() {
    return {.rate = 0.05,
            .half_people = 1000.0,
            .grievance_pull = 3.0,
            .grievance_half = 1.0,
            .legitimacy_pull = 2.0,
            .exclusion_pull = 1.0,
            .scripted_rate = 0.5,
            .repressed_share = 0.2,
            .fatal_share = 0.5,
            .death_again = 0.3,
            .wounded = 5.0,
            .wounded_per_death = 8.0,
            .legitimacy_loss = 0.01,
            .legitimacy_loss_of_death = 0.02};
}

World after(World world, ProtestParams const& with, std::uint32_t days) {
    ProtestProcess const process{with};
    for (std::uint32_t day = 0; day < days; ++day) {
        world.today = sim::Day{day};
        process(world);
        world.events.clear();
    }
    return world;
}

std::uint64_t all_protests(World const& world) {
    return world.totals.events[protests] + world.totals.events[repressed];
}

TEST(ProtestRate, FollowsTheFormula) {
    EXPECT_DOUBLE_EQ(protest_rate(params(), 1000.0, 0.0, 1.0, false), 0.025);
    EXPECT_DOUBLE_EQ(protest_rate(params(), 1000.0, 1.0, 0.5, true),
                     0.025 * (1.0 + 1.5 + 1.0 + 1.0));
    EXPECT_DOUBLE_EQ(protest_rate(params(), 0.0, 9.0, 0.0, true), 0.0);
}

TEST(Protest, HappensAtTheStatedRate) {
    auto peaceful = params();
    peaceful.repressed_share = 0.0;
    double const expected = 4.0 * 5000.0 * -std::expm1(-0.025);
    World const world = after(small_war(), peaceful, 5000);
    EXPECT_NEAR(static_cast<double>(all_protests(world)), expected, 5.0 * std::sqrt(expected));
    EXPECT_EQ(world.totals.events[repressed], 0U);
    EXPECT_DOUBLE_EQ(world.legitimacy, 1.0);
}

TEST(Protest, NeedsARateAndTheStatesTowns) {
    auto off = params();
    off.rate = 0.0;
    EXPECT_EQ(all_protests(after(small_war(), off, 500)), 0U);
    World lost = small_war();
    lost.places.holder.assign(town_count, rebels);
    EXPECT_EQ(all_protests(after(lost, params(), 500)), 0U);
}

TEST(Protest, GrowsWithGrievanceAndWithLostLegitimacy) {
    auto peaceful = params();
    peaceful.repressed_share = 0.0;
    auto const usual = all_protests(after(small_war(), peaceful, 500));
    World angry = small_war();
    for (std::uint32_t town = 0; town < town_count; ++town) {
        angry.cells.grievance.add(
            CellFields::grievance_row(angry.map->places.cell[town], Community::songhai), 1e9, {0});
    }
    EXPECT_GT(all_protests(after(angry, peaceful, 500)), 2 * usual);
    World unloved = small_war();
    unloved.legitimacy = 0.0;
    EXPECT_GT(all_protests(after(unloved, peaceful, 500)), 2 * usual);
    World excluded = small_war();
    excluded.measures.push_back({.key = "row", .kind = MeasureKind::ddr});
    EXPECT_GT(all_protests(after(excluded, peaceful, 500)), usual * 3 / 2);
}

TEST(Protest, IsPutDownAtACostThatIsCounted) {
    World world = small_war();
    auto const people = count_people(world).all();
    world = after(world, params(), 1000);
    auto const all = static_cast<double>(all_protests(world));
    EXPECT_NEAR(static_cast<double>(world.totals.events[repressed]) / all, 0.2,
                5.0 * std::sqrt(0.16 / all));
    EXPECT_GT(world.totals.deaths[civilians], 0U);
    EXPECT_EQ(count_people(world).all() + world.totals.deaths[civilians], people);
    EXPECT_TRUE(count_people(world).sums_are_true);
    EXPECT_GT(world.totals.wounded, world.totals.deaths[civilians]);
    EXPECT_LT(world.legitimacy, 1.0);
    EXPECT_GE(world.legitimacy, 0.0);
}

TEST(Protest, TakesLegitimacyForEachRepressionAndDeath) {
    auto with = params();
    with.rate = 0.0;
    World world = small_war();
    world.measures.push_back({.key = "row",
                              .kind = MeasureKind::protest,
                              .actor = state,
                              .place = PlaceId{2},
                              .value = 4.0,
                              .has_value = true});
    ProtestProcess{with}(world);
    ASSERT_EQ(world.events.size(), 1U);
    EXPECT_EQ(world.events[0].kind, EventKind::protest_repressed);
    EXPECT_EQ(world.events[0].deaths[civilians], 4U);
    EXPECT_EQ(world.events[0].attacker, state);
    EXPECT_EQ(world.events[0].victims, Community::other);
    EXPECT_EQ(world.totals.deaths[civilians], 4U);
    EXPECT_NEAR(world.legitimacy, 1.0 - 0.01 - 4 * 0.02, 1e-12);
}

TEST(Protest, OfHistoryIsCertainOnItsFirstDayOnly) {
    auto with = params();
    with.rate = 0.0;
    with.scripted_rate = 0.0;
    World world = small_war();
    world.measures.push_back({.key = "row", .kind = MeasureKind::protest, .place = PlaceId{2}});
    ProtestProcess{with}(world);
    EXPECT_EQ(all_protests(world), 1U);
    world.measures[0].age = 1;
    ProtestProcess{with}(world);
    EXPECT_EQ(all_protests(world), 1U);
    with.scripted_rate = 5.0;
    EXPECT_GT(all_protests(after(world, with, 20)), 15U);
}

TEST(Protest, IsTheSameForTheSameSeed) {
    World const one = after(small_war(7), params(), 200);
    World const two = after(small_war(7), params(), 200);
    EXPECT_EQ(one.totals.events, two.totals.events);
    EXPECT_EQ(one.totals.deaths, two.totals.deaths);
    EXPECT_EQ(one.totals.wounded, two.totals.wounded);
}

TEST(ReadProtestParams, ReadsEveryKeyAndChecksIt) {
    std::string const good =
        "rate = 0.1\nhalf_people = 5\ngrievance_pull = 1\ngrievance_half = 1\n"
        "legitimacy_pull = 1\nexclusion_pull = 1\nscripted_rate = 0.5\nrepressed_share = 0.1\n"
        "fatal_share = 0.2\ndeath_again = 0.3\nwounded = 4\nwounded_per_death = 5\n"
        "legitimacy_loss = 0.01\nlegitimacy_loss_of_death = 0.02\n";
    auto const root = sim::TomlFile::parse(good, "t").root();
    EXPECT_DOUBLE_EQ(read_protest_params(root).legitimacy_loss_of_death, 0.02);
    root.finish();
    auto bad = good;
    bad.replace(bad.find("death_again = 0.3"), 17, "death_again = 1.0");
    EXPECT_THROW(static_cast<void>(read_protest_params(sim::TomlFile::parse(bad, "t").root())),
                 sim::InputError);
}

}  // namespace
}  // namespace models::testing
