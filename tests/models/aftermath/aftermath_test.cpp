#include "models/aftermath/aftermath.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/world/happen.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

AftermathParams params() {
    return {.reach_km = 10.0,
            .threat_of_event = 1.0,
            .threat_of_death = 0.5,
            .momentum_gain = 2.0,
            .retaliation_gain = 3.0,
            .grievance_of_harm = 1.0,
            .grievance_of_death = 0.1,
            .revenge_of_harm = 1.0,
            .revenge_of_death = 0.2};
}

ConflictEvent event_of(World const& world, EventKind kind, ActorId attacker, ActorId target,
                       std::uint32_t civilians) {
    ConflictEvent event;
    event.day = world.today;
    event.kind = kind;
    event.attacker = attacker;
    event.target = target;
    event.cell = world.map->places.cell[1];
    event.deaths[static_cast<std::size_t>(Side::civilian)] = civilians;
    return event;
}

double grievance_of(World const& world, sim::CellId cell, Community community) {
    return world.cells.grievance.at(CellFields::grievance_row(cell, community), world.today);
}

double revenge_of(World const& world, sim::CellId cell, Community wronged, Community wrongdoer) {
    return world.cells.revenge[CellFields::revenge_row(wronged, wrongdoer)].at(cell.row,
                                                                               world.today);
}

TEST(Happen, CountsWhatItLogs) {
    World world = small_war();
    auto event = event_of(world, EventKind::attack_on_civilians, rebels, no_actor, 4);
    event.wounded = 3;
    happen(world, event);
    EXPECT_EQ(world.totals.deaths[4], 4U);
    EXPECT_EQ(world.totals.wounded, 3U);
    EXPECT_EQ(world.totals.events[static_cast<std::size_t>(event.kind)], 1U);
    EXPECT_EQ(world.events.size(), 1U);
}

TEST(Aftermath, LeavesThreatAndMomentumThatFallWithDistance) {
    World world = small_war();
    happen(world, event_of(world, EventKind::armed_clash, rebels, state, 2));
    AftermathProcess{params(), *world.map}(world);
    sim::CellId const here = world.map->places.cell[1];
    EXPECT_DOUBLE_EQ(world.cells.threat.at(here.row, world.today), 2.0);
    EXPECT_DOUBLE_EQ(world.momentum[rebels.row].at(here.row, world.today), 2.0);
    EXPECT_DOUBLE_EQ(world.momentum[state.row].at(here.row, world.today), 3.0);
    sim::CellId const next{here.row + 1};
    EXPECT_NEAR(world.cells.threat.at(next.row, world.today), 2.0 * std::exp(-11.1195 / 10.0),
                1e-3);
    EXPECT_EQ(world.cells.threat.at(world.map->places.cell[3].row, world.today), 0.0);
}

TEST(Aftermath, LeavesNothingOfWhatIsNoViolence) {
    World world = small_war();
    for (auto const kind : {EventKind::place_taken, EventKind::protest, EventKind::device_found,
                            EventKind::handover}) {
        happen(world, event_of(world, kind, rebels, state, 0));
    }
    AftermathProcess{params(), *world.map}(world);
    EXPECT_TRUE(world.cells.threat.active().empty());
    EXPECT_TRUE(world.momentum[rebels.row].active().empty());
}

TEST(Aftermath, TurnsHarmByTheStateIntoGrievanceOfThoseHarmed) {
    World world = small_war();
    auto event = event_of(world, EventKind::attack_on_civilians, state, no_actor, 10);
    event.victims = Community::fulani;
    happen(world, event);
    AftermathProcess{params(), *world.map}(world);
    sim::CellId const here = event.cell;
    EXPECT_DOUBLE_EQ(grievance_of(world, here, Community::fulani), 2.0);
    EXPECT_DOUBLE_EQ(grievance_of(world, here, Community::dogon), 0.0);
}

TEST(Aftermath, LeavesNoGrievanceAgainstTheStateWhenRebelsHarm) {
    World world = small_war();
    auto event = event_of(world, EventKind::attack_on_civilians, rebels, no_actor, 10);
    event.victims = Community::fulani;
    happen(world, event);
    AftermathProcess{params(), *world.map}(world);
    EXPECT_DOUBLE_EQ(grievance_of(world, event.cell, Community::fulani), 0.0);
}

TEST(Aftermath, MakesAWrongedCommunityWantRevengeOnTheOther) {
    World world = small_war();
    world.actors.community[rebels.row] = Community::dogon;
    auto event = event_of(world, EventKind::communal_attack, rebels, no_actor, 5);
    event.victims = Community::fulani;
    happen(world, event);
    AftermathProcess{params(), *world.map}(world);
    EXPECT_DOUBLE_EQ(revenge_of(world, event.cell, Community::fulani, Community::dogon), 2.0);
    EXPECT_DOUBLE_EQ(revenge_of(world, event.cell, Community::dogon, Community::fulani), 0.0);
}

TEST(Aftermath, LetsAMobWithoutAnActorBeAvenged) {
    World world = small_war();
    auto event = event_of(world, EventKind::communal_attack, no_actor, no_actor, 5);
    event.victims = Community::fulani;
    event.avenger = Community::bambara;
    happen(world, event);
    AftermathProcess{params(), *world.map}(world);
    EXPECT_DOUBLE_EQ(revenge_of(world, event.cell, Community::fulani, Community::bambara), 2.0);
}

TEST(ForgetYesterday, EmptiesTheLogAndTheDaysFactors) {
    World world = small_war();
    happen(world, event_of(world, EventKind::armed_clash, rebels, state, 2));
    ++world.today.value;
    happen(world, event_of(world, EventKind::handover, rebels, state, 0));  // this morning
    world.cells.calm_attacks[3] = 0.5F;
    world.cells.calm_civilians[3] = 0.5F;
    forget_yesterday(world);
    ASSERT_EQ(world.events.size(), 1U);
    EXPECT_EQ(world.events[0].kind, EventKind::handover);
    EXPECT_EQ(world.cells.calm_attacks[3], 1.0F);
    EXPECT_EQ(world.cells.calm_civilians[3], 1.0F);
}

}  // namespace
}  // namespace models::testing
