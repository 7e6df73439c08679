#include <gtest/gtest.h>

#include <string>

#include "models/exchange/acled_reader.hpp"
#include "models/exchange/ucdp_reader.hpp"
#include "tests/models/exchange/testing.hpp"

namespace {

struct Broken {
    char const* file;
    char const* message;  // without the path before it
};

class BrokenFile : public testing::TestWithParam<Broken> {};

TEST_P(BrokenFile, IsRefusedWithPlaceAndAdvice) {
    auto const path = models::testing::samples + "broken/" + GetParam().file;
    bool const is_acled = std::string_view{GetParam().file}.starts_with("acled");
    EXPECT_EQ(models::testing::message_of([&] {
                  return is_acled ? models::read_acled(path).size()
                                  : models::read_ucdp(path).size();
              }),
              path + GetParam().message);
}

constexpr char const* date_advice =
    " (must be a date that exists). Write it as 2012-01-31 or 31 January 2012.";

std::string const slash_date =
    std::string{":3: column 'event_date' = \"31/10/2020\""} + date_advice;
std::string const no_such_day =
    std::string{":3: column 'event_date' = \"31 June 2018\""} + date_advice;
std::string const ged_date = std::string{":3: column 'date_start' = \"2012-02-30\""} + date_advice;

INSTANTIATE_TEST_SUITE_P(
    Acled, BrokenFile,
    testing::Values(
        Broken{"acled-date.csv", slash_date.c_str()},
        Broken{"acled-no-such-day.csv", no_such_day.c_str()},
        Broken{"acled-no-date.csv",
               ":3: column 'event_date' = \"\" (must not be empty). Write the text."},
        Broken{"acled-sub-event.csv",
               ":3: column 'sub_event_type' = \"Armed clsh\" (is no sub-event of ACLED). Did you "
               "mean 'Armed clash'?"},
        Broken{"acled-type.csv",
               ":2: column 'event_type' = \"Battels\" (is no event type of ACLED). Did you mean "
               "'Battles'?"},
        Broken{"acled-neither.csv",
               ":2: column 'sub_event_type' = \"\" (and no event_type). Write one of the two."},
        Broken{"acled-inter.csv",
               ":3: column 'inter2' = \"9\" (is no actor type of ACLED). Write one such as "
               "'External/Other forces'."},
        Broken{"acled-latitude.csv",
               ":3: column 'latitude' = \"91\" (must be >= -90 and <= 90 degrees). Change the "
               "value."},
        Broken{"acled-decimal-comma.csv",
               ":3: column 'longitude' = \"0,5\" (must be a number, degrees). Write digits with a "
               "decimal point, like 0.5."},
        Broken{"acled-fatalities.csv",
               ":3: column 'fatalities' = \"-1\" (must be a whole number >= 0 and <= 4294967295 "
               "people). Change the value."},
        Broken{"acled-fraction.csv",
               ":3: column 'fatalities' = \"2.5\" (must be a whole number). Write digits only."},
        Broken{"acled-no-fatalities.csv",
               ":3: column 'fatalities' = \"\" (must not be empty). Write the text."},
        Broken{"acled-precision.csv",
               ":3: column 'time_precision' = \"4\" (must be a whole number >= 1 and <= 3). Change "
               "the value."},
        Broken{"acled-targeting.csv",
               ":3: column 'civilian_targeting' = \"yes\" (must be 'Civilian targeting' or empty). "
               "Write one of them."},
        Broken{"acled-twice.csv",
               ":3: column 'event_id_cnty' = \"XXX1\" (duplicate, first at line 2). Remove one of "
               "the rows, or give it its own id."},
        Broken{"acled-quote.csv",
               ":3: not a valid CSV table (a quote that is never closed). Close it, or double the "
               "quotes inside the cell."},
        Broken{"acled-missing.csv",
               ":1: column 'fatalities' is missing. Add it to the header and every row."},
        Broken{"acled-no-type.csv",
               ":1: column 'sub_event_type' is missing, and so is 'event_type'. Add one of them to "
               "the header and every row."},
        Broken{"acled-monadic-differs.csv",
               ":3: column 'event_date' = \"2020-01-02\" (differs from the other row of event "
               "'XXX1', at line 2). Correct one of them, or give the second event an id."},
        Broken{"acled-monadic-thrice.csv",
               ":4: column 'event_id_cnty' = \"XXX1\" (duplicate, first at line 2). Remove one of "
               "the rows, or give it its own id."},
        Broken{"acled-cells.csv",
               ":3: not a valid CSV table (6 cells, the header has 7). Write one cell for each "
               "column; put text that has a comma in quotes."},
        Broken{"acled-latin1.csv", ":3: byte 0xE9 (is not UTF-8 text). Save the file as UTF-8."},
        Broken{"acled-empty.csv", ": the file is empty. Give a file with content."},
        Broken{"acled-absent.csv",
               ": no such file. Check the path; it may be relative to another folder."}));

INSTANTIATE_TEST_SUITE_P(
    Ged, BrokenFile,
    testing::Values(
        Broken{"ged-sum.csv",
               ":3: column 'best' = \"5\" (must be the sum of deaths_a, deaths_b, deaths_civilians "
               "and deaths_unknown, 4). Correct the counts."},
        Broken{"ged-low.csv",
               ":3: column 'low' = \"5\" (must be at most best, 4). Correct one of them."},
        Broken{"ged-high.csv",
               ":3: column 'high' = \"3\" (must be at least best, 4). Correct one of them."},
        Broken{
            "ged-ends-early.csv",
            ":3: column 'date_end' = \"2012-01-31\" (must not be before date_start, 2012-02-01). "
            "Correct one of them."},
        Broken{"ged-twice.csv",
               ":3: column 'id' = \"900001\" (duplicate '900001', first at line 2). Remove or "
               "rename one of them."},
        Broken{"ged-violence.csv",
               ":3: column 'type_of_violence' = \"4\" (must be a whole number >= 1 and <= 3). "
               "Change the value."},
        Broken{"ged-precision.csv",
               ":3: column 'where_prec' = \"8\" (must be a whole number >= 1 and <= 7). Change the "
               "value."},
        Broken{"ged-cell.csv",
               ":3: column 'priogrid_gid' = \"259201\" (must be a whole number >= 1 and <= "
               "259200). Change the value."},
        Broken{"ged-active.csv",
               ":3: column 'active_year' = \"maybe\" (must be 0 or 1). Write one of them."},
        Broken{"ged-date.csv", ged_date.c_str()},
        Broken{"ged-columns.csv",
               ":2: not a valid CSV table (50 cells, a file without a header has 49). Write one "
               "cell for each column; put text that has a comma in quotes."},
        Broken{"ged-missing.csv",
               ":1: column 'low' is missing. Add it to the header and every row."}));

}  // namespace
