#include "models/calibration/patterns.hpp"

#include <gtest/gtest.h>

namespace models {
namespace {

sim::Date const first_day = sim::make_date(2012, 11, 17);

// November 2012 to February 2013.
std::vector<MonthRecord> const months{{.deaths = 10, .acled_deaths = 4, .refugees = 5, .idps = 9},
                                      {.deaths = 0, .acled_deaths = 0, .refugees = 50, .idps = 8},
                                      {.deaths = 30, .acled_deaths = 40, .refugees = 50, .idps = 7},
                                      {.deaths = 20, .acled_deaths = 0, .refugees = 20, .idps = 6}};

std::optional<double> number(StudyPattern pattern) {
    return measure(pattern, first_day, months);
}

StudyPattern between(PatternKind kind, sim::Date from, sim::Date to) {
    StudyPattern pattern;
    pattern.kind = kind;
    pattern.from = from;
    pattern.to = to;
    return pattern;
}

TEST(CalendarMonth, CountsMonthsOfTheCalendar) {
    EXPECT_EQ(month_number(sim::make_date(2013, 1, 31)), 2013 * 12);
    EXPECT_EQ(month_number(sim::make_date(2012, 12, 1)) + 1, 2013 * 12);
}

TEST(Measure, FindsTheFirstOfEqualPeaks) {
    EXPECT_EQ(number({.kind = PatternKind::refugee_peak_month}), 2012 * 12 + 11);
    EXPECT_EQ(number({.kind = PatternKind::idp_peak_month}), 2012 * 12 + 10);
    EXPECT_EQ(number({.kind = PatternKind::death_peak_month}), 2013 * 12);
}

TEST(Measure, SharesAndRatiosAreOfTheMonthsNamed) {
    auto share =
        between(PatternKind::death_share, sim::make_date(2013, 1, 1), sim::make_date(2013, 1, 31));
    share.of_from = sim::make_date(2012, 11, 1);
    share.of_to = sim::make_date(2013, 2, 1);
    EXPECT_EQ(number(share), 0.5);
    share.count = PatternCount::acled;
    EXPECT_EQ(number(share), 40.0 / 44.0);
    share.of_to = sim::make_date(2013, 3, 1);  // not run
    EXPECT_EQ(number(share), std::nullopt);
    share.of_from = share.of_to = sim::make_date(2012, 12, 1);  // nobody died
    EXPECT_EQ(number(share), std::nullopt);
}

TEST(Measure, PeakRatioIsOverTheEndOfAMonth) {
    auto const here = sim::make_date(2013, 2, 1);
    EXPECT_EQ(number(between(PatternKind::refugee_peak_ratio, here, here)), 2.5);
    EXPECT_EQ(number(between(PatternKind::idp_peak_ratio, here, here)), 1.5);
}

TEST(Measure, CountsMonthsWithoutDeaths) {
    auto pattern = between(PatternKind::months_without_deaths, sim::make_date(2012, 12, 1),
                           sim::make_date(2013, 2, 1));
    EXPECT_EQ(number(pattern), 1.0);
    pattern.count = PatternCount::acled;
    EXPECT_EQ(number(pattern), 2.0);
}

TEST(Measure, HasNoPeakOfNothing) {
    EXPECT_EQ(measure({.kind = PatternKind::idp_peak_month}, first_day, {MonthRecord{}}),
              std::nullopt);
    EXPECT_EQ(measure({.kind = PatternKind::idp_peak_month}, first_day, {}), std::nullopt);
}

}  // namespace
}  // namespace models
