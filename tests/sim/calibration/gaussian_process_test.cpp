#include "sim/calibration/gaussian_process.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "sim/calibration/gp_fit.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/distributions.hpp"

namespace sim::calibration {
namespace {

Draws const draws{Seed{3}, Purpose{8}};

/// Two runs at 0 and 1 that gave 1 and 3.
GpSetup two_runs(Trend trend) {
    GpSetup setup;
    setup.trend = trend;
    setup.inputs = {1, {0.0, 1.0}};
    setup.outputs = {1.0, 3.0};
    setup.parameters = {{0.5}, 2.0, 0.5};
    return setup;
}

double matern(double distance, double length) {
    double const r = std::sqrt(5.0) * distance / length;
    return (1.0 + r + r * r / 3.0) * std::exp(-r);
}

TEST(GaussianProcess, IsTheOneWorkedByHandForTwoRuns) {
    GpSetup setup = two_runs(Trend::zero);
    setup.noise = {0.1, 0.3};
    GaussianProcess const process{setup};
    // K = [[a, c], [c, b]]; K^-1 = [[b, -c], [-c, a]] / (a b - c^2).
    double const a = 2.0 + 0.5 + 0.1, b = 2.0 + 0.5 + 0.3, c = 2.0 * matern(1.0, 0.5);
    double const k0 = 2.0 * matern(0.3, 0.5), k1 = 2.0 * matern(0.7, 0.5);
    double const det = a * b - c * c;
    double const w0 = (b * k0 - c * k1) / det, w1 = (a * k1 - c * k0) / det;
    auto const [mean, variance] = process.predict(std::vector<double>{0.3});
    EXPECT_NEAR(mean, w0 * 1.0 + w1 * 3.0, 1e-8);
    EXPECT_NEAR(variance, 2.0 - w0 * k0 - w1 * k1, 1e-8);
    double const squares = (b * 1.0 - 2.0 * c * 3.0 + a * 9.0) / det;
    EXPECT_NEAR(process.log_likelihood(),
                -0.5 * (squares + std::log(det) + 2.0 * std::log(2.0 * std::numbers::pi)), 1e-8);
    // Without run 0, run 0 is predicted from run 1 alone.
    auto const left_out = process.leave_one_out();
    EXPECT_NEAR(left_out[0].mean, c / b * 3.0, 1e-8);
    EXPECT_NEAR(left_out[0].variance, a - c * c / b, 1e-8);
}

TEST(GaussianProcess, EstimatesAConstantTrendByHand) {
    GaussianProcess const process{two_runs(Trend::constant)};
    // Equal variances: the constant is the mean of both, 2, and far away that is the prediction,
    // with the variance of the constant, (a + c) / 2, on top.
    double const a = 2.5, c = 2.0 * matern(1.0, 0.5);
    auto const far = process.predict(std::vector<double>{1e6});
    EXPECT_NEAR(far.mean, 2.0, 1e-8);
    EXPECT_NEAR(far.variance, 2.0 + 0.5 * (a + c), 1e-8);
    // Each run is predicted by the other alone: constant = that run.
    auto const left_out = process.leave_one_out();
    EXPECT_NEAR(left_out[0].mean, 3.0, 1e-8);
    EXPECT_NEAR(left_out[1].mean, 1.0, 1e-8);
    EXPECT_NEAR(left_out[0].variance, 2.0 * (a - c), 1e-8);
    // What is left is the difference of the runs, whose variance is 2 (a - c); in RW 2.45 the
    // product of the determinants of covariance and Gram matrix is just that.
    double const variance = 2.0 * (a - c);
    EXPECT_NEAR(process.log_likelihood(),
                -0.5 * (4.0 / variance + std::log(variance) + std::log(2.0 * std::numbers::pi)),
                1e-8);
}

double smooth(std::span<double const> x) {
    return std::sin(3.0 * x[0]) + 0.5 * x[0] * x[1] + std::cos(2.0 * x[1]);
}

GpSetup sampled(std::size_t runs, double noise_sd) {
    GpSetup setup;
    setup.inputs = latin_hypercube(draws, runs, 2, 5);
    for (std::size_t i = 0; i < runs; ++i) {
        Stream draw{Seed{99}, Purpose{1}, static_cast<std::uint32_t>(i), Day{0}};
        setup.outputs.push_back(smooth(setup.inputs.row(i)) + normal(draw, 0.0, noise_sd));
    }
    return setup;
}

TEST(GaussianProcess, InterpolatesRunsWithoutNoise) {
    for (auto const kernel : {Kernel::matern52, Kernel::squared_exponential}) {
        GpSetup setup = sampled(30, 0.0);
        setup.kernel = kernel;
        setup.parameters = {{0.4, 0.4}, 1.0, 0.0};
        GaussianProcess const process{setup};
        for (std::size_t i = 0; i < 30; ++i) {
            auto const [mean, variance] = process.predict(setup.inputs.row(i));
            EXPECT_NEAR(mean, setup.outputs[i], 1e-4);
            EXPECT_LT(variance, 1e-6);
        }
    }
}

TEST(GaussianProcess, LeavesOneOutAsIfItWereNotThere) {
    for (auto const trend : {Trend::zero, Trend::constant, Trend::linear}) {
        GpSetup setup = sampled(12, 0.1);
        setup.trend = trend;
        setup.parameters = {{0.5, 0.8}, 1.5, 0.01};
        auto const left_out = GaussianProcess{setup}.leave_one_out();
        GpSetup without = setup;
        without.inputs.values.erase(without.inputs.values.begin(),
                                    without.inputs.values.begin() + 2);
        without.outputs.erase(without.outputs.begin());
        auto const direct = GaussianProcess{without}.predict(setup.inputs.row(0));
        EXPECT_NEAR(left_out[0].mean, direct.mean, 1e-6);
        EXPECT_NEAR(left_out[0].variance, direct.variance + 0.01, 1e-6);
    }
}

TEST(GaussianProcess, FollowsALinearTrendOutsideTheRuns) {
    GpSetup setup;
    setup.trend = Trend::linear;
    setup.inputs = {1, {0.0, 0.2, 0.5, 0.7, 1.0}};
    for (double const x : setup.inputs.values) setup.outputs.push_back(2.0 - 3.0 * x);
    setup.parameters = {{0.3}, 1.0, 0.0};
    EXPECT_NEAR(GaussianProcess{setup}.predict(std::vector<double>{9.0}).mean, -25.0, 1e-5);
}

TEST(GaussianProcess, IsAsSureAsItShouldBeOnASmoothFunction) {
    GpSetup const fitted = fit_gaussian_process(draws, sampled(40, 0.1));
    GaussianProcess const process{fitted};
    EXPECT_NEAR(std::sqrt(fitted.parameters.nugget), 0.1, 0.05);
    Points const elsewhere = uniform_points(draws, 0, 1'000, 2, 77);
    auto const predictions = predict(process, elsewhere);
    double inside = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        double const miss = smooth(elsewhere.row(i)) - predictions[i].mean;
        inside += std::abs(miss) <= 1.645 * std::sqrt(predictions[i].variance);
        squares += miss * miss;
    }
    EXPECT_GT(inside, 750.0);  // 90 % asked; misses of one fit are not independent
    EXPECT_LT(std::sqrt(squares / 1'000.0), 0.08);
    double chi = 0.0;
    for (double const residual : standardised_residuals(process)) chi += residual * residual;
    EXPECT_NEAR(chi / 40.0, 1.0, 0.6);
}

TEST(GpFit, FindsWhichInputMatters) {
    GpSetup setup = sampled(40, 0.0);
    for (std::size_t i = 0; i < 40; ++i) {
        setup.outputs[i] = 1000.0 * std::sin(6.0 * setup.inputs.row(i)[0]);
    }
    auto const fitted = fit_gaussian_process(draws, setup, {.nugget = Nugget::none});
    EXPECT_GT(fitted.parameters.length[1], 4.0 * fitted.parameters.length[0]);
    EXPECT_EQ(fitted.parameters.nugget, 0.0);
    EXPECT_GT(fitted.parameters.variance, 1e5);  // outputs of a thousand
}

TEST(GpFit, IsLikelierThanOtherLengths) {
    GpSetup const fitted = fit_gaussian_process(draws, sampled(30, 0.1));
    double const best = GaussianProcess{fitted}.log_likelihood();
    for (double const factor : {0.3, 3.0}) {
        GpSetup other = fitted;
        for (double& length : other.parameters.length) length *= factor;
        EXPECT_LT(GaussianProcess{other}.log_likelihood(), best);
    }
}

TEST(GpFit, UsesTheNoiseItIsGiven) {
    GpSetup setup = sampled(40, 0.0);
    setup.noise.assign(40, 1e-6);
    for (std::size_t i = 0; i < 40; i += 4) {  // every fourth run is off by 2, and known to be bad
        setup.outputs[i] += 2.0;
        setup.noise[i] = 4.0;
    }
    auto const fitted = fit_gaussian_process(draws, setup, {.nugget = Nugget::none});
    std::vector<double> const middle{0.5, 0.5};
    EXPECT_NEAR(GaussianProcess{fitted}.predict(middle).mean, smooth(middle), 0.1);
}

TEST(GpFit, IsTheSameForAnyThreadCount) {
    GpSetup const setup = sampled(15, 0.1);
    int const before = threads();
    set_threads(1);
    GpSetup const one = fit_gaussian_process(draws, setup);
    for (int const count : {2, 7}) {
        set_threads(count);
        EXPECT_EQ(fit_gaussian_process(draws, setup).parameters.length, one.parameters.length);
    }
    set_threads(before);
}

TEST(GaussianProcess, CopesWithEqualRunsAndAConstantOutput) {
    GpSetup setup = two_runs(Trend::constant);
    setup.inputs = {1, {0.5, 0.5, 0.5}};
    setup.outputs = {1.0, 1.0, 1.0};
    setup.parameters.nugget = 0.0;
    EXPECT_NEAR(GaussianProcess{setup}.predict(std::vector<double>{0.5}).mean, 1.0, 1e-6);
    EXPECT_NO_THROW(static_cast<void>(fit_gaussian_process(draws, setup)));
}

TEST(GaussianProcess, ChecksItsSetup) {
    GpSetup setup = two_runs(Trend::linear);  // as many terms as runs
    EXPECT_THROW(GaussianProcess{setup}, ContractError);
    setup = two_runs(Trend::zero);
    setup.parameters.length = {-1.0};
    EXPECT_THROW(GaussianProcess{setup}, ContractError);
    setup = two_runs(Trend::zero);
    setup.noise = {0.1};
    EXPECT_THROW(static_cast<void>(fit_gaussian_process(draws, setup)), ContractError);
}

}  // namespace
}  // namespace sim::calibration
