#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <vector>

#include "chi_square.hpp"
#include "sim/random/distributions.hpp"

namespace sim {
namespace {

Stream stream(std::uint32_t entity) {
    return {Seed{2012}, Purpose{2}, entity, Day{0}};
}

TEST(WeightedChoice, CutsTheUnitIntervalByWeight) {
    std::vector<double> const weights{1.0, 0.0, 2.0, 1.0, 0.0};
    EXPECT_EQ(weighted_choice(weights, 0.0), 0U);
    EXPECT_EQ(weighted_choice(weights, 0.2499), 0U);
    EXPECT_EQ(weighted_choice(weights, 0.25), 2U);
    EXPECT_EQ(weighted_choice(weights, 0.7499), 2U);
    EXPECT_EQ(weighted_choice(weights, 0.75), 3U);
    EXPECT_EQ(weighted_choice(weights, 1.0 - 0x1.0p-53), 3U);
}

TEST(WeightedChoice, NeverTakesAWeightOfZero) {
    std::vector<double> const tenths(10, 0.1);  // their sum is not 1
    EXPECT_EQ(weighted_choice(tenths, 1.0 - 0x1.0p-53), 9U);
    EXPECT_EQ(weighted_choice(std::vector<double>{0.0, 5e-324, 0.0}, 0.999), 1U);
}

TEST(WeightedChoice, ChoosesNothingFromNothing) {
    EXPECT_EQ(weighted_choice({}, 0.5), std::nullopt);
    EXPECT_EQ(weighted_choice(std::vector<double>{0.0, 0.0}, 0.5), std::nullopt);
}

TEST(WeightedChoice, RefusesWhatIsNoWeight) {
    double const infinite = std::numeric_limits<double>::infinity();
    for (double const wrong : {-1.0, std::nan(""), infinite}) {
        EXPECT_THROW(static_cast<void>(weighted_choice(std::vector<double>{1.0, wrong}, 0.5)),
                     ContractError);
    }
    EXPECT_THROW(static_cast<void>(weighted_choice(std::vector<double>{1.0}, 1.0)), ContractError);
}

// Sparse (2 of 6) and dense (4 of 6) samples take different ways; each must reach all 15 sets
// equally often.
TEST(SampleWithoutReplacement, MakesEverySetEquallyLikely) {
    for (std::size_t const k : {2U, 4U}) {
        auto draw = stream(static_cast<std::uint32_t>(k));
        std::map<std::vector<std::uint32_t>, int> counts;
        std::map<std::vector<std::uint32_t>, double> probability;
        for (int i = 0; i < 60'000; ++i) {
            std::vector<std::uint32_t> chosen(k);
            sample_without_replacement(draw, 6, chosen);
            ++counts[chosen];
        }
        for (auto const& [chosen, count] : counts) probability[chosen] = 1.0 / 15;
        ASSERT_EQ(counts.size(), 15U);
        EXPECT_LT(std::abs(chi_square_score(probability, counts)), 4.0) << k;
    }
}

TEST(SampleWithoutReplacement, GivesDifferentNumbersInAscendingOrder) {
    auto draw = stream(9);
    for (std::size_t const k : {0U, 1U, 40U, 500U, 501U, 999U, 1000U}) {
        std::vector<std::uint32_t> chosen(k);
        sample_without_replacement(draw, 1000, chosen);
        EXPECT_EQ(std::ranges::adjacent_find(chosen, std::greater_equal{}), chosen.end()) << k;
        EXPECT_TRUE(chosen.empty() || chosen.back() < 1000U) << k;
    }
}

TEST(SampleWithoutReplacement, RefusesMoreThanThereAre) {
    auto draw = stream(10);
    std::vector<std::uint32_t> chosen(4);
    EXPECT_THROW(sample_without_replacement(draw, 3, chosen), ContractError);
}

}  // namespace
}  // namespace sim
