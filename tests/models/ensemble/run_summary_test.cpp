#include "models/ensemble/run_summary.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <numeric>

#include "models/app/run_scenario.hpp"

namespace models {
namespace {

using namespace std::chrono_literals;

TEST(MonthsBetween, CountsMonthsOfTheCalendar) {
    sim::Date const first{2012y / 1 / 31};
    EXPECT_EQ(months_between(first, first), 0U);
    EXPECT_EQ(months_between(first, sim::Date{2012y / 2 / 1}), 1U);
    EXPECT_EQ(months_between(first, sim::Date{2014y / 3 / 1}), 26U);
}

TEST(Summarise, AddsUpTheDaysOfARun) {
    auto const scenario = load_scenario(AZALAI_SOURCE_DIR "/tests/app/small-country/small.toml");
    ReportCounter reports{scenario};
    std::uint64_t at_home = 0, deaths = 0;
    RunCallbacks callbacks;
    callbacks.observe = [&](World const& world) {
        reports.observe(world);
        for (auto const& report : world.reports.acled) {
            bool const counts = report.when.day.value < scenario.days() &&
                                world.map->is_home(world.map->cells.country[report.where.cell.row]);
            if (!counts) continue;
            ++at_home;
            deaths += report.fatalities;
        }
    };
    auto const run = run_scenario(scenario, {}, callbacks);
    auto const summary = summarise(scenario, run.history, run.agreements, reports, true);

    EXPECT_EQ(summary.days, scenario.days());
    ASSERT_EQ(summary.months.size(), 3U);  // January to March
    auto const& days = run.history.days();
    std::uint32_t in_february = 0, peak = 0;
    for (std::size_t i = 31; i < 31 + 29; ++i) in_february += days[i].deaths[0];
    for (auto const& day : days) peak = std::max(peak, day.idps);
    EXPECT_EQ(summary.months[1].deaths[0], in_february);
    EXPECT_EQ(summary.peak_idps, peak);
    EXPECT_EQ(summary.months[0].idps, days[30].idps);
    EXPECT_EQ(summary.months[2].idps, summary.final_idps);
    auto const& abroad = summary.months[2].refugees;
    EXPECT_EQ(std::accumulate(abroad.begin(), abroad.end(), 0U), summary.final_refugees);
    EXPECT_EQ(abroad.front(), 0U);

    std::uint64_t events = 0, reported_deaths = 0, by_cercle = 0;
    for (auto const& month : summary.months) {
        events += std::accumulate(month.acled_events.begin(), month.acled_events.end(), 0U);
        reported_deaths +=
            std::accumulate(month.acled_deaths.begin(), month.acled_deaths.end(), 0U);
    }
    for (auto const& one : summary.reports) by_cercle += one.events;
    EXPECT_GT(at_home, 0U);
    EXPECT_EQ(events, at_home);
    EXPECT_EQ(reported_deaths, deaths);
    EXPECT_LE(by_cercle, events);
    EXPECT_EQ(summary.figures.size(), compared_figures(scenario).size());
    EXPECT_EQ(summary.months[2].agreements, summary.agreements_in_force);
}

TEST(Summarise, IsReadBackFromItsBytes) {
    RunSummary summary;
    summary.days = 3;
    summary.months.resize(2);
    summary.months[1].refugees = {0, 5};
    summary.reports.push_back({.month = 1, .cercle = 2, .type = 3, .events = 4, .deaths = 5});
    summary.figures = {1.5};
    auto const bytes = bytes_of(summary);
    RunSummary back;
    from_bytes(bytes, back);
    EXPECT_EQ(back.months[1].refugees, (std::vector<std::uint32_t>{0, 5}));
    EXPECT_EQ(back.reports[0].deaths, 5U);
    EXPECT_EQ(bytes_of(back), bytes);
}

}  // namespace
}  // namespace models
