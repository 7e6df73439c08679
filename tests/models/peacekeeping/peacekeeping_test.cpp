#include "models/peacekeeping/peacekeeping.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/aftermath/aftermath.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

PeacekeepingParams params() {
    return {.reach_km = 10.0,
            .half_troops = 100.0,
            .civilians = 0.5,
            .battles = 0.2,
            .rotation_days = 100.0,
            .rotation_loss = 0.0,
            .learning_days = 20.0};
}

/// The small war, with foreigners who keep the peace.
World world_with_mission() {
    World world = small_war();
    world.actors.actor_class[foreigners.row] = ActorClass::peacekeeper;
    return world;
}

/// Factor on attacks on civilians in the cell of a town, after the rule.
double calm_in(World& world, std::uint32_t town, PeacekeepingParams const& with = params()) {
    forget_yesterday(world);
    PeacekeepingProcess{with, *world.map}(world);
    return world.cells.calm_civilians[world.map->places.cell[town].row];
}

TEST(Peacekeeping, DoesNothingWithoutPeacekeepers) {
    World world = world_with_mission();
    add_unit(world, state, 1, 500);
    add_unit(world, rebels, 1, 500);
    EXPECT_EQ(calm_in(world, 1), 1.0);
}

TEST(Peacekeeping, ProtectsByItsNumbersUpToItsLimit) {
    World world = world_with_mission();
    add_unit(world, foreigners, 1, 100);
    EXPECT_NEAR(calm_in(world, 1), 1.0 - 0.5 * 0.5, 1e-6);
    EXPECT_NEAR(world.cells.calm_attacks[world.map->places.cell[1].row], 1.0 - 0.2 * 0.5, 1e-6);
    for (int i = 0; i < 100; ++i) add_unit(world, foreigners, 1, 10'000);
    EXPECT_NEAR(calm_in(world, 1), 0.5, 1e-3);
}

TEST(Peacekeeping, IsFeltWithinReachOnly) {
    World world = world_with_mission();
    add_unit(world, foreigners, 1, 100);
    double const here = calm_in(world, 1);
    auto const next = world.map->places.cell[1].row + 1;
    EXPECT_GT(world.cells.calm_civilians[next], here);
    EXPECT_LT(world.cells.calm_civilians[next], 1.0F);
    EXPECT_EQ(calm_in(world, 3), 1.0);
}

TEST(Peacekeeping, ForcesThatFightHaveNoSuchEffect) {
    World world = small_war();
    add_unit(world, foreigners, 1, 1000);
    EXPECT_EQ(calm_in(world, 1), 1.0);
}

TEST(Peacekeeping, FollowsTheMandate) {
    World world = world_with_mission();
    add_unit(world, foreigners, 1, 100);
    world.measures = {{.key = "protect",
                       .kind = MeasureKind::protection,
                       .actor = foreigners,
                       .value = 3.0,
                       .has_value = true}};
    EXPECT_NEAR(calm_in(world, 1), 1.0 - 0.5 * 300.0 / 400.0, 1e-6);
    world.measures[0].place = PlaceId{2};  // a priority elsewhere
    EXPECT_NEAR(calm_in(world, 1), 0.75, 1e-6);
}

TEST(Peacekeeping, EndsWhenConsentIsWithdrawn) {
    World world = world_with_mission();
    add_unit(world, foreigners, 1, 100);
    world.measures = {{.key = "consent",
                       .kind = MeasureKind::mandate,
                       .actor = foreigners,
                       .value = 0.0,
                       .has_value = true}};
    EXPECT_EQ(calm_in(world, 1), 1.0);
    world.measures[0].value = 11'200.0;  // a ceiling says nothing about protection
    EXPECT_NEAR(calm_in(world, 1), 0.75, 1e-6);
}

TEST(Knowledge, FallsAtEveryRotationAndIsLearnt) {
    auto with = params();
    with.rotation_loss = 0.4;
    EXPECT_DOUBLE_EQ(knowledge(with, sim::Day{0}), 0.6);
    EXPECT_DOUBLE_EQ(knowledge(with, sim::Day{20}), 1.0 - 0.4 * std::exp(-1.0));
    EXPECT_GT(knowledge(with, sim::Day{99}), 0.99);
    EXPECT_DOUBLE_EQ(knowledge(with, sim::Day{100}), 0.6);
}

TEST(Peacekeeping, LeavesNothingForTheNextDay) {
    World world = world_with_mission();
    UnitId const unit = add_unit(world, foreigners, 1, 100);
    PeacekeepingProcess process{params(), *world.map};
    forget_yesterday(world);
    process(world);
    world.units.fighters[unit.row] = 0;
    forget_yesterday(world);
    process(world);
    EXPECT_EQ(world.cells.calm_civilians[world.map->places.cell[1].row], 1.0F);
}

}  // namespace
}  // namespace models::testing
