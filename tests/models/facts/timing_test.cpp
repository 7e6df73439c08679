#include "models/facts/timing.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/random/distributions.hpp"
#include "tests/models/facts/event_maker.hpp"

namespace models {
namespace {

using testing::event_on;
using testing::fact;
using testing::period;
using testing::value_of;

std::vector<ObservedEvent> poisson_process(double rate, std::int64_t days, std::uint32_t purpose) {
    auto draw = testing::draws(purpose);
    std::vector<ObservedEvent> events;
    for (double day = sim::exponential(draw, rate); day < static_cast<double>(days);
         day += sim::exponential(draw, rate)) {
        events.push_back(event_on(static_cast<std::int64_t>(day), 1));
    }
    return events;
}

TEST(Gaps, AreDaysBetweenEventsInOrderOfTime) {
    auto const day = [](int n) { return testing::first_day + std::chrono::days{n}; };
    EXPECT_EQ(gaps_of({day(7), day(0), day(2), day(2)}), (std::vector<double>{2, 0, 5}));
    EXPECT_TRUE(gaps_of({}).empty());
}

// References: numpy and scipy.stats.pearsonr.
TEST(BurstinessAndMemory, AreThoseOfNumpy) {
    std::vector<double> const gaps{1, 5, 2, 8, 3, 1, 1, 9, 2, 4, 6, 2};
    EXPECT_NEAR(*burstiness(gaps), -0.1598060529460608, 1e-12);
    EXPECT_NEAR(*memory(gaps), -0.431384458863177, 1e-12);
    EXPECT_FALSE(burstiness(std::span{gaps}.first(9)));
    EXPECT_DOUBLE_EQ(*burstiness(std::vector<double>(20, 3.0)), -1.0);
}

TEST(BurstinessAndMemory, OfAPoissonProcessAreZero) {
    auto const facts = timing_facts(poisson_process(0.05, 400'000, 1), period(400'000));
    // The sd of B is about .5 / sqrt(n), that of a correlation 1 / sqrt(n).
    EXPECT_NEAR(value_of(facts, "gap_burstiness"), 0.0, 4.0 * 0.5 / std::sqrt(20'000.0));
    EXPECT_NEAR(value_of(facts, "gap_memory"), 0.0, 4.0 / std::sqrt(20'000.0));
}

TEST(Burstiness, OfWholeDaysIsAboveZeroAtAHighRate) {
    auto const facts = timing_facts(poisson_process(1.7, 20'000, 2), period(20'000));
    EXPECT_NEAR(value_of(facts, "gap_burstiness"), 0.094, 0.02);
}

TEST(DailyCounts, OfAPoissonProcessHaveNoPattern) {
    auto const facts = timing_facts(poisson_process(1.7, 20'000, 3), period(20'000));
    EXPECT_NEAR(value_of(facts, "daily_events_mean"), 1.7, 0.04);
    EXPECT_NEAR(value_of(facts, "daily_events_dispersion"), 1.0, 0.04);
    EXPECT_NEAR(value_of(facts, "daily_events_acf1"), 0.0, 0.03);
    EXPECT_NEAR(value_of(facts, "daily_events_acf7"), 0.0, 0.03);
    EXPECT_LT(value_of(facts, "weekday_chi2"), 22.5) << "the .001 point of chi2(6)";
    EXPECT_NEAR(value_of(facts, "season_events_aug_sep"), 1.0, 0.05);
    EXPECT_NEAR(value_of(facts, "monthly_events_dispersion"), 1.0, 0.3);
}

TEST(MonthlyCounts, ByHand) {
    std::vector<ObservedEvent> events;
    // January 1, February 3, March 2 events, with 2, 0 and 5 deaths in all.
    for (auto const& [day, deaths] :
         {std::pair{5, 2U}, {31, 0U}, {40, 0U}, {58, 0U}, {59, 5U}, {89, 0U}}) {
        events.push_back(event_on(day, deaths));
    }
    auto const facts = timing_facts(events, period(90));
    EXPECT_DOUBLE_EQ(value_of(facts, "monthly_events_dispersion"), 0.5);
    EXPECT_EQ(fact(facts, "monthly_events_dispersion").n, 3U);
    EXPECT_NEAR(value_of(facts, "monthly_deaths_dispersion"), 19.0 / 7.0, 1e-12);
    EXPECT_NEAR(value_of(facts, "monthly_events_acf1"), -0.5, 1e-12);
    double const up = std::log(6.0), down = -std::log(3.0);
    EXPECT_NEAR(value_of(facts, "monthly_log_deaths_change_sd"), (up - down) / std::sqrt(2.0),
                1e-12);
}

TEST(Weekdays, ByHand) {
    std::vector<sim::Date> days;
    for (int week = 0; week < 7; ++week) {
        days.push_back(testing::first_day + std::chrono::days{7 * week});
    }
    // All seven events on Monday where one was expected: 36 + 6.
    EXPECT_NEAR(*weekday_chi2(days, period(49)), 42.0, 1e-12);
    EXPECT_FALSE(weekday_chi2(days, period(6)));
    EXPECT_FALSE(weekday_chi2({}, period(49)));
    auto event = event_on(0);
    event.is_day_known = false;
    EXPECT_FALSE(fact(timing_facts(std::vector{event}, period(49)), "weekday_chi2").value);
}

TEST(Season, IsTheRateOfAugustAndSeptemberOverAll) {
    std::vector<ObservedEvent> events{event_on(10, 1), event_on(20, 2), event_on(225, 6),
                                      event_on(360, 1)};
    auto const facts = timing_facts(events, period(365));
    EXPECT_NEAR(value_of(facts, "season_events_aug_sep"), 0.25 * 365.0 / 61.0, 1e-12);
    EXPECT_NEAR(value_of(facts, "season_deaths_aug_sep"), 0.6 * 365.0 / 61.0, 1e-12);
}

TEST(TimingFacts, KnowRegionsByTheirFoldedName) {
    std::vector<ObservedEvent> events;
    for (int i = 0; i < 12; ++i) {
        events.push_back(event_on(3 * i));
        events.back().admin1 = "Ségou";
        events.push_back(event_on(3 * i + 1));
    }
    auto context = period(100);
    context.regions = {"Segou", "Gao"};
    auto const facts = timing_facts(events, context);
    EXPECT_DOUBLE_EQ(value_of(facts, "gap_burstiness_segou"), -1.0);
    EXPECT_GT(value_of(facts, "gap_burstiness"), -1.0);
    EXPECT_FALSE(fact(facts, "gap_burstiness_gao").value);
}

}  // namespace
}  // namespace models
