#include "models/hostages/hostages.hpp"

#include <gtest/gtest.h>

#include "models/aftermath/aftermath.hpp"
#include "models/world/people.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

HostagesParams usual() {
    HostagesParams params;
    params.rate = 0.1;
    params.half_strength = 100.0;
    params.half_funds = 1000.0;
    params.poor_share = 0.5;
    params.city_people = 500.0;
    params.population_power = 1.0;
    params.publicity = 1.0;
    params.gunmen = 3.0;
    params.gunman_dies = 0.9;
    params.wounded_per_death = 1.0;
    params.deaths = {.fatal_share = 0.9, .median = 6.0, .log_sd = 0.9, .largest = 170.0};
    return params;
}

/// Jihadists who lie low in the last town.
World world_with_jihadists(std::uint64_t seed = 1) {
    World world = small_war(seed);
    world.actors.family[rebels.row] = Family::jihadist;
    world.actors.lies_low[rebels.row] = 1;
    for (int u = 0; u < 5; ++u) add_unit(world, rebels, 3, 400);
    return world;
}

std::vector<ConflictEvent> days_of(World& world, HostagesParams const& params, int days) {
    HostagesProcess const process{params};
    std::vector<ConflictEvent> events;
    for (int d = 0; d < days; ++d, ++world.today.value) {
        forget_yesterday(world);
        process(world);
        events.insert(events.end(), world.events.begin(), world.events.end());
    }
    return events;
}

TEST(SiegeRate, RisesWithFightersAndFunds) {
    World world = world_with_jihadists();
    auto const params = usual();
    EXPECT_DOUBLE_EQ(siege_rate(world, params, rebels, 100.0), 0.1 * 0.5 * 0.5);
    EXPECT_EQ(siege_rate(world, params, rebels, 0.0), 0.0);
    EXPECT_GT(siege_rate(world, params, rebels, 500.0), siege_rate(world, params, rebels, 100.0));
    world.actors.funds[rebels.row] = 1000.0;
    EXPECT_DOUBLE_EQ(siege_rate(world, params, rebels, 100.0), 0.1 * 0.5 * 0.75);
}

TEST(SiegeRate, IsThatOfJihadistsWhoLieLow) {
    World world = world_with_jihadists();
    auto const params = usual();
    EXPECT_EQ(siege_rate(world, params, state, 100.0), 0.0);
    world.actors.lies_low[rebels.row] = 0;
    EXPECT_EQ(siege_rate(world, params, rebels, 100.0), 0.0);
    world.actors.lies_low[rebels.row] = 1;
    world.actors.family[rebels.row] = Family::separatist;
    EXPECT_EQ(siege_rate(world, params, rebels, 100.0), 0.0);
}

TEST(SiegeTargets, AreCitiesOfAnEnemyState) {
    World world = world_with_jihadists();
    world.places.holder[2] = rebels;
    auto params = usual();
    EXPECT_EQ(siege_targets(world, params, rebels), (std::vector<double>{1000, 1000, 0, 1000}));
    params.publicity = 2.0;
    EXPECT_DOUBLE_EQ(siege_targets(world, params, rebels)[0], 2000.0);
    params.city_people = 2000.0;
    EXPECT_EQ(siege_targets(world, params, rebels), std::vector<double>(4, 0.0));
    params.city_people = 0.0;
    world.compliance.set(state, rebels, 0.1F);
    EXPECT_EQ(siege_targets(world, params, rebels), std::vector<double>(4, 0.0));
}

TEST(Hostages, DoNothingWithoutARate) {
    World world = world_with_jihadists();
    auto params = usual();
    params.rate = 0.0;
    EXPECT_TRUE(days_of(world, params, 500).empty());
}

TEST(Hostages, CostGunmenAndCivilians) {
    World world = world_with_jihadists();
    auto const people = count_people(world).all();
    auto const fighters = fighters_of(world, rebels);
    auto const events = days_of(world, usual(), 1000);
    ASSERT_GT(events.size(), 20U);
    std::uint64_t gunmen = 0;
    std::uint64_t civilians = 0;
    for (auto const& event : events) {
        EXPECT_EQ(event.kind, EventKind::hostage_siege);
        EXPECT_EQ(event.attacker, rebels);
        EXPECT_EQ(event.target, no_actor);
        EXPECT_NE(event.place, no_place);
        gunmen += event.attacker_deaths;
        civilians += event.deaths[static_cast<std::size_t>(Side::civilian)];
        EXPECT_EQ(event.all_deaths(),
                  event.attacker_deaths + event.deaths[static_cast<std::size_t>(Side::civilian)]);
    }
    EXPECT_GT(civilians, 3 * gunmen / 2);
    EXPECT_EQ(fighters_of(world, rebels) + gunmen, fighters);
    EXPECT_EQ(count_people(world).all() + civilians, people);
    EXPECT_EQ(world.totals.deaths[static_cast<std::size_t>(Side::militant)], gunmen);
}

TEST(Hostages, AreTheSameForASeedAndDifferBetweenSeeds) {
    World one = world_with_jihadists(1);
    World again = world_with_jihadists(1);
    World two = world_with_jihadists(2);
    for (World* world : {&one, &again, &two}) days_of(*world, usual(), 500);
    EXPECT_EQ(one.totals.deaths, again.totals.deaths);
    EXPECT_NE(one.totals.deaths, two.totals.deaths);
}

}  // namespace
}  // namespace models::testing
