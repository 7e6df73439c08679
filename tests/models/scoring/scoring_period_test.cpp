#include "models/scoring/scoring_period.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "sim/base/check.hpp"

namespace models {
namespace {

std::int32_t month(char const* text) {
    return *parse_month(text);
}

MonthRange months(char const* first, char const* last) {
    return {.first = month(first),
            .count = static_cast<std::uint32_t>(month(last) - month(first)) + 1};
}

SimulatedDays days(char const* first, char const* last) {
    return {.file = "a.h5", .first = *sim::parse_date(first), .last = *sim::parse_date(last)};
}

std::string message_of(PeriodRequest const& request, SimulatedDays const& file,
                       MonthRange const& observed) {
    try {
        static_cast<void>(scoring_period(request, std::vector{file}, observed));
    } catch (sim::InputError const& error) {
        return error.what();
    }
    return "";
}

auto const history = months("2012-01", "2016-12");
auto const file_2014 = days("2014-01-01", "2015-06-30");

TEST(Months, AreReadAndWritten) {
    EXPECT_EQ(parse_month("1980-01"), 1);
    EXPECT_EQ(month_text(month("2016-12")), "2016-12");
    for (char const* wrong : {"2016", "2016-13", "2016-1", "2016-01-01", ""}) {
        EXPECT_FALSE(parse_month(wrong)) << wrong;
    }
}

TEST(WholeMonths, LeaveOutWhatIsCut) {
    EXPECT_EQ(whole_months(days("2014-01-01", "2014-03-31")), months("2014-01", "2014-03"));
    EXPECT_EQ(whole_months(days("2014-01-02", "2014-03-30")), months("2014-02", "2014-02"));
    EXPECT_EQ(whole_months(days("2014-01-02", "2014-01-31")).count, 0U);
}

TEST(ScoringPeriod, IsWhatAllCover) {
    std::vector const files{file_2014, days("2014-02-15", "2015-03-30")};
    auto const period = scoring_period({}, files, history);
    EXPECT_EQ(period.scored, months("2014-03", "2015-02"));
    EXPECT_EQ(period.last_seen, month("2014-02"));
    EXPECT_EQ(scoring_period({}, files, months("2014-06", "2014-07")).scored,
              months("2014-06", "2014-07"));
}

TEST(ScoringPeriod, IsWhatIsAskedFor) {
    auto const period = scoring_period({.from = month("2014-05"), .to = month("2014-08")},
                                       std::vector{file_2014}, history);
    EXPECT_EQ(period.scored, months("2014-05", "2014-08"));
    EXPECT_EQ(period.last_seen, month("2014-04"));
}

TEST(ScoringPeriod, RefusesMonthsThatAreNotThere) {
    EXPECT_NE(message_of({.from = month("2013-12")}, file_2014, history).find("--from 2013-12"),
              std::string::npos);
    EXPECT_NE(message_of({.to = month("2015-07")}, file_2014, history).find("a.h5"),
              std::string::npos);
    EXPECT_NE(message_of({.to = month("2017-01")}, file_2014, history).find("observations"),
              std::string::npos);
    EXPECT_NE(message_of({.from = month("2014-08"), .to = month("2014-05")}, file_2014, history)
                  .find("No month is left"),
              std::string::npos);
    EXPECT_NE(message_of({}, file_2014, months("2012-01", "2013-12")).find("No month is left"),
              std::string::npos);
    EXPECT_NE(message_of({}, days("2014-01-02", "2014-01-31"), history).find("no whole month"),
              std::string::npos);
}

TEST(ScoringPeriod, BeginsTheMonthAfterARestart) {
    auto const period =
        scoring_period({.restart = sim::make_date(2013, 12, 31)}, std::vector{file_2014}, history);
    EXPECT_EQ(period.scored.first, month("2014-01"));
    EXPECT_EQ(period.last_seen, month("2013-12"));
}

TEST(ScoringPeriod, NeitherScoresNorShowsTheMonthThatARestartCuts) {
    auto const period =
        scoring_period({.restart = sim::make_date(2014, 4, 15)}, std::vector{file_2014}, history);
    EXPECT_EQ(period.scored.first, month("2014-05"));
    EXPECT_EQ(period.last_seen, month("2014-03"));
}

TEST(ScoringPeriod, RefusesARunThatBeginsTooLateForTheRestart) {
    auto const restart = sim::make_date(2013, 11, 30);
    EXPECT_NE(
        message_of({.restart = restart}, file_2014, history).find("does not hold all of 2013-12"),
        std::string::npos);
    EXPECT_NE(message_of({.restart = sim::make_date(2013, 12, 31)},
                         days("2014-01-02", "2015-06-30"), history)
                  .find("does not hold all of 2014-01"),
              std::string::npos);
}

TEST(ScoringPeriod, RefusesAContradiction) {
    auto const restart = sim::make_date(2014, 4, 30);
    EXPECT_NE(message_of({.from = month("2014-06"), .restart = restart}, file_2014, history)
                  .find("contradicts --restart 2014-04-30"),
              std::string::npos);
    EXPECT_EQ(message_of({.from = month("2014-05"), .restart = restart}, file_2014, history), "");
}

TEST(ScoringPeriod, NeedsObservationsRightAfterTheRestart) {
    EXPECT_NE(message_of({.restart = sim::make_date(2014, 4, 30)}, file_2014,
                         months("2014-06", "2016-12"))
                  .find("2014-05"),
              std::string::npos);
}

TEST(Reinitialised, IsARunThatSaysTheDay) {
    auto file = file_2014;
    auto const day = sim::make_date(2015, 6, 30);
    EXPECT_FALSE(is_reinitialised(file, day));
    file.observed_until = day;
    EXPECT_TRUE(is_reinitialised(file, day));
    EXPECT_FALSE(is_reinitialised(file, sim::make_date(2015, 7, 1)));
}

TEST(CommonRestart, IsTheDayOfAllFilesOrNone) {
    auto const day = sim::make_date(2015, 6, 30);
    auto restarted = file_2014;
    restarted.observed_until = day;
    EXPECT_EQ(common_restart(std::vector{restarted, restarted}), day);
    EXPECT_EQ(common_restart(std::vector{file_2014}), std::nullopt);
    EXPECT_THROW(static_cast<void>(common_restart(std::vector{restarted, file_2014})),
                 sim::InputError);
}

TEST(Reinitialised, IsARunThatBeganNoEarlier) {
    EXPECT_TRUE(is_reinitialised(file_2014, sim::make_date(2013, 12, 31)));
    EXPECT_TRUE(is_reinitialised(file_2014, sim::make_date(2014, 1, 1)));
    EXPECT_FALSE(is_reinitialised(file_2014, sim::make_date(2014, 1, 2)));
}

}  // namespace
}  // namespace models
