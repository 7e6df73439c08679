#include "models/timeline/episodes.hpp"

#include <gtest/gtest.h>

#include "sim/base/check.hpp"
#include "tests/models/timeline/politics_world.hpp"

namespace models {
namespace {

using namespace testing;

TimelineParams const params{
    .cohesion_recovery_days = 100.0, .offensive_share = 0.6, .scripted_collapse = false};

TEST(GoalsOf, AreAPlaceOrTheTownsOfARegionByPopulation) {
    auto const map = politics_map();
    auto const& places = map->places;
    auto const one = goals_of({.place = fort, .region = north_region}, places);
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(one[0].first, fort);
    auto const towns = goals_of({.region = north_region}, places);
    ASSERT_EQ(towns.size(), 2U);  // the fort is no town
    EXPECT_EQ(towns[0].first, north);
    EXPECT_DOUBLE_EQ(towns[0].second, 0.75);
    EXPECT_DOUBLE_EQ(towns[1].second, 0.25);
    EXPECT_TRUE(goals_of({.region = RegionId{7}}, places).empty());
}

TEST(ApplyCampaigns, OffensiveDrawsItsShareAndSetsTheTempo) {
    World world = politics_world();
    world.deployment.of(rebels)[north.row] = 3.0;
    world.deployment.of(rebels)[east.row] = 1.0;
    apply_campaigns(
        {{.effect = Effect::offensive, .actor = rebels, .place = capital, .value = 2.5}}, params,
        world);
    double const ordered = world.orders.of(rebels)[capital.row];
    EXPECT_DOUBLE_EQ(ordered / (ordered + 4.0), 0.6);
    EXPECT_DOUBLE_EQ(world.actors.tempo[rebels.row], 2.5);
    EXPECT_DOUBLE_EQ(world.actors.tempo[state.row], 1.0);
    EXPECT_EQ(world.actors.lies_low[rebels.row], 0);
}

TEST(ApplyCampaigns, ActorsWithoutAPlanGoForTheGoalAlone) {
    World world = politics_world();
    apply_campaigns({{.effect = Effect::offensive, .actor = rebels, .region = north_region}},
                    params, world);
    EXPECT_DOUBLE_EQ(world.orders.of(rebels)[north.row], 0.75);
    EXPECT_DOUBLE_EQ(world.orders.of(rebels)[east.row], 0.25);
    EXPECT_DOUBLE_EQ(world.actors.tempo[rebels.row], 1.0);
}

TEST(ApplyCampaigns, EpisodesOverlapAndLeaveNothingBehind) {
    World world = politics_world();
    world.deployment.of(rebels)[north.row] = 0.1;
    Timeline const timeline{
        {.begins = 1,
         .ends = 5,
         .effect = Effect::offensive,
         .actor = rebels,
         .place = east,
         .value = 3.0},
        {.begins = 2,
         .ends = 4,
         .effect = Effect::offensive,
         .actor = rebels,
         .place = capital,
         .value = 2.0},
        {.begins = 3, .ends = 4, .effect = Effect::lie_low, .actor = rebels, .value = 0.3},
        {.begins = 3,
         .ends = 6,
         .effect = Effect::deploy_region,
         .actor = rebels,
         .place = fort,
         .value = 0.7},
    };
    auto const before = copy_of(world.deployment.of(rebels));
    std::vector<double> const tempo{1.0, 3.0, 3.0, 3.0 * 0.3, 3.0, 1.0, 1.0};
    for (std::uint32_t day = 0; day < tempo.size(); ++day) {
        go_to(world, day);
        apply_campaigns(timeline, params, world);
        EXPECT_DOUBLE_EQ(world.actors.tempo[rebels.row], tempo[day]) << day;
        EXPECT_EQ(world.actors.lies_low[rebels.row], day == 3 ? 1 : 0) << day;
        EXPECT_EQ(world.orders.of(rebels)[capital.row] > 0.0, day == 2 || day == 3) << day;
        EXPECT_EQ(world.orders.of(rebels)[fort.row], day >= 3 && day < 6 ? 0.7 : 0.0) << day;
    }
    EXPECT_EQ(copy_of(world.orders.of(rebels)), std::vector<double>(5, 0.0));
    EXPECT_EQ(world.actors.tempo[rebels.row], 1.0);
    EXPECT_EQ(copy_of(world.deployment.of(rebels)), before);
}

TEST(ApplyCampaigns, RefusesAShareOfEverybody) {
    World world = politics_world();
    TimelineParams const all{.cohesion_recovery_days = 1.0, .offensive_share = 1.0};
    EXPECT_THROW(apply_campaigns({}, all, world), sim::ContractError);
}

TEST(ApplyFoodStress, IsTheHighestOfTheOpenRows) {
    World world = politics_world();
    Timeline const timeline{
        {.begins = -10, .ends = 4, .effect = Effect::food_stress, .value = 0.25},
        {.begins = 1,
         .ends = 3,
         .effect = Effect::food_stress,
         .region = north_region,
         .value = 0.75},
    };
    std::vector<std::vector<float>> const stress{{0.25F, 0.25F, 0.25F, 0.25F},
                                                 {0.25F, 0.75F, 0.75F, 0.25F},
                                                 {0.25F, 0.75F, 0.75F, 0.25F},
                                                 {0.25F, 0.25F, 0.25F, 0.25F},
                                                 {0.0F, 0.0F, 0.0F, 0.0F}};
    for (std::uint32_t day = 0; day < stress.size(); ++day) {
        go_to(world, day);
        apply_food_stress(timeline, world);
        EXPECT_EQ(world.cells.food_stress, stress[day]) << day;
    }
}

}  // namespace
}  // namespace models
