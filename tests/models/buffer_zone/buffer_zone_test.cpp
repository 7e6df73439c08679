#include "models/buffer_zone/buffer_zone.hpp"

#include <gtest/gtest.h>

#include "models/movement/movement.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

BufferZoneParams params() {
    return {.leave_days = 1e-6,
            .grace_days = 3.0,
            .enforcement = 0.8,
            .half_strength = 100.0,
            .defy_rate = 0.0,
            .defy_reach_km = 100.0};
}

Measure zone(double radius_km = 20.0, std::uint32_t age = 0) {
    return {.key = "zone",
            .kind = MeasureKind::buffer_zone,
            .actor = foreigners,
            .other = rebels,
            .place = PlaceId{1},
            .value = radius_km,
            .has_value = true,
            .age = age};
}

/// Rebels in the second town who also want to be in the last, and an enforcer beside them.
World war_at_the_second_town() {
    World world = small_war();
    world.relations.set(rebels, foreigners, Relation::neutral);
    for (int i = 0; i < 4; ++i) add_unit(world, rebels, 1, 40);
    add_unit(world, foreigners, 1, 100);
    world.deployment.of(rebels)[1] = 3.0;
    world.deployment.of(rebels)[3] = 1.0;
    return world;
}

std::size_t rebels_at(World const& world, std::uint32_t town) {
    std::size_t units = 0;
    for (std::uint32_t u = 0; u < world.units.size(); ++u) {
        bool const is_there =
            world.units.station[u] == PlaceId{town} && world.units.posture[u] != Posture::transit;
        units += world.units.actor[u] == rebels && is_there ? 1 : 0;
    }
    return units;
}

/// So many days of the zone and of movement.
void live(World& world, std::vector<Measure> const& measures, int days,
          BufferZoneParams const& with = params()) {
    BufferZoneProcess rule{with};
    MovementProcess movement{{.speed_km_per_day = 500.0,
                              .redeploy_days = 2.0,
                              .offensive_redeploy_days = 1.0,
                              .patrol_share = 0.0,
                              .hide_days = 1.0}};
    for (int day = 0; day < days; ++day) {
        world.measures = measures;
        for (auto& measure : world.measures) measure.age = static_cast<std::uint32_t>(day);
        std::ranges::fill(world.cells.calm_attacks, 1.0F);
        rule(world);
        movement(world);
        ++world.today.value;
    }
}

TEST(GroundAround, ReachesAsFarAsItSaysWhateverIsNearby) {
    auto const& map = *four_towns();
    auto const small = ground_around(map, PlaceId{1}, 20.0);
    EXPECT_EQ(small.has_place, (std::vector<std::uint8_t>{0, 1, 0, 0}));
    auto const large = ground_around(map, PlaceId{1}, 60.0);
    EXPECT_EQ(large.has_place, (std::vector<std::uint8_t>{1, 1, 1, 0}));
    EXPECT_GT(large.cells.size(), small.cells.size());
    EXPECT_TRUE(small.has_cell[map.places.cell[1].row]);
    EXPECT_FALSE(small.has_cell[map.places.cell[2].row]);
}

TEST(BufferZone, EmptiesAndFillsAgainWhenItEnds) {
    World world = war_at_the_second_town();
    live(world, {zone()}, 5);
    EXPECT_EQ(rebels_at(world, 1), 0U);
    EXPECT_EQ(rebels_at(world, 3), 4U);
    EXPECT_TRUE(world.barred.is_barred(rebels, PlaceId{1}));
    EXPECT_DOUBLE_EQ(world.deployment.of(rebels)[1], 3.0);
    live(world, {}, 60);
    EXPECT_FALSE(world.barred.is_barred(rebels, PlaceId{1}));
    EXPECT_EQ(rebels_at(world, 1), 3U);
    EXPECT_EQ(fighters_of(world, rebels), 160U);
}

TEST(BufferZone, LeavesOthersWhereTheyAre) {
    World world = war_at_the_second_town();
    add_unit(world, allies_of_rebels, 1, 40);
    live(world, {zone()}, 5);
    EXPECT_EQ(world.units.station[4], PlaceId{1});
    EXPECT_EQ(world.units.station[5], PlaceId{1});
    EXPECT_FALSE(world.barred.is_barred(allies_of_rebels, PlaceId{1}));
}

TEST(BufferZone, HoldsBackAttacksByItsEnforcer) {
    World world = war_at_the_second_town();
    auto const& map = *world.map;
    live(world, {zone()}, 1);
    // 100 strong of a half strength of 100 enforce half: 1 - 0.8 x 0.5.
    EXPECT_FLOAT_EQ(world.cells.calm_attacks[map.places.cell[1].row], 0.6F);
    EXPECT_FLOAT_EQ(world.cells.calm_attacks[map.places.cell[2].row], 1.0F);
    Measure second = zone();
    second.other = state;
    live(world, {zone(), second}, 1);
    EXPECT_FLOAT_EQ(world.cells.calm_attacks[map.places.cell[1].row], 0.6F);
    world.units.fighters[4] = 0;
    live(world, {zone()}, 1);
    EXPECT_FLOAT_EQ(world.cells.calm_attacks[map.places.cell[1].row], 1.0F);
}

TEST(BufferZone, IsBreachedByWhoStaysBeyondTheGrace) {
    auto slow = params();
    slow.leave_days = 1e9;
    World world = war_at_the_second_town();
    world.deployment.of(rebels)[3] = 0.0;  // nowhere that they would rather be
    World longer = world;
    live(world, {zone()}, 3, slow);
    EXPECT_EQ(count_of(world.political_log, PoliticalKind::zone_breached), 0U);
    live(longer, {zone()}, 4, slow);
    EXPECT_EQ(count_of(longer.political_log, PoliticalKind::zone_breached), 4U);
}

TEST(BufferZone, IsDefiedMoreOftenWhereNobodyEnforcesIt) {
    auto defiant = params();
    defiant.defy_rate = 0.1;
    defiant.enforcement = 1.0;
    std::size_t enforced = 0;
    std::size_t open = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        World world = war_at_the_second_town();
        world.seed = sim::Seed{seed};
        World alone = world;
        alone.units.fighters[4] = 0;
        live(world, {zone()}, 30, defiant);
        live(alone, {zone()}, 30, defiant);
        enforced += count_of(world.political_log, PoliticalKind::zone_breached);
        open += count_of(alone.political_log, PoliticalKind::zone_breached);
    }
    EXPECT_EQ(enforced > 0, true);
    EXPECT_GT(open, enforced);
    World never = war_at_the_second_town();
    live(never, {zone()}, 30);
    EXPECT_EQ(count_of(never.political_log, PoliticalKind::zone_breached), 0U);
}

TEST(BufferZone, IsTheSameForTheSameSeed) {
    auto slow = params();
    slow.leave_days = 5.0;
    World world = war_at_the_second_town();
    World same = war_at_the_second_town();
    live(world, {zone()}, 10, slow);
    live(same, {zone()}, 10, slow);
    EXPECT_EQ(world.units.station, same.units.station);
}

}  // namespace
}  // namespace models::testing
