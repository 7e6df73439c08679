#include "models/exchange/event_cells.hpp"

#include <gtest/gtest.h>

#include "sim/base/calendar.hpp"
#include "tests/models/exchange/testing.hpp"

namespace {

using models::event_date;
using sim::make_date;

TEST(EventDate, TakesEveryFormInUse) {
    EXPECT_EQ(event_date("2020-10-31"), make_date(2020, 10, 31));
    EXPECT_EQ(event_date("2012-01-17 00:00:00.000"), make_date(2012, 1, 17));
    EXPECT_EQ(event_date("2012-01-17T23:59:59"), make_date(2012, 1, 17));
    EXPECT_EQ(event_date("29 June 2018"), make_date(2018, 6, 29));
    EXPECT_EQ(event_date("01 January 2017"), make_date(2017, 1, 1));
    EXPECT_EQ(event_date("1 sep 2017"), make_date(2017, 9, 1));
    EXPECT_EQ(event_date("10-Jan-12"), make_date(2012, 1, 10));
    EXPECT_EQ(event_date("10-JAN-2012"), make_date(2012, 1, 10));
    EXPECT_EQ(event_date("31-dec-1997"), make_date(1997, 12, 31));
}

TEST(EventDate, ReadsYearsOfTwoDigitsAsPosixDoes) {
    EXPECT_EQ(event_date("01-Jan-68"), make_date(2068, 1, 1));
    EXPECT_EQ(event_date("01-Jan-69"), make_date(1969, 1, 1));
    EXPECT_EQ(event_date("29-Feb-00"), make_date(2000, 2, 29));
}

TEST(EventDate, RefusesWhatIsNoDate) {
    for (auto const* text : {"",
                             "2020",
                             "2020-13-01",
                             "2020-02-30",
                             "30 February 2020",
                             "31/10/2020",
                             "10-01-2012",
                             "10-Jan 2012",
                             "10 Jan",
                             "10-Janu-12",
                             "ten June 2018",
                             "1 June 218",
                             "001 June 2018",
                             "2012-01-17 morning",
                             "2012-01-17 25:00:00",
                             "2012-01-17 00:00:00.",
                             "2012-01-17x",
                             " 2012-01-17",
                             "1 June 20188",
                             "-1 June 2018",
                             "1  June 2018"}) {
        EXPECT_EQ(event_date(text), std::nullopt) << text;
    }
}

TEST(WholeNumber, MayEndInAPointAndZero) {
    auto const table = sim::CsvTable::parse("a,b,c,d\n3.0,9007199254740993,2.50,-4.0\n", "t.csv",
                                            {"a", "b", "c", "d"}, {"e"});
    auto const row = table.rows()[0];
    EXPECT_EQ(models::whole_number(row, "a", {.minimum = 0}), 3);
    EXPECT_EQ(models::whole_number(row, "b", {}), 9'007'199'254'740'993);
    EXPECT_EQ(models::whole_number_or(row, "e", {}, 5), 5);
    EXPECT_EQ(models::testing::message_of([&] { return models::whole_number(row, "c", {}); }),
              "t.csv:2: column 'c' = \"2.50\" (must be a whole number). Write digits only.");
    EXPECT_EQ(
        models::testing::message_of([&] { return models::whole_number(row, "d", {.minimum = 0}); }),
        "t.csv:2: column 'd' = \"-4.0\" (must be a whole number >= 0). Change the value.");
}

}  // namespace
