#include "models/captives/captives.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/aftermath/aftermath.hpp"
#include "models/world/happen.hpp"
#include "models/world/people.hpp"
#include "models/world/unit_orders.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

constexpr auto state_side = static_cast<std::size_t>(Side::state);
constexpr auto civilian_side = static_cast<std::size_t>(Side::civilian);

CaptivesParams only_taken() {
    CaptivesParams params;
    params.taken_share = 0.25;
    params.largest = 95.0;
    params.held_days = 1e9;
    params.band = 40.0;
    params.half_people = 1000.0;
    params.information_half = 2.0;
    params.informers = {.fatal_share = 1.0, .median = 1.0, .log_sd = 0.5, .largest = 10.0};
    return params;
}

/// Rebels have taken the second town today, and its garrison of 400 is on its way out.
World town_lost(std::uint64_t seed = 1) {
    World world = small_war(seed);
    world.actors.restraint[rebels.row] = 0.0;
    for (int u = 0; u < 4; ++u) {
        UnitId const unit = add_unit(world, state, 1, 100);
        send_unit(world, unit, PlaceId{0});
    }
    add_unit(world, rebels, 1, 40);
    world.totals.fighters_raised[state_side] = 400;
    world.places.holder[1] = rebels;
    ConflictEvent event;
    event.kind = EventKind::place_taken;
    event.attacker = rebels;
    event.target = state;
    event.place = PlaceId{1};
    event.cell = world.map->places.cell[1];
    happen(world, event);
    return world;
}

std::uint64_t captives_of_the_state(World const& world) {
    return count_captives(world.captives, world.actors)[state_side];
}

void expect_every_fighter_is_accounted_for(World const& world) {
    auto const& totals = world.totals;
    EXPECT_EQ(fighters_of(world, state),
              totals.fighters_raised[state_side] - totals.deaths[state_side] -
                  totals.fighters_disbanded[state_side] - captives_of_the_state(world));
}

std::vector<ConflictEvent> days_of(World& world, CaptivesParams const& params, int days) {
    CaptivesProcess process{params, *world.map};
    std::vector<ConflictEvent> events;
    for (int d = 0; d < days; ++d, ++world.today.value) {
        forget_yesterday(world);
        process(world);
        expect_every_fighter_is_accounted_for(world);
        events.insert(events.end(), world.events.begin(), world.events.end());
    }
    return events;
}

TEST(Captives, AreAShareOfTheGarrisonThatGaveWay) {
    World world = town_lost();
    days_of(world, only_taken(), 1);
    EXPECT_NEAR(static_cast<double>(captives_of_the_state(world)), 100.0, 30.0);
    EXPECT_EQ(fighters_of(world, rebels), 40U);
    EXPECT_EQ(world.totals.deaths[state_side], 0U);
}

TEST(Captives, AreNotTakenWithoutAShareOrACapture) {
    World world = town_lost();
    auto params = only_taken();
    params.taken_share = 0.0;
    days_of(world, params, 1);
    EXPECT_EQ(captives_of_the_state(world), 0U);

    World quiet = town_lost();
    quiet.events.clear();
    days_of(quiet, only_taken(), 1);
    EXPECT_EQ(captives_of_the_state(quiet), 0U);
}

TEST(Captives, AreNotTakenFromThoseWhoHideOrAreElsewhere) {
    World world = town_lost();
    for (std::uint32_t u = 0; u < 4; ++u) world.units.posture[u] = Posture::hide;
    add_unit(world, state, 2, 100);
    world.totals.fighters_raised[state_side] += 100;
    days_of(world, only_taken(), 1);
    EXPECT_EQ(captives_of_the_state(world), 0U);
}

TEST(Captives, AreKilledByWhoKnowsNoRestraint) {
    World world = town_lost();
    auto params = only_taken();
    params.execution_rate = 0.1;
    auto const events = days_of(world, params, 500);
    std::uint64_t dead = 0;
    for (auto const& event : events) {
        if (event.kind != EventKind::execution) continue;
        EXPECT_EQ(event.attacker, rebels);
        EXPECT_EQ(event.target, state);
        EXPECT_LE(event.all_deaths(), 95U);
        dead += event.deaths[state_side];
    }
    EXPECT_GT(dead, 50U);
    EXPECT_EQ(world.totals.deaths[state_side], dead);
    EXPECT_EQ(captives_of_the_state(world), 0U);
}

