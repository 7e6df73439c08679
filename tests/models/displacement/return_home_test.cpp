#include "models/displacement/return_home.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "models/displacement/borders.hpp"
#include "models/displacement/flight.hpp"
#include "models/displacement/travel.hpp"
#include "models/world/people.hpp"
#include "tests/models/displacement/small_world.hpp"

namespace models {
namespace {

constexpr std::uint32_t households = 4000;

/// A town with a threat of its own and the only refuge, 100 km away.
World fled(DisplacementParams const& params, bool is_abroad, std::uint64_t seed = 1) {
    auto const kind = is_abroad ? PlaceKind::camp : PlaceKind::town;
    World world = test::small_world(
        test::small_map({{}, {.kind = kind, .country = is_abroad ? 1U : 0U}}, {{0, 1, 100.0}}),
        seed);
    test::settle_households(world, 0, households);
    world.cells.threat.add(0, 10.0, sim::Day{0});
    for (std::uint32_t i = 0; i < households; ++i) set_out(world, params.travel, StratumId{0}, 0);
    return world;
}

DisplacementParams no_tenure() {
    DisplacementParams params = test::plain_params();
    params.return_home.tenure_days = 1e9;
    return params;
}

/// Households that have come home by a day.
std::uint32_t home_by(World& world, DisplacementParams const& params, std::uint32_t end) {
    TravelProcess travel{params, world.map};
    for (; world.today.value < end; ++world.today.value) {
        update_routes(world);
        travel(world);
    }
    EXPECT_TRUE(count_people(world).sums_are_true);
    EXPECT_EQ(count_people(world).all(), households * 6U);
    return world.households.strata().at_home[0];
}

}  // namespace

TEST(ReturnProbability, FallsWithServicesOnlyIfTheyMatter) {
    auto params = no_tenure();
    World world = fled(params, false);
    auto const chance = [&] {
        return return_probability(world, params.return_home, world.households.mover(MoverId{0}));
    };
    double const usual = chance();
    ASSERT_GT(usual, 0.0);
    world.cells.services.assign(world.map->cells.region.size(), 0.5F);
    EXPECT_DOUBLE_EQ(chance(), usual);
    params.return_home.services_floor = 0.4;
    EXPECT_DOUBLE_EQ(chance(), usual * 0.7);
    world.cells.services[0] = 1.0F;
    EXPECT_DOUBLE_EQ(chance(), usual);
}

TEST(ReturnProbability, IsTheFormulaOfThePage) {
    ReturnParams params = test::plain_params().return_home;
    params.tenure_days = 200.0;
    double const by_hand = 0.02 * 0.5 * std::exp(-0.3 / 0.5 - 0.02 / 0.1 - 40.0 / 200.0);
    EXPECT_DOUBLE_EQ(return_probability(params, MoverStatus::displaced, 0.3, 0.02, 40.0, 0.5),
                     by_hand);
    EXPECT_DOUBLE_EQ(return_probability(params, MoverStatus::refugee, 0.3, 0.02, 40.0, 0.5),
                     by_hand / 4.0);
    EXPECT_EQ(return_probability(ReturnParams{}, MoverStatus::displaced, 0.0, 0.0, 0.0, 1.0), 0.0);
}

TEST(NextDecision, IsTomorrowAtTheEarliestAndNeverAtRateZero) {
    sim::Stream draw{sim::Seed{1}, sim::Purpose{1}, 0, sim::Day{0}};
    EXPECT_EQ(next_decision(sim::Day{5}, sim::GeometricLaw{1.0}, draw), sim::Day{6});
    EXPECT_EQ(next_decision(sim::Day{5}, sim::GeometricLaw{0.0}, draw), never);
}

TEST(Decide, SharesTheBoundBetweenTheDecisions) {
    sim::Stream draw{sim::Seed{1}, sim::Purpose{1}, 0, sim::Day{0}};
    std::array<double, 3> counts{};
    double const n = 100'000.0;
    for (int i = 0; i < n; ++i) {
        ++counts[static_cast<std::size_t>(decide(0.02, 0.05, draw.uniform() * 0.1))];
    }
    EXPECT_NEAR(counts[1], 0.2 * n, 5.0 * std::sqrt(n * 0.2 * 0.8));
    EXPECT_NEAR(counts[2], 0.5 * n, 5.0 * std::sqrt(n * 0.5 * 0.5));
}

// All settle on day 1 and take one day home: those home by the end of day t decided on days 2 to
// t - 1. Home is dangerous at first and calms down, so the chance differs from day to day.
TEST(Return, HappensAtTheStatedRateOnceHomeIsCalm) {
    for (bool const is_abroad : {false, true}) {
        DisplacementParams const params = no_tenure();
        World world = fled(params, is_abroad);
        double stay = 1.0;
        double const base = is_abroad ? 0.005 : 0.02;
        for (int day = 2; day < 150; ++day) {
            stay *= 1.0 - base * std::exp(-10.0 * std::exp(-day / 30.0) / 0.5);
        }
        double const home = home_by(world, params, 151);
        double const expected = households * (1.0 - stay);
        EXPECT_NEAR(home, expected, 5.0 * std::sqrt(expected * stay)) << is_abroad;
        auto const& totals = world.totals;
        EXPECT_EQ(is_abroad ? totals.refugees_returned : totals.idps_returned, 6.0 * home);
        EXPECT_EQ(is_abroad ? totals.idps_returned : totals.refugees_returned, 0U);
    }
}

TEST(Return, WaitsWhileHomeIsDangerousOrHeldAgainstThem) {
    DisplacementParams params = no_tenure();
    World world = fled(params, false);
    world.cells.threat.add(0, 1e6, sim::Day{0});
    EXPECT_EQ(home_by(world, params, 100), 0U);

    for (auto& factor : params.return_home.home) factor = {.armed_group = 0.0, .otherwise = 1.0};
    world = fled(params, false);
    world.places.holder[0] = ActorId{0};
    EXPECT_EQ(home_by(world, params, 300), 0U);
    world.places.holder[0] = ActorId{1};
    EXPECT_GT(home_by(world, params, 600), households * 9 / 10);
}

TEST(Return, WaitsWhileTheWayIsClosed) {
    DisplacementParams const params = no_tenure();
    World world = fled(params, true);
    static_cast<void>(home_by(world, params, 2));
    world.route_open[0] = 0;
    EXPECT_EQ(home_by(world, params, 600), 0U);
    world.route_open[0] = 1;
    EXPECT_GT(home_by(world, params, 800), households / 2);
}

TEST(Return, FallsWithTimeInRefuge) {
    DisplacementParams params = no_tenure();
    params.return_home.tenure_days = 20.0;
    World world = fled(params, false);
    world.cells.threat = FadingField{2, 30.0, 1e-6};  // calm at once
    double stay = 1.0;
    for (int day = 2; day < 400; ++day) stay *= 1.0 - 0.02 * std::exp(-(day - 1) / 20.0);
    double const expected = households * (1.0 - stay);
    EXPECT_NEAR(home_by(world, params, 401), expected, 5.0 * std::sqrt(expected * stay));
}

TEST(Refuge, IsLeftWhenItIsNoLongerCalm) {
    DisplacementParams params = no_tenure();
    params.return_home.displaced = 0.0;
    World world = fled(params, false);
    static_cast<void>(home_by(world, params, 3));
    auto const& displaced = world.places.people[static_cast<std::size_t>(MoverStatus::displaced)];
    EXPECT_EQ(displaced[1], households * 6U);
    world.cells.threat = FadingField{2, 1e9, 1e-6};
    world.cells.threat.add(1, 10.0, world.today);  // now home is the calm place
    double const stay = std::pow(0.9, 20.0);
    static_cast<void>(home_by(world, params, 23));
    EXPECT_NEAR(displaced[1] / 6.0, households * stay,
                5.0 * std::sqrt(households * stay * (1.0 - stay)));
    static_cast<void>(home_by(world, params, 200));
    EXPECT_EQ(displaced[0], households * 6U);
}

}  // namespace models
