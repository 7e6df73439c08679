#include "models/world/realignment.hpp"

#include <gtest/gtest.h>

#include "sim/base/check.hpp"
#include "tests/models/timeline/politics_world.hpp"

namespace models {
namespace {

using namespace testing;

/// Rebels with seven units of 30 to 36 fighters, 231 together, meant to have 300.
World world_with_rebels() {
    World world = politics_world();
    for (std::uint16_t i = 0; i < 7; ++i) {
        add_unit(world, rebels, static_cast<std::uint16_t>(30 + i), i % 2 == 0 ? north : east);
    }
    world.actors.target_strength[rebels.row] = 300.0;
    world.deployment.of(rebels)[north.row] = 2.0;
    world.deployment.of(rebels)[east.row] = 1.0;
    return world;
}

TEST(StartActor, TakesTheStrengthGivenOrKeepsItsOwn) {
    World world = politics_world();
    world.actors.target_strength[splinter.row] = 40.0;
    start_actor(world, splinter, std::nullopt);
    EXPECT_EQ(world.actors.active[splinter.row], 1);
    EXPECT_DOUBLE_EQ(world.actors.target_strength[splinter.row], 40.0);
    start_actor(world, splinter, 0.0);
    EXPECT_DOUBLE_EQ(world.actors.target_strength[splinter.row], 0.0);
    EXPECT_THROW(start_actor(world, splinter, -1.0), sim::ContractError);
    EXPECT_THROW(start_actor(world, ActorId{6}, 1.0), sim::ContractError);
}

TEST(EndActor, SendsEveryFighterHomeAndLeavesNothingBehind) {
    World world = world_with_rebels();
    world.places.holder[north.row] = rebels;
    world.cells.control[1 * 6 + rebels.row] = 0.75F;
    begin_agreement(world.agreements, {.key = "truce", .a = state, .b = rebels}, sim::Day{0});
    go_to(world, 9);
    end_actor(world, rebels);
    EXPECT_EQ(fighters_of(world, rebels), 0U);
    EXPECT_EQ(world.totals.fighters_disbanded[static_cast<std::size_t>(Side::militant)], 231U);
    EXPECT_EQ(world.actors.active[rebels.row], 0);
    EXPECT_DOUBLE_EQ(world.actors.target_strength[rebels.row], 0.0);
    EXPECT_EQ(world.places.holder[north.row], no_actor);
    EXPECT_EQ(world.cells.control[1 * 6 + rebels.row], 0.0F);
    EXPECT_EQ(world.agreements.state[0], AgreementState::lapsed);
    EXPECT_EQ(world.agreements.ends[0], sim::Day{9});
}

TEST(SplitActor, TakesExactlyItsShareOfFightersAndStrength) {
    for (double const share : {0.0, 0.1, 0.35, 0.5, 1.0}) {
        World world = world_with_rebels();
        split_actor(world, rebels, splinter, share);
        auto const leaving = static_cast<std::uint64_t>(std::llround(share * 231.0));
        EXPECT_EQ(fighters_of(world, splinter), leaving) << share;
        EXPECT_EQ(fighters_of(world, rebels), 231U - leaving) << share;
        EXPECT_DOUBLE_EQ(world.actors.target_strength[splinter.row], share * 300.0);
        EXPECT_DOUBLE_EQ(world.actors.target_strength[rebels.row], 300.0 - share * 300.0);
        EXPECT_LE(world.units.size(), 8U);  // at most one unit is divided
        EXPECT_EQ(world.totals.fighters_raised, Totals{}.fighters_raised);
        EXPECT_EQ(world.totals.fighters_disbanded, Totals{}.fighters_disbanded);
    }
}

TEST(SplitActor, DividesAUnitWhereItIs) {
    World world = politics_world();
    auto const unit = add_unit(world, rebels, 100, north);
    world.units.posture[unit.row] = Posture::transit;
    world.units.destination[unit.row] = camp;
    world.units.next_stop[unit.row] = east;
    world.units.leg_km_left[unit.row] = 42.0F;
    split_actor(world, rebels, splinter, 0.25);
    ASSERT_EQ(world.units.size(), 2U);
    EXPECT_EQ(world.units.fighters[0], 75);
    EXPECT_EQ(world.units.fighters[1], 25);
    EXPECT_EQ(world.units.actor[1], splinter);
    EXPECT_EQ(world.units.posture[1], Posture::transit);
    EXPECT_EQ(world.units.destination[1], camp);
    EXPECT_EQ(world.units.next_stop[1], east);
    EXPECT_EQ(world.units.leg_km_left[1], 42.0F);
    EXPECT_EQ(world.units.cell[1], world.units.cell[0]);
}

TEST(SplitActor, DrawsItsUnitsBySeedAndDay) {
    World world = world_with_rebels();
    World same = world_with_rebels();
    split_actor(world, rebels, splinter, 0.3);
    split_actor(same, rebels, splinter, 0.3);
    EXPECT_EQ(world.units.actor, same.units.actor);
    int differs = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        World other = world_with_rebels();
        other.seed = sim::Seed{seed};
        split_actor(other, rebels, splinter, 0.3);
        if (other.units.actor != world.units.actor) ++differs;
    }
    EXPECT_GT(differs, 10);
}

TEST(SplitActor, StandsToOthersAsItsParentUnlessItHasAView) {
    World world = world_with_rebels();
    world.relations.set(rebels, state, Relation::hostile);
    world.relations.set(rebels, militia, Relation::hostile);
    world.relations.set(splinter, militia, Relation::allied);
    split_actor(world, rebels, splinter, 0.3);
    EXPECT_EQ(world.relations.at(splinter, state), Relation::hostile);
    EXPECT_EQ(world.relations.at(splinter, militia), Relation::allied);
    EXPECT_EQ(world.relations.at(splinter, rebels), Relation::neutral);
}

TEST(SplitActor, DeploysAsItsParentUnlessItHasAPlan) {
    World world = world_with_rebels();
    World with_plan = world_with_rebels();
    with_plan.deployment.of(splinter)[capital.row] = 1.0;
    split_actor(world, rebels, splinter, 0.3);
    split_actor(with_plan, rebels, splinter, 0.3);
    EXPECT_EQ(copy_of(world.deployment.of(splinter)), copy_of(world.deployment.of(rebels)));
    EXPECT_EQ(copy_of(with_plan.deployment.of(splinter)),
              (std::vector<double>{1.0, 0.0, 0.0, 0.0, 0.0}));
}

TEST(SplitActor, DoesNotCountATabledStrengthTwice) {
    World world = world_with_rebels();
    world.actors.target_strength[splinter.row] = 1000.0;
    split_actor(world, rebels, splinter, 0.5);
    EXPECT_DOUBLE_EQ(world.actors.target_strength[splinter.row], 150.0);
    split_actor(world, rebels, splinter, 0.5);  // it is there now, so this adds
    EXPECT_DOUBLE_EQ(world.actors.target_strength[splinter.row], 225.0);
}

TEST(SplitActor, RefusesNonsense) {
    World world = world_with_rebels();
    EXPECT_THROW(split_actor(world, rebels, rebels, 0.5), sim::ContractError);
    EXPECT_THROW(split_actor(world, rebels, splinter, 1.1), sim::ContractError);
    EXPECT_THROW(split_actor(world, peacekeepers, splinter, 0.5), sim::ContractError);
}

TEST(MoveFighters, MovesAShareOfFightersAndStrengthAndNothingElse) {
    World world = world_with_rebels();
    add_unit(world, militia, 69, capital);
    world.actors.target_strength[militia.row] = 100.0;
    world.relations.set(rebels, state, Relation::hostile);
    move_fighters(world, rebels, militia, 0.5);
    EXPECT_EQ(fighters_of(world, militia), 69U + 116U);
    EXPECT_EQ(fighters_of(world, rebels), 115U);
    EXPECT_DOUBLE_EQ(world.actors.target_strength[militia.row], 250.0);
    EXPECT_DOUBLE_EQ(world.actors.target_strength[rebels.row], 150.0);
    EXPECT_EQ(world.relations.at(militia, state), Relation::neutral);
    EXPECT_THROW(move_fighters(world, rebels, splinter, 0.5), sim::ContractError);
}

TEST(MergeActor, BringsAllThatItHas) {
    World world = world_with_rebels();
    add_unit(world, militia, 69, capital);
    world.actors.target_strength[militia.row] = 100.0;
    world.deployment.of(militia)[capital.row] = 1.0;
    world.places.holder[north.row] = rebels;
    world.cells.control[1 * 6 + rebels.row] = 0.75F;
    world.cells.control[1 * 6 + militia.row] = 0.2F;
    merge_actor(world, rebels, militia);
    EXPECT_EQ(fighters_of(world, rebels), 0U);
    EXPECT_EQ(fighters_of(world, militia), 300U);
    EXPECT_DOUBLE_EQ(world.actors.target_strength[militia.row], 400.0);
    EXPECT_EQ(world.actors.active[rebels.row], 0);
    EXPECT_EQ(world.places.holder[north.row], militia);
    EXPECT_EQ(world.cells.control[1 * 6 + rebels.row], 0.0F);
    EXPECT_FLOAT_EQ(world.cells.control[1 * 6 + militia.row], 0.95F);
    EXPECT_EQ(world.totals.fighters_disbanded, Totals{}.fighters_disbanded);
    // 300 of 400 want to be where the rebels were: two thirds in the north, one in the east.
    auto const weights = world.deployment.of(militia);
    EXPECT_DOUBLE_EQ(weights[capital.row], 0.25);
    EXPECT_DOUBLE_EQ(weights[north.row], 0.5);
    EXPECT_DOUBLE_EQ(weights[east.row], 0.25);
}

TEST(MergeActor, LeavesANewCoalitionItsPlanAndGivesOneToWhoHasNone) {
    World planned = world_with_rebels();
    planned.deployment.of(splinter)[camp.row] = 3.0;
    planned.actors.target_strength[splinter.row] = 5000.0;  // of the table; it is not there yet
    merge_actor(planned, rebels, splinter);
    EXPECT_EQ(copy_of(planned.deployment.of(splinter)),
              (std::vector<double>{0.0, 0.0, 0.0, 3.0, 0.0}));
    EXPECT_DOUBLE_EQ(planned.actors.target_strength[splinter.row], 300.0);
    EXPECT_EQ(planned.actors.active[splinter.row], 1);

    World planless = world_with_rebels();
    merge_actor(planless, rebels, splinter);
    EXPECT_EQ(copy_of(planless.deployment.of(splinter)),
              (std::vector<double>{0.0, 2.0, 1.0, 0.0, 0.0}));
}

TEST(MergeActor, CountsFightersOnTheSideTheyAreOn) {
    World world = world_with_rebels();
    merge_actor(world, rebels, state);
    EXPECT_EQ(world.totals.fighters_disbanded[static_cast<std::size_t>(Side::militant)], 231U);
    EXPECT_EQ(world.totals.fighters_raised[static_cast<std::size_t>(Side::state)], 231U);
    EXPECT_THROW(merge_actor(world, state, state), sim::ContractError);
}

}  // namespace
}  // namespace models
