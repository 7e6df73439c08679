#include "models/joint_patrol/joint_patrol.hpp"

#include <gtest/gtest.h>

#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

JointPatrolParams const params{.half_threat = 2.0, .effect = 0.4};

World world_with_patrol(std::uint64_t seed = 1) {
    World world = small_war(seed);
    add_unit(world, state, 1, 100);
    add_unit(world, foreigners, 1, 100);
    world.measures = {{.key = "patrol",
                       .kind = MeasureKind::joint_patrol,
                       .actor = foreigners,
                       .other = state,
                       .place = PlaceId{1}}};
    return world;
}

/// Share of 400 patrols that are held at a threat [events].
double share_held(double threat) {
    std::size_t held = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        World world = world_with_patrol(seed);
        if (threat > 0.0) {
            world.cells.threat.add(world.map->places.cell[1].row, threat, world.today);
        }
        JointPatrolProcess{params}(world);
        held += count_of(world.political_log, PoliticalKind::patrol_held);
    }
    return static_cast<double>(held) / 400.0;
}

TEST(JointPatrol, IsCancelledTheMoreTheHigherTheThreat) {
    EXPECT_EQ(share_held(0.0), 1.0);
    EXPECT_NEAR(share_held(2.0), 0.5, 0.125);
    EXPECT_LT(share_held(40.0), 0.15);
}

TEST(JointPatrol, CalmsTheCellsAroundIfItIsHeld) {
    World world = world_with_patrol();
    auto const& map = *world.map;
    JointPatrolProcess{params}(world);
    EXPECT_FLOAT_EQ(world.cells.calm_attacks[map.places.cell[1].row], 0.6F);
    EXPECT_FLOAT_EQ(world.cells.calm_attacks[map.places.cell[1].row + 1], 0.6F);
    EXPECT_FLOAT_EQ(world.cells.calm_attacks[map.places.cell[2].row], 1.0F);
    JointPatrolProcess{params}(world);  // a second pair on the same road
    EXPECT_FLOAT_EQ(world.cells.calm_attacks[map.places.cell[1].row], 0.6F);
}

TEST(JointPatrol, CoversTheTownsOfARegion) {
    World world = world_with_patrol();
    world.measures[0].place = no_place;
    world.measures[0].region = RegionId{0};
    EXPECT_EQ(places_of(*world.map, world.measures[0]).size(), 4U);
    JointPatrolProcess{params}(world);
    for (auto const cell : world.map->places.cell) {
        EXPECT_FLOAT_EQ(world.cells.calm_attacks[cell.row], 0.6F);
    }
}

TEST(JointPatrol, NeedsBothPartiesAndPeaceBetweenThem) {
    World alone = world_with_patrol();
    alone.units.fighters[1] = 0;
    World enemies = world_with_patrol();
    enemies.relations.set(state, foreigners, Relation::hostile);
    for (World* world : {&alone, &enemies}) {
        JointPatrolProcess{params}(*world);
        EXPECT_EQ(count_of(world->political_log, PoliticalKind::patrol_cancelled), 1U);
        EXPECT_FLOAT_EQ(world->cells.calm_attacks[world->map->places.cell[1].row], 1.0F);
    }
}

TEST(JointPatrol, DoesNothingWithoutAMeasure) {
    World world = world_with_patrol();
    world.measures.clear();
    JointPatrolProcess{params}(world);
    EXPECT_TRUE(world.political_log.empty());
}

}  // namespace
}  // namespace models::testing
