#include "sim/calibration/sobol_indices.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "sim/parallel/threads.hpp"

namespace sim::calibration {
namespace {

Draws const draws{Seed{21}, Purpose{4}};

/// Ishigami and Homma (1990), doi:10.1109/ISUMA.1990.151285, with a = 7 and b = 0.1.
double ishigami(std::span<double const> unit) {
    auto const angle = [&](std::size_t j) { return std::numbers::pi * (2.0 * unit[j] - 1.0); };
    return std::sin(angle(0)) + 7.0 * std::pow(std::sin(angle(1)), 2) +
           0.1 * std::pow(angle(2), 4) * std::sin(angle(0));
}

Points outputs_of(Points const& design) {
    Points outputs{1, {}};
    for (std::size_t i = 0; i < design.rows(); ++i) {
        outputs.values.push_back(ishigami(design.row(i)) + 100.0);  // a mean does not matter
    }
    return outputs;
}

TEST(SobolIndices, AreThoseOfTheIshigamiFunction) {
    auto const indices = sobol_indices(draws, outputs_of(sobol_design(draws, 0, 8'192, 3)), 3);
    ASSERT_EQ(indices.size(), 3U);
    // Var = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2; V1 = (1 + b pi^4/5)^2 / 2; V2 = a^2/8;
    // V13 = b^2 pi^8 (1/18 - 1/50).
    double const p4 = std::pow(std::numbers::pi, 4), p8 = p4 * p4;
    double const v1 = 0.5 * std::pow(1.0 + 0.1 * p4 / 5.0, 2), v2 = 49.0 / 8.0;
    double const v13 = 0.01 * p8 * (1.0 / 18.0 - 1.0 / 50.0), all = v1 + v2 + v13;
    double const first[] = {v1 / all, v2 / all, 0.0};
    double const total[] = {(v1 + v13) / all, v2 / all, v13 / all};
    for (std::size_t j = 0; j < 3; ++j) {
        EXPECT_NEAR(indices[j].first.estimate, first[j], 0.04) << j;
        EXPECT_NEAR(indices[j].total.estimate, total[j], 0.04) << j;
        EXPECT_LT(indices[j].first.low, indices[j].first.high);
        EXPECT_LT(indices[j].total.high - indices[j].total.low, 0.12);
    }
}

TEST(SobolIndices, HaveIntervalsThatHoldTheTruthAsOftenAsTheySay) {
    // x + 2 y: shares 0.2 and 0.8, first and total alike.
    int held = 0;
    int const studies = 100;
    for (int study = 0; study < studies; ++study) {
        Draws const own{Seed{static_cast<std::uint64_t>(study)}, Purpose{4}};
        Points const design = sobol_design(own, 0, 200, 2);
        Points outputs{1, {}};
        for (std::size_t i = 0; i < design.rows(); ++i) {
            outputs.values.push_back(design.row(i)[0] + 2.0 * design.row(i)[1]);
        }
        auto const indices = sobol_indices(own, outputs, 2, {.resamples = 200, .level = 0.9});
        auto const holds = [](Interval const& interval, double truth) {
            return interval.low <= truth && truth <= interval.high;
        };
        held += holds(indices[0].first, 0.2) + holds(indices[0].total, 0.2) +
                holds(indices[1].first, 0.8) + holds(indices[1].total, 0.8);
    }
    EXPECT_NEAR(held / (4.0 * studies), 0.9, 0.07);
}

TEST(SobolIndices, AreWorkedByHandForTwoBlocks) {
    // Less their mean of 1.5: A -0.5 and 0.5, B and AB 1.5 and -1.5; variance 1.25.
    auto const indices = sobol_indices(draws, Points{1, {1.0, 3.0, 3.0, 2.0, 0.0, 0.0}}, 1);
    EXPECT_DOUBLE_EQ(indices[0].first.estimate, 3.0 / 1.25);
    EXPECT_DOUBLE_EQ(indices[0].total.estimate, 2.0 / 1.25);
}

TEST(SobolDesign, CanBeMadeInParts) {
    Points whole = sobol_design(draws, 0, 6, 2);
    Points const rest = sobol_design(draws, 4, 2, 2);
    EXPECT_TRUE(std::equal(rest.values.begin(), rest.values.end(), whole.row(16).begin()));
}

TEST(SobolIndices, LeaveOutBlocksWithAFailedRun) {
    Points const design = sobol_design(draws, 0, 50, 3);
    Points outputs = outputs_of(design);
    Points fewer{1, {outputs.values.begin() + 5, outputs.values.end()}};
    outputs.values[3] = std::numeric_limits<double>::infinity();
    EXPECT_EQ(sobol_indices(draws, outputs, 3)[0].first.estimate,
              sobol_indices(draws, fewer, 3)[0].first.estimate);
}

TEST(SobolIndices, AreMissingWhereNothingVaries) {
    Points const constant{1, std::vector<double>(40, 2.0)};
    EXPECT_TRUE(std::isnan(sobol_indices(draws, constant, 2)[1].total.estimate));
    EXPECT_TRUE(std::isnan(sobol_indices(draws, Points{1, {}}, 2)[0].first.low));
}

TEST(SobolIndices, AreTheSameForAnyThreadCount) {
    Points const outputs = outputs_of(sobol_design(draws, 0, 101, 3));
    int const before = threads();
    set_threads(1);
    auto const one = sobol_indices(draws, outputs, 3);
    for (int const count : {2, 7}) {
        set_threads(count);
        auto const again = sobol_indices(draws, outputs, 3);
        for (std::size_t j = 0; j < 3; ++j) EXPECT_EQ(one[j].total.low, again[j].total.low);
    }
    set_threads(before);
}

}  // namespace
}  // namespace sim::calibration
