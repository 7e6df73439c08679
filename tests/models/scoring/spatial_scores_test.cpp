#include "models/scoring/spatial_scores.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace models {
namespace {

using Values = std::vector<double>;

TEST(QueenNeighbours, TouchByEdgeOrCorner) {
    // A square of 2 x 2 and one cell two columns away: all pairs of the square.
    std::vector<std::int32_t> const gids{1000, 1001, 1003, 1720, 1721};
    std::vector<UnitPair> const pairs{{0, 1}, {0, 3}, {0, 4}, {1, 3}, {1, 4}, {3, 4}};
    EXPECT_EQ(queen_neighbours(gids), pairs);
}

TEST(QueenNeighbours, DoNotTouchAcrossTheEdgeOfTheMap) {
    // The last cell of a row and the first of the next, with numbers that follow each other.
    EXPECT_TRUE(queen_neighbours(std::vector<std::int32_t>{720, 721}).empty());
    EXPECT_TRUE(queen_neighbours(std::vector<std::int32_t>{721, 2160}).empty());
}

TEST(MoransI, OfAChainByHand) {
    // 0-1-2-3 with values 1 1 3 3: z -1 -1 1 1, products 1 - 1 + 1 = 1, squares 4; 4 / 3 * 1 / 4.
    std::vector<UnitPair> const chain{{0, 1}, {1, 2}, {2, 3}};
    EXPECT_DOUBLE_EQ(*morans_i(Values{1, 1, 3, 3}, chain), 1.0 / 3.0);
    // 1 3 1 3: every product -1: 4 / 3 * -3 / 4.
    EXPECT_DOUBLE_EQ(*morans_i(Values{1, 3, 1, 3}, chain), -1.0);
}

TEST(MoransI, NeedsPairsAndDifferences) {
    EXPECT_FALSE(morans_i(Values{1, 2}, {}));
    EXPECT_FALSE(morans_i(Values{0.1, 0.1, 0.1}, std::vector<UnitPair>{{0, 1}}));
}

TEST(MoranDifference, ComparesLogarithms) {
    std::vector<UnitPair> const chain{{0, 1}, {1, 2}, {2, 3}};
    Values const clustered{0, 0, 8, 8}, mixed{0, 2, 0, 2};
    EXPECT_DOUBLE_EQ(*moran_difference(clustered, mixed, chain), 1.0 / 3.0 + 1.0);
    EXPECT_FALSE(moran_difference(Values{0, 0, 0, 0}, mixed, chain));
}

TEST(MoranDifference, IsNotThatOfCounts) {
    std::vector<UnitPair> const chain{{0, 1}, {1, 2}};
    // Counts 0 1 3: log1p 0 log 2 log 4, evenly spaced: z -1 0 1, I = 0. Against 0 0 1, z -1 -1 2:
    // products 1 - 2, squares 6: 3 / 2 * -1 / 6 = -0.25.
    EXPECT_NEAR(*moran_difference(Values{0, 1, 3}, Values{0, 0, 1}, chain), 0.25, 1e-12);
}

TEST(TopOverlap, IsTheShareOfTheTen) {
    Values observed(20), simulated(20);
    std::iota(observed.begin(), observed.end(), 0.0);  // heaviest: 10 to 19
    std::iota(simulated.begin(), simulated.end(), 0.0);
    EXPECT_EQ(*top_overlap(simulated, observed), 1.0);
    simulated[19] = simulated[18] = simulated[17] = 0.5;  // 7 to 9 take their places
    EXPECT_DOUBLE_EQ(*top_overlap(simulated, observed), 0.7);
}

TEST(TopOverlap, IgnoresUnitsWithoutAny) {
    Values observed(20, 0.0), simulated(20, 0.0);
    observed[3] = observed[4] = 5.0;
    EXPECT_EQ(*top_overlap(simulated, observed), 0.0);
    simulated[4] = 1.0;
    EXPECT_EQ(*top_overlap(simulated, observed), 0.5);
    EXPECT_FALSE(top_overlap(observed, Values(20, 0.0)));
}

TEST(TopOverlap, SaysNothingOfTenUnits) {
    EXPECT_FALSE(top_overlap(Values(10, 1.0), Values(10, 1.0)));
    EXPECT_TRUE(top_overlap(Values(11, 1.0), Values(11, 1.0)));
}

TEST(JensenShannon, IsZeroForEqualSharesAndOneForSeparateOnes) {
    EXPECT_EQ(*jensen_shannon_distance(Values{1, 2, 3}, Values{10, 20, 30}), 0.0);
    EXPECT_EQ(*jensen_shannon_distance(Values{1, 1, 0}, Values{0, 0, 5}), 1.0);
    EXPECT_FALSE(jensen_shannon_distance(Values{0, 0}, Values{1, 0}));
    EXPECT_FALSE(jensen_shannon_distance(Values{1, 0}, Values{0, 0}));
}

TEST(JensenShannon, ByHand) {
    // p = 1 0, q = 1/2 1/2, m = 3/4 1/4: (log2 4/3) / 2 + (log2 2/3 / 2 + log2 2 / 2) / 2.
    double const divergence = 0.5 * std::log2(4.0 / 3.0) + 0.25 * std::log2(2.0 / 3.0) + 0.25;
    EXPECT_DOUBLE_EQ(*jensen_shannon_distance(Values{4, 0}, Values{3, 3}), std::sqrt(divergence));
}

TEST(BiasRatio, ComparesSums) {
    EXPECT_DOUBLE_EQ(*bias_ratio(Values{1, 2}, Values{4, 2}), 0.5);
    EXPECT_FALSE(bias_ratio(Values{1, 2}, Values{0, 0}));
}

}  // namespace
}  // namespace models
