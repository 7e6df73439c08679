#include "sim/config/csv_dialect.hpp"

#include <gtest/gtest.h>

#include "sim/config/csv_table.hpp"
#include "tests/sim/config/testing.hpp"

namespace {

using sim::CsvDialect;
using sim::CsvTable;
using sim::testing::message_of;

CsvTable table_of(std::string text, CsvDialect const& dialect) {
    return CsvTable::parse(std::move(text), "t.csv", {"id", "lat"}, {"note"}, dialect);
}

/// A cell of the first row.
std::string first(CsvTable const& table, char const* column) {
    return table.rows().at(0).text(column);
}

std::string fault(std::string text, CsvDialect const& dialect) {
    return message_of([&] { return table_of(std::move(text), dialect); });
}

TEST(CsvDialect, SplitsAtTheStatedSeparator) {
    auto const table =
        table_of("id;lat;note\nGao;16.27;\"a;b\"\nKidal;18.4;a,b\n", {.separator = ';'});
    EXPECT_EQ(table.rows()[0].number("lat"), 16.27);
    EXPECT_EQ(table.rows()[0].text("note"), "a;b");
    EXPECT_EQ(table.rows()[1].text("note"), "a,b");
    EXPECT_EQ(fault("id;lat\nGao;1;2\n", {.separator = ';'}),
              "t.csv:2: not a valid CSV table (3 cells, the header has 2). Write one cell for each "
              "column; put text that has a semicolon in quotes.");
}

TEST(CsvDialect, FindsTheSeparatorOutsideQuotes) {
    CsvDialect const any{.separator = {}};
    EXPECT_EQ(first(table_of("id,lat,note\na;b,2,\"x;y;z;w\"\n", any), "id"), "a;b");
    EXPECT_EQ(first(table_of("id;lat;note\n\"a,b\";2;c,d,e\n", any), "note"), "c,d,e");
    CsvDialect const loose{.separator = {}, .ignores_unknown_columns = true};
    EXPECT_EQ(first(table_of("\"a;b;c;\nd;\",id,lat\n1,2,3\n", loose), "id"), "2");
    EXPECT_EQ(fault("id\n1\n", any),
              "t.csv:1: column 'lat' is missing. Add it to the header and every row.");
}

TEST(CsvDialect, IgnoresAndListsColumnsThatAreNotNamed) {
    auto const table =
        table_of(",lat,spare,,id\n0,1.5,x,y,Gao\n", {.ignores_unknown_columns = true});
    EXPECT_EQ(table.rows()[0].text("id"), "Gao");
    EXPECT_EQ(table.ignored_columns(), (std::vector<std::string>{"", "spare", ""}));
    EXPECT_TRUE(table_of("id,lat\nGao,1\n", {}).ignored_columns().empty());
    EXPECT_EQ(fault("id,lat,lat\nGao,1,2\n", {.ignores_unknown_columns = true}),
              "t.csv:1: column 'lat' (there twice). Remove or rename one of them.");
}

TEST(CsvDialect, IgnoresCaseOnlyWhenAsked) {
    EXPECT_EQ(first(table_of("ID,Lat\nGao,1.5\n", {.ignores_case = true}), "id"), "Gao");
    EXPECT_EQ(fault("ID,Lat\nGao,1.5\n", {}), "t.csv:1: column 'ID' (unknown). Did you mean 'id'?");
}

TEST(CsvDialect, ReadsAFileWithoutHeader) {
    CsvDialect const dialect{.separator = {}, .columns = {"lat", "id"}};
    auto const table = table_of("\n16.27;Gao\n18.44;Kidal\n", dialect);
    ASSERT_EQ(table.size(), 2U);
    EXPECT_EQ(table.rows()[0].text("id"), "Gao");
    EXPECT_EQ(table.rows()[0].location(), "t.csv:2");
    EXPECT_EQ(table.rows()[1].number("lat"), 18.44);
    EXPECT_EQ(fault("1,Gao\n2\n", dialect),
              "t.csv:2: not a valid CSV table (1 cell, a file without a header has 2). Write one "
              "cell for each column; put text that has a comma in quotes.");
}

}  // namespace
