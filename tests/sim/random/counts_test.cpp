#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "chi_square.hpp"
#include "sim/random/distributions.hpp"
#include "sim/random/geometric_law.hpp"
#include "sim/random/poisson_table.hpp"

namespace sim {
namespace {

constexpr int draws = 500'000;  // enough to see a wrong constant of the rejection methods

Stream stream(std::uint32_t entity) {
    return {Seed{2012}, Purpose{1}, entity, Day{0}};
}

template <class Draw>
std::map<std::uint32_t, int> tally(Draw draw_one) {
    std::map<std::uint32_t, int> counts;
    for (int i = 0; i < draws; ++i) ++counts[draw_one()];
    return counts;
}

double log_choose(double n, double k) {
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}

class PoissonMean : public testing::TestWithParam<double> {};

TEST_P(PoissonMean, FollowsItsProbabilities) {
    double const mean = GetParam();
    std::map<std::uint32_t, double> probability;
    for (std::uint32_t k = 0; k < mean + 10 * std::sqrt(mean) + 10; ++k) {
        probability[k] = std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0));
    }
    auto draw = stream(static_cast<std::uint32_t>(mean * 1000));
    auto const counts = tally([&] { return poisson(draw, mean); });
    EXPECT_LT(std::abs(chi_square_score(probability, counts)), 4.0);
}

INSTANTIATE_TEST_SUITE_P(SmallAndLarge, PoissonMean,
                         testing::Values(0.01, 1.0, 9.99, 10.0, 31.4, 400.0));

TEST(MayHaveEvents, IsTrueOfEveryStreamThatHasSomeAndOfFewOthers) {
    for (double const most : {0.0, 1e-9, 0.01, 0.3, 0.999, 1.0, 5.0, 50.0}) {
        int may = 0;
        std::uint32_t const streams = 20'000;
        for (std::uint32_t i = 0; i < streams; ++i) {
            Stream draw{Seed{5}, Purpose{3}, i, Day{1}};
            bool const asked = may_have_events(draw, most);
            may += asked;
            for (double const mean : {0.5 * most, most}) {
                Stream same = draw;
                ASSERT_TRUE(asked || poisson(same, mean) == 0) << most;
            }
        }
        EXPECT_NEAR(may, streams * std::min(most, 1.0), 5.0 * std::sqrt(streams * 0.25)) << most;
    }
}

class PoissonTableMean : public testing::TestWithParam<double> {};

TEST_P(PoissonTableMean, GivesEachNumberItsShareOfAllWords) {
    double const mean = GetParam();
    PoissonTable const table{mean};
    // The first word of each number, by bisection: numbers never fall as words rise.
    auto const first_above = [&](std::uint32_t k) {
        std::uint64_t least = 0, above = std::uint64_t{1} << 32;
        while (least < above) {
            std::uint64_t const middle = (least + above) / 2;
            if (table.number(static_cast<std::uint32_t>(middle)) > k) {
                above = middle;
            } else {
                least = middle + 1;
            }
        }
        return static_cast<double>(least) * 0x1.0p-32;
    };
    double sum = 0.0;
    for (std::uint32_t k = 0; k < 200; ++k) {
        sum += mean > 0.0 ? std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0))
                          : (k == 0 ? 1.0 : 0.0);
        ASSERT_NEAR(first_above(k), sum, 0x1.0p-31) << k;
    }
}

INSTANTIATE_TEST_SUITE_P(SmallAndLarge, PoissonTableMean,
                         testing::Values(0.0, 1e-12, 0.01, 1.0, 4.0, 9.99, 29.0, 64.0));

struct Trials {
    std::uint32_t n;
    double p;
};

class BinomialTrials : public testing::TestWithParam<Trials> {};

TEST_P(BinomialTrials, FollowsItsProbabilities) {
    auto const [n, p] = GetParam();
    std::map<std::uint32_t, double> probability;
    for (std::uint32_t k = 0; k <= n; ++k) {
        probability[k] = std::exp(log_choose(n, k) + k * std::log(p) + (n - k) * std::log1p(-p));
    }
    auto draw = stream(n);
    auto const counts = tally([&, n = n, p = p] { return binomial(draw, n, p); });
    EXPECT_LE(counts.rbegin()->first, n);
    EXPECT_LT(std::abs(chi_square_score(probability, counts)), 4.0);
}

