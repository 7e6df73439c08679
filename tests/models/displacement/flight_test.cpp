#include "models/displacement/flight.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "models/world/people.hpp"
#include "tests/models/displacement/small_world.hpp"

namespace models {
namespace {

/// Two cells; the first has some households and the threat given.
World threatened(std::uint32_t households, double threat, std::uint64_t seed = 1) {
    static auto const map = test::small_map({{}, {}}, {{0, 1, 50.0}});
    World world = test::small_world(map, seed);
    test::settle_households(world, 0, households);
    test::settle_households(world, 1, households);
    if (threat > 0.0) world.cells.threat.add(0, threat, sim::Day{0});
    return world;
}

/// Parameters under which a threat of 1 is a rate of \p rate [1/day].
DisplacementParams with_rate(double rate) {
    DisplacementParams params = test::plain_params();
    params.flight.rate_threat = rate;
    return params;
}

/// Households of the first cell that left, by day.
std::vector<std::uint32_t> leavers_by_day(World world, DisplacementParams const& params,
                                          std::uint32_t days) {
    FlightProcess process{params.flight, params.travel};
    std::vector<std::uint32_t> leavers;
    std::uint32_t home = world.households.strata().at_home[0];
    for (; world.today.value < days; ++world.today.value) {
        process(world);
        std::uint32_t const left = world.households.strata().at_home[0];
        leavers.push_back(home - left);
        home = left;
    }
    return leavers;
}

}  // namespace

TEST(CrowdShare, FallsAboveTheSizeWithinWhichWarIsNearToAll) {
    FlightParams params;
    params.crowd_people = 10'000.0;
    params.crowd_power = 0.5;
    EXPECT_EQ(crowd_share(params, 500.0), 1.0);
    EXPECT_EQ(crowd_share(params, 10'000.0), 1.0);
    EXPECT_DOUBLE_EQ(crowd_share(params, 1'000'000.0), 0.1);
    params.crowd_power = 0.0;
    EXPECT_EQ(crowd_share(params, 1'000'000.0), 1.0) << "off";
}

TEST(CrowdShare, LowersTheUrgeOfACell) {
    auto const map = test::small_map({{.population = 40'000}, {}}, {{0, 1, 50.0}});
    World world = test::small_world(map);
    world.cells.threat.add(0, 1.0, sim::Day{0});
    FlightParams params = test::plain_params().flight;
    std::vector<double> const fear(1, 0.0);
    double const all = urge_to_leave(world, params, fear, sim::CellId{0});
    params.crowd_people = 10'000.0;
    params.crowd_power = 0.5;
    EXPECT_DOUBLE_EQ(urge_to_leave(world, params, fear, sim::CellId{0}), 0.5 * all);
}

TEST(UrgeToLeave, IsTheFormulaOfThePage) {
    FlightParams const params{.rate_threat = 0.02,
                              .threat_half = 4.0,
                              .rate_region = 0.0,
                              .region_half = 1.0,
                              .rate_takeover = 0.1,
                              .food_effect = 0.5,
                              .crowd_people = 1.0,
                              .crowd_power = 0.0,
                              .frailty = 0.0,
                              .max_rate = 0.0,
                              .exposure = {}};
    double const by_hand = (1.0 + 0.5 * 0.4) * (0.02 * 3.0 / (1.0 + 3.0 / 4.0) + 0.003 + 0.1 * 0.6);
    EXPECT_DOUBLE_EQ(urge_to_leave(params, 3.0, 0.003, 0.6, 0.4), by_hand);
    EXPECT_EQ(urge_to_leave(params, 0.0, 0.0, 0.0, 1.0), 0.0);
    EXPECT_EQ(urge_to_leave(FlightParams{}, 3.0, 0.0, 0.6, 0.4), 0.0);
}

TEST(FearByRegion, RisesWithTheThreatOfAllItsCells) {
    World world = threatened(1, 2.0);
    world.cells.threat.add(1, 4.0, sim::Day{0});
    FlightParams params = test::plain_params().flight;
    EXPECT_EQ(fear_by_region(world, params), std::vector{0.0}) << "off";
    params.rate_region = 0.01;
    params.region_half = 3.0;
    ASSERT_EQ(fear_by_region(world, params).size(), 1U);
    EXPECT_DOUBLE_EQ(fear_by_region(world, params)[0], 0.01 * 36.0 / (36.0 + 9.0));
}

TEST(FearByRegion, ReachesCellsWhereNothingHappens) {
    World world = threatened(1000, 1000.0);
    DisplacementParams params = test::plain_params();
    params.flight.rate_threat = 0.0;
    params.flight.rate_region = 10.0;
    params.flight.max_rate = 100.0;
    FlightProcess{params.flight, params.travel}(world);
    EXPECT_LT(world.households.strata().at_home[1], 5U) << "a cell without threat of its own";
}

TEST(FlightRate, IsCapped) {
    FlightParams params = test::plain_params().flight;
    params.exposure = test::equal_factors(3.0);
    World const world = threatened(1, 1.0);
    EXPECT_DOUBLE_EQ(flight_rate(world, params, StratumId{0}, 0.2), 0.2 * 3.0);
    EXPECT_EQ(flight_rate(world, params, StratumId{0}, 1e9), 1.0);
}

TEST(FlightRate, FallsAsTheReadiestLeave) {
    FlightParams params = test::plain_params().flight;
    EXPECT_EQ(readiness(params, 10, 40), 1.0) << "off";
    params.frailty = 2.0;
    EXPECT_EQ(readiness(params, 40, 40), 1.0);
    EXPECT_DOUBLE_EQ(readiness(params, 10, 40), 1.0 / 16.0);
    EXPECT_EQ(readiness(params, 0, 40), 0.0);
    World world = threatened(2, 1.0);
    double const all = flight_rate(world, params, StratumId{0}, 0.01);
    set_out(world, test::plain_params().travel, StratumId{0}, 0);
    EXPECT_DOUBLE_EQ(flight_rate(world, params, StratumId{0}, 0.01), 0.25 * all);
}

TEST(FlightRate, DependsOnCommunityAndHolder) {
    World world = threatened(1, 1.0);
    FlightParams params = test::plain_params().flight;
    params.exposure[static_cast<std::size_t>(Community::songhai)] = {.armed_group = 3.0,
                                                                     .otherwise = 2.0};
    double const nobody = flight_rate(world, params, StratumId{0}, 0.01);
    world.places.holder[0] = ActorId{1};
    double const state = flight_rate(world, params, StratumId{0}, 0.01);
    world.places.holder[0] = ActorId{0};
    double const group = flight_rate(world, params, StratumId{0}, 0.01);
    EXPECT_DOUBLE_EQ(state, nobody);
    EXPECT_DOUBLE_EQ(nobody, 0.02);
    EXPECT_DOUBLE_EQ(group, 1.5 * nobody);
}

TEST(Flight, LeavesTheCalmAlone) {
    auto const params = test::plain_params();
    World world = threatened(1000, 0.0);
    FlightProcess{params.flight, params.travel}(world);
    EXPECT_EQ(world.households.movers().size(), 0U);

    world = threatened(1000, 1.0);  // cell 1 stays calm
    DisplacementParams const certain = with_rate(1.0);
    FlightProcess{certain.flight, certain.travel}(world);
    EXPECT_GT(world.households.movers().size(), 0U);
    EXPECT_EQ(world.households.strata().at_home[1], 1000U);
}

TEST(Flight, FollowsLossOfControlAlone) {
    World world = threatened(1000, 0.0);
    world.cells.takeover.add(0, 1.0, sim::Day{0});
    auto const params = test::plain_params();
    FlightProcess{params.flight, params.travel}(world);
    EXPECT_GT(world.households.movers().size(), 50U);
}

TEST(Flight, HappensAtTheStatedRate) {
    double const n = 100'000.0, p = -std::expm1(-0.3);
    auto const left = leavers_by_day(threatened(100'000, 1.0), with_rate(0.3), 1);
    EXPECT_NEAR(left[0], n * p, 5.0 * std::sqrt(n * p * (1.0 - p)));
}

TEST(Flight, EmptiesACellUnderAHighRate) {
    DisplacementParams params = with_rate(100.0);
    params.flight.max_rate = 100.0;
    auto const left = leavers_by_day(threatened(1000, 1.0), params, 2);
    EXPECT_EQ(left, (std::vector<std::uint32_t>{1000, 0}));
}

TEST(Flight, ChoosesHouseholdsUniformly) {
    std::vector<int> left(10, 0);
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        World world = threatened(10, 1.0, seed);
        auto const params = with_rate(0.2);
        FlightProcess{params.flight, params.travel}(world);
        for (Mover const& mover : world.households.movers()) ++left[mover.household.row];
    }
    double const n = 4000.0, p = -std::expm1(-0.2);
    for (int const times : left) EXPECT_NEAR(times, n * p, 5.0 * std::sqrt(n * p * (1.0 - p)));
}

TEST(Flight, IsTheSameForTheSameSeedOnly) {
    auto const leavers = [](std::uint64_t seed) {
        return leavers_by_day(threatened(1000, 1.0, seed), with_rate(0.02), 30);
    };
    EXPECT_EQ(leavers(1), leavers(1));
    EXPECT_NE(leavers(1), leavers(2));
}

TEST(Flight, KeepsEveryPerson) {
    World world = threatened(1000, 1.0);
    auto const params = with_rate(0.5);
    FlightProcess{params.flight, params.travel}(world);
    auto const count = count_people(world);
    EXPECT_TRUE(count.sums_are_true);
    EXPECT_EQ(count.all(), 12'000U);
    EXPECT_EQ(world.totals.departures, 12'000U - count.at_home);
}

}  // namespace models
