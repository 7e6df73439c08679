#include "sim/calibration/nelder_mead.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace sim::calibration {
namespace {

double rosenbrock(std::span<double const> x) {
    double sum = 0.0;
    for (std::size_t j = 0; j + 1 < x.size(); ++j) {
        sum += 100.0 * std::pow(x[j + 1] - x[j] * x[j], 2) + std::pow(1.0 - x[j], 2);
    }
    return sum;
}

NelderMead at(std::vector<double> const& start, double lower, double upper) {
    std::vector<double> const low(start.size(), lower), high(start.size(), upper);
    return start_nelder_mead(start, 0.1, low, high);
}

TEST(NelderMead, FindsTheBottomOfACurvedValley) {
    NelderMeadOptions const options{1e-12, 1e-6, 5'000};
    for (std::size_t const parameters : {2U, 4U}) {
        auto const found =
            minimise(at(std::vector<double>(parameters, -0.7), -2.0, 2.0), options, rosenbrock);
        EXPECT_EQ(found.stage, NelderMeadStage::converged);
        for (double const x : found.corners.row(0)) EXPECT_NEAR(x, 1.0, 1e-4);
    }
}

/// What is wanted after the values of the corners 0 and 1 and of the points that follow.
std::vector<double> wanted_after(std::vector<double> const& later) {
    std::vector<double> const start{0.0}, lower{0.0}, upper{10.0};
    NelderMead state = start_nelder_mead(start, 0.1, lower, upper);
    EXPECT_EQ(state.wanted.values, (std::vector<double>{0.0, 1.0}));
    give_values(state, std::vector<double>{1.0, 0.0}, {});
    EXPECT_EQ(state.wanted.values, std::vector<double>{2.0});  // 0 mirrored at 1
    for (double const value : later) give_values(state, std::vector<double>{value}, {});
    return state.wanted.values;
}

TEST(NelderMead, MovesAsWorkedByHand) {
    // One parameter has the coefficients of two: expansion 2, contraction 1/2, shrinkage 1/2.
    EXPECT_EQ(wanted_after({-1.0}), std::vector<double>{3.0});        // better than all: farther
    EXPECT_EQ(wanted_after({-1.0, -2.0}), std::vector<double>{5.0});  // 1 mirrored at 3
    EXPECT_EQ(wanted_after({-1.0, 0.0}), std::vector<double>{3.0});   // 1 mirrored at 2
    EXPECT_EQ(wanted_after({0.5}), std::vector<double>{1.5});         // better than the worst
    EXPECT_EQ(wanted_after({5.0}), std::vector<double>{0.5});         // worse than all
    EXPECT_EQ(wanted_after({0.5, 2.0}), std::vector<double>{0.5});    // 0 drawn towards 1
    EXPECT_EQ(wanted_after({5.0, 0.25}), std::vector<double>{1.5});   // 0.5 mirrored at 1
}

TEST(NelderMead, WorksWithOneParameter) {
    auto const found = minimise(at({0.9}, 0.0, 1.0), {1e-12, 1e-7, 500},
                                [](auto x) { return std::abs(x[0] - 0.3); });
    EXPECT_NEAR(found.corners.values[0], 0.3, 1e-6);
}

TEST(NelderMead, StaysInsideItsBounds) {
    auto const found = minimise(at({0.5, 0.5}, 0.0, 1.0), {}, [](auto x) {
        EXPECT_TRUE(x[0] >= 0.0 && x[0] <= 1.0 && x[1] >= 0.0 && x[1] <= 1.0);
        return std::pow(x[0] - 2.0, 2) + std::pow(x[1] - 0.25, 2);
    });
    EXPECT_NEAR(found.corners.row(0)[0], 1.0, 1e-3);
    EXPECT_NEAR(found.corners.row(0)[1], 0.25, 1e-2);
}

TEST(NelderMead, TakesFailedRunsForTheWorst) {
    auto const found = minimise(at({0.2, 0.2}, 0.0, 1.0), {1e-10, 1e-6, 2'000}, [](auto x) {
        if (x[0] < 0.25) return std::numeric_limits<double>::quiet_NaN();
        return std::pow(x[0] - 0.5, 2) + std::pow(x[1] - 0.7, 2);
    });
    EXPECT_NEAR(found.corners.row(0)[0], 0.5, 1e-3);
    EXPECT_NEAR(found.corners.row(0)[1], 0.7, 1e-3);
}

TEST(NelderMead, GoesOnFromACopyOfItsState) {
    NelderMeadOptions const options{1e-12, 1e-6, 5'000};
    NelderMead state = at({-0.7, 0.8}, -2.0, 2.0);
    auto const whole = minimise(state, options, rosenbrock);
    while (state.evaluations < 30) {
        std::vector<double> values;
        for (std::size_t i = 0; i < state.wanted.rows(); ++i) {
            values.push_back(rosenbrock(state.wanted.row(i)));
        }
        give_values(state, values, options);
        state = NelderMead(state);
    }
    EXPECT_EQ(minimise(state, options, rosenbrock).corners, whole.corners);
}

TEST(NelderMead, EndsWhenItsEvaluationsAreUsedUp) {
    auto const found = minimise(at({-0.7, 0.8}, -2.0, 2.0), {0.0, 0.0, 20}, rosenbrock);
    EXPECT_EQ(found.stage, NelderMeadStage::exhausted);
    EXPECT_GE(found.evaluations, 20U);
    EXPECT_LE(found.evaluations, 23U);
    EXPECT_TRUE(is_finished(found));
}

TEST(NelderMead, ChecksItsStart) {
    EXPECT_THROW(static_cast<void>(at({3.0}, 0.0, 1.0)), ContractError);
    NelderMead state = at({0.5}, 0.0, 1.0);
    EXPECT_THROW(give_values(state, std::vector<double>{1.0}, {}), ContractError);
}

}  // namespace
}  // namespace sim::calibration
