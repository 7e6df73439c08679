#include "models/flee/csv_rows.hpp"

#include <gtest/gtest.h>

#include "sim/base/check.hpp"

namespace models::flee {
namespace {

TEST(CsvRows, TakesBlanksQuotesAndLineEndsAsFleeFilesHaveThem) {
    auto const rows = parse_csv("#Day, Kidal\r\n\r\n0 , \"a,\"\"b\"\"\" ,2.5\nlast", "x.csv");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_TRUE(rows[0].is_comment());
    EXPECT_EQ(rows[0].cell(1), "Kidal");
    EXPECT_EQ(rows[1].cells, (std::vector<std::string>{"0", "a,\"b\"", "2.5"}));
    EXPECT_EQ(rows[1].location(), "x.csv:3");
    EXPECT_EQ(rows[2].cell(0), "last");
    EXPECT_EQ(rows[2].cell(7), "");
}

TEST(CsvRows, RefusesWrongQuotesWithTheLine) {
    for (auto const* text : {"a\n\"b", "a\n\"b\"c,d"}) {
        try {
            static_cast<void>(parse_csv(text, "x.csv"));
            FAIL();
        } catch (sim::InputError const& error) {
            EXPECT_NE(std::string{error.what()}.find("x.csv:2"), std::string::npos);
        }
    }
}

TEST(CsvRows, GettersRefuseWrongCells) {
    auto const row = parse_csv("7,x,2012-13-01,1e999,nan,,3.5", "x.csv").front();
    EXPECT_EQ(row.integer(0, "n"), 7);
    EXPECT_THROW(static_cast<void>(row.integer(0, "n", {.maximum = 6})), sim::InputError);
    EXPECT_THROW(static_cast<void>(row.integer(6, "n")), sim::InputError);
    EXPECT_THROW(static_cast<void>(row.number(1, "n")), sim::InputError);
    EXPECT_THROW(static_cast<void>(row.date(2, "n")), sim::InputError);
    EXPECT_THROW(static_cast<void>(row.number(3, "n")), sim::InputError);
    EXPECT_THROW(static_cast<void>(row.number(4, "n")), sim::InputError);
    EXPECT_THROW(static_cast<void>(row.text(5, "n")), sim::InputError);
    EXPECT_THROW(static_cast<void>(row.number(5, "n")), sim::InputError);
    EXPECT_EQ(row.number_or(5, "n", 4.0), 4.0);
    EXPECT_EQ(row.integer_or(99, "n", 3), 3);
}

}  // namespace
}  // namespace models::flee
