#include "sim/calibration/history_matching.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/parallel/threads.hpp"

namespace sim::calibration {
namespace {

Draws const draws{Seed{17}, Purpose{6}};

/// Radius from (0.6, 0.4) and the first coordinate. With the targets below, what is possible is a
/// disc of radius 0.15 with its left part cut off at 0.6: half of it.
Points outputs_of(Points const& points) {
    Points outputs{2, {}};
    for (std::size_t i = 0; i < points.rows(); ++i) {
        auto const p = points.row(i);
        double const squared = std::pow(p[0] - 0.6, 2) + std::pow(p[1] - 0.4, 2);
        outputs.add(std::vector<double>{squared, p[0]});
    }
    return outputs;
}

std::vector<Target> targets() {
    // A gap of 3 sd is allowed: squared radius <= 0.0225 and x >= 0.6.
    return {{0, 0.0225 - 3e-4, Side::at_most, 1e-8, 0.0},
            {1, 0.6 + 3e-4, Side::at_least, 1e-8, 0.0}};
}

HistoryOptions small_options() {
    HistoryOptions options;
    options.runs = 25;
    options.waves = 3;
    options.settled = 10.0;  // do not end early
    options.fit.nugget = Nugget::none;
    options.fit.starts = 2;
    options.sample = {.wanted = 150, .candidates = 4'000, .steps = 20};
    return options;
}

HistoryMatching run(HistoryOptions const& options) {
    HistoryMatching state = start_history_matching(draws, 2, options);
    while (state.end == HistoryEnd::none) {
        give_outputs(state, draws, targets(), outputs_of(state.wanted), options);
    }
    return state;
}

TEST(Implausibility, IsTheGapInStandardDeviationsOfAllVariances) {
    Prediction const prediction{10.0, 1.0};
    EXPECT_DOUBLE_EQ(implausibility({0, 16.0, Side::equal, 4.0, 3.0}, prediction, 1.0), 2.0);
    EXPECT_DOUBLE_EQ(implausibility({0, 4.0, Side::equal, 4.0, 3.0}, prediction, 1.0), 2.0);
    EXPECT_DOUBLE_EQ(implausibility({0, 16.0, Side::at_least, 4.0, 3.0}, prediction, 1.0), 2.0);
    EXPECT_EQ(implausibility({0, 4.0, Side::at_least, 4.0, 3.0}, prediction, 1.0), 0.0);
    EXPECT_EQ(implausibility({0, 16.0, Side::at_most, 4.0, 3.0}, prediction, 1.0), 0.0);
    EXPECT_DOUBLE_EQ(implausibility({0, 4.0, Side::at_most, 4.0, 3.0}, prediction, 1.0), 2.0);
    EXPECT_TRUE(std::isinf(implausibility({0, 4.0}, {10.0, 0.0}, 0.0)));
    EXPECT_EQ(implausibility({0, 10.0}, {10.0, 0.0}, 0.0), 0.0);
}

TEST(LargestBut, LeavesOutTheLargest) {
    std::vector<double> const values{1.0, 5.0, 3.0};
    EXPECT_EQ(largest_but(values, 0), 5.0);
    EXPECT_EQ(largest_but(values, 1), 3.0);
    EXPECT_EQ(largest_but(values, 3), 0.0);
}

TEST(HistoryMatching, FindsTheRegionThatIsKnown) {
    auto const state = run(small_options());
    EXPECT_EQ(state.end, HistoryEnd::all_waves);
    EXPECT_EQ(state.waves.size(), 3U);
    EXPECT_EQ(state.inputs.rows(), 75U);
    EXPECT_TRUE(state.wanted.values.empty());
    double const half_disc = 0.5 * 3.14159265 * 0.0225;
    EXPECT_NEAR(state.share.back(), half_disc, 0.3 * half_disc);
    EXPECT_GE(state.share.front(), 0.8 * state.share.back());
    Region const region{state.waves, targets()};
    int right = 0;
    Points const points = uniform_points(draws, 0, 2'000, 2, 900);
    Points const truth = outputs_of(points);
    for (std::size_t i = 0; i < points.rows(); ++i) {
        bool const possible = truth.row(i)[0] <= 0.0225 && truth.row(i)[1] >= 0.6;
        bool const left = region.contains(points.row(i));
        right += possible == left;
        auto const each = region.implausibilities(points.row(i));
        EXPECT_EQ(left, *std::max_element(each.begin(), each.end()) <= state.waves[0].cutoff);
    }
    EXPECT_GT(right, 1'960);
    ASSERT_EQ(state.sample.rows(), 150U);
    for (std::size_t i = 0; i < 150; ++i) EXPECT_TRUE(region.contains(state.sample.row(i)));
}

TEST(HistoryMatching, FitsAWaveToTheRunsThatAreNotRuledOut) {
    auto const state = run(small_options());
    std::vector<HistoryWave> const first{state.waves[0]};
    Region const region{first, targets()};
    Points expected{2, {}};
    for (std::size_t i = 0; i < 50; ++i) {
        if (region.contains(state.inputs.row(i))) expected.add(state.inputs.row(i));
    }
    EXPECT_EQ(state.waves[1].emulators[0].inputs, expected);
    EXPECT_LT(expected.rows(), 40U);  // most of the first 25 are ruled out
    EXPECT_GE(expected.rows(), 25U);  // and none of the second
}

TEST(HistoryMatching, CanForgiveOneTarget) {
    HistoryOptions options = small_options();
    options.ignored = 1;
    // Either target may be missed: the half plane x >= 0.6 and the rest of the disc are left.
    EXPECT_NEAR(run(options).share.back(), 0.4 + 0.5 * 3.14159265 * 0.0225, 0.04);
}

TEST(HistoryMatching, GoesOnFromACopyOfItsStateAndForAnyThreadCount) {
    HistoryOptions options = small_options();
    options.waves = 2;
    int const before = threads();
    set_threads(1);
    auto const whole = run(options);
    for (int const count : {2, 7}) {
        set_threads(count);
        HistoryMatching state = start_history_matching(draws, 2, options);
        while (state.end == HistoryEnd::none) {
            HistoryMatching again = state;
            give_outputs(again, draws, targets(), outputs_of(again.wanted), options);
            state = again;
        }
        EXPECT_EQ(state.sample, whole.sample);
        EXPECT_EQ(state.inputs, whole.inputs);
    }
    set_threads(before);
}

TEST(HistoryMatching, SaysThatNothingIsLeft) {
    HistoryOptions const options = small_options();
    std::vector<Target> const impossible{{1, 5.0, Side::equal, 1e-4, 0.0}};
    HistoryMatching state = start_history_matching(draws, 2, options);
    give_outputs(state, draws, impossible, outputs_of(state.wanted), options);
    EXPECT_EQ(state.end, HistoryEnd::nothing_left);
    EXPECT_EQ(state.share.back(), 0.0);
    EXPECT_EQ(state.sample.rows(), 0U);
}

TEST(HistoryMatching, EndsWhenAWaveLeavesNearlyAll) {
    HistoryOptions options = small_options();
    options.settled = 0.9;
    std::vector<Target> const loose{{1, 0.5, Side::equal, 1.0, 0.0}};
    HistoryMatching state = start_history_matching(draws, 2, options);
    give_outputs(state, draws, loose, outputs_of(state.wanted), options);
    EXPECT_EQ(state.end, HistoryEnd::settled);
    EXPECT_EQ(state.share.back(), 1.0);
}

TEST(HistoryMatching, LeavesOutFailedRunsAndSaysWhenTooFewAreLeft) {
    HistoryOptions const options = small_options();
    HistoryMatching state = start_history_matching(draws, 2, options);
    Points outputs = outputs_of(state.wanted);
    outputs.row(3)[0] = std::numeric_limits<double>::quiet_NaN();
    HistoryMatching copy = state;
    give_outputs(copy, draws, targets(), outputs, options);
    EXPECT_EQ(copy.waves[0].emulators[0].outputs.size(), 24U);
    EXPECT_EQ(copy.waves[0].emulators[1].outputs.size(), 25U);
    for (double& value : outputs.values) value = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(give_outputs(state, draws, targets(), outputs, options), InputError);
}

/// A wave of which everything is known: x itself is emulated, and must be within 3e-3 of 0.7.
Region narrow_band() {
    GpSetup setup;
    setup.trend = Trend::linear;
    for (std::uint32_t i = 0; i < 30; ++i) {
        Points const one = uniform_points(draws, i, 1, 2, 5);
        setup.inputs.columns = 2;
        setup.inputs.add(one.row(0));
        setup.outputs.push_back(one.row(0)[0]);
    }
    setup.parameters = {{3.0, 3.0}, 1e-8, 0.0};
    return {{HistoryWave{{setup}, 3.0, 0}}, {{0, 0.7, Side::equal, 1e-6, 0.0}}};
}

TEST(SampleRegion, FillsANarrowRegionEvenly) {
    // 300 prior draws find about 2 points of this band; chains spread them along it.
    Points const known{2, {0.7, 0.05}};
    auto const sample =
        sample_region(draws, 1, narrow_band(), known, {.wanted = 400, .candidates = 300});
    ASSERT_EQ(sample.points.rows(), 400U);
    EXPECT_EQ(sample.candidates, 300U);
    double mean_x = 0.0, mean_y = 0.0, below = 0.0, square_x = 0.0;
    for (std::size_t i = 0; i < 400; ++i) {
        mean_x += sample.points.row(i)[0] / 400.0;
        mean_y += sample.points.row(i)[1] / 400.0;
        below += sample.points.row(i)[1] < 0.25;
        square_x += std::pow(sample.points.row(i)[0] - 0.7, 2) / 400.0;
    }
    EXPECT_NEAR(square_x, 3e-6, 5.0 * 3e-6 * std::sqrt(0.8 / 400.0));  // uniform, half width 3e-3
    EXPECT_NEAR(mean_x, 0.7, 5.0 * 0.003 / std::sqrt(3.0 * 400.0));
    EXPECT_NEAR(mean_y, 0.5, 5.0 / std::sqrt(12.0 * 400.0));
    EXPECT_NEAR(below, 100.0, 5.0 * std::sqrt(75.0));
}

TEST(FarthestPoints, SpreadThemselves) {
    Points const line{1, {0.0, 0.1, 0.5, 0.9, 1.0}};
    EXPECT_EQ(farthest_points(line, 3), (Points{1, {0.0, 1.0, 0.5}}));
    EXPECT_EQ(farthest_points(line, 9), line);
}

}  // namespace
}  // namespace sim::calibration
