#include "models/reporting/news.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "models/purposes.hpp"
#include "sim/random/distributions.hpp"
#include "tests/models/reporting/reporting_world.hpp"

namespace models {
namespace {

using namespace testing;

constexpr int draws = 20'000;

sim::Stream stream(std::uint32_t entity, std::uint32_t day = 0) {
    return {sim::Seed{1}, purpose::news, entity, sim::Day{day}};
}

TEST(ChanceToHear, GrowsWithDeaths) {
    EXPECT_DOUBLE_EQ(chance_to_hear(0.0, 100), 0.0);
    EXPECT_NEAR(chance_to_hear(1.0, 0), 0.632, 1e-3);
    EXPECT_NEAR(chance_to_hear(1.0, 1), 0.865, 1e-3);
    EXPECT_NEAR(chance_to_hear(0.5, 3), 0.865, 1e-3);
}

TEST(Attention, IsOfTheYearThePlaceAndTheKind) {
    ReportingParams params;
    params.attention = 2.0;
    params.attention_growth = 0.5;
    params.jump_on = sim::make_date(2017, 1, 1);
    params.attention_jump = 3.0;
    params.capital_factor = 4.0;
    params.abduction_factor = 0.25;
    auto const before = sim::make_date(2016, 12, 31);
    auto const after = sim::make_date(2017, 1, 1);
    auto const clash = EventKind::armed_clash;
    EXPECT_DOUBLE_EQ(attention_to(params, 0.0, before, false, clash), 2.0);
    EXPECT_DOUBLE_EQ(attention_to(params, 2.0, before, false, clash), 4.0);
    EXPECT_DOUBLE_EQ(attention_to(params, 2.0, after, false, clash), 12.0);
    EXPECT_DOUBLE_EQ(attention_to(params, 0.0, before, true, clash), 8.0);
    EXPECT_DOUBLE_EQ(attention_to(params, 0.0, before, false, EventKind::abduction), 0.5);
}

TEST(RoundedCount, IsToFivesAndTens) {
    std::map<std::uint32_t, std::uint32_t> const rounded{{0, 0},   {7, 7},   {8, 10},   {12, 10},
                                                         {13, 15}, {17, 15}, {18, 20},  {19, 20},
                                                         {24, 20}, {25, 30}, {96, 100}, {104, 100}};
    for (auto const& [count, expected] : rounded) EXPECT_EQ(rounded_count(count), expected);
}

TEST(ToldCount, IsTrueWithoutError) {
    ReportingParams params;
    auto draw = stream(0);
    for (std::uint32_t const deaths : {0U, 1U, 9U, 37U, 250U}) {
        EXPECT_EQ(told_count(deaths, params, draw), deaths);
    }
}

TEST(ToldCount, IsAWordAsAcledReadsIt) {
    ReportingParams params;
    params.vague_words = 1.0;
    auto draw = stream(0);
    EXPECT_EQ(told_count(9, params, draw), 9U);
    EXPECT_EQ(told_count(11, params, draw), 10U);
    EXPECT_EQ(told_count(30, params, draw), 12U);
    EXPECT_EQ(told_count(180, params, draw), 100U);
}

TEST(ToldCount, HasItsMedianAtTheTruth) {
    ReportingParams params;
    params.count_spread = 0.3;
    double logs = 0.0, squares = 0.0;
    for (std::uint32_t i = 0; i < draws; ++i) {
        auto draw = stream(i);
        double const log = std::log(told_count(1000, params, draw) / 1000.0);
        logs += log;
        squares += log * log;
    }
    EXPECT_NEAR(logs / draws, 0.0, 4 * 0.3 / std::sqrt(draws));
    EXPECT_NEAR(std::sqrt(squares / draws), 0.3, 0.01);
}

// Counts of 10, 15, 20, 30 and 40 are 2 to 6 times their neighbours in ACLED 2012-2020.
TEST(ToldCount, HeapsAtRoundNumbers) {
    ReportingParams params;
    params.count_spread = 0.3;
    params.rounding = 0.27;
    params.vague_words = 0.03;
    std::map<std::uint32_t, double> told;
    for (std::uint32_t i = 0; i < 20 * draws; ++i) {
        auto draw = stream(i);
        // A power law with exponent 2 from 1 on.
        auto const deaths =
            static_cast<std::uint32_t>(std::min(1.0 / draw.uniform_positive(), 500.0));
        ++told[told_count(deaths, params, draw)];
    }
    for (std::uint32_t const round : {10U, 15U, 20U, 30U, 40U}) {
        double const ratio = 2.0 * told[round] / (told[round - 1] + told[round + 1]);
        EXPECT_GT(ratio, 2.0) << round;
        EXPECT_LT(ratio, 8.0) << round;
    }
    EXPECT_NEAR(2.0 * told[6] / (told[5] + told[7]), 1.0, 0.15);
}

class NewsOfTheDay : public ::testing::Test {
  protected:
    NewsOfTheDay() : world_{day_to_report()} { world_.today = sim::Day{100}; }

