#include "sim/calibration/output_emulator.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "sim/calibration/ridge_trend.hpp"
#include "sim/parallel/threads.hpp"
#include "tests/sim/calibration/linear_toy.hpp"

namespace sim::calibration {
namespace {

Draws const draws{Seed{41}, Purpose{6}};

double correlation(Points const& values, std::size_t a, std::size_t b) {
    double const n = static_cast<double>(values.rows());
    double x = 0.0, y = 0.0, xx = 0.0, yy = 0.0, xy = 0.0;
    for (std::size_t i = 0; i < values.rows(); ++i) {
        x += values.row(i)[a] / n;
        y += values.row(i)[b] / n;
    }
    for (std::size_t i = 0; i < values.rows(); ++i) {
        double const p = values.row(i)[a] - x, q = values.row(i)[b] - y;
        xx += p * p;
        yy += q * q;
        xy += p * q;
    }
    return xy / std::sqrt(xx * yy);
}

TEST(RidgeTrend, FindsAQuadraticAndLeavesOneOutAsIfItWereNotThere) {
    Points const inputs = latin_hypercube(draws, 60, 2);
    std::vector<double> outputs;
    for (std::size_t i = 0; i < 60; ++i) {
        double const x = inputs.row(i)[0], y = inputs.row(i)[1];
        outputs.push_back(3.0 + 2.0 * x - y + 4.0 * x * y + x * x);
    }
    auto const trend = RidgeDesign{inputs}.fit(outputs);
    std::vector<double> terms(polynomial_terms(2));
    fill_polynomial(std::vector<double>{0.3, 0.8}, terms);
    double at = 0.0;
    for (std::size_t t = 0; t < terms.size(); ++t) {
        at += terms[t] * trend.coefficients(static_cast<Eigen::Index>(t));
    }
    EXPECT_NEAR(at, 3.0 + 0.6 - 0.8 + 0.96 + 0.09, 0.02);
    EXPECT_LT(trend.squares, 0.01);

    // The same penalty (per run) with run 0 removed and its output predicted.
    auto shifted = outputs;
    shifted[0] += 1.0;  // a run left out does not matter for its own prediction
    auto const other = RidgeDesign{inputs}.fit(shifted);
    EXPECT_NEAR(other.left_out[0], trend.left_out[0], 0.05);
}

TEST(RidgeTrend, IsAConstantWhereNothingDependsOnTheInputs) {
    Points const inputs = latin_hypercube(draws, 200, 6);
    std::vector<double> outputs;
    for (std::uint32_t i = 0; i < 200; ++i) {
        Stream draw{Seed{5}, Purpose{1}, i, Day{0}};
        outputs.push_back(normal(draw, 2.0, 1.0));
    }
    auto const trend = RidgeDesign{inputs}.fit(outputs);
    EXPECT_LT(trend.effective_terms, 4.0);
    EXPECT_NEAR(trend.coefficients(0), 2.0, 0.25);
}

TEST(OutputEmulator, RecoversALinearModelAndTheCorrelationOfItsNoise) {
    LinearToy const toy{8, 4};
    Points const inputs = latin_hypercube(draws, 400, 4);
    OutputEmulator const emulator{inputs, toy.run(inputs, 1)};
    EXPECT_EQ(emulator.runs(), 400U);
    EXPECT_LT(emulator.free_runs(), 396.0);  // a constant and four slopes, nearly unshrunk
    EXPECT_GT(emulator.free_runs(), 390.0);
    Points const at{4, {0.2, 0.7, 0.5, 0.9}};
    auto const law = predict(emulator, at);
    Eigen::Vector4d const x{-0.6, 0.4, 0.0, 0.8};
    for (std::size_t k = 0; k < 8; ++k) {
        double const mean = toy.slopes.row(static_cast<Eigen::Index>(k)).dot(x);
        EXPECT_NEAR(law.mean.row(0)[k], mean, 0.15) << k;
        EXPECT_NEAR(law.variance.row(0)[k], 0.4, 0.12) << k;  // 0.25 + 0.15
    }
    // 4000 runs at one point: outputs scatter with the correlation of the model, 0.25 / 0.4.
    Points many{4, {}};
    for (int i = 0; i < 4'000; ++i) many.add(at.row(0));
    Points const runs = sample(emulator, many, draws);
    EXPECT_NEAR(correlation(runs, 0, 1), 0.625, 0.08);
    EXPECT_NEAR(correlation(runs, 2, 7), 0.625, 0.08);
}

TEST(OutputEmulator, IsAsSureOfNewRunsAsItSays) {
    LinearToy const toy{6, 5};
    Points const inputs = latin_hypercube(draws, 200, 5),
                 others = uniform_points(draws, 0, 500, 5, 9);
    OutputEmulator const emulator{inputs, toy.run(inputs, 1)};
    Points const truth = toy.run(others, 2);
    auto const law = predict(emulator, others);
    for (std::size_t k = 0; k < 6; ++k) {
        double squares = 0.0, left = 0.0, all = 0.0, mean = 0.0;
        for (std::size_t i = 0; i < 500; ++i) mean += truth.row(i)[k] / 500.0;
        for (std::size_t i = 0; i < 500; ++i) {
            double const miss = truth.row(i)[k] - law.mean.row(i)[k];
            squares += miss * miss / law.variance.row(i)[k] / 500.0;
            left += miss * miss;
            all += std::pow(truth.row(i)[k] - mean, 2);
        }
        EXPECT_NEAR(squares, 1.0, 0.2) << k;
        EXPECT_NEAR(emulator.diagnostics()[k].explained, 1.0 - left / all, 0.12) << k;
        EXPECT_NEAR(emulator.diagnostics()[k].residual_mean, 0.0, 0.05) << k;
        EXPECT_NEAR(emulator.diagnostics()[k].residual_sd, 1.0, 0.01) << k;
    }
}

TEST(OutputEmulator, ExplainsNothingOfPureNoise) {
    Points const inputs = latin_hypercube(draws, 300, 10);
    Points outputs = zero_points(300, 20);
    for (std::uint32_t i = 0; i < 300; ++i) {
        Stream draw{Seed{8}, Purpose{1}, i, Day{0}};
        for (double& y : outputs.row(i)) y = normal(draw, 0.0, 1.0);
    }
    OutputEmulator const emulator{inputs, outputs};
    double mean = 0.0;
    for (auto const& one : emulator.diagnostics()) mean += one.explained / 20.0;
    EXPECT_NEAR(mean, 0.0, 0.02);
    // Trends of noise take little more than the constant of each component.
    EXPECT_LT(emulator.free_runs(), 299.5);
    EXPECT_GT(emulator.free_runs(), 280.0);
}

TEST(OutputEmulator, TakesAGaussianProcessWhereATrendIsNotEnough) {
    Points const inputs = latin_hypercube(draws, 150, 2);
    Points outputs{1, {}};
    auto const f = [](std::span<double const> x) { return std::sin(9.0 * x[0]) + x[1]; };
    for (std::uint32_t i = 0; i < 150; ++i) {
        Stream draw{Seed{8}, Purpose{1}, i, Day{0}};
        outputs.values.push_back(f(inputs.row(i)) + normal(draw, 0.0, 0.05));
    }
    OutputEmulator const emulator{inputs, outputs}, trend{inputs, outputs, {.processes = false}};
    EXPECT_EQ(emulator.processes(), 1U);
    EXPECT_LT(trend.diagnostics()[0].explained, 0.7);
    EXPECT_GT(emulator.diagnostics()[0].explained, 0.95);
    std::vector<double> const at{0.4, 0.3};
    std::vector<double> mean(1), sd(1);
    emulator.predict(at, mean, sd);
    EXPECT_NEAR(mean[0], f(at), 0.1);
}

TEST(OutputEmulator, LearnsScatterThatDependsOnTheInputs) {
    // Standard deviation 0.2 exp(1.5 x): from 0.2 to 0.9.
    Points const inputs = latin_hypercube(draws, 500, 3);
    Points outputs{1, {}};
    for (std::uint32_t i = 0; i < 500; ++i) {
        Stream draw{Seed{18}, Purpose{1}, i, Day{0}};
        auto const x = inputs.row(i);
        outputs.values.push_back(x[1] + normal(draw, 0.0, 0.2 * std::exp(1.5 * x[0])));
    }
    OutputEmulator const emulator{inputs, outputs};
    std::vector<double> mean(1), sd(1);
    for (double const x : {0.1, 0.5, 0.9}) {
        emulator.predict(std::vector<double>{x, 0.5, 0.5}, mean, sd);
        EXPECT_NEAR(sd[0] / (0.2 * std::exp(1.5 * x)), 1.0, 0.15) << x;
    }
}

TEST(OutputEmulator, LeavesOutFailedRunsAndCopesWithAConstantOutput) {
    LinearToy const toy{2, 2};
    Points const inputs = latin_hypercube(draws, 60, 2);
    Points const runs = toy.run(inputs, 1);
    Points outputs{3, {}}, fewer{3, {}}, rest{2, {}};
    for (std::size_t i = 0; i < 60; ++i) {
        std::vector<double> const row{runs.row(i)[0], 7.0, runs.row(i)[1]};
        outputs.add(row);
        if (i == 5) continue;
        fewer.add(row);
        rest.add(inputs.row(i));
    }
    outputs.row(5)[2] = std::numeric_limits<double>::infinity();
    OutputEmulator const one{inputs, outputs}, other{rest, fewer};
    EXPECT_EQ(one.runs(), 59U);
    EXPECT_EQ(one.residuals(), other.residuals());
    EXPECT_NEAR(sample(one, inputs, draws).row(3)[1], 7.0, 1e-12);
    EXPECT_TRUE(std::isnan(one.diagnostics()[1].explained));
    Points const least = latin_hypercube(draws, 14, 2);
    EXPECT_GE((OutputEmulator{least, toy.run(least, 1)}.free_runs()), 2.0);
    Points const few = latin_hypercube(draws, 13, 2);
    EXPECT_THROW((OutputEmulator{few, toy.run(few, 1)}), InputError);
}

TEST(OutputEmulator, IsTheSameForAnyThreadCountAndAnyBatch) {
    LinearToy const toy{5, 3};
    Points const inputs = latin_hypercube(draws, 80, 3);
    Points const outputs = toy.run(inputs, 1);
    int const before = threads();
    set_threads(1);
    Points const whole = sample(OutputEmulator{inputs, outputs}, inputs, draws);
    for (int const count : {2, 7}) {
        set_threads(count);
        EXPECT_EQ(sample(OutputEmulator{inputs, outputs}, inputs, draws), whole);
    }
    set_threads(before);
    Points const last{3, {inputs.values.end() - 6, inputs.values.end()}};
    Points const part = sample(OutputEmulator{inputs, outputs}, last, draws, 78);
    EXPECT_TRUE(std::equal(part.values.begin(), part.values.end(), whole.row(78).begin()));
}

}  // namespace
}  // namespace sim::calibration
