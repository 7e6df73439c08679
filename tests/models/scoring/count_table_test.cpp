#include "models/scoring/count_table.hpp"

#include <gtest/gtest.h>

#include "sim/base/check.hpp"

namespace models {
namespace {

TEST(MonthRange, KnowsItsMonths) {
    MonthRange const months{.first = 385, .count = 3};
    EXPECT_EQ(months.last(), 387);
    EXPECT_FALSE(months.contains(384));
    EXPECT_TRUE(months.contains(385));
    EXPECT_TRUE(months.contains(387));
    EXPECT_FALSE(months.contains(388));
}

TEST(CountTable, IsContiguousByDrawMonthAndUnit) {
    CountTable table{2, {.first = 10, .count = 3}, 4};
    EXPECT_EQ(table.cells(), 12U);
    EXPECT_EQ(table.values().size(), 24U);
    table.month(1, 12)[3] = 7;
    EXPECT_EQ(table.values()[1 * 12 + 2 * 4 + 3], 7U);
    EXPECT_EQ(table.draw(1)[11], 7U);
    table.draw(0)[4] = 5;
    EXPECT_EQ(table.month(0, 11)[0], 5U);
}

TEST(CountTable, RefusesWhatItDoesNotHold) {
    CountTable table{1, {.first = 10, .count = 3}, 4};
    EXPECT_THROW(static_cast<void>(table.draw(1)), sim::ContractError);
    EXPECT_THROW(static_cast<void>(table.month(0, 9)), sim::ContractError);
    EXPECT_THROW(static_cast<void>(table.month(0, 13)), sim::ContractError);
    EXPECT_THROW((CountTable{0, {.first = 10, .count = 3}, 4}), sim::ContractError);
}

}  // namespace
}  // namespace models
