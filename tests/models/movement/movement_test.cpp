#include "models/movement/movement.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/world/unit_orders.hpp"
#include "tests/models/small_war.hpp"

namespace models {
namespace {

using namespace testing;

MovementParams quick() {
    return {.speed_km_per_day = 60.0,
            .redeploy_days = 1e-6,
            .offensive_redeploy_days = 1e-6,
            .patrol_share = 0.0,
            .hide_days = 5.0};
}

void pass_days(World& world, MovementProcess& move, int days) {
    for (int d = 0; d < days; ++d, ++world.today.value) move(world);
}

TEST(RedeployProbability, FollowsTheFormulaAndItsLimits) {
    EXPECT_EQ(redeploy_probability(0.0, 100.0, 10.0), 0.0);
    EXPECT_EQ(redeploy_probability(-50.0, 100.0, 10.0), 0.0);
    EXPECT_DOUBLE_EQ(redeploy_probability(50.0, 100.0, 10.0), 0.5 * (1.0 - std::exp(-0.1)));
    EXPECT_DOUBLE_EQ(redeploy_probability(300.0, 100.0, 10.0), 1.0 - std::exp(-0.1));
}

TEST(SendUnit, TakesAsLongAsTheWay) {
    World world = small_war();
    UnitId const unit = add_unit(world, state, 0, 40);
    send_unit(world, unit, PlaceId{3});
    EXPECT_EQ(world.units.posture[unit.row], Posture::transit);
    MovementProcess move{quick()};
    pass_days(world, move, 2);  // 120 of 180 km
    EXPECT_EQ(world.units.posture[unit.row], Posture::transit);
    EXPECT_EQ(world.units.station[unit.row], PlaceId{2});
    pass_days(world, move, 1);
    EXPECT_EQ(world.units.posture[unit.row], Posture::garrison);
    EXPECT_EQ(world.units.station[unit.row], PlaceId{3});
    EXPECT_EQ(world.units.cell[unit.row], world.map->places.cell[3]);
}

TEST(SendUnit, StaysWhereItIsAskedToBe) {
    World world = small_war();
    UnitId const unit = add_unit(world, state, 1, 40);
    send_unit(world, unit, PlaceId{1});
    EXPECT_EQ(world.units.posture[unit.row], Posture::garrison);
}

TEST(Movement, IsSomewhereOnTheWayWhileInTransit) {
    World world = small_war();
    UnitId const unit = add_unit(world, state, 0, 40);
    send_unit(world, unit, PlaceId{1});
    auto params = quick();
    params.speed_km_per_day = 30.0;
    MovementProcess move{params};
    pass_days(world, move, 1);
    auto const at = world.map->grid.centre(world.units.cell[unit.row]);
    EXPECT_NEAR(at.lon, 0.25, 0.06);
}

TEST(Movement, FillsTheQuotas) {
    World world = small_war();
    for (int u = 0; u < 10; ++u) add_unit(world, state, 0, 100);
    auto const weights = world.deployment.of(state);
    weights[0] = 1.0;
    weights[2] = 4.0;
    MovementProcess move{quick()};
    pass_days(world, move, 10);
    Garrisons garrisons;
    garrisons.count(world);
    EXPECT_DOUBLE_EQ(garrisons.people()[0], 200.0);
    EXPECT_DOUBLE_EQ(garrisons.people()[2], 800.0);
    for (auto& fighters : world.units.fighters) fighters = 0;
    garrisons.count(world);
    EXPECT_DOUBLE_EQ(garrisons.people()[2], 0.0);
}

TEST(Movement, LeavesUnitsOfAnActorThatWantsNothingWhereTheyAre) {
    World world = small_war();
    add_unit(world, state, 1, 100);
    MovementProcess move{quick()};
    pass_days(world, move, 5);
    EXPECT_EQ(world.units.station[0], PlaceId{1});
}

TEST(StationBalance, AvoidsAnEnemyGarrisonWithoutOrders) {
    World world = small_war();
    add_unit(world, state, 2, 100);
    add_unit(world, rebels, 0, 40);
    world.deployment.of(rebels)[0] = 1.0;
    world.deployment.of(rebels)[2] = 1.0;
    auto const wanted = [&] {
        Garrisons garrisons;
        garrisons.count(world);
        return station_balance(world, rebels, garrisons.people()).wanted[2];
    };
    EXPECT_EQ(wanted(), 0.0);
    world.orders.of(rebels)[2] = 1.0;
    EXPECT_GT(wanted(), 0.0);
    world.orders.of(rebels)[2] = 0.0;
    world.units.fighters[0] = 0;  // the garrison is gone
    EXPECT_GT(wanted(), 0.0);
}

TEST(Movement, HidesWhoLiesLow) {
    World world = small_war();
    UnitId const unit = add_unit(world, rebels, 1, 40);
    world.actors.lies_low[rebels.row] = 1;
    MovementProcess move{quick()};
    pass_days(world, move, 1);
    EXPECT_EQ(world.units.posture[unit.row], Posture::hide);
}

TEST(Movement, PatrolsAtTheStatedRate) {
    World world = small_war();
    for (int u = 0; u < 200; ++u) add_unit(world, state, 1, 40);
    auto params = quick();
    params.patrol_share = 0.3;
    MovementProcess move{params};
    int patrols = 0;
    for (int day = 0; day < 50; ++day, ++world.today.value) {
        move(world);
        for (auto const posture : world.units.posture) patrols += posture == Posture::patrol;
    }
    double const n = 200.0 * 50.0;
    EXPECT_NEAR(patrols, 0.3 * n, 5.0 * std::sqrt(n * 0.3 * 0.7));
}

TEST(Movement, MakesAndLosesNoFighters) {
    World world = small_war();
    for (int u = 0; u < 20; ++u) add_unit(world, state, static_cast<std::uint32_t>(u % 4), 77);
    for (std::uint32_t p = 0; p < town_count; ++p) world.deployment.of(state)[p] = p;
    MovementProcess move{quick()};
    pass_days(world, move, 30);
    EXPECT_EQ(fighters_of(world, state), 20U * 77U);
}

}  // namespace
}  // namespace models
