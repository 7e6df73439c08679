#include "models/facts/fact_comparison.hpp"

#include <gtest/gtest.h>

#include "tests/models/facts/event_maker.hpp"

namespace models {
namespace {

FactTarget target(std::string const& key, double low, double high, int first_year, int last_year) {
    FactTarget row;
    row.key = key;
    row.low = low;
    row.high = high;
    row.start = sim::make_date(first_year, 1, 1);
    row.end = sim::make_date(last_year, 12, 31);
    return row;
}

std::vector<FactReport> const runs{
    {{"a", 1.0, 10}, {"b", std::nullopt, 0}, {"c", 5.0, 1}},
    {{"a", 2.0, 30}, {"b", std::nullopt, 0}, {"c", 6.0, 1}},
    {{"a", 9.0, 20}, {"b", 4.0, 7}, {"c", 7.0, 1}},
};

TEST(Spread, IsMedianAndNinetyPerCent) {
    auto const spread = spread_of({0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100});
    EXPECT_DOUBLE_EQ(spread->median, 50.0);
    EXPECT_DOUBLE_EQ(spread->low, 5.0);
    EXPECT_DOUBLE_EQ(spread->high, 95.0);
    EXPECT_FALSE(spread_of({}));
    EXPECT_EQ(spread_of({3})->low, spread_of({3})->high);
}

TEST(CompareFacts, JudgesTheMedianOfRuns) {
    std::vector<FactTarget> const rows{
        target("a", 1.5, 2.5, 2018, 2018), target("c", 0.0, 5.5, 2018, 2018),
        target("b", 0.0, 1.0, 2018, 2018), target("missing", 0.0, 1.0, 2018, 2018)};
    FactReport const data{{"a", 3.0, 99}, {"b", std::nullopt, 0}};
    auto const facts = compare_facts(rows, runs, data, testing::period(365));
    ASSERT_EQ(facts.size(), 3U);
    EXPECT_EQ(facts[0].mark, FactMark::inside);
    EXPECT_DOUBLE_EQ(facts[0].simulated->median, 2.0);
    EXPECT_DOUBLE_EQ(facts[0].events, 20.0);
    EXPECT_EQ(facts[0].observed_mark, FactMark::outside);
    EXPECT_EQ(facts[1].mark, FactMark::outside);
    EXPECT_FALSE(facts[1].observed);
    EXPECT_EQ(facts[2].mark, FactMark::outside);
    EXPECT_EQ(facts[2].simulated->runs, 1U);
    EXPECT_EQ(facts[2].observed_mark, FactMark::not_computed);
    auto const tally = tally_of(facts, FactPeriod::same);
    EXPECT_EQ(tally.inside, 1U);
    EXPECT_EQ(tally.outside, 2U);
}

TEST(CompareFacts, TakesTheRowOfTheRunsPeriod) {
    std::vector<FactTarget> rows{target("a", 0, 1, 2010, 2030), target("a", 0, 2, 2017, 2019),
                                 target("a", 0, 3, 2020, 2020)};
    auto facts = compare_facts(rows, runs, std::nullopt, testing::period(365));
    ASSERT_EQ(facts.size(), 1U);
    EXPECT_EQ(facts[0].target, &rows[1]);
    EXPECT_EQ(facts[0].period, FactPeriod::partial);
    EXPECT_EQ(tally_of(facts, FactPeriod::partial).inside, 1U);
    // Without a row of its period the nearest one is shown, and not judged.
    rows = {target("a", 0, 3, 2020, 2020), target("a", 0, 3, 2023, 2023)};
    facts = compare_facts(rows, runs, std::nullopt, testing::period(365));
    EXPECT_EQ(facts[0].target, &rows[0]);
    EXPECT_EQ(facts[0].period, FactPeriod::other);
    EXPECT_EQ(facts[0].mark, FactMark::inside);
    EXPECT_EQ(tally_of(facts, FactPeriod::other).inside, 1U);
    EXPECT_EQ(tally_of(facts, FactPeriod::same).inside, 0U);
}

TEST(CompareFacts, TakesAKeyWithAYearAsOfThatYear) {
    std::vector<FactReport> const years{{{"x_2018", 1.0, 1}}};
    std::vector<FactTarget> const rows{target("x_2018", 0, 2, 2018, 2018)};
    auto const facts = compare_facts(rows, years, std::nullopt, testing::period(3000));
    EXPECT_EQ(facts[0].period, FactPeriod::same);
}

TEST(CompareFacts, WithoutATableListsEveryFact) {
    auto const facts = compare_facts({}, runs, std::nullopt, testing::period(365));
    ASSERT_EQ(facts.size(), 3U);
    EXPECT_EQ(facts[1].key, "b");
    EXPECT_EQ(facts[1].target, nullptr);
    EXPECT_EQ(tally_of(facts, FactPeriod::same).not_computed, 0U);
}

}  // namespace
}  // namespace models
