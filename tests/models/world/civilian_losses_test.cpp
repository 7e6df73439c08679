#include "models/world/civilian_losses.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/world/people.hpp"
#include "tests/models/displacement/small_world.hpp"

namespace models {
namespace {

using test::settle_households;

/// Three cells, some 11 km apart; cell 0 is empty.
World three_cells() {
    return test::small_world(test::small_map({{}, {}, {}}, {{0, 1, 11.0}, {1, 2, 11.0}}));
}

}  // namespace

TEST(LoseCivilians, TakesHouseholdsUniformly) {
    World world = three_cells();
    settle_households(world, 0, 3000, Community::tuareg, 20);
    settle_households(world, 0, 1000, Community::songhai, 20);
    EXPECT_EQ(lose_civilians(world, sim::CellId{0}, std::nullopt, 4000, 0), 4000U);
    double const songhai = 20'000.0 - world.households.strata().people_home[1];
    EXPECT_NEAR(songhai, 1000.0, 5.0 * std::sqrt(4000.0 * 0.25 * 0.75));
    EXPECT_EQ(count_people(world).all(), 76'000U);
    EXPECT_TRUE(count_people(world).sums_are_true);
}

TEST(LoseCivilians, LooksForTheCommunityNearbyBeforeAnybodyElse) {
    World world = three_cells();
    settle_households(world, 0, 1, Community::songhai, 9);
    settle_households(world, 1, 1, Community::tuareg, 2);
    settle_households(world, 2, 1, Community::tuareg, 1);
    auto const people = [&] { return world.households.strata().people_home; };
    EXPECT_EQ(lose_civilians(world, sim::CellId{0}, Community::tuareg, 2, 0), 2U);
    EXPECT_EQ(people(), (std::vector<std::uint32_t>{9, 0, 1}));
    EXPECT_EQ(lose_civilians(world, sim::CellId{0}, Community::tuareg, 2, 1), 2U);
    EXPECT_EQ(people(), (std::vector<std::uint32_t>{8, 0, 0}));
}

TEST(LoseCivilians, TakesThoseAwayLastAndNobodyWhoIsNotThere) {
    World world = three_cells();
    StratumId const stratum = settle_households(world, 0, 1, Community::songhai, 3);
    leave_home(world, stratum, 0, PlaceId{0});
    EXPECT_EQ(lose_civilians(world, sim::CellId{0}, std::nullopt, 2, 0), 2U);
    EXPECT_TRUE(count_people(world).sums_are_true);
    EXPECT_EQ(count_people(world).all(), 1U);
    EXPECT_EQ(lose_civilians(world, sim::CellId{0}, std::nullopt, 5, 1), 1U);
    EXPECT_EQ(world.households.movers()[0].status, MoverStatus::extinct);
    EXPECT_EQ(count_people(world).all(), 0U);
    EXPECT_TRUE(count_people(world).sums_are_true);
}

TEST(CountPeople, SeesASumThatIsWrong) {
    World world = three_cells();
    settle_households(world, 0, 2);
    leave_home(world, StratumId{0}, 0, PlaceId{1});
    EXPECT_TRUE(count_people(world).sums_are_true);
    ++world.places.people[0][1];
    EXPECT_FALSE(count_people(world).sums_are_true);
}

}  // namespace models
