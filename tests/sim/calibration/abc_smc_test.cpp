#include "sim/calibration/abc_smc.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include "sim/calibration/normal_law.hpp"
#include "sim/calibration/prior.hpp"
#include "sim/calibration/sbc.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/distributions.hpp"

namespace sim::calibration {
namespace {

Draws const draws{Seed{31}, Purpose{2}};

/// The luck of a run, from its point: a run at the same point gives the same.
double noise_of(std::span<double const> unit) {
    Stream draw{Seed{77}, Purpose{1}, static_cast<std::uint32_t>(unit[0] * 4e9), Day{0}};
    return normal(draw, 0.0, 1.0);
}

/// One output: a normal number around the parameter, whose prior is standard normal.
Points normal_runs(Points const& unit) {
    Points outputs{1, {}};
    for (std::size_t i = 0; i < unit.rows(); ++i) {
        outputs.values.push_back(normal_quantile(unit.row(i)[0]) + noise_of(unit.row(i)));
    }
    return outputs;
}

/// A banana: y + x^2 with noise of sd 0.3; both priors standard normal.
Points banana_runs(Points const& unit) {
    Points outputs{1, {}};
    for (std::size_t i = 0; i < unit.rows(); ++i) {
        double const x = normal_quantile(unit.row(i)[0]), y = normal_quantile(unit.row(i)[1]);
        outputs.values.push_back(y + x * x + 0.3 * noise_of(unit.row(i)));
    }
    return outputs;
}

template <class Model>
AbcSmc run(std::size_t parameters, Target const& target, AbcOptions const& options, Model model,
           std::uint32_t batch) {
    AbcSmc state = start_abc(parameters);
    while (state.end == AbcEnd::none) {
        ask_abc(state, draws, batch);
        AbcSmc saved = state;  // what a checkpoint would hold
        give_outputs(saved, std::array{target}, model(saved.wanted), options);
        state = saved;
    }
    return state;
}

/// Weighted mean of f(x, y) over the particles, on the normal scale.
template <class Function>
double mean_of(AbcSmc const& state, Function f) {
    double sum = 0.0;
    for (std::size_t i = 0; i < state.population.weights.size(); ++i) {
        auto const unit = state.population.points.row(i);
        double const x = normal_quantile(unit[0]);
        double const y = unit.size() > 1 ? normal_quantile(unit[1]) : 0.0;
        sum += state.population.weights[i] * f(x, y);
    }
    return sum;
}

TEST(AbcSmc, RecoversTheMeanOfANormalLaw) {
    // Prior N(0, 1), output N(mean, 1), seen 1: posterior N(1/2, 1/2).
    AbcOptions const options{.particles = 1'000, .tolerance = 0.1, .least_acceptance = 0.001};
    auto const state = run(1, {0, 1.0}, options, normal_runs, 500);
    EXPECT_EQ(state.end, AbcEnd::tolerance);
    double const size = state.generations.back().effective_size;
    EXPECT_GT(size, 500.0);
    double const mean = mean_of(state, [](double x, double) { return x; });
    double const square = mean_of(state, [](double x, double) { return x * x; });
    EXPECT_NEAR(mean, 0.5, 4.0 * std::sqrt(0.5 / size));
    EXPECT_NEAR(square - mean * mean, 0.5, 4.0 * 0.5 * std::sqrt(2.0 / size));
}

TEST(AbcSmc, RecoversABanana) {
    Target const target{0, 1.5};
    AbcOptions const options{.particles = 2'000, .tolerance = 0.08, .least_acceptance = 0.001};
    auto const state = run(2, target, options, banana_runs, 1'000);
    EXPECT_EQ(state.end, AbcEnd::tolerance);
    // The same by sums over a fine grid.
    double total = 0.0, mean_y = 0.0, mean_xx = 0.0, mean_xxy = 0.0;
    for (double x = -5.0; x < 5.0; x += 0.02) {
        for (double y = -5.0; y < 5.0; y += 0.02) {
            double const weight =
                normal_density(x) * normal_density(y) * normal_density((1.5 - y - x * x) / 0.3);
            total += weight;
            mean_y += weight * y;
            mean_xx += weight * x * x;
            mean_xxy += weight * x * x * y;
        }
    }
    double const error = 4.0 / std::sqrt(state.generations.back().effective_size);
    EXPECT_NEAR(mean_of(state, [](double, double y) { return y; }), mean_y / total, error);
    EXPECT_NEAR(mean_of(state, [](double x, double) { return x * x; }), mean_xx / total, error);
    EXPECT_NEAR(mean_of(state, [](double x, double y) { return x * x * y; }), mean_xxy / total,
                2.0 * error);
    EXPECT_NEAR(mean_of(state, [](double x, double) { return x; }), 0.0, error);
}

TEST(AbcSmc, IsAsSureAsItShouldBe) {
    // Truths from the prior N(0, 1), each seen once with noise of sd 1, through the whole
    // algorithm.
    AbcOptions const options{.particles = 100, .tolerance = 0.15, .least_acceptance = 0.001};
    std::vector<std::uint32_t> ranks;
    for (std::uint32_t i = 0; i < 200; ++i) {
        Stream luck{Seed{6}, Purpose{1}, i, Day{0}};
        double const truth = normal(luck, 0.0, 1.0), seen = truth + normal(luck, 0.0, 1.0);
        Draws const own{Seed{1'000 + i}, Purpose{2}};
        AbcSmc state = start_abc(1);
        while (state.end == AbcEnd::none) {
            ask_abc(state, own, 200);
            Points outputs{1, {}};
            for (double const u : state.wanted.values) {
                outputs.values.push_back(normal_quantile(u) + normal(luck, 0.0, 1.0));
            }
            give_outputs(state, std::array{Target{0, seen}}, outputs, options);
        }
        std::vector<double> posterior;
        for (auto const k : resample(state.population.weights, 19, luck.uniform())) {
            posterior.push_back(normal_quantile(state.population.points.values[k]));
        }
        ranks.push_back(rank_of(truth, posterior, luck.uniform()));
    }
    EXPECT_GT(uniformity(ranks, 19, 10).p_value, 0.001);
    for (double const level : {0.5, 0.9}) {
        auto const result = coverage(ranks, 19, level);
        EXPECT_NEAR(result.share, level, 4.0 * std::sqrt(level * (1.0 - level) / 200.0));
        RecordProperty(level < 0.7 ? "share50" : "share90", std::to_string(result.share));
    }
}

TEST(AbcSmc, OnlyCutsThePriorForAOneSidedTarget) {
    // Output = parameter, at least 0: half of a normal law, mean sqrt(2 / pi), by a hard edge.
    auto const same = [](Points const& unit) {
        Points outputs{1, {}};
        for (double const u : unit.values) outputs.values.push_back(normal_quantile(u));
        return outputs;
    };
    AbcOptions const options{.particles = 1'000};
    auto const state = run(1, {0, 0.0, Side::at_least}, options, same, 400);
    EXPECT_EQ(state.end, AbcEnd::tolerance);
    EXPECT_EQ(state.generations.back().tolerance, 0.0);
    double const size = state.generations.back().effective_size;
    EXPECT_NEAR(mean_of(state, [](double x, double) { return x; }), 0.7978845608,
                4.0 * 0.603 / std::sqrt(size));
}

TEST(AbcSmc, GivesTheSameForAnyBatchesAndThreads) {
    AbcOptions const options{.particles = 100, .generations = 4};
    int const before = threads();
    set_threads(1);
    auto const one = run(2, {0, 1.5}, options, banana_runs, 64);
    EXPECT_EQ(one.end, AbcEnd::generations);
    EXPECT_EQ(one.generations.size(), 5U);
    for (int const count : {2, 7}) {
        set_threads(count);
        auto const other =
            run(2, {0, 1.5}, options, banana_runs, 7 * static_cast<std::uint32_t>(count));
        EXPECT_EQ(one.population.points, other.population.points);
        EXPECT_EQ(one.population.weights, other.population.weights);
        EXPECT_EQ(one.generations.back().proposals, other.generations.back().proposals);
    }
    set_threads(before);
}

TEST(AbcSmc, ProposesWithTwiceTheCovariance) {
    AbcSmc state = start_abc(2);
    ask_abc(state, draws, 2'000);
    give_outputs(state, std::array{Target{0, 1.5}}, banana_runs(state.wanted),
                 {.particles = 2'000});
    ask_abc(state, draws, 4'000);
    // Particles are standard normal, and so is the prior: variance 1 + 2.
    double squares = 0.0, product = 0.0;
    for (std::size_t i = 0; i < 4'000; ++i) {
        auto const unit = state.wanted.row(i);
        squares += std::pow(normal_quantile(unit[0]), 2) / 4'000.0;
        product += normal_quantile(unit[0]) * normal_quantile(unit[1]) / 4'000.0;
    }
    EXPECT_NEAR(squares, 3.0, 5.0 * 3.0 * std::sqrt(2.0 / 2'000.0));
    EXPECT_NEAR(product, 0.0, 5.0 * 3.0 / std::sqrt(2'000.0));
}

TEST(AbcSmc, EndsForEachOfItsReasons) {
    auto const end_of = [](AbcOptions const& options) {
        return run(2, {0, 1.5}, options, banana_runs, 50).end;
    };
    EXPECT_EQ(end_of({.particles = 50, .least_acceptance = 0.5}), AbcEnd::acceptance);
    EXPECT_EQ(end_of({.particles = 50, .least_effective = 0.99}), AbcEnd::effective_size);
    EXPECT_EQ(end_of({.particles = 50, .simulations = 120}), AbcEnd::simulations);
}

TEST(AbcSmc, NeverAcceptsAFailedRun) {
    auto const failing = [](Points const& unit) {
        Points outputs = normal_runs(unit);
        for (std::size_t i = 0; i < unit.rows(); ++i) {
            if (unit.row(i)[0] < 0.5) outputs.values[i] = std::numeric_limits<double>::quiet_NaN();
        }
        return outputs;
    };
    auto const state = run(1, {0, 1.0}, {.particles = 100, .generations = 3}, failing, 64);
    for (double const u : state.population.points.values) EXPECT_GE(u, 0.5);
}

TEST(AbcSmc, LowersItsTolerance) {
    auto const state = run(1, {0, 1.0}, {.particles = 100, .generations = 5}, normal_runs, 64);
    for (std::size_t g = 1; g < state.generations.size(); ++g) {
        EXPECT_LT(state.generations[g].tolerance, state.generations[g - 1].tolerance);
    }
    for (double const distance : state.population.distances) {
        EXPECT_LE(distance, state.generations.back().tolerance);
    }
    double const sum =
        std::accumulate(state.population.weights.begin(), state.population.weights.end(), 0.0);
    EXPECT_NEAR(sum, 1.0, 1e-12);
    // All of the prior's generation are particles; later, most of those within the tolerance.
    EXPECT_EQ(state.generations[0].proposals, 100U);
    EXPECT_LT(state.generations[1].proposals, 400U);
    std::uint64_t proposals = 0;
    for (AbcGeneration const& generation : state.generations) proposals += generation.proposals;
    EXPECT_LE(proposals, state.simulations);
    EXPECT_GT(proposals + 6 * 64,
              state.simulations);  // at most the rest of each last batch is lost
}

TEST(AbcDistance, IsTheRootMeanSquareOfScaledGaps) {
    std::vector<Target> const targets{
        {0, 1.0}, {1, 5.0, Side::at_least}, {1, 2.0, Side::at_most}, {0, 9.0}};
    std::vector<double> const scales{2.0, 1.0, 0.5, 0.0};
    // Gaps (3 - 1) / 2 = 1, (5 - 4) / 1 = 1, (4 - 2) / 0.5 = 4; the last does not count.
    EXPECT_DOUBLE_EQ(abc_distance(targets, scales, std::vector<double>{3.0, 4.0}), std::sqrt(6.0));
    EXPECT_TRUE(std::isinf(abc_distance(targets, scales, std::vector<double>{NAN, 4.0})));
    EXPECT_EQ(abc_distance({}, {}, {}), 0.0);
}

TEST(AbcDistance, CountsTargetsByTheirWeights) {
    std::vector<Target> targets{{0, 1.0}, {1, 5.0}};
    std::vector<double> const scales{1.0, 1.0}, outputs{3.0, 4.0};  // gaps 2 and 1
    targets[0].weight = 3.0;
    EXPECT_DOUBLE_EQ(abc_distance(targets, scales, outputs), std::sqrt((3.0 * 4.0 + 1.0) / 4.0));
    targets[0].weight = 0.0;
    EXPECT_DOUBLE_EQ(abc_distance(targets, scales, outputs), 1.0);
}

TEST(AbcScales, AreMedianDeviations) {
    std::vector<Target> const targets{{0, 0.0}, {1, 0.0}, {2, 0.0}};
    Points const outputs{3, {1, 0, 7, 2, 0, 7, 4, 0, 7, 8, 4, 7}};
    auto const scales = abc_scales(targets, outputs);
    EXPECT_DOUBLE_EQ(scales[0], 1.5);
    EXPECT_DOUBLE_EQ(scales[1], std::sqrt(3.0));  // median deviation 0: the sd of 0, 0, 0, 4
    EXPECT_EQ(scales[2], 0.0);
}

TEST(EffectiveSize, IsKnownForEqualAndForOneSidedWeights) {
    EXPECT_DOUBLE_EQ(effective_size(std::vector<double>(8, 0.125)), 8.0);
    EXPECT_DOUBLE_EQ(effective_size(std::vector<double>{0.0, 1.0}), 1.0);
}

TEST(Resample, DrawsInProportionToWeights) {
    std::vector<double> const weights{0.5, 0.0, 0.3, 0.2};
    EXPECT_EQ(resample(weights, 10, 0.5),
              (std::vector<std::uint32_t>{0, 0, 0, 0, 0, 2, 2, 2, 3, 3}));
    EXPECT_EQ(resample(weights, 1, 0.99), (std::vector<std::uint32_t>{3}));
}

TEST(AbcSmc, ChecksItsCalls) {
    AbcSmc state = start_abc(1);
    EXPECT_THROW(ask_abc(state, draws, 0), ContractError);
    ask_abc(state, draws, 3);
    EXPECT_THROW(ask_abc(state, draws, 3), ContractError);  // before the outputs are given
    EXPECT_THROW(give_outputs(state, std::array{Target{}}, {1, {1.0}}, {}), ContractError);
}

}  // namespace
}  // namespace sim::calibration
