#include "models/facts/statistics.hpp"

#include <gtest/gtest.h>

namespace models {
namespace {

using Numbers = std::vector<double>;

TEST(Statistics, OfSixNumbersAreThoseOfNumpy) {
    Numbers const x{1, 3, 2, 5, 4, 6};
    EXPECT_DOUBLE_EQ(*mean_of(x), 3.5);
    EXPECT_DOUBLE_EQ(*variance_of(x), 3.5);
    EXPECT_DOUBLE_EQ(*dispersion_of(x), 1.0);
    EXPECT_NEAR(*autocorrelation(x, 1), 0.1, 1e-12);
    EXPECT_NEAR(*autocorrelation(x, 2), 0.34285714285714286, 1e-12);
}

TEST(Statistics, OfTwoListsAreThoseOfALine) {
    Numbers const x{1, 2, 3}, up{3, 5, 7}, down{4, 2, 0};
    EXPECT_DOUBLE_EQ(*slope_of(x, up), 2.0);
    EXPECT_DOUBLE_EQ(*correlation(x, up), 1.0);
    EXPECT_DOUBLE_EQ(*correlation(x, down), -1.0);
    EXPECT_NEAR(*slope_of(Numbers{1, 2, 4, 5}, Numbers{2, 1, 6, 9}), 1.9, 1e-12);
}

TEST(Quantile, LiesBetweenOrderStatistics) {
    Numbers const x{3, 1, 4, 1, 5, 9, 2, 6};
    EXPECT_DOUBLE_EQ(*quantile_of(x, 0.0), 1.0);
    EXPECT_DOUBLE_EQ(*quantile_of(x, 0.05), 1.0);
    EXPECT_DOUBLE_EQ(*quantile_of(x, 0.5), 3.5);
    EXPECT_DOUBLE_EQ(*quantile_of(x, 0.75), 5.25);
    EXPECT_NEAR(*quantile_of(x, 0.95), 7.95, 1e-12);
    EXPECT_DOUBLE_EQ(*quantile_of(x, 1.0), 9.0);
}

TEST(Statistics, AreNothingWhereUndefined) {
    EXPECT_FALSE(mean_of(Numbers{}));
    EXPECT_FALSE(variance_of(Numbers{1}));
    EXPECT_FALSE(dispersion_of(Numbers{0, 0}));
    EXPECT_FALSE(autocorrelation(Numbers{1, 2}, 1));
    EXPECT_FALSE(autocorrelation(Numbers{2, 2, 2}, 1));
    EXPECT_FALSE(slope_of(Numbers{1, 1}, Numbers{1, 2}));
    EXPECT_FALSE(correlation(Numbers{1, 2}, Numbers{3, 3}));
    EXPECT_FALSE(quantile_of({}, 0.5));
    EXPECT_FALSE(ratio_of(1.0, 0.0));
}

}  // namespace
}  // namespace models
