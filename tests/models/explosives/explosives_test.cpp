#include "models/explosives/explosives.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/aftermath/aftermath.hpp"
#include "models/world/people.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

ExplosivesParams usual() {
    ExplosivesParams params;
    params.band = 40.0;
    params.lay_rate = 1.0;
    params.lies_low = 3.0;
    params.other_families = 0.5;
    params.road_km = 5.0;
    params.life_days = 20.0;
    params.strike_patrol = 0.1;
    params.strike_transit = 0.2;
    params.strike_garrison = 0.05;
    params.half_traffic = 1000.0;
    params.information_half = 2.0;
    params.wounded_per_death = 1.0;
    params.deaths = {
        .fatal_share = 0.5, .median = 2.0, .log_sd = 0.7, .largest = 29.0, .civilian_share = 0.0};
    return params;
}

/// Soldiers and a band of jihadists in the same town.
World town_with_devices(std::uint64_t seed = 1) {
    World world = small_war(seed);
    world.actors.family[rebels.row] = Family::jihadist;
    add_unit(world, rebels, 1, 40);
    for (int u = 0; u < 20; ++u) add_unit(world, state, 1, 1000);
    return world;
}

/// So many devices in the town, that last.
void lay_in_town(World& world, int count) {
    for (int i = 0; i < count; ++i) {
        world.devices.lay(rebels, world.map->places.cell[1], world.today, never);
    }
}

std::vector<ConflictEvent> days_of(World& world, ExplosivesParams const& params, int days) {
    ExplosivesProcess process{params, *world.map};
    std::vector<ConflictEvent> events;
    for (int d = 0; d < days; ++d, ++world.today.value) {
        forget_yesterday(world);
        process(world);
        events.insert(events.end(), world.events.begin(), world.events.end());
    }
    return events;
}

std::uint64_t count_of(World const& world, EventKind kind) {
    return world.totals.events[static_cast<std::size_t>(kind)];
}

void expect_every_device_is_accounted_for(World const& world) {
    auto const& devices = world.devices;
    EXPECT_EQ(devices.all_laid, devices.all_struck + devices.all_found + devices.all_expired +
                                    static_cast<std::uint32_t>(devices.size()));
    EXPECT_EQ(devices.all_struck, count_of(world, EventKind::remote_explosive));
    EXPECT_EQ(devices.all_found, count_of(world, EventKind::device_found));
}

TEST(LayingRate, IsThatOfAbleBandsOfArmedGroups) {
    World world = town_with_devices();
    auto const params = usual();
    UnitId const band{0};
    EXPECT_DOUBLE_EQ(laying_rate(world, params, band), 1.0);
    EXPECT_EQ(laying_rate(world, params, UnitId{1}), 0.0);
    world.actors.tempo[rebels.row] = 2.0;
    EXPECT_DOUBLE_EQ(laying_rate(world, params, band), 2.0);
    world.actors.armament[rebels.row] = 0.5;
    EXPECT_DOUBLE_EQ(laying_rate(world, params, band), 1.0);
    world.actors.lies_low[rebels.row] = 1;
    EXPECT_DOUBLE_EQ(laying_rate(world, params, band), 3.0);
    world.actors.family[rebels.row] = Family::separatist;
    EXPECT_DOUBLE_EQ(laying_rate(world, params, band), 1.5);
    world.units.posture[band.row] = Posture::cantoned;
    EXPECT_EQ(laying_rate(world, params, band), 0.0);
}

TEST(Explosives, LiesOnRoadsAroundWhoLaidIt) {
    World world = town_with_devices();
    auto params = usual();
    params.strike_garrison = 0.0;
    days_of(world, params, 50);
    ASSERT_GT(world.devices.size(), 5U);
    auto const around = world.map->nearby.cells(world.map->places.cell[1]);
    for (sim::CellId const cell : world.devices.cell) {
        EXPECT_NE(std::find(around.begin(), around.end(), cell), around.end());
    }
}

TEST(Explosives, AreNotLaidFarFromRoadsOrEnemiesOrInATruce) {
    World far = town_with_devices();
    auto params = usual();
    params.road_km = 0.0;
    auto map = make_four_towns();
    Geography off_road = *map;
    off_road.cells.road_km.assign(off_road.cells.road_km.size(), 9.0F);
    far.map = std::make_shared<Geography const>(std::move(off_road));
    days_of(far, params, 50);
    EXPECT_EQ(far.devices.all_laid, 0U);

    World alone = small_war();
    alone.actors.family[rebels.row] = Family::jihadist;
    add_unit(alone, rebels, 1, 40);
    days_of(alone, usual(), 50);
    EXPECT_EQ(alone.devices.all_laid, 0U);

    World truce = town_with_devices();
    truce.compliance.set(state, rebels, 0.1F);
    days_of(truce, usual(), 50);
    EXPECT_EQ(truce.devices.all_laid, 0U);
}

TEST(Explosives, DoNothingWithoutARate) {
    World world = town_with_devices();
    auto params = usual();
    params.lay_rate = 0.0;
    EXPECT_TRUE(days_of(world, params, 100).empty());
}

