#include "models/scoring/forecast_scores.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "models/scoring/score_kernels.hpp"
#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

CountTable random_table(std::uint32_t draws, MonthRange months, std::uint32_t units,
                        std::uint32_t entity) {
    CountTable table{draws, months, units};
    sim::Stream stream{sim::Seed{3}, sim::Purpose{1}, entity, sim::Day{0}};
    for (std::uint32_t draw = 0; draw < draws; ++draw) {
        for (auto& count : table.draw(draw)) count = sim::poisson(stream, 20.0 * stream.uniform());
    }
    return table;
}

TEST(ScoreForecast, OfTwoUnitsByHand) {
    // Months 10 and 11, units A and B; observations begin a month earlier.
    CountTable observed{1, {.first = 9, .count = 3}, 2};
    observed.month(0, 9)[0] = 1000;
    observed.month(0, 10)[0] = 4;
    observed.month(0, 11)[1] = 2;
    CountTable forecast{1, {.first = 10, .count = 2}, 2};
    forecast.month(0, 10)[0] = 1;
    forecast.month(0, 11)[1] = 2;
    auto const scored = score_forecast(forecast, observed, {});
    // Distances 3 0 0 0; the interval of one draw is a point, missed once by 3.
    EXPECT_DOUBLE_EQ(scored.all.crps, 0.75);
    EXPECT_DOUBLE_EQ(scored.all.interval90, 20.0 * 3.0 / 4.0);
    EXPECT_DOUBLE_EQ(scored.all.coverage50, 0.75);
    EXPECT_DOUBLE_EQ(scored.all.coverage90, 0.75);
    EXPECT_DOUBLE_EQ(scored.all.crps_log1p, (std::log(5.0) - std::log(2.0)) / 4.0);
    // Once 1 / 12 of the shares in the bin, three times 2 / 12.
    EXPECT_DOUBLE_EQ(scored.all.ignorance, (std::log2(12.0) + 3.0 * std::log2(6.0)) / 4.0);
    EXPECT_DOUBLE_EQ(*scored.all.bias_ratio, 0.5);
    EXPECT_FALSE(scored.all.moran_difference);
    EXPECT_FALSE(scored.all.top10_overlap);
    EXPECT_TRUE(scored.all.jensen_shannon);
    EXPECT_EQ(scored.all.draws, 1U);
    EXPECT_EQ(scored.all.months, forecast.months());

    ASSERT_EQ(scored.by_month.size(), 2U);
    EXPECT_DOUBLE_EQ(scored.by_month[0].crps, 1.5);
    EXPECT_DOUBLE_EQ(scored.by_month[1].crps, 0.0);
    EXPECT_EQ(scored.by_month[1].months, (MonthRange{.first = 11, .count = 1}));
    EXPECT_DOUBLE_EQ(*scored.by_month[0].bias_ratio, 0.25);
}

TEST(ScoreForecast, IsTheMeanOfItsKernels) {
    // 37 unit-months: not a multiple of what is gathered together.
    MonthRange const months{.first = 10, .count = 1};
    auto const forecast = random_table(50, months, 37, 0);
    auto const observed = random_table(1, months, 37, 1);
    double sum = 0.0;
    for (std::uint32_t unit = 0; unit < 37; ++unit) {
        std::vector<std::uint32_t> draws;
        for (std::uint32_t draw = 0; draw < 50; ++draw) draws.push_back(forecast.draw(draw)[unit]);
        std::ranges::sort(draws);
        sum += crps(draws, observed.draw(0)[unit]);
    }
    EXPECT_NEAR(score_forecast(forecast, observed, {}).all.crps, sum / 37.0, 1e-12);
}

TEST(ScoreForecast, ComparesMapsOfMeans) {
    MonthRange const months{.first = 10, .count = 2};
    CountTable forecast{2, months, 3};
    forecast.month(0, 10)[0] = 4;  // mean over draws and months: 1
    forecast.month(1, 11)[2] = 8;  // 2
    CountTable observed{1, months, 3};
    observed.month(0, 10)[1] = 2;  // 1
    std::vector<UnitPair> const pairs{{0, 1}, {1, 2}};
    auto const scores = score_forecast(forecast, observed, pairs).all;
    EXPECT_DOUBLE_EQ(*scores.bias_ratio, 3.0);
    EXPECT_DOUBLE_EQ(*scores.jensen_shannon, 1.0);
    std::vector<double> const simulated{1, 0, 2}, seen{0, 1, 0};
    EXPECT_EQ(scores.moran_difference, moran_difference(simulated, seen, pairs));
    ASSERT_TRUE(scores.moran_difference);
}

TEST(ScoreForecast, IsTheSameForAnyThreadCount) {
    MonthRange const months{.first = 10, .count = 101};
    auto const forecast = random_table(31, months, 103, 0);
    auto const observed = random_table(1, months, 103, 1);
    auto const threads = sim::threads();
    std::vector<std::vector<double>> found;
    for (int const count : {1, 2, 7}) {
        sim::set_threads(count);
        auto const scored = score_forecast(forecast, observed, {});
        std::vector<double> values;
        auto const keep = [&values](ForecastScores const& scores) {
            values.insert(values.end(),
                          {scores.crps, scores.crps_log1p, scores.ignorance, scores.interval90,
                           scores.coverage50, scores.coverage90, *scores.bias_ratio,
                           *scores.top10_overlap, *scores.jensen_shannon});
        };
        keep(scored.all);
        for (auto const& month : scored.by_month) keep(month);
        found.push_back(std::move(values));
    }
    sim::set_threads(threads);
    EXPECT_EQ(std::memcmp(found[0].data(), found[1].data(), found[0].size() * sizeof(double)), 0);
    EXPECT_EQ(std::memcmp(found[0].data(), found[2].data(), found[0].size() * sizeof(double)), 0);
}

TEST(ScoreForecast, NeedsTheObservations) {
    CountTable const forecast{1, {.first = 10, .count = 2}, 2};
    CountTable const late{1, {.first = 11, .count = 2}, 2};
    CountTable const other{1, {.first = 10, .count = 2}, 3};
    EXPECT_THROW(static_cast<void>(score_forecast(forecast, late, {})), sim::ContractError);
    EXPECT_THROW(static_cast<void>(score_forecast(forecast, other, {})), sim::ContractError);
}

}  // namespace
}  // namespace models
