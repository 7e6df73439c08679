#include "sim/calibration/emulated_posterior.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/calibration/normal_law.hpp"
#include "sim/calibration/synthetic_likelihood.hpp"
#include "sim/parallel/threads.hpp"
#include "tests/sim/calibration/linear_toy.hpp"

namespace sim::calibration {
namespace {

Draws const draws{Seed{61}, Purpose{8}};
LinearToy const toy{6, 2};

OutputEmulator emulator_of(std::size_t runs) {
    Points const inputs = latin_hypercube(draws, runs, 2);
    return {inputs, toy.run(inputs, 1)};
}

std::vector<double> const seen{0.4, -0.1, 0.6, -0.5, 0.2, 0.3};

/// Log likelihood of the toy itself.
double exact(double u0, double u1, double noise_scale = 1.0) {
    Eigen::VectorXd const x = Eigen::Vector2d{2.0 * u0 - 1.0, 2.0 * u1 - 1.0};
    Eigen::VectorXd const miss = Eigen::Map<Eigen::VectorXd const>(seen.data(), 6) - toy.slopes * x;
    Eigen::MatrixXd covariance = toy.noise * toy.noise.transpose();
    covariance.diagonal().array() += toy.observation * toy.observation;
    return -0.5 * miss.dot(covariance.llt().solve(miss)) / noise_scale;
}

struct Exact {
    double mean[2], sd[2];
};

Exact posterior_by_grid() {
    double total = 0.0, sum[2] = {0.0, 0.0}, squares[2] = {0.0, 0.0};
    for (double a = 0.005; a < 1.0; a += 0.01) {
        for (double b = 0.005; b < 1.0; b += 0.01) {
            double const weight = std::exp(exact(a, b));
            total += weight;
            sum[0] += weight * a, sum[1] += weight * b;
            squares[0] += weight * a * a, squares[1] += weight * b * b;
        }
    }
    Exact result{};
    for (int j = 0; j < 2; ++j) {
        result.mean[j] = sum[j] / total;
        result.sd[j] = std::sqrt(squares[j] / total - result.mean[j] * result.mean[j]);
    }
    return result;
}

Exact moments(Points const& points) {
    Exact result{};
    double const n = static_cast<double>(points.rows());
    for (std::size_t j = 0; j < 2; ++j) {
        double squares = 0.0;
        for (std::size_t i = 0; i < points.rows(); ++i) {
            result.mean[j] += points.row(i)[j] / n;
            squares += points.row(i)[j] * points.row(i)[j] / n;
        }
        result.sd[j] = std::sqrt(squares - result.mean[j] * result.mean[j]);
    }
    return result;
}

TEST(LogLawOfEstimate, IsNormalForManyRunsAndLessSureForFew) {
    EXPECT_EQ(log_law_of_estimate(0.0, 100), 0.0);
    EXPECT_NEAR(log_law_of_estimate(40.0, 100'000'000), -20.0, 1e-4);
    EXPECT_DOUBLE_EQ(log_law_of_estimate(99.0, 100), -50.0 * std::log(2.0));
    // Near the mean of the squares of k targets, as if every variance were 1 + k / runs as large.
    double const slope = log_law_of_estimate(50.5, 200) - log_law_of_estimate(49.5, 200);
    EXPECT_NEAR(slope, -0.5 / (1.0 + 50.0 / 200.0), 0.005);
}

TEST(SyntheticLikelihood, IsTheOneOfTheLinearModel) {
    auto const emulator = emulator_of(2'000);
    SyntheticLikelihood const likelihood{emulator, toy.targets(seen)};
    EXPECT_LT(likelihood.shrinkage(), 0.02);
    double const here = likelihood(std::vector<double>{0.5, 0.5});
    for (double const u : {0.3, 0.6, 0.8}) {
        double const gained = likelihood(std::vector<double>{u, 0.4}) - here;
        double const truth = exact(u, 0.4) - exact(0.5, 0.5);
        EXPECT_NEAR(gained, truth, 0.12 + 0.08 * std::abs(truth)) << u;
    }
}

TEST(SyntheticLikelihood, CountsAWeightAsAVariance) {
    auto const emulator = emulator_of(2'000);
    std::vector<double> const quarter(6, 0.25);
    SyntheticLikelihood const whole{emulator, toy.targets(seen)};
    SyntheticLikelihood const less{emulator, toy.targets(seen), quarter};
    std::vector<double> const a{0.9, 0.1}, b{0.5, 0.5};
    EXPECT_NEAR(less(a) - less(b), 0.25 * (whole(a) - whole(b)), 0.3);
}

TEST(SyntheticLikelihood, GivesASideItsProbability) {
    auto const emulator = emulator_of(2'000);
    std::vector<double> const at{0.7, 0.2};
    double const mean = toy.slopes.row(0).dot(Eigen::Vector2d{0.4, -0.6});
    double const sd = std::sqrt(0.4 + 0.09);
    Target side{0, mean + 0.5, Side::at_least, 0.09, 0.0};
    SyntheticLikelihood const above{emulator, {side}};
    side.side = Side::at_most;
    SyntheticLikelihood const below{emulator, {side}};
    EXPECT_NEAR(std::exp(above(at)), normal_probability(-0.5 / sd), 0.04);
    EXPECT_NEAR(std::exp(above(at)) + std::exp(below(at)), 1.0, 1e-9);

    // Given that another output is 1 too high: the mean moves by their covariance, 0.25, over its
    // variance.
    Target const other{1, toy.slopes.row(1).dot(Eigen::Vector2d{0.4, -0.6}) + 1.0, Side::equal,
                       0.09, 0.0};
    SyntheticLikelihood const alone{emulator, {other}}, both{emulator, {side, other}};
    double const total = 0.4 + 0.09, moved = 0.25 / total;
    double const left = std::sqrt(total - 0.25 * 0.25 / total);
    EXPECT_NEAR(std::exp(both(at) - alone(at)), normal_probability((0.5 - moved) / left), 0.05);
}

TEST(ShrunkCorrelations, KeepWhatIsSureAndDropWhatIsNot) {
    Points noise = zero_points(50, 30), pair = zero_points(400, 2);
    for (std::uint32_t i = 0; i < 50; ++i) {
        Stream draw{Seed{2}, Purpose{1}, i, Day{0}};
        for (double& value : noise.row(i)) value = normal(draw, 0.0, 1.0);
    }
    for (std::uint32_t i = 0; i < 400; ++i) {
        Stream draw{Seed{3}, Purpose{1}, i, Day{0}};
        double const shared = normal(draw, 0.0, std::sqrt(0.8));
        for (double& value : pair.row(i)) value = shared + normal(draw, 0.0, std::sqrt(0.2));
    }
    double share = 0.0;
    static_cast<void>(shrunk_correlations(noise, &share));
    EXPECT_GT(share, 0.8);
    EXPECT_NEAR(shrunk_correlations(pair, &share)(0, 1), 0.8, 0.1);
    EXPECT_LT(share, 0.02);
}

TEST(EmulatedPosterior, IsTheExactOneOfTheLinearModel) {
    auto const emulator = emulator_of(2'000);
    Exact const truth = posterior_by_grid();
    EmulatedOptions options;
    options.tempered.particles = 2'000;
    auto const posterior = emulated_posterior(draws, emulator, toy.targets(seen), {}, options);
    EXPECT_GT(posterior.effective_size, 1'500.0);
    Exact const found = moments(posterior.points);
    for (int j = 0; j < 2; ++j) {
        EXPECT_NEAR(found.mean[j], truth.mean[j], 0.2 * truth.sd[j]) << j;
        EXPECT_NEAR(found.sd[j] / truth.sd[j], 1.0, 0.12) << j;
    }
}

TEST(EmulatedPosterior, ByDistanceIsNearItAndWider) {
    auto const emulator = emulator_of(2'000);
    Exact const truth = posterior_by_grid();
    EmulatedOptions options;
    options.method = PosteriorMethod::abc;
    options.abc = {.particles = 1'000, .least_acceptance = 0.02};
    auto const posterior = emulated_posterior(draws, emulator, toy.targets(seen), {}, options);
    Exact const found = moments(posterior.points);
    EXPECT_EQ(posterior.points.rows(), 1'000U);
    EXPECT_GT(posterior.generations.size(), 3U);
    for (int j = 0; j < 2; ++j) {
        EXPECT_NEAR(found.mean[j], truth.mean[j], 0.6 * truth.sd[j]) << j;
        EXPECT_GT(found.sd[j] / truth.sd[j], 0.95) << j;
        EXPECT_LT(found.sd[j] / truth.sd[j], 1.8) << j;
    }
}

TEST(EmulatedPosterior, StaysInTheRegionOfItsPrior) {
    auto const emulator = emulator_of(200);
    PriorRegion const region{[](std::span<double const> u) { return u[0] < 0.5; },
                             {2, {0.1, 0.2, 0.3, 0.8, 0.4, 0.5, 0.2, 0.4}}};
    for (auto const method : {PosteriorMethod::synthetic, PosteriorMethod::abc}) {
        EmulatedOptions options;
        options.method = method;
        options.tempered.particles = options.abc.particles = 100;
        auto const posterior =
            emulated_posterior(draws, emulator, toy.targets(seen), region, options);
        for (std::size_t i = 0; i < 100; ++i) EXPECT_LT(posterior.points.row(i)[0], 0.5);
    }
}

TEST(EmulatedPosterior, IsTheSameForAnyThreadCount) {
    auto const emulator = emulator_of(100);
    int const before = threads();
    for (auto const method : {PosteriorMethod::synthetic, PosteriorMethod::abc}) {
        EmulatedOptions options;
        options.method = method;
        options.tempered.particles = options.abc.particles = 60;
        set_threads(1);
        auto const one = emulated_posterior(draws, emulator, toy.targets(seen), {}, options);
        set_threads(5);
        EXPECT_EQ(emulated_posterior(draws, emulator, toy.targets(seen), {}, options).points,
                  one.points);
    }
    set_threads(before);
}

}  // namespace
}  // namespace sim::calibration
