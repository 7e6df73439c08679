#include "models/scenario/first_world.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "models/scenario/first_households.hpp"
#include "sim/parallel/threads.hpp"
#include "tests/models/scenario/small_country.hpp"

namespace models {
namespace {

using test::SmallCountry;

/// People of a store by cell.
std::vector<std::uint32_t> people_by_cell(HouseholdStore const& households, std::size_t cells) {
    std::vector<std::uint32_t> people(cells, 0);
    auto const& strata = households.strata();
    for (std::size_t i = 0; i < strata.size(); ++i) {
        for (std::uint32_t k = 0; k < strata.at_home[i]; ++k) {
            auto const id = StratumId{static_cast<std::uint32_t>(i)};
            people[strata.cell[i].row] += households.people(households.at_home(id, k));
        }
    }
    return people;
}

std::vector<int> sizes_of(HouseholdStore const& households) {
    std::vector<int> sizes;
    for (std::uint32_t i = 0; i < households.size(); ++i) {
        sizes.push_back(households.people(HouseholdId{i}));
    }
    return sizes;
}

TEST(FirstHouseholds, HouseEverybodyExactlyOnce) {
    auto const scenario = SmallCountry{}.load();
    auto const households = first_households(*scenario.map, scenario.communities, 5.0, {1});
    EXPECT_EQ(people_by_cell(households, 6), scenario.map->cells.population);
}

TEST(FirstHouseholds, DivideACellByTheSharesOfItsRegion) {
    auto const scenario = SmallCountry{}.load();
    auto const households = first_households(*scenario.map, scenario.communities, 5.0, {1});
    auto const& strata = households.strata();
    ASSERT_EQ(strata.size(), 6U);  // two communities in each southern cell, one in each northern
    EXPECT_EQ(strata.people_home[0], 250U);
    EXPECT_EQ(strata.people_home[1], 750U);
    EXPECT_EQ(strata.people_home[2], 500U);   // 500.25
    EXPECT_EQ(strata.people_home[3], 1501U);  // 1500.75
    EXPECT_EQ(strata.community[4], Community::songhai);
    EXPECT_EQ(strata.people_home[5], 7U);
}

TEST(FirstHouseholds, HaveTheStatedMeanSize) {
    SmallCountry country;
    country.replace("grid.csv", "S1,1000", "S1,1000000");
    auto const scenario = country.load();
    auto const sizes = sizes_of(first_households(*scenario.map, scenario.communities, 5.0, {7}));
    double const mean =
        std::accumulate(sizes.begin(), sizes.end(), 0.0) / static_cast<double>(sizes.size());
    // The variance of 1 + Poisson(4) is 4; 5 standard errors.
    EXPECT_NEAR(mean, 5.0, 5.0 * std::sqrt(4.0 / static_cast<double>(sizes.size())));
    EXPECT_GE(*std::min_element(sizes.begin(), sizes.end()), 1);
    EXPECT_LE(*std::max_element(sizes.begin(), sizes.end()), int{largest_household});
}

TEST(FirstHouseholds, OfMeanOneAreSingles) {
    auto const scenario = SmallCountry{}.load();
    auto const households = first_households(*scenario.map, scenario.communities, 1.0, {1});
    EXPECT_EQ(households.size(), 3308U);
}

TEST(FirstHouseholds, AreTheSameForAnyThreadCount) {
    auto const scenario = SmallCountry{}.load();
    auto const with = [&](int threads) {
        auto const before = sim::threads();
        sim::set_threads(threads);
        auto sizes = sizes_of(first_households(*scenario.map, scenario.communities, 5.0, {3}));
        sim::set_threads(before);
        return sizes;
    };
    auto const one = with(1);
    EXPECT_EQ(one, with(2));
    EXPECT_EQ(one, with(7));
}

TEST(FirstHouseholds, DependOnTheSeed) {
    auto const scenario = SmallCountry{}.load();
    EXPECT_NE(sizes_of(first_households(*scenario.map, scenario.communities, 5.0, {1})),
              sizes_of(first_households(*scenario.map, scenario.communities, 5.0, {2})));
}

TEST(FirstWorld, SharesTheMapAndBeginsOnTheFirstDay) {
    auto const scenario = SmallCountry{}.load();
    auto const world = make_world(scenario, {5});
    EXPECT_EQ(world.map, scenario.map);
    EXPECT_EQ(world.today.value, 0U);
    EXPECT_EQ(world.date(), sim::make_date(2012, 1, 1));
    EXPECT_EQ(world.seed.value, 5U);
    EXPECT_EQ(world.route_open, (std::vector<std::uint8_t>{1, 1, 1}));
    EXPECT_EQ(world.households.movers().size(), 0U);
    EXPECT_TRUE(world.events.empty());
}

TEST(FirstWorld, BelongsToTheState) {
    SmallCountry country;
    country.append("places.csv", "zeta,Zeta,camp,Aland,South,S1,10.5,1.5,,,,,\n");
    auto const world = make_world(country.load(), {5});
    for (std::uint32_t cell = 0; cell < 6; ++cell) {
        auto const control = world.cells.control_of(sim::CellId{cell}, 3);
        EXPECT_EQ(control[0], cell % 3 == 2 ? 0.0F : 1.0F) << cell;
        EXPECT_EQ(control[1], 0.0F);
    }
    EXPECT_EQ(world.places.holder[0].row, 0U);
    EXPECT_EQ(world.places.held_since[0], sim::Day{0});
    EXPECT_EQ(world.places.holder[2], no_actor);  // abroad
    EXPECT_EQ(world.places.holder[6], no_actor);  // a camp
}

TEST(FirstWorld, HasTheActorsThatExistWithTheirStrengthAndBases) {
    auto const world = make_world(SmallCountry{}.load(), {5});
    EXPECT_EQ(world.actors.active, (std::vector<std::uint8_t>{1, 1, 0}));
    EXPECT_EQ(world.actors.target_strength, (std::vector<double>{1000.0, 300.0, 0.0}));
    EXPECT_EQ(world.actors.quality, (std::vector<double>{0.5, 1.0, 1.0}));
    EXPECT_EQ(world.actors.cohesion, (std::vector<double>{1.0, 1.0, 1.0}));
    EXPECT_EQ(world.deployment.of(ActorId{0})[0], 3.0);
    EXPECT_EQ(world.deployment.of(ActorId{0})[1], 1.0);
    EXPECT_EQ(world.orders.of(ActorId{0})[0], 0.0);
    EXPECT_EQ(world.units.size(), 0U);
    EXPECT_EQ(world.relations.at(ActorId{0}, ActorId{1}), Relation::neutral);
    EXPECT_EQ(world.compliance.at(ActorId{0}, ActorId{1}), 1.0F);
}

TEST(FirstWorld, IsCalm) {
    auto const world = make_world(SmallCountry{}.load(), {5});
    EXPECT_EQ(world.cells.threat.size(), 6U);
    EXPECT_EQ(world.cells.takeover.size(), 6U);
    ASSERT_EQ(world.momentum.size(), 3U);
    EXPECT_EQ(world.momentum[2].size(), 6U);
    EXPECT_TRUE(world.cells.threat.active().empty());
    EXPECT_EQ(world.cells.food_stress, std::vector<float>(6, 0.0F));
    for (auto const& people : world.places.people) {
        EXPECT_EQ(people, std::vector<std::uint32_t>(6, 0));
    }
}

}  // namespace
}  // namespace models
