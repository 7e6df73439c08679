#include "sim/calibration/tempered_smc.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "sim/calibration/normal_law.hpp"
#include "sim/parallel/threads.hpp"

namespace sim::calibration {
namespace {

Draws const draws{Seed{51}, Purpose{7}};

struct Moments {
    double mean = 0.0, variance = 0.0;
};

template <class Function>
Moments moments(TemperedPosterior const& posterior, Function f) {
    double const n = static_cast<double>(posterior.points.rows());
    Moments result;
    for (std::size_t i = 0; i < posterior.points.rows(); ++i) {
        result.mean += f(posterior.points.row(i)) / n;
    }
    for (std::size_t i = 0; i < posterior.points.rows(); ++i) {
        result.variance += std::pow(f(posterior.points.row(i)) - result.mean, 2) / n;
    }
    return result;
}

TEST(TemperedPosterior, IsTheOneOfANormalLaw) {
    // Prior N(0, 1), seen 1 with variance 1: posterior N(1/2, 1/2).
    auto const posterior = tempered_posterior(
        draws, 1,
        [](std::span<double const> u) { return -0.5 * std::pow(normal_quantile(u[0]) - 1.0, 2); },
        {}, {.particles = 4'000});
    auto const found =
        moments(posterior, [](std::span<double const> u) { return normal_quantile(u[0]); });
    EXPECT_GT(posterior.effective_size, 3'000.0);
    double const error = 4.0 / std::sqrt(posterior.effective_size);
    EXPECT_NEAR(found.mean, 0.5, error * std::sqrt(0.5));
    EXPECT_NEAR(found.variance, 0.5, error * 0.5 * std::sqrt(2.0));
    EXPECT_EQ(posterior.stages.back().power, 1.0);
}

/// Narrow, correlated, and cut by a corner of the unit cube.
double corner(std::span<double const> u) {
    double const a = (u[0] - 0.95) / 0.05, b = (u[0] + u[1] - 1.9) / 0.01;
    return -0.5 * (a * a + b * b);
}

TEST(TemperedPosterior, StaysInTheUnitCubeAndIsRightThere) {
    auto const posterior = tempered_posterior(draws, 2, corner, {}, {.particles = 4'000});
    double total = 0.0, mean = 0.0, square = 0.0;
    for (double x = 0.0005; x < 1.0; x += 0.001) {
        for (double y = 0.0005; y < 1.0; y += 0.001) {
            double const weight = std::exp(corner(std::vector<double>{x, y}));
            total += weight;
            mean += weight * y;
            square += weight * y * y;
        }
    }
    mean /= total;
    double const variance = square / total - mean * mean;
    auto const found = moments(posterior, [](std::span<double const> u) { return u[1]; });
    double const error = 4.0 / std::sqrt(posterior.effective_size);
    EXPECT_NEAR(found.mean, mean, error * std::sqrt(variance));
    EXPECT_NEAR(found.variance, variance, 1.5 * error * variance);
    for (double const u : posterior.points.values) EXPECT_TRUE(u > 0.0 && u < 1.0);
}

TEST(TemperedPosterior, IsThePriorWhereTheLikelihoodIsFlat) {
    // On a region: u0 < 0.3 only, uniform there.
    PriorRegion region{[](std::span<double const> u) { return u[0] < 0.3; }, {3, {}}};
    for (std::size_t i = 0; i < 500; ++i) {
        auto const u = uniform_points(draws, i, 1, 3, 88).values;
        region.sample.add(std::vector<double>{0.3 * u[0], u[1], u[2]});
    }
    auto const posterior = tempered_posterior(draws, 3, [](std::span<double const>) { return 0.0; },
                                              region, {.particles = 3'000});
    auto const first = moments(posterior, [](std::span<double const> u) { return u[0]; });
    auto const last = moments(posterior, [](std::span<double const> u) { return u[2]; });
    EXPECT_NEAR(first.mean, 0.15, 0.01);
    EXPECT_NEAR(first.variance, 0.09 / 12.0, 0.0008);
    EXPECT_NEAR(last.mean, 0.5, 0.03);
    EXPECT_NEAR(last.variance, 1.0 / 12.0, 0.008);
    for (std::size_t i = 0; i < 3'000; ++i) EXPECT_LT(posterior.points.row(i)[0], 0.3);
}

TEST(TemperedPosterior, IsTheSameForAnyThreadCount) {
    int const before = threads();
    set_threads(1);
    auto const one = tempered_posterior(draws, 2, corner, {}, {.particles = 200});
    for (int const count : {2, 7}) {
        set_threads(count);
        EXPECT_EQ(tempered_posterior(draws, 2, corner, {}, {.particles = 200}).points, one.points);
    }
    set_threads(before);
}

TEST(TemperedPosterior, SaysWhenNothingIsPossible) {
    auto const never = [](std::span<double const>) {
        return -std::numeric_limits<double>::infinity();
    };
    EXPECT_THROW(static_cast<void>(tempered_posterior(draws, 2, never, {})), InputError);
    PriorRegion const unknown{[](std::span<double const>) { return true; }, {}};
    EXPECT_THROW(static_cast<void>(tempered_posterior(draws, 2, corner, unknown)), ContractError);
}

}  // namespace
}  // namespace sim::calibration
