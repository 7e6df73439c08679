#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <span>

namespace bench {

/// From one coordinate to another the short way around a periodic axis [cells].
[[nodiscard]] inline double shortest_way(double from, double to, double size) {
    return std::remainder(to - from, size);
}

/// Expect the displacements [cells] of many walkers after some days to have mean 0, variance
/// 3/4 a day and no correlation, each within 5 standard deviations.
inline void expect_random_walk(std::span<double const> down, std::span<double const> right,
                               double days) {
    auto const n = static_cast<double>(down.size());
    double const variance = 0.75 * days;
    auto const mean = [n](std::span<double const> a, std::span<double const> b) {
        return std::inner_product(a.begin(), a.end(), b.begin(), 0.0) / n;
    };
    for (auto const& way : {down, right}) {
        EXPECT_NEAR(std::accumulate(way.begin(), way.end(), 0.0) / n, 0.0,
                    5.0 * std::sqrt(variance / n));
        // One day's fourth moment is 3/4 too, so that of the sum is 3 v^2 + days (3/4 - 27/16).
        double const fourth = 3.0 * variance * variance - 0.9375 * days;
        EXPECT_NEAR(mean(way, way), variance, 5.0 * std::sqrt((fourth - variance * variance) / n));
    }
    // Given that the row changes or not, the column does so with another chance: the variance of
    // the product of a day's steps is E[x^2 y^2] = 4/8.
    double const product = variance * variance - days * 0.5625 + days * 0.5;
    EXPECT_NEAR(mean(down, right), 0.0, 5.0 * std::sqrt(product / n));
}

}  // namespace bench
