#include "models/scoring/reference_forecasts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/parallel/threads.hpp"

namespace models {
namespace {

constexpr sim::Seed seed{1};

// Unit 0 has the number of the month, unit 1 always 5, unit 2 none.
CountTable observations(MonthRange months) {
    CountTable table{1, months, 3};
    for (auto month = months.first; month <= months.last(); ++month) {
        table.month(0, month)[0] = static_cast<std::uint32_t>(month);
        table.month(0, month)[1] = 5;
    }
    return table;
}

ScoringPeriod from_101(std::int32_t last_seen = 100) {
    return {.scored = {.first = 101, .count = 4}, .last_seen = last_seen};
}

auto const history = observations({.first = 1, .count = 110});

TEST(SameUnitForecast, HasTheLastTwelveMonths) {
    auto const forecast = same_unit_forecast(history, from_101());
    ASSERT_TRUE(forecast.counts);
    EXPECT_EQ(forecast.note, "");
    EXPECT_EQ(forecast.counts->draws(), 12U);
    EXPECT_EQ(forecast.counts->months(), from_101().scored);
    for (std::uint32_t draw = 0; draw < 12; ++draw) {
        for (std::int32_t month = 101; month <= 104; ++month) {
            EXPECT_EQ(forecast.counts->month(draw, month)[0], 89 + draw);
            EXPECT_EQ(forecast.counts->month(draw, month)[1], 5U);
            EXPECT_EQ(forecast.counts->month(draw, month)[2], 0U);
        }
    }
}

TEST(SameUnitForecast, SaysThatItHasLess) {
    auto const forecast = same_unit_forecast(observations({.first = 98, .count = 7}), from_101());
    EXPECT_EQ(forecast.counts->draws(), 3U);
    EXPECT_EQ(forecast.note, "from 3 months only");
}

TEST(SameUnitForecast, SeesNothingLaterThanItMay) {
    auto const forecast = same_unit_forecast(history, from_101(99));
    EXPECT_EQ(forecast.counts->month(11, 101)[0], 99U);
}

TEST(ReferenceForecasts, SayWhyTheyAreMissing) {
    auto const all =
        reference_forecasts(observations({.first = 101, .count = 4}), from_101(), seed);
    ASSERT_EQ(all.size(), 4U);
    for (auto const& one : all) {
        EXPECT_EQ(one.counts.has_value(), one.name == "all zero");
        EXPECT_EQ(one.note.empty(), one.name == "all zero");
    }
    EXPECT_EQ(all[0].note, "no observations up to 1988-04");
}

TEST(LastValueForecast, IsPoissonAboutTheLastMonth) {
    auto const forecast = last_value_forecast(history, from_101(), seed);
    double sum = 0.0, squares = 0.0;
    for (std::uint32_t draw = 0; draw < reference_draws; ++draw) {
        double const count = forecast.counts->month(draw, 102)[0];
        sum += count;
        squares += (count - 100.0) * (count - 100.0);
        EXPECT_EQ(forecast.counts->month(draw, 102)[2], 0U);
    }
    // 1000 draws of mean and variance 100: 5 standard deviations of mean (0.316) and variance
    // (4.5).
    EXPECT_NEAR(sum / reference_draws, 100.0, 1.6);
    EXPECT_NEAR(squares / reference_draws, 100.0, 23.0);
}

TEST(LastValueForecast, DrawsEveryMonthAnew) {
    auto const forecast = last_value_forecast(history, from_101(), seed);
    int equal = 0;
    for (std::uint32_t draw = 0; draw < reference_draws; ++draw) {
        equal += forecast.counts->month(draw, 101)[0] == forecast.counts->month(draw, 102)[0];
    }
    EXPECT_LT(equal, 100);  // expected: 28
}

TEST(BootstrapForecast, DrawsFromAllUnits) {
    auto const forecast = bootstrap_forecast(history, from_101(), seed);
    int fives = 0, zeros = 0, late = 0;
    for (auto const count : forecast.counts->values()) {
        fives += count == 5;
        zeros += count == 0;
        late += count >= 89 && count <= 100;
    }
    // A third each; 12,000 draws, 5 standard deviations of 51.6.
    EXPECT_EQ(fives + zeros + late, 12'000);
    EXPECT_NEAR(fives, 4000, 260);
    EXPECT_NEAR(zeros, 4000, 260);
}

TEST(AllZeroForecast, IsOneDrawOfNone) {
    auto const forecast = all_zero_forecast(history, from_101());
    EXPECT_EQ(forecast.counts->draws(), 1U);
    EXPECT_EQ(std::ranges::count(forecast.counts->values(), 0U), 12);
}

TEST(ReferenceForecasts, AreTheSameForAnyThreadCount) {
    auto const threads = sim::threads();
    std::vector<std::vector<std::uint32_t>> found;
    for (int const count : {1, 2, 7}) {
        sim::set_threads(count);
        std::vector<std::uint32_t> values;
        for (auto const& one : reference_forecasts(history, from_101(), seed)) {
            values.insert(values.end(), one.counts->values().begin(), one.counts->values().end());
        }
        found.push_back(std::move(values));
    }
    sim::set_threads(threads);
    EXPECT_EQ(found[0], found[1]);
    EXPECT_EQ(found[0], found[2]);
    auto const other = bootstrap_forecast(history, from_101(), sim::Seed{2});
    auto const same = bootstrap_forecast(history, from_101(), seed);
    EXPECT_FALSE(std::ranges::equal(other.counts->values(), same.counts->values()));
}

}  // namespace
}  // namespace models
