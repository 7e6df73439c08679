#include "models/displacement/flight.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "models/purposes.hpp"
#include "models/world/people.hpp"
#include "sim/random/distributions.hpp"
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
    World world = threatened(1, 3.0);
    world.cells.takeover.add(0, 0.6, sim::Day{0});
    world.cells.food_stress[0] = 0.4F;
    FlightParams params = test::plain_params().flight;
    params.rate_threat = 0.02;
    params.threat_half = 4.0;
    params.rate_takeover = 0.1;
    params.food_effect = 0.5;
    double const by_hand =
        (1.0 + 0.5 * 0.4F) * (0.003 + 0.02 * 3.0 / (1.0 + 3.0 / 4.0) + 0.1 * 0.6);
    std::vector<double> const fear{0.003};
    EXPECT_DOUBLE_EQ(urge_to_leave(world, params, fear, sim::CellId{0}), by_hand);
    EXPECT_EQ(alarm(params, 0.0, 0.0), 0.0);
    World calm = threatened(1, 0.0);
    calm.cells.food_stress[0] = 1.0F;
    EXPECT_EQ(urge_to_leave(calm, params, std::vector{0.0}, sim::CellId{0}), 0.0);
    params.rate_threat = params.rate_takeover = 0.0;
    EXPECT_EQ(urge_to_leave(world, params, std::vector{0.0}, sim::CellId{0}), 0.0);
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

// What FlightProcess does with clocks that wait, done with clocks that all run every day.
class FlightDayByDay {
  public:
    FlightDayByDay(DisplacementParams const& params, std::size_t strata)
        : params_{params}, left_(strata, 0.0) {}

    void operator()(World& world) {
        auto const fear = fear_by_region(world, params_.flight);
        auto const& strata = world.households.strata();
        std::vector<double> rates;
        for (std::uint32_t s = 0; s < strata.size(); ++s) {
            double const urge = urge_to_leave(world, params_.flight, fear, strata.cell[s]);
            rates.push_back(flight_rate(world, params_.flight, StratumId{s}, urge));
        }
        for (std::uint32_t s = 0; s < strata.size(); ++s) pass_day(world, s, rates[s]);
    }

  private:
    void pass_day(World& world, std::uint32_t stratum, double rate) {
        std::uint32_t at_home = world.households.strata().at_home[stratum];
        if (rate * at_home <= 0.0) return;
        sim::Stream draw{world.seed, purpose::departure, stratum, world.today};
        double& left = left_[stratum];
        if (left == 0.0) left = sim::exponential(draw, 1.0);
        for (double day = 1.0; at_home > 0; --at_home) {
            if (left > rate * at_home * day) {
                left -= rate * at_home * day;
                return;
            }
            day -= left / (rate * at_home);
            set_out(world, params_.travel, StratumId{stratum}, draw.below(at_home));
            left = sim::exponential(draw, 1.0);
        }
    }

    DisplacementParams params_;
    std::vector<double> left_;
};

TEST(Flight, IsThatOfClocksThatAllRunEveryDay) {
    auto const map = test::small_map(std::vector<test::SmallPlace>(40), {{0, 1, 50.0}});
    World world = test::small_world(map, 5);
    for (std::uint32_t cell = 0; cell < 40; ++cell) {
        if (cell % 7 == 3) continue;
        test::settle_households(world, cell, 20 + cell);
        test::settle_households(world, cell, 7, Community::fulani);
    }
    DisplacementParams params = test::plain_params();
    params.flight.rate_region = 0.01;
    params.flight.region_half = 3.0;
    params.flight.frailty = 1.5;
    params.flight.max_rate = 0.04;
    params.flight.exposure[static_cast<std::size_t>(Community::fulani)] = {.armed_group = 3.0,
                                                                           .otherwise = 0.5};
    World expected = world;
    FlightProcess waiting{params.flight, params.travel};
    FlightDayByDay running{params, world.households.strata().size()};
    std::uint32_t returned = 0;
    for (std::uint32_t day = 0; day < 400; ++day) {
        sim::Stream draw{sim::Seed{8}, sim::Purpose{1}, 0, sim::Day{day}};
        std::uint32_t const where = draw.below(40);
        for (World* const it : {&world, &expected}) {
            it->today = sim::Day{day};
            if (day % 20 == 4) it->cells.threat.add(where, 1.0 + where % 9, it->today);
            if (day % 20 == 9) it->cells.takeover.add(where, 0.5, it->today);
            if (day % 20 == 11) it->places.holder[where] = ActorId{day / 20 % 2};
            if (day % 50 == 13) {
                it->cells.food_stress.assign(40, 0.01F * static_cast<float>(where));
                it->cells.hunger_since = it->today;
            }
            it->cells.threat.prune(it->today);
            it->cells.takeover.prune(it->today);
        }
        waiting(world);
        running(expected);
        ASSERT_EQ(world.households.movers().size(), expected.households.movers().size()) << day;
        ASSERT_EQ(world.households.strata().at_home, expected.households.strata().at_home) << day;
        if (day % 3 != 0 || returned >= world.households.movers().size()) continue;
        world.households.come_home(MoverId{returned}, world.today);
        expected.households.come_home(MoverId{returned}, world.today);
        ++returned;
    }
    EXPECT_GT(returned, 100U);
    EXPECT_GT(world.households.movers().size(), returned + 200U);
    // From what is in the world, another process goes on as the first one would.
    World again = world;
    FlightProcess other{params.flight, params.travel};
    for (std::uint32_t day = 400; day < 440; ++day) {
        world.today = again.today = sim::Day{day};
        waiting(world);
        other(again);
        ASSERT_EQ(world.households.strata().at_home, again.households.strata().at_home) << day;
    }
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
