#include "models/displacement/alias_table.hpp"

#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "sim/base/check.hpp"
#include "tests/sim/random/chi_square.hpp"

namespace models {

TEST(AliasTable, DrawsInProportionToTheWeights) {
    std::vector<double> const weights{5.0, 0.0, 1.0, 1e-3, 20.0, 3.0, 0.0, 0.7};
    AliasTable const table{weights};
    double total = 0.0;
    for (double const weight : weights) total += weight;
    std::map<std::uint32_t, double> expected;
    for (std::uint32_t i = 0; i < weights.size(); ++i) expected[i] = weights[i] / total;
    std::map<std::uint32_t, int> counts;
    sim::Stream draw{sim::Seed{1}, sim::Purpose{1}, 0, sim::Day{0}};
    for (int i = 0; i < 300'000; ++i) ++counts[table.draw(draw)];
    EXPECT_EQ(counts.count(1), 0U);
    EXPECT_EQ(counts.count(6), 0U);
    EXPECT_LT(sim::chi_square_score(expected, counts), 4.0);
}

TEST(AliasTable, IsEmptyWithoutAPositiveWeight) {
    EXPECT_TRUE(AliasTable{}.empty());
    EXPECT_TRUE((AliasTable{std::vector<double>{0.0, 0.0}}.empty()));
    EXPECT_THROW((AliasTable{std::vector<double>{1.0, -1.0}}), sim::ContractError);
}

}  // namespace models
