#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <vector>

#include "models/displacement/dense_flight.hpp"
#include "models/displacement/flight.hpp"
#include "sim/parallel/threads.hpp"
#include "tests/models/displacement/threatened_world.hpp"
#include "tests/sim/random/chi_square.hpp"
#include "tests/sim/random/kolmogorov_smirnov.hpp"

// That drawing only those who leave (FlightProcess) has the law of letting every household decide
// every day (DenseFlightProcess).
//
// Seeds are fixed, so a test passes always or never. A right program would have failed each with a
// chance of 10^-6, over all its comparisons, had the seeds been others: so a failure means a fault.
// Samples are large enough to find a rate that is 2 % wrong in either process, and one that is 5 %
// wrong twice over. Tried by hand; so were rates that forget who has left or how much of the day
// has passed.

namespace models {
namespace {

constexpr double significance = 1e-6;

/// Households of each cell, one stratum each: fewer than a vector holds, and more than a batch.
constexpr std::array<std::uint32_t, 6> households{1, 3, 10, 31, 100, 1500};
constexpr double rate = 0.05;  // of a household in the first cell [1/day]
constexpr double fade = 30.0;  // small_world() forgets threat by exp(-1) in so many days
constexpr std::uint32_t days = 6;
constexpr std::uint64_t seeds = 2000;

/// The cells under a threat of 1, 2, 3, ...
World threatened(std::uint64_t seed) {
    static auto const map = test::map_of_cells(households.size());
    return test::threatened_world(map, households, seed);
}

DisplacementParams with_rate(double rate_threat) {
    DisplacementParams params = test::plain_params();
    params.flight.rate_threat = rate_threat;
    return params;
}

/// Chance that a household leaves on a day, counted from day 0.
double chance_to_leave(std::uint32_t cell, std::uint32_t day) {
    double stayed = 1.0, p = 0.0;
    for (std::uint32_t d = 0; d <= day; ++d) {
        stayed *= 1.0 - p;
        p = -std::expm1(-rate * (1.0 + cell) * std::exp(-static_cast<double>(d) / fade));
    }
    return stayed * p;
}

/// The binomial law: chance of each number of leavers out of n.
std::map<std::uint32_t, double> binomial_law(std::uint32_t n, double p) {
    std::map<std::uint32_t, double> law;
    for (std::uint32_t k = 0; k <= n; ++k) {
        double const log_ways =
            std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0);
        law[k] = std::exp(log_ways + k * std::log(p) + (n - k) * std::log1p(-p));
    }
    return law;
}

using Counts = std::map<std::uint32_t, int>;

/// How often each number of households left, by cell and day, over many seeds.
template <class Process>
std::array<std::array<Counts, days>, households.size()> leavers_by_cell_and_day() {
    std::array<std::array<Counts, days>, households.size()> found;
    auto const params = with_rate(rate);
    Process process{params.flight, params.travel};
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        World world = threatened(seed);
        for (; world.today.value < days; ++world.today.value) {
            auto const before = world.households.strata().at_home;
            process(world);
            auto const& after = world.households.strata().at_home;
            for (std::size_t cell = 0; cell < households.size(); ++cell) {
                ++found[cell][world.today.value][before[cell] - after[cell]];
            }
        }
    }
    return found;
}

/// Chance that a standard normal number is at least as large.
double normal_tail(double score) {
    return 0.5 * std::erfc(score / std::sqrt(2.0));
}

/// A test of one thread: teams of threads cost more than small strata.
class FlightLaw : public ::testing::Test {
  protected:
    FlightLaw() { sim::set_threads(1); }
    ~FlightLaw() override { sim::set_threads(before_); }

    /// Chi-square: how many leave each cell each day, against the law.
    template <class Process>
    static void expect_binomial() {
        auto const found = leavers_by_cell_and_day<Process>();
        double const comparisons = static_cast<double>(households.size() * days);
        for (std::uint32_t cell = 0; cell < households.size(); ++cell) {
            for (std::uint32_t day = 0; day < days; ++day) {
                auto const law = binomial_law(households[cell], chance_to_leave(cell, day));
                double const score = sim::chi_square_score(law, found[cell][day]);
                EXPECT_GT(normal_tail(score), significance / comparisons)
                    << "cell " << cell << ", day " << day << ", score " << score;
            }
        }
    }