TEST(Captives, AreSparedByTheRestrained) {
    World world = town_lost();
    auto params = only_taken();
    params.execution_rate = 1.0;
    EXPECT_DOUBLE_EQ(execution_rate(world, params, rebels), 1.0);
    world.actors.restraint[rebels.row] = 0.75;
    EXPECT_DOUBLE_EQ(execution_rate(world, params, rebels), 0.25);
    world.actors.restraint[rebels.row] = 1.0;
    days_of(world, params, 300);
    EXPECT_EQ(world.totals.deaths[state_side], 0U);
}

TEST(Captives, AreLetGoAfterATimeAndCountAsDisbanded) {
    World world = town_lost();
    auto params = only_taken();
    params.held_days = 10.0;
    days_of(world, params, 1);
    auto const taken = captives_of_the_state(world);
    days_of(world, params, 200);
    EXPECT_EQ(captives_of_the_state(world), 0U);
    EXPECT_EQ(world.totals.fighters_disbanded[state_side], taken);
}

TEST(Captives, AreFreedByPeaceByTheirOwnAndByTheEndOfASide) {
    World const taken = [] {
        World world = town_lost();
        days_of(world, only_taken(), 1);
        return world;
    }();
    ASSERT_GT(taken.captives.size(), 0U);
    EXPECT_FALSE(is_freed(taken, 0));
    World peace = taken;
    peace.compliance.set(state, rebels, 0.1F);
    EXPECT_TRUE(is_freed(peace, 0));
    World back = taken;
    back.places.holder[1] = state;
    EXPECT_TRUE(is_freed(back, 0));
    World ended = taken;
    ended.actors.active[rebels.row] = 0;
    EXPECT_TRUE(is_freed(ended, 0));
    days_of(ended, only_taken(), 1);
    EXPECT_EQ(captives_of_the_state(ended), 0U);
}

TEST(Captives, AreTheSameForASeedAndDifferBetweenSeeds) {
    World one = town_lost(1);
    World again = town_lost(1);
    World two = town_lost(2);
    for (World* world : {&one, &again, &two}) days_of(*world, only_taken(), 1);
    EXPECT_EQ(one.captives.people, again.captives.people);
    EXPECT_NE(one.captives.people, two.captives.people);
}

/// A band of rebels that hides near the second town, where people live.
World hiding_band(std::uint64_t seed = 1) {
    World world = small_war(seed);
    world.actors.restraint[rebels.row] = 0.0;
    world.units.posture[add_unit(world, rebels, 1, 40).row] = Posture::hide;
    return world;
}

double rate_of(World const& world, CaptivesParams const& params) {
    UnitsByCell by_cell{world.map->cells.population.size()};
    by_cell.rebuild(world.units);
    return informer_rate(world, params, by_cell, UnitId{0});
}

TEST(InformerRate, NeedsACommandOfTheCellAndFallsWithGrievanceAndRestraint) {
    auto params = only_taken();
    params.informer_rate = 0.1;
    World world = hiding_band();
    EXPECT_DOUBLE_EQ(rate_of(world, params), 0.1 * 0.5);
    world.actors.restraint[rebels.row] = 0.5;
    EXPECT_DOUBLE_EQ(rate_of(world, params), 0.1 * 0.25);
    sim::CellId const here = world.map->places.cell[1];
    world.cells.grievance.add(CellFields::grievance_row(here, Community::other), 2.0, world.today);
    EXPECT_DOUBLE_EQ(rate_of(world, params), 0.1 * 0.125);
    add_unit(world, state, 1, 100);
    EXPECT_EQ(rate_of(world, params), 0.0);
    world.cells.control_of(here, world.actors.size())[rebels.row] = 0.6F;
    EXPECT_DOUBLE_EQ(rate_of(world, params), 0.1 * 0.125);
}

TEST(Informers, AreCiviliansAndLeaveTheirHouseholds) {
    World world = hiding_band();
    auto params = only_taken();
    params.informer_rate = 0.1;
    auto const before = count_people(world).all();
    world.totals.fighters_raised[state_side] = 0;
    auto const events = days_of(world, params, 400);
    ASSERT_GT(events.size(), 10U);
    std::uint64_t dead = 0;
    for (auto const& event : events) {
        EXPECT_EQ(event.kind, EventKind::execution);
        EXPECT_EQ(event.target, no_actor);
        EXPECT_TRUE(event.victims.has_value());
        dead += event.deaths[civilian_side];
    }
    EXPECT_GT(dead, 10U);
    EXPECT_EQ(count_people(world).all() + dead, before);
    World truce = hiding_band();
    truce.compliance.set(state, rebels, 0.1F);
    EXPECT_TRUE(days_of(truce, params, 400).empty());
}

}  // namespace
}  // namespace models::testing
