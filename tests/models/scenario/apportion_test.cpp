#include "models/scenario/apportion.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

#include "sim/base/check.hpp"

namespace models {
namespace {

std::vector<std::uint32_t> parts(std::uint32_t total, std::vector<double> const& shares) {
    std::vector<std::uint32_t> result(shares.size());
    apportion(total, shares, result);
    return result;
}

TEST(Apportion, GivesTheLargestRemaindersOneMore) {
    // Exact shares 4.7, 2.9, 1.3, 1.1: floors 4, 2, 1, 1 leave 2 for the remainders .9 and .7.
    EXPECT_EQ(parts(10, {0.47, 0.29, 0.13, 0.11}), (std::vector<std::uint32_t>{5, 3, 1, 1}));
}

TEST(Apportion, IsNotRounding) {
    // Exact shares 1.6, 1.6, 1.8: one of the 1.6 must yield, the 1.8 must not.
    EXPECT_EQ(parts(5, {0.32, 0.32, 0.36}), (std::vector<std::uint32_t>{2, 1, 2}));
}

TEST(Apportion, PrefersTheEarlierOfEqualRemainders) {
    EXPECT_EQ(parts(1, {0.5, 0.5}), (std::vector<std::uint32_t>{1, 0}));
    EXPECT_EQ(parts(5, {1.0, 1.0, 1.0}), (std::vector<std::uint32_t>{2, 2, 1}));
}

TEST(Apportion, GivesNothingToAShareOfZero) {
    EXPECT_EQ(parts(7, {0.0, 1.0, 0.0}), (std::vector<std::uint32_t>{0, 7, 0}));
    EXPECT_EQ(parts(0, {0.5, 0.5}), (std::vector<std::uint32_t>{0, 0}));
}

TEST(Apportion, LosesNobodyWhateverTheShares) {
    std::vector<double> shares{0.1, 0.2, 0.3, 1e-9, 0.15, 0.25, 0.7};
    for (std::uint32_t total = 0; total < 2000; ++total) {
        auto const result = parts(total * 2'147'017, shares);
        EXPECT_EQ(std::accumulate(result.begin(), result.end(), 0U), total * 2'147'017);
    }
}

TEST(Apportion, RefusesSharesThatSumToNothing) {
    std::vector<std::uint32_t> result(2);
    EXPECT_THROW(apportion(1, std::vector<double>{0.0, 0.0}, result), sim::ContractError);
    EXPECT_THROW(apportion(1, std::vector<double>{1.0}, result), sim::ContractError);
}

}  // namespace
}  // namespace models
