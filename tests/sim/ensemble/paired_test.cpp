#include "sim/ensemble/paired.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sim {
namespace {

// 95 % quantiles of Student's t with 2 and 3 degrees of freedom, from published tables.
constexpr double t2 = 2.91999, t3 = 2.35336;

TEST(MeanInterval, IsStudentsByHand) {
    std::vector<double> const values{1, 2, 6};  // mean 3; variance (4 + 1 + 9) / 2 = 7
    auto const interval = mean_interval(values);
    EXPECT_DOUBLE_EQ(interval.mean, 3.0);
    EXPECT_DOUBLE_EQ(interval.variance, 7.0);
    EXPECT_NEAR(interval.half_width, t2 * std::sqrt(7.0 / 3.0), 1e-4);
}

TEST(MeanInterval, IsInfiniteForFewerThanTwoValues) {
    EXPECT_TRUE(std::isinf(mean_interval(std::vector<double>{4.0}).half_width));
    EXPECT_TRUE(std::isinf(mean_interval({}).half_width));
}

TEST(PairedDifference, TakesCommonLuckAway) {
    // Differences 1, 2, 1, 2: mean 1.5, variance 1/3. Apart: 500/3 and 13,...
    std::vector<double> const baseline{0, 10, 20, 30}, other{1, 12, 21, 32};
    auto const paired = paired_difference(baseline, other);
    EXPECT_DOUBLE_EQ(paired.difference.mean, 1.5);
    EXPECT_DOUBLE_EQ(paired.difference.variance, 1.0 / 3.0);
    EXPECT_NEAR(paired.difference.half_width, t3 * std::sqrt(1.0 / 12.0), 1e-4);
    // Squares from the means 15 and 16.5: 225 + 25 + 25 + 225 and 240.25 + 20.25 + 20.25 + 240.25.
    ASSERT_TRUE(paired.variance_ratio.has_value());
    EXPECT_NEAR(*paired.variance_ratio, (500.0 / 3 + 521.0 / 3) * 3, 1e-9);
}

TEST(PairedDifference, HasNoRatioIfNothingVaries) {
    std::vector<double> const baseline{1, 2}, other{3, 4};
    EXPECT_FALSE(paired_difference(baseline, other).variance_ratio.has_value());
}

TEST(ValuesNeeded, IsTheFirstNumberThatSuffices) {
    std::vector<double> const values{1, 2, 6, 3};
    auto const interval = mean_interval(values);
    EXPECT_EQ(values_needed(interval, interval.half_width), 4U);
    EXPECT_EQ(values_needed(interval, interval.half_width * 0.999), 5U);
    // Far from small numbers Student's t is normal: n = (1.645 s / h)^2.
    auto const many = values_needed(interval, 0.01);
    ASSERT_TRUE(many.has_value());
    EXPECT_NEAR(static_cast<double>(*many), 1.6448536 * 1.6448536 * interval.variance / 1e-4, 3.0);
    EXPECT_FALSE(values_needed(interval, 0.0).has_value());
    EXPECT_FALSE(values_needed(mean_interval(std::vector<double>{1.0}), 1.0).has_value());
}

}  // namespace
}  // namespace sim
