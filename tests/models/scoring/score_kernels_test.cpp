#include "models/scoring/score_kernels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/base/check.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

using Counts = std::vector<std::uint32_t>;

Counts random_counts(std::uint32_t entity, std::size_t n, double mean) {
    sim::Stream stream{sim::Seed{7}, sim::Purpose{1}, entity, sim::Day{0}};
    Counts counts(n);
    for (auto& count : counts) count = sim::poisson(stream, mean * stream.uniform());
    std::ranges::sort(counts);
    return counts;
}

// The definition, over all pairs.
double crps_by_pairs(Counts const& draws, double observed, bool is_log) {
    auto const value = [is_log](double count) { return is_log ? std::log1p(count) : count; };
    double distance = 0.0;
    double spread = 0.0;
    for (auto const x : draws) {
        distance += std::abs(value(x) - value(observed));
        for (auto const other : draws) spread += std::abs(value(x) - value(other));
    }
    auto const n = static_cast<double>(draws.size());
    return distance / n - 0.5 * spread / (n * n);
}

TEST(Crps, OfDrawsByHand) {
    // |X - y|: 3 2 1, mean 2. Pairs: 0 1 2, 1 0 1, 2 1 0, mean 8 / 9. 2 - 4 / 9.
    EXPECT_DOUBLE_EQ(crps(Counts{0, 1, 2}, 3), 14.0 / 9.0);
    // |X - y|: 0 0 0 4, mean 1. Pairs: 6 of 16 differ by 4, mean 3 / 2. 1 - 3 / 4.
    EXPECT_DOUBLE_EQ(crps(Counts{0, 0, 0, 4}, 0), 0.25);
}

TEST(Crps, OfOneDrawIsTheDistance) {
    EXPECT_EQ(crps(Counts{7}, 3), 4.0);
    EXPECT_EQ(crps(Counts{3}, 7), 4.0);
    EXPECT_EQ(crps(Counts{5, 5, 5}, 5), 0.0);
}

TEST(Crps, AgreesWithAllPairs) {
    for (std::uint32_t i = 0; i < 200; ++i) {
        auto const draws = random_counts(i, 1 + i % 67, 1.0 + i);
        auto const observed = draws[i % draws.size()] + i % 5;
        EXPECT_NEAR(crps(draws, observed), crps_by_pairs(draws, observed, false), 1e-9);
        EXPECT_NEAR(crps_log1p(draws, observed), crps_by_pairs(draws, observed, true), 1e-12);
    }
}

TEST(Crps, OfLogarithmsByHand) {
    // log1p: 0 and log 2 against log 4: mean distance 1.5 log 2; of 4 pairs 2 differ by log 2.
    EXPECT_DOUBLE_EQ(crps_log1p(Counts{0, 1}, 3), 1.25 * std::log(2.0));
}

TEST(Crps, NeedsADraw) {
    EXPECT_THROW(static_cast<void>(crps(Counts{}, 0)), sim::ContractError);
}

TEST(Ignorance, CountsByTheBinsOfViews) {
    Counts const firsts{0, 1, 3, 6, 11, 26, 51, 101, 251, 501, 1001};
    for (std::size_t bin = 0; bin < firsts.size(); ++bin) {
        EXPECT_EQ(ignorance_bin(firsts[bin]), bin);
        if (bin > 0) {
            EXPECT_EQ(ignorance_bin(firsts[bin] - 1), bin - 1);
        }
    }
    EXPECT_EQ(ignorance_bin(4'000'000'000), 10U);
}

TEST(Ignorance, OfDrawsByHand) {
    // Five draws and one more in each of 11 bins; three and one in the bin 1-2: 4 / 16.
    EXPECT_DOUBLE_EQ(ignorance(Counts{0, 1, 1, 2, 3}, 2), 2.0);
    // None in the bin of the observation: 1 / 16.
    EXPECT_DOUBLE_EQ(ignorance(Counts{0, 1, 1, 2, 3}, 5000), 4.0);
    // The last bin is open: (2 + 1) / (2 + 11).
    EXPECT_DOUBLE_EQ(ignorance(Counts{1001, 99999}, 2000), -std::log2(3.0 / 13.0));
}

TEST(Quantile, InterpolatesLinearly) {
    // Place 0.05 * 4 = 0.2 between 0 and 10; 0.95 * 4 = 3.8 between 30 and 40.
    Counts const draws{0, 10, 20, 30, 40};
    EXPECT_DOUBLE_EQ(quantile(draws, 0.05), 2.0);
    EXPECT_DOUBLE_EQ(quantile(draws, 0.95), 38.0);
    EXPECT_EQ(quantile(draws, 0.0), 0.0);
    EXPECT_EQ(quantile(draws, 1.0), 40.0);
    EXPECT_EQ(quantile(Counts{3}, 0.3), 3.0);
}

TEST(IntervalScore, AddsTheMissTwentyfold) {
    auto const interval = central_interval(Counts{0, 10, 20, 30, 40}, 0.1);
    EXPECT_DOUBLE_EQ(interval_score(interval, 0.1, 20.0), 36.0);
    EXPECT_NEAR(interval_score(interval, 0.1, 40.0), 36.0 + 20.0 * 2.0, 1e-12);
    EXPECT_NEAR(interval_score(interval, 0.1, 1.0), 36.0 + 20.0 * 1.0, 1e-12);
}

TEST(CentralInterval, CoversItsEnds) {
    auto const half = central_interval(Counts{0, 10, 20, 30, 40}, 0.5);  // 10 to 30
    EXPECT_TRUE(half.covers(10.0));
    EXPECT_TRUE(half.covers(30.0));
    EXPECT_FALSE(half.covers(9.0));
    EXPECT_FALSE(half.covers(31.0));
}

}  // namespace
}  // namespace models