INSTANTIATE_TEST_SUITE_P(SmallAndLarge, BinomialTrials,
                         testing::Values(Trials{3, 0.5}, Trials{10'000, 0.0005}, Trials{20, 0.5},
                                         Trials{25, 0.41}, Trials{5000, 0.01}, Trials{300, 0.85},
                                         Trials{40, 0.99}));

// Far from what the tables above can hold: the first two moments.
TEST(Counts, KeepTheirMomentsWhenLarge) {
    double const mean = 1e9, p = 0.25;
    std::uint32_t const n = 4'000'000'000U;
    double poisson_sum = 0.0, poisson_squares = 0.0, binomial_sum = 0.0, binomial_squares = 0.0;
    auto draw = stream(1);
    for (int i = 0; i < draws; ++i) {
        double const a = (poisson(draw, mean) - mean) / std::sqrt(mean);
        double const b = (binomial(draw, n, p) - n * p) / std::sqrt(n * p * (1 - p));
        poisson_sum += a;
        poisson_squares += a * a;
        binomial_sum += b;
        binomial_squares += b * b;
    }
    double const n_draws = draws;
    EXPECT_NEAR(poisson_sum / n_draws, 0.0, 5.0 / std::sqrt(n_draws));
    EXPECT_NEAR(poisson_squares / n_draws, 1.0, 5.0 * std::sqrt(2.0 / n_draws));
    EXPECT_NEAR(binomial_sum / n_draws, 0.0, 5.0 / std::sqrt(n_draws));
    EXPECT_NEAR(binomial_squares / n_draws, 1.0, 5.0 * std::sqrt(2.0 / n_draws));
}

TEST(Geometric, FollowsItsProbabilities) {
    for (double const p : {0.9, 0.2, 0.03}) {
        std::map<std::uint32_t, double> probability;
        for (std::uint32_t k = 0; k < 1000; ++k) probability[k] = p * std::pow(1.0 - p, k);
        auto draw = stream(static_cast<std::uint32_t>(p * 100));
        auto const counts = tally([&] { return geometric(draw, p); });
        EXPECT_LT(std::abs(chi_square_score(probability, counts)), 4.0) << p;
    }
}

TEST(Counts, AreCertainAtTheEnds) {
    auto draw = stream(2);
    for (int i = 0; i < 1000; ++i) {
        ASSERT_EQ(poisson(draw, 0.0), 0U);
        ASSERT_EQ(binomial(draw, 0, 0.5), 0U);
        ASSERT_EQ(binomial(draw, 1000, 0.0), 0U);
        ASSERT_EQ(binomial(draw, 1000, 1.0), 1000U);
        ASSERT_EQ(geometric(draw, 1.0), 0U);
        ASSERT_EQ(geometric(draw, 0.0), geometric_cap);
        ASSERT_LE(geometric(draw, 1e-300), geometric_cap);
    }
}

TEST(GeometricLaw, InvertsTheSameUniformDraws) {
    for (double const p : {0.001, 0.3, 0.999}) {
        GeometricLaw const law{p};
        auto draw = stream(4), uniforms = stream(4);
        for (int i = 0; i < 1000; ++i) {
            double const failures =
                std::floor(std::log(uniforms.uniform_positive()) / std::log1p(-p));
            ASSERT_EQ(law.draw(draw), static_cast<std::uint32_t>(failures));
        }
    }
}

TEST(Counts, RefuseWhatIsNoRateOrProbability) {
    auto draw = stream(3);
    for (double const wrong : {-0.1, std::nan("")}) {
        EXPECT_THROW(static_cast<void>(poisson(draw, wrong)), ContractError);
        EXPECT_THROW(static_cast<void>(binomial(draw, 9, wrong)), ContractError);
        EXPECT_THROW(static_cast<void>(geometric(draw, wrong)), ContractError);
    }
    EXPECT_THROW(static_cast<void>(poisson(draw, 1e10)), ContractError);
    EXPECT_THROW(static_cast<void>(binomial(draw, 9, 1.1)), ContractError);
    EXPECT_THROW(static_cast<void>(geometric(draw, 1.1)), ContractError);
}

}  // namespace
}  // namespace sim
