#include "sim/calibration/morris.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "sim/parallel/threads.hpp"

namespace sim::calibration {
namespace {

Draws const draws{Seed{5}, Purpose{9}};

/// 3 x - 2 y + 4 x z, and nothing of w; and a second output, minus twice the first.
Points outputs_of(Points const& design) {
    Points outputs{2, {}};
    for (std::size_t i = 0; i < design.rows(); ++i) {
        auto const p = design.row(i);
        double const value = 3.0 * p[0] - 2.0 * p[1] + 4.0 * p[0] * p[2];
        outputs.add(std::vector<double>{value, -2.0 * value});
    }
    return outputs;
}

TEST(MorrisDesign, MovesOneParameterAtATimeByHalf) {
    Points const design = morris_design(draws, 4, {.trajectories = 6, .candidates = 30});
    ASSERT_EQ(design.rows(), 6U * 5U);
    for (std::size_t t = 0; t < 6; ++t) {
        std::vector<int> moves(4, 0);
        for (std::size_t i = t * 5 + 1; i < t * 5 + 5; ++i) {
            for (std::size_t j = 0; j < 4; ++j) {
                double const step = std::abs(design.row(i)[j] - design.row(i - 1)[j]);
                EXPECT_TRUE(step == 0.0 || step == 0.5);
                moves[j] += step > 0.0;
                double const level = design.row(i)[j] * 4.0 - 0.5;
                EXPECT_EQ(level, std::round(level));
                EXPECT_TRUE(level >= 0.0 && level <= 3.0);
            }
        }
        EXPECT_EQ(moves, std::vector<int>(4, 1));
    }
}

TEST(MorrisDesign, IsTheSameForAnyThreadCount) {
    MorrisOptions const options{.trajectories = 5, .candidates = 23};
    int const before = threads();
    set_threads(1);
    Points const one = morris_design(draws, 7, options);
    for (int const count : {2, 7}) {
        set_threads(count);
        EXPECT_EQ(one, morris_design(draws, 7, options));
    }
    set_threads(before);
}

TEST(ElementaryEffects, AreKnownForALinearFunctionWithOneInteraction) {
    Points const design = morris_design(draws, 4, {.trajectories = 400, .candidates = 400});
    auto const effects = elementary_effects(design, outputs_of(design));
    ASSERT_EQ(effects.size(), 8U);
    // The effect of x is 3 + 4 z with z one of 1/8, 3/8, 5/8, 7/8: mean 5, variance 16 * 5 / 64.
    double const sd = std::sqrt(1.25), error = sd / std::sqrt(400.0);
    EXPECT_NEAR(effects[0].mean, 5.0, 5.0 * error);
    EXPECT_NEAR(effects[0].sd, sd, 5.0 * error);
    EXPECT_NEAR(effects[0].standard_error, error, 0.2 * error);
    EXPECT_NEAR(effects[1].mean, -2.0, 1e-12);
    EXPECT_NEAR(effects[1].mean_absolute, 2.0, 1e-12);
    EXPECT_NEAR(effects[1].sd, 0.0, 1e-12);
    EXPECT_NEAR(effects[2].mean, 2.0, 5.0 * error);  // 4 x
    EXPECT_EQ(effects[3].mean_absolute, 0.0);
    EXPECT_EQ(effects[3].sd, 0.0);
    EXPECT_EQ(effects[0].count, 400U);
    EXPECT_NEAR(effects[4].mean, -2.0 * effects[0].mean, 1e-9);
    EXPECT_NEAR(effects[4].mean_absolute, 2.0 * effects[0].mean_absolute, 1e-9);
}

TEST(ElementaryEffects, LeaveOutFailedRuns) {
    Points const design = morris_design(draws, 4, {.trajectories = 10, .candidates = 10});
    Points outputs = outputs_of(design);
    outputs.row(0)[0] = std::numeric_limits<double>::quiet_NaN();  // spoils one effect
    auto const effects = elementary_effects(design, outputs);
    std::uint32_t count = 0;
    for (std::size_t j = 0; j < 4; ++j) count += effects[j].count;
    EXPECT_EQ(count, 39U);
    EXPECT_NEAR(effects[1].mean, -2.0, 1e-12);
}

TEST(MorrisDesign, ChecksItsOptions) {
    EXPECT_THROW(static_cast<void>(morris_design(draws, 2, {.levels = 3})), ContractError);
    EXPECT_THROW(static_cast<void>(morris_design(draws, 2, {.trajectories = 9, .candidates = 8})),
                 ContractError);
    EXPECT_THROW(static_cast<void>(morris_design(draws, 0, {})), ContractError);
}

}  // namespace
}  // namespace sim::calibration
