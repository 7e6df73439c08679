#include "sim/random/distributions.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numbers>

#include "chi_square.hpp"

namespace sim {
namespace {

constexpr int draws = 100'000;

Stream stream(std::uint32_t entity) {
    return {Seed{2012}, Purpose{3}, entity, Day{0}};
}

// Kolmogorov-Smirnov without sorting: the cumulative probability of a draw is uniform, so its
// hundredths are equally likely.
template <class Draw, class Cumulative>
double uniformity_score(Draw draw_one, Cumulative cumulative) {
    std::map<int, double> probability;
    std::map<int, int> counts;
    for (int bin = 0; bin < 100; ++bin) probability[bin] = 0.01;
    for (int i = 0; i < draws; ++i) {
        ++counts[std::min(99, static_cast<int>(100.0 * cumulative(draw_one())))];
    }
    return std::abs(chi_square_score(probability, counts));
}

TEST(Exponential, FollowsItsDistribution) {
    auto draw = stream(1);
    EXPECT_LT(uniformity_score([&] { return exponential(draw, 0.25); },
                               [](double x) { return -std::expm1(-0.25 * x); }),
              4.0);
}

TEST(Exponential, NeverComesAtRateZero) {
    auto draw = stream(2);
    EXPECT_EQ(exponential(draw, 0.0), std::numeric_limits<double>::infinity());
    EXPECT_THROW(static_cast<void>(exponential(draw, -1.0)), ContractError);
}

TEST(Normal, FollowsItsDistribution) {
    auto draw = stream(3);
    EXPECT_LT(uniformity_score([&] { return normal(draw, 3.0, 2.0); },
                               [](double x) {
                                   return 0.5 * std::erfc((3.0 - x) / (2.0 * std::numbers::sqrt2));
                               }),
              4.0);
}

TEST(Normal, IsItsMeanWithoutSpread) {
    auto draw = stream(4);
    EXPECT_EQ(normal(draw, 3.5, 0.0), 3.5);
    EXPECT_THROW(static_cast<void>(normal(draw, 0.0, -1.0)), ContractError);
}

TEST(Normal, TakesExactlyOneCounterBlock) {
    auto draw = stream(5);
    static_cast<void>(normal(draw, 0.0, 1.0));
    EXPECT_EQ(draw.bits32(), philox({5, 0, 3, 1}, key_of(Seed{2012}))[0]);
}

TEST(Lognormal, HasTheStatedMedianAndSpread) {
    auto draw = stream(6);
    EXPECT_LT(uniformity_score([&] { return lognormal(draw, 1.0, 0.5); },
                               [](double x) {
                                   return 0.5 * std::erfc((1.0 - std::log(x)) /
                                                          (0.5 * std::numbers::sqrt2));
                               }),
              4.0);
}

// For shapes 1/2, 1 and 2 the cumulative probability is elementary.
TEST(Gamma, FollowsItsDistribution) {
    auto draw = stream(7);
    EXPECT_LT(uniformity_score([&] { return gamma(draw, 0.5, 3.0); },
                               [](double x) { return std::erf(std::sqrt(x / 3.0)); }),
              4.0);
    EXPECT_LT(uniformity_score([&] { return gamma(draw, 1.0, 3.0); },
                               [](double x) { return -std::expm1(-x / 3.0); }),
              4.0);
    EXPECT_LT(uniformity_score([&] { return gamma(draw, 2.0, 3.0); },
                               [](double x) { return 1.0 - (1.0 + x / 3.0) * std::exp(-x / 3.0); }),
              4.0);
}

TEST(Gamma, HasTheStatedMoments) {
    for (double const shape : {0.1, 1.7, 250.0}) {
        auto draw = stream(static_cast<std::uint32_t>(100 * shape));
        double sum = 0.0, squares = 0.0;
        for (int i = 0; i < draws; ++i) {
            double const z = (gamma(draw, shape, 2.0) - 2.0 * shape) / (2.0 * std::sqrt(shape));
            sum += z;
            squares += z * z;
        }
        EXPECT_NEAR(sum / draws, 0.0, 5.0 / std::sqrt(draws)) << shape;
        double const kurtosis = 3.0 + 6.0 / shape;
        EXPECT_NEAR(squares / draws, 1.0, 5.0 * std::sqrt((kurtosis - 1.0) / draws)) << shape;
    }
}

TEST(Gamma, RefusesImpossibleShapes) {
    auto draw = stream(8);
    EXPECT_EQ(gamma(draw, 2.0, 0.0), 0.0);
    for (double const wrong : {0.0, -1.0, std::nan("")}) {
        EXPECT_THROW(static_cast<void>(gamma(draw, wrong, 1.0)), ContractError);
    }
}

TEST(Distributions, RepeatBitForBit) {
    auto const all = [] {
        auto draw = stream(11);
        return std::array<double, 7>{exponential(draw, 1.0),     normal(draw, 0.0, 1.0),
                                     lognormal(draw, 0.0, 1.0),  gamma(draw, 0.7, 1.0),
                                     1.0 * poisson(draw, 50.0),  1.0 * binomial(draw, 99, 0.4),
                                     1.0 * geometric(draw, 0.01)};
    };
    EXPECT_EQ(all(), all());
}

}  // namespace
}  // namespace sim
