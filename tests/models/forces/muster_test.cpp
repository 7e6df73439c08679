#include "models/forces/muster.hpp"

#include <gtest/gtest.h>

#include "sim/base/check.hpp"
#include "tests/models/timeline/politics_world.hpp"

namespace models {
namespace {

using namespace testing;

std::size_t const state_side = static_cast<std::size_t>(Side::state);

/// The state wants half its fighters in the capital and a quarter each in north and east.
World world_with_plan() {
    World world = politics_world();
    auto const weights = world.deployment.of(state);
    weights[capital.row] = 2.0;
    weights[north.row] = 1.0;
    weights[east.row] = 1.0;
    return world;
}

TEST(RaiseFighters, FollowsTheDeployment) {
    World world = world_with_plan();
    EXPECT_EQ(raise_fighters(world, state, 810, 100), 810U);
    EXPECT_EQ(fighters_of(world, state), 810U);
    EXPECT_NEAR(static_cast<double>(fighters_at(world, state, capital)), 405.0, 100.0);
    EXPECT_NEAR(static_cast<double>(fighters_at(world, state, north)), 202.5, 100.0);
    EXPECT_NEAR(static_cast<double>(fighters_at(world, state, east)), 202.5, 100.0);
    EXPECT_EQ(fighters_at(world, state, camp) + fighters_at(world, state, fort), 0U);
    EXPECT_EQ(world.units.size(), 9U);  // eight full ones and a rest
    EXPECT_EQ(world.totals.fighters_raised[state_side], 810U);
    for (std::size_t i = 0; i < world.units.size(); ++i) {
        EXPECT_EQ(world.units.cell[i], world.map->places.cell[world.units.station[i].row]);
    }
}

TEST(RaiseFighters, FillsUnitsFirstButNotThoseThatAreGone) {
    World world = world_with_plan();
    add_unit(world, state, 60, fort);
    add_unit(world, state, 100, fort);
    add_unit(world, rebels, 10, fort);
    auto const gone = add_unit(world, state, 1, fort);
    world.units.fighters[gone.row] = 0;
    EXPECT_EQ(raise_fighters(world, state, 50, 100), 50U);
    EXPECT_EQ(world.units.fighters, (std::vector<std::uint16_t>{100, 100, 10, 0, 10}));
    EXPECT_EQ(world.units.station[4], capital);  // where most are missing
}

TEST(RaiseFighters, BringsRegularForcesOnlyWhereNoEnemyRules) {
    World world = world_with_plan();
    world.places.holder.assign(5, rebels);
    EXPECT_EQ(raise_fighters(world, state, 10, 100), 10U);  // neutral holders do not mind
    world.relations.set(state, rebels, Relation::hostile);
    World encircled = world;
    world.places.holder[north.row] = state;
    EXPECT_EQ(raise_fighters(world, state, 500, 100), 500U);
    EXPECT_EQ(fighters_at(world, state, north), 400U + 10U);
    EXPECT_EQ(raise_fighters(encircled, state, 500, 100), 90U);  // the unit that was there

    world.deployment.of(rebels)[capital.row] = 1.0;
    world.places.holder[capital.row] = state;
    EXPECT_EQ(raise_fighters(world, rebels, 30, 40), 30U);  // irregulars rise anywhere
}

TEST(RaiseFighters, RaisesNobodyWithoutAPlan) {
    World world = politics_world();
    EXPECT_EQ(raise_fighters(world, state, 100, 100), 0U);
    EXPECT_EQ(world.totals.fighters_raised[state_side], 0U);
    EXPECT_THROW(raise_fighters(world, state, 100, 0), sim::ContractError);
    world.places.holder.clear();
    EXPECT_THROW(raise_fighters(world, state, 100, 100), sim::ContractError);
}

TEST(DismissFighters, EmptiesTheBaseThatIsClosed) {
    World world = world_with_plan();
    raise_fighters(world, state, 800, 100);
    world.deployment.of(state)[east.row] = 0.0;
    dismiss_fighters(world, state, 200);
    EXPECT_EQ(fighters_at(world, state, east), 0U);
    EXPECT_EQ(fighters_at(world, state, capital), 400U);
    EXPECT_EQ(fighters_at(world, state, north), 200U);
    EXPECT_EQ(world.totals.fighters_disbanded[state_side], 200U);
}

TEST(DismissFighters, TakesPartOfAUnitAndNeverMoreThanThereAre) {
    World world = world_with_plan();
    raise_fighters(world, state, 250, 100);
    dismiss_fighters(world, state, 30);
    EXPECT_EQ(fighters_of(world, state), 220U);
    EXPECT_THROW(dismiss_fighters(world, state, 221), sim::ContractError);
    dismiss_fighters(world, state, 220);
    EXPECT_EQ(fighters_of(world, state), 0U);
    EXPECT_EQ(world.totals.fighters_disbanded[state_side], 250U);
}

}  // namespace
}  // namespace models
