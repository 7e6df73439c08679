#include "models/flee/validation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace models::flee {
namespace {

TEST(FleeValidation, IsTheAveragedRelativeDifference) {
    std::vector<std::int32_t> const simulated{10, 30, 0, 0};
    std::vector<std::int32_t> const documented{40, 40, 5, 15};
    auto const errors = compare({simulated, 2}, {documented, 2});
    // Day 0: (30 + 10) / 80; rescaled 20, 60: (20 + 20) / 80. Day 1: nobody: 20 / 20 in both.
    EXPECT_NEAR(errors.normal, (0.5 + 1.0) / 2.0, 1e-12);
    EXPECT_NEAR(errors.rescaled, (0.5 + 1.0) / 2.0, 1e-12);
    EXPECT_NEAR(errors.camps[0].difference, (30.0 + 5.0) / 2.0, 1e-12);
    EXPECT_NEAR(errors.camps[1].ratio_difference, (10.0 / 80.0 + 15.0 / 20.0) / 2.0, 1e-12);
    EXPECT_TRUE(std::isnan(errors.scaled[0]));  // too short for day 7
}

TEST(FleeValidation, ScoresSharesOfTheDocumentedTotal) {
    std::vector<std::int32_t> const documented{40, 40, 5, 15};
    CampCounts const counts{documented, 2};
    EXPECT_NEAR(error_of_shares(std::vector{1.0, 1.0}, counts), (0.0 + 10.0 / 20.0) / 2.0, 1e-12);
    EXPECT_NEAR(error_of_shares(std::vector{1.0, 3.0}, counts), (40.0 / 80.0 + 0.0) / 2.0, 1e-12);
    EXPECT_NEAR(error_of_shares(std::vector{0.0, 0.0}, counts), 1.0, 1e-12);
}

TEST(FleeValidation, ScaledErrorsComparesWithNaivePredictions) {
    // One camp with 10 people a day more each day, predicted without error but for one day.
    std::vector<std::int32_t> documented;
    for (int day = 0; day < 10; ++day) documented.push_back(10 * day);
    std::vector<std::int32_t> other(10, 0);
    std::vector<std::int32_t> both;
    std::vector<std::int32_t> simulated;
    for (std::size_t day = 0; day < 10; ++day) {
        both.insert(both.end(), {documented[day], 100});
        simulated.insert(simulated.end(), {documented[day], 100});
    }
    simulated[2 * 5] += 15;  // day 5: 65 and 100 of 150 documented
    auto const errors = compare({simulated, 2}, {both, 2});
    double const mean = std::abs(65.0 * 150.0 / 165.0 - 50.0) / 10.0;
    EXPECT_NEAR(errors.camps[0].scaled[0], mean / 15.0, 1e-4);  // 70 kept: off by 10 and 20
    // 70 times the day: 560 and 630 for 80 and 90.
    EXPECT_NEAR(errors.camps[0].scaled[1], mean / ((480.0 + 540.0) / 2.0), 1e-4);
    // Its share 70 / 170 of 180 and 190: off by 5.88 and 11.76.
    EXPECT_NEAR(errors.camps[0].scaled[2],
                mean / ((80.0 - 180.0 * 7.0 / 17.0 + 90.0 - 190.0 * 7.0 / 17.0) / 2.0), 1e-4);
    EXPECT_TRUE(std::isinf(errors.camps[1].scaled[0]));  // a flat camp is predicted exactly
    EXPECT_TRUE(std::isnan(errors.camps[0].scaled[3]));
}

TEST(FleeValidation, PerfectIsZero) {
    std::vector<std::int32_t> const counts{1, 2, 3, 4};
    auto const errors = compare({counts, 2}, {counts, 2});
    EXPECT_EQ(errors.normal, 0.0);
    EXPECT_EQ(errors.rescaled, 0.0);
}

}  // namespace
}  // namespace models::flee
