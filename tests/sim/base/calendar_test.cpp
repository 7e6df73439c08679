#include "sim/base/calendar.hpp"

#include <gtest/gtest.h>

#include "sim/base/check.hpp"

namespace sim {

TEST(ParseDate, ReadsAndWritesTheSameText) {
    for (auto const* text : {"2012-01-17", "2016-02-29", "1970-01-01", "1960-12-31"}) {
        auto const date = parse_date(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(to_string(*date), text);
    }
}

TEST(ParseDate, RefusesWhatIsNotADay) {
    for (auto const* text : {"", "2012-1-17", "2012-13-01", "2015-02-29", "2012/01/17",
                             "2012-01-17 ", "20x2-01-17", "2012-00-10", "2012-01-00"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(DaysBetween, CountsLeapDays) {
    EXPECT_EQ(days_between(make_date(2012, 1, 1), make_date(2013, 1, 1)), 366);
    EXPECT_EQ(days_between(make_date(2013, 1, 1), make_date(2012, 12, 31)), -1);
}

TEST(DateParts, AreTheCivilOnes) {
    auto const date = make_date(2013, 7, 28);
    EXPECT_EQ(year_of(date), 2013);
    EXPECT_EQ(month_of(date), 7U);
    EXPECT_EQ(day_of_month(date), 28U);
}

TEST(MakeDate, RefusesADayThatDoesNotExist) {
    EXPECT_THROW(static_cast<void>(make_date(2013, 2, 29)), ContractError);
}

}  // namespace sim
