#include "sim/calibration/emulated_sobol.hpp"

#include <gtest/gtest.h>

#include "tests/sim/calibration/linear_toy.hpp"

namespace sim::calibration {
namespace {

Draws const draws{Seed{81}, Purpose{3}};

/// x0 + 2 x1 + noise of variance 5/12 and, as a second output, x0 x1 without noise.
OutputEmulator emulator() {
    Points const inputs = latin_hypercube(draws, 1'000, 3);
    Points outputs = zero_points(1'000, 2);
    for (std::uint32_t i = 0; i < 1'000; ++i) {
        Stream draw{Seed{5}, Purpose{1}, i, Day{0}};
        auto const x = inputs.row(i);
        outputs.row(i)[0] = x[0] + 2.0 * x[1] + normal(draw, 0.0, std::sqrt(5.0 / 12.0));
        outputs.row(i)[1] = x[0] * x[1];
    }
    return {inputs, outputs};
}

TEST(EmulatedSobol, SharesAreThoseOfALinearOutput) {
    std::size_t const outputs[] = {0, 1};
    auto const found = emulated_sobol(draws, emulator(), outputs, whole_prior(3));
    // Variances 1/12 and 4/12 of a mean with 5/12, and noise of as much again.
    EXPECT_NEAR(found[0].indices[0].first.estimate, 0.2, 0.08);
    EXPECT_NEAR(found[0].indices[1].first.estimate, 0.8, 0.1);
    EXPECT_NEAR(found[0].indices[2].total.estimate, 0.0, 0.02);
    EXPECT_NEAR(found[0].noise_share, 0.5, 0.05);
    EXPECT_NEAR(found[0].mean, 1.5, 0.1);
    EXPECT_LT(found[0].indices[0].first.low, found[0].indices[0].first.high);
    // Of x y: V = 1/9 - 1/16 = 7/144, each alone 1/48 = 3/144, both 1/144.
    EXPECT_EQ(found[1].output, 1U);
    EXPECT_NEAR(found[1].indices[0].first.estimate, 3.0 / 7.0, 0.08);
    EXPECT_NEAR(found[1].indices[0].total.estimate, 4.0 / 7.0, 0.06);
    EXPECT_LT(found[1].noise_share, 0.02);
}

TEST(EmulatedSobol, KeepsToTheRangeItIsGiven) {
    std::size_t const outputs[] = {0};
    ParameterRange range = whole_prior(3);
    range.low[1] = 0.45;
    range.high[1] = 0.55;  // x1 hardly varies: a share of 0.04 / (1 + 0.04)
    auto const found = emulated_sobol(draws, emulator(), outputs, range);
    EXPECT_NEAR(found[0].indices[0].first.estimate, 0.96, 0.1);
    EXPECT_NEAR(found[0].indices[1].total.estimate, 0.04, 0.03);
    EXPECT_GT(found[0].noise_share, 0.75);
}

TEST(ParameterRange, IsTheCentralIntervalOfDraws) {
    Points values{1, {}};
    for (int i = 0; i <= 100; ++i) values.values.push_back(i / 100.0);
    auto const range = range_of(values, 0.9);
    EXPECT_NEAR(range.low[0], 0.05, 1e-12);
    EXPECT_NEAR(range.high[0], 0.95, 1e-12);
}

}  // namespace
}  // namespace sim::calibration