    /// On which day each of many households leaves the first cell, and how many never do.
    template <class Process>
    static std::map<std::uint32_t, std::uint64_t> day_of_departure(std::uint32_t many,
                                                                   double frailty = 0.0) {
        static auto const map = test::small_map({{}, {}}, {{0, 1, 50.0}});
        World world = test::small_world(map, 7);
        test::settle_households(world, 0, many);
        world.cells.threat.add(0, 1.0, sim::Day{0});
        auto params = with_rate(0.03);
        params.flight.frailty = frailty;
        Process process{params.flight, params.travel};
        std::map<std::uint32_t, std::uint64_t> leavers;
        auto const& at_home = world.households.strata().at_home[0];
        std::uint32_t const last = 100;
        for (; world.today.value < last; ++world.today.value) {
            std::uint32_t const before = at_home;
            process(world);
            leavers[world.today.value] = before - at_home;
        }
        leavers[last] = at_home;
        return leavers;
    }

    /// How many leave a cell of 100 in the first ten days, over many seeds.
    template <class Process>
    static std::map<std::uint32_t, std::uint64_t> leavers_of_ten_days() {
        auto const params = with_rate(0.02);
        Process process{params.flight, params.travel};
        std::map<std::uint32_t, std::uint64_t> times;
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            World world = threatened(seed);
            for (; world.today.value < 10; ++world.today.value) process(world);
            ++times[100 - world.households.strata().at_home[4]];
        }
        return times;
    }

  private:
    int before_ = sim::threads();
};

template <class Value>
void expect_one_distribution(std::map<Value, std::uint64_t> const& fast,
                             std::map<Value, std::uint64_t> const& dense) {
    double const score = sim::kolmogorov_smirnov_score(fast, dense);
    EXPECT_GT(sim::kolmogorov_smirnov_chance(score), significance) << "score " << score;
}

}  // namespace

TEST_F(FlightLaw, OfTheFastProcessIsBinomialByCellAndDay) {
    expect_binomial<FlightProcess>();
}

TEST_F(FlightLaw, OfTheDenseProcessIsBinomialByCellAndDay) {
    expect_binomial<DenseFlightProcess>();
}

TEST_F(FlightLaw, IsTheSameForTheDayOfDeparture) {
    constexpr std::uint32_t many = 1'000'000;
    expect_one_distribution(day_of_departure<FlightProcess>(many),
                            day_of_departure<DenseFlightProcess>(many));
}

TEST_F(FlightLaw, IsTheSameForTheDayOfDepartureOfTheUnequallyReady) {
    constexpr std::uint32_t many = 1'000'000;
    expect_one_distribution(day_of_departure<FlightProcess>(many, 4.0),
                            day_of_departure<DenseFlightProcess>(many, 4.0));
}

TEST_F(FlightLaw, OfTheUnequallyReadyIsThatOfGammaFrailty) {
    constexpr std::uint32_t many = 1'000'000;
    constexpr double frailty = 4.0;
    auto const leavers = day_of_departure<FlightProcess>(many, frailty);
    double hazard = 0.0, stayed = 1.0;
    std::uint64_t left = 0;
    for (auto const& [day, number] : leavers) {
        if (day == leavers.rbegin()->first) break;
        double const today = 0.03 * std::exp(-static_cast<double>(day) / fade);
        hazard += today;
        left += number;
        // By day, as readiness is that of the morning; and in continuous time, nearly the same.
        stayed *= std::exp(-today * std::pow(stayed, frailty));
        double const share = static_cast<double>(left) / many;
        ASSERT_NEAR(share, 1.0 - stayed, 0.002) << "day " << day;
        ASSERT_NEAR(share, 1.0 - std::pow(1.0 + frailty * hazard, -1.0 / frailty), 0.006);
    }
}

TEST_F(FlightLaw, IsTheSameForTheSpreadBetweenRuns) {
    expect_one_distribution(leavers_of_ten_days<FlightProcess>(),
                            leavers_of_ten_days<DenseFlightProcess>());
}

}  // namespace models