TEST(Explosives, StrikeTheEnemyAndTakeTheDeadOutOfUnits) {
    World world = town_with_devices();
    lay_in_town(world, 3000);
    auto params = usual();
    params.lay_rate = 0.0;
    auto const before = fighters_of(world, state);
    auto const events = days_of(world, params, 10);
    ASSERT_GT(events.size(), 2000U);
    std::uint64_t dead = 0;
    std::size_t fatal = 0;
    for (auto const& event : events) {
        EXPECT_EQ(event.kind, EventKind::remote_explosive);
        EXPECT_EQ(event.attacker, rebels);
        EXPECT_EQ(event.target, state);
        dead += event.all_deaths();
        fatal += event.all_deaths() > 0;
    }
    EXPECT_EQ(fighters_of(world, state) + dead, before);
    EXPECT_EQ(fighters_of(world, rebels), 40U);
    EXPECT_EQ(world.totals.deaths[static_cast<std::size_t>(Side::state)], dead);
    auto const n = static_cast<double>(events.size());
    EXPECT_NEAR(static_cast<double>(fatal) / n, 0.50, 0.05);
    EXPECT_NEAR(static_cast<double>(dead) / n, 1.33, 0.20);
    expect_every_device_is_accounted_for(world);
}

TEST(Explosives, StrikeThoseOnTheMoveMoreThanThoseInTheirBase) {
    auto const params = usual();
    EXPECT_GT(strike_rate(params, Posture::patrol), strike_rate(params, Posture::garrison));
    EXPECT_GT(strike_rate(params, Posture::transit), strike_rate(params, Posture::garrison));
    EXPECT_EQ(strike_rate(params, Posture::cantoned), 0.0);
}

TEST(Explosives, SpareThoseInArmouredVehicles) {
    World world = small_war();
    add_unit(world, foreigners, 1, 1000);
    lay_in_town(world, 300);
    auto params = usual();
    params.strike_garrison = 5.0;
    params.armour = 0.0;
    EXPECT_GT(days_of(world, params, 5).size(), 200U);
    EXPECT_EQ(fighters_of(world, foreigners), 1000U);
}

TEST(Explosives, StrikeCivilians) {
    World world = small_war();
    lay_in_town(world, 200);
    auto params = usual();
    params.strike_civilians = 0.2;
    auto const before = count_people(world).all();
    auto const events = days_of(world, params, 60);
    ASSERT_GT(events.size(), 100U);
    for (auto const& event : events) EXPECT_EQ(event.target, no_actor);
    auto const dead = world.totals.deaths[static_cast<std::size_t>(Side::civilian)];
    EXPECT_GT(dead, 50U);
    EXPECT_EQ(count_people(world).all() + dead, before);
    expect_every_device_is_accounted_for(world);
}

TEST(CivilianStrikeRate, RisesWithThoseOnTheRoad) {
    World world = small_war();
    auto params = usual();
    params.strike_civilians = 0.2;
    sim::CellId const here = world.map->places.cell[1];
    double const residents = civilian_strike_rate(world, params, here);
    EXPECT_DOUBLE_EQ(residents, 0.1);
    world.places.people[static_cast<std::size_t>(MoverStatus::travelling)][0] = 8000;
    EXPECT_DOUBLE_EQ(civilian_strike_rate(world, params, here), 0.18);
}

TEST(Explosives, AreFoundWhereSoldiersSearchAndPeopleHelp) {
    auto const found = [](double grievance, bool has_soldiers) {
        World world = small_war();
        if (has_soldiers) add_unit(world, state, 1, 100);
        lay_in_town(world, 400);
        sim::CellId const here = world.map->places.cell[1];
        world.cells.grievance = {world.cells.grievance.size(), 1e9, 1e-3};
        world.cells.grievance.add(CellFields::grievance_row(here, Community::fulani), grievance,
                                  world.today);
        auto params = usual();
        params.strike_garrison = 0.0;
        params.find_rate = 0.02;
        days_of(world, params, 10);
        expect_every_device_is_accounted_for(world);
        return count_of(world, EventKind::device_found);
    };
    EXPECT_EQ(found(0.0, false), 0U);
    EXPECT_NEAR(static_cast<double>(found(0.0, true)), 400.0 * (1.0 - std::exp(-0.2)), 30.0);
    EXPECT_LT(2 * found(8.0, true), found(0.0, true));
}

TEST(Explosives, SpoilInTime) {
    World world = town_with_devices();
    auto params = usual();
    params.strike_garrison = 0.0;
    params.life_days = 5.0;
    days_of(world, params, 300);
    EXPECT_GT(world.devices.all_expired, 200U);
    EXPECT_LT(world.devices.size(), 20U);
    expect_every_device_is_accounted_for(world);
}

TEST(Explosives, AreTheSameForASeedAndDifferBetweenSeeds) {
    World one = town_with_devices(1);
    World again = town_with_devices(1);
    World two = town_with_devices(2);
    for (World* world : {&one, &again, &two}) days_of(*world, usual(), 100);
    EXPECT_EQ(one.totals.deaths, again.totals.deaths);
    EXPECT_EQ(one.devices.number, again.devices.number);
    EXPECT_NE(one.devices.number, two.devices.number);
}

}  // namespace
}  // namespace models::testing