    template <class Count>
    double share(ConflictEvent const& event, ReportingParams const& params, Count const& counts) {
        int count = 0;
        for (std::uint32_t i = 0; i < draws; ++i) {
            auto draw = stream(i);
            if (counts(news_of(event, world_, params, draw))) ++count;
        }
        return count / static_cast<double>(draws);
    }

    World world_;
};

TEST_F(NewsOfTheDay, NamesArmedGroupsInAShareOfCases) {
    ReportingParams params;
    params.unidentified = 0.2;
    params.unidentified_on_civilians = 0.4;
    auto const is_named = [](News const& news) { return news.names_attacker; };
    auto event = event_in_town(world_, EventKind::armed_clash, 0, 0, 1);
    EXPECT_NEAR(share(event, params, is_named), 0.8, 0.012);
    event.kind = EventKind::attack_on_civilians;
    EXPECT_NEAR(share(event, params, is_named), 0.6, 0.014);
    event.attacker = state;
    EXPECT_EQ(share(event, params, is_named), 1.0);
}

TEST_F(NewsOfTheDay, AreDatedByWeekOrMonthInAShareOfCases) {
    ReportingParams params;
    params.week_precision = 0.05;
    params.month_precision = 0.016;
    auto const event = event_in_town(world_, EventKind::armed_clash, 0, 0, 1);
    EXPECT_NEAR(share(event, params, [](News const& n) { return n.when.precision == 2; }), 0.05,
                0.007);
    EXPECT_NEAR(share(event, params, [](News const& n) { return n.when.precision == 3; }), 0.016,
                0.004);
    for (std::uint32_t i = 0; i < draws; ++i) {
        auto draw = stream(i);
        auto const when = news_of(event, world_, params, draw).when;
        auto const off = std::abs(static_cast<int>(when.day.value) - 100);
        EXPECT_LE(off, when.precision == 1 ? 0 : when.precision == 2 ? 3 : 15);
    }
}

TEST_F(NewsOfTheDay, HaveMoreCountsOfLargeEvents) {
    ReportingParams params;
    params.rival_counts = 0.5;
    params.count_spread = 0.3;
    auto const mean = [&](std::uint32_t deaths) {
        double sum = 0.0;
        auto const event = event_in_town(world_, EventKind::armed_clash, 0, deaths);
        for (std::uint32_t i = 0; i < draws; ++i) {
            auto draw = stream(i);
            auto const news = news_of(event, world_, params, draw);
            EXPECT_TRUE(std::ranges::is_sorted(news.counts()));
            EXPECT_LE(news.lowest(), news.middle());
            EXPECT_LE(news.middle(), news.highest());
            sum += static_cast<double>(news.sources);
        }
        return sum / draws;
    };
    EXPECT_EQ(mean(0), 1.0);
    EXPECT_NEAR(mean(3), 1.0 + 0.5 * std::log(4.0), 0.03);
}

}  // namespace
}  // namespace models
