#include "sim/config/csv_table.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "sim/config/unique_keys.hpp"
#include "tests/sim/config/testing.hpp"

namespace {

using sim::CsvRow;
using sim::CsvTable;
using sim::testing::message_of;
using sim::testing::TemporaryFolder;

CsvTable table_of(std::string text) {
    return CsvTable::parse(std::move(text), "t.csv", {"id", "lat"}, {"note", "opens"});
}

std::string shape_fault(std::string text) {
    return message_of([&] { return table_of(std::move(text)); });
}

/// Message of reading the first row of a table with the columns id and lat in some way.
template <class Read>
std::string fault(std::string const& row, Read const& read) {
    auto const table = table_of("id,lat\n" + row + "\n");
    return message_of([&] { return read(table.rows().at(0)); });
}

TEST(CsvTable, ReadsTypedCells) {
    auto const table = CsvTable::parse(
        "id,lat,people,opens,closes,open,kind\n"
        "Gao,16.27,1200,2012-01-17,,true,camp\n",
        "t.csv", {"id", "lat", "people", "opens", "closes", "open", "kind"}, {"note"});
    ASSERT_EQ(table.size(), 1U);
    auto const row = table.rows()[0];
    EXPECT_EQ(row.text("id"), "Gao");
    EXPECT_EQ(row.number("lat", {.minimum = -90, .maximum = 90}), 16.27);
    EXPECT_EQ(row.integer("people"), 1200);
    EXPECT_EQ(row.integer_if("people"), 1200);
    EXPECT_EQ(row.date("opens"), sim::make_date(2012, 1, 17));
    EXPECT_EQ(row.date_if("closes"), std::nullopt);
    EXPECT_TRUE(row.boolean("open"));
    EXPECT_EQ(row.choice("kind", {"town", "camp"}), 1U);
    EXPECT_EQ(row.text_if("note"), std::nullopt);
    EXPECT_EQ(row.number_if("note"), std::nullopt);
    EXPECT_FALSE(table.has("note"));
    EXPECT_TRUE(table.has("lat"));
    EXPECT_EQ(row.number(table.column("lat")), 16.27);
    EXPECT_EQ(row.text_if(table.column("note")), std::nullopt);
    EXPECT_EQ(row.location(), "t.csv:2");
}

TEST(CsvTable, TakesColumnsInAnyOrder) {
    auto const table = table_of("opens,lat,id\n2012-01-01,1,a\n");
    EXPECT_EQ(table.rows()[0].text("id"), "a");
    EXPECT_EQ(table.rows()[0].number("lat"), 1.0);
}

TEST(CsvTable, FollowsRfc4180) {
    auto const table = table_of(
        "# unit: lat in degrees\r\n\r\n# \"more\r\n\"id\",lat,note\r\n"
        "\"a \"\"b\"\", c\",1,\"two\r\nlines\"\r\n"
        "d,2,\"\"\r\n\"\"\"\",3,é\r\n\r\n\r\n");
    ASSERT_EQ(table.size(), 3U);
    auto const rows = table.rows();
    EXPECT_EQ(rows[0].text("id"), "a \"b\", c");
    EXPECT_EQ(rows[0].text("note"), "two\r\nlines");
    EXPECT_EQ(rows[0].line(), 5U);
    EXPECT_EQ(rows[1].line(), 7U) << "a line break in quotes counts";
    EXPECT_EQ(rows[1].text_if("note"), std::nullopt);
    EXPECT_EQ(rows[2].text("id"), "\"");
    EXPECT_EQ(rows[2].text("note"), "é");
}

TEST(CsvTable, NeedsNoLineBreakAtTheEnd) {
    auto const with_cell = table_of("id,lat\na,1");
    EXPECT_EQ(with_cell.rows().at(0).number("lat"), 1.0);
    auto const with_empty_cell = table_of("id,lat\na,");
    EXPECT_EQ(with_empty_cell.rows().at(0).number_if("lat"), std::nullopt);
    EXPECT_EQ(table_of("id,lat").size(), 0U);
    EXPECT_EQ(table_of("id,lat\n,\n").size(), 1U);
}

TEST(CsvTable, SkipsCommentsOnlyBeforeTheHeader) {
    auto const table = table_of("#c\nid,lat\n#1,2\n");
    EXPECT_EQ(table.rows().at(0).text("id"), "#1");
}

TEST(CsvTable, RefusesTablesOfTheWrongShape) {
    EXPECT_EQ(shape_fault("id,lat\na,1\n\"b\nc\",2\nd\n"),
              "t.csv:5: not a valid CSV table (1 cell, the header has 2). Write one cell for each "
              "column; put text that has a comma in quotes.");
    EXPECT_EQ(shape_fault("id,lat\na,1,2\n").substr(0, 54),
              "t.csv:2: not a valid CSV table (3 cells, the header ha");
    EXPECT_EQ(shape_fault("id,lat\n\na,1\n").substr(0, 52),
              "t.csv:2: not a valid CSV table (1 cell, the header h");
    EXPECT_EQ(
        shape_fault("id,lat\na\"b,1\n"),
        "t.csv:2: not a valid CSV table (a quote inside a cell that does not begin with one). "
        "Put the whole cell in quotes and double the quote.");
    EXPECT_EQ(
        shape_fault("id,lat\n\"a\n\n\" b,1\n"),
        "t.csv:4: not a valid CSV table (text after a closing quote). Double the quotes inside "
        "the cell, or remove the text.");
    EXPECT_EQ(shape_fault("id,lat\n\n").substr(0, 8), "no error");
    EXPECT_EQ(shape_fault("id,lat\n\n\"a,1\n\n").substr(0, 8), "t.csv:2:");
    EXPECT_EQ(shape_fault("id,lat\n\"a,1\n\n"),
              "t.csv:2: not a valid CSV table (a quote that is never closed). Close it, or double "
              "the quotes inside the cell.");
    EXPECT_EQ(shape_fault("id,lat\ra,1\r"),
              "t.csv:1: not a valid CSV table (a carriage return without a line feed). Save the "
              "file with LF or CRLF line ends.");
    EXPECT_EQ(shape_fault("# only\n\r").substr(0, 43),
              "t.csv:2: not a valid CSV table (a carriage ");
    EXPECT_EQ(shape_fault("# only\n# comments\n"),
              "t.csv:3: not a valid CSV table (there is no header). Begin with a line of column "
              "names.");
    EXPECT_EQ(shape_fault(std::string(2000, ',')),
              "t.csv:1: not a valid CSV table (more than 1000 columns). Check that it is the right "
              "file.");
    EXPECT_EQ(shape_fault(""), "t.csv: the file is empty. Give a file with content.");
    EXPECT_EQ(shape_fault("id,lat\nS\xE9gou,1\n"),
              "t.csv:2: byte 0xE9 (is not UTF-8 text). Save the file as UTF-8.");
}

TEST(CsvTable, RefusesUnknownMissingAndDoubleColumns) {
    EXPECT_EQ(shape_fault("# c\nid,latt\n"),
              "t.csv:2: column 'latt' (unknown). Did you mean 'lat'?");
    EXPECT_EQ(shape_fault("id,lat,people\n"),
              "t.csv:1: column 'people' (unknown). Known columns: id, lat, note, opens.");
    EXPECT_EQ(shape_fault("id,note\n"),
              "t.csv:1: column 'lat' is missing. Add it to the header and every row.");
    EXPECT_EQ(shape_fault("id,lat,id\n"),
              "t.csv:1: column 'id' (there twice). Remove or rename one of them.");
}

TEST(CsvRow, RefusesWrongCells) {
    auto const lat = [](CsvRow const& row) {
        return row.number("lat", {.minimum = -90, .maximum = 90, .unit = "degrees"});
    };
    EXPECT_EQ(fault("a,abc", lat),
              "t.csv:2: column 'lat' = \"abc\" (must be a number, degrees). Write digits with a "
              "decimal point, like 0.5.");
    EXPECT_EQ(fault("a,91", lat),
              "t.csv:2: column 'lat' = \"91\" (must be >= -90 and <= 90 degrees). Change the "
              "value.");
    for (std::string const bad : {"", "1 ", " 1", "1x", "nan", "inf", "0x10", "+1", "1_000"}) {
        EXPECT_EQ(fault("a,\"" + bad + "\"", lat),
                  "t.csv:2: column 'lat' = \"" + bad +
                      "\" (must be a number, degrees). Write digits with a decimal point, like "
                      "0.5.");
    }
    EXPECT_EQ(
        fault("a,1e999", lat),
        "t.csv:2: column 'lat' = \"1e999\" (too large or too close to 0 to hold). Write it in "
        "another unit.");
    auto const people = [](CsvRow const& row) { return row.integer("lat", {.minimum = 0}); };
    EXPECT_EQ(fault("a,1.0", people),
              "t.csv:2: column 'lat' = \"1.0\" (must be a whole number). Write digits only.");
    EXPECT_EQ(fault("a,-1", people),
              "t.csv:2: column 'lat' = \"-1\" (must be a whole number >= 0). Change the value.");
    EXPECT_EQ(fault("a,99999999999999999999", people),
              "t.csv:2: column 'lat' = \"99999999999999999999\" (too large to hold). Write it in "
              "another unit.");
    EXPECT_EQ(fault("a,2013-02-29", [](CsvRow const& row) { return row.date("lat"); }),
              "t.csv:2: column 'lat' = \"2013-02-29\" (must be a date YYYY-MM-DD that exists). "
              "Write it as 2012-01-31.");
    EXPECT_EQ(fault("a,yes", [](CsvRow const& row) { return row.boolean("lat"); }),
              "t.csv:2: column 'lat' = \"yes\" (must be true or false). Write one of them.");
    EXPECT_EQ(fault("a,twon",
                    [](CsvRow const& row) {
                        return row.choice("lat", {"town", "camp"});
                    }),
              "t.csv:2: column 'lat' = \"twon\" (must be one of town, camp). Did you mean 'town'?");
    EXPECT_EQ(fault(",1", [](CsvRow const& row) { return row.text("id"); }),
              "t.csv:2: column 'id' = \"\" (must not be empty). Write the text.");
    EXPECT_EQ(
        fault("a,1",
              [](CsvRow const& row) -> int { row.error("lat", "(must be in Mali). Correct it."); }),
        "t.csv:2: column 'lat' = \"1\" (must be in Mali). Correct it.");
}

TEST(CsvRow, RefusesColumnsThatTheReaderDidNotName) {
    auto const table = table_of("id,lat\na,1\n");
    EXPECT_THROW(static_cast<void>(table.rows()[0].text("name")), sim::ContractError);
    EXPECT_THROW(static_cast<void>(table.column("name")), sim::ContractError);
}

TEST(UniqueKeys, NamesTheFirstLine) {
    auto const table = table_of("id,lat\nGao,1\nKidal,2\nGao,3\n");
    auto const rows = table.rows();
    sim::UniqueKeys keys;
    keys.add(rows[0], "id");
    keys.add(rows[1], "id");
    EXPECT_EQ(message_of([&] { return keys.add(rows[2], "id"), 0; }),
              "t.csv:4: column 'id' = \"Gao\" (duplicate 'Gao', first at line 2). Remove or rename "
              "one of them.");
}

TEST(CsvTable, LoadsFilesAndNamesThem) {
    TemporaryFolder const folder;
    auto const path = folder.write("t.csv", "\xEF\xBB\xBFid,lat\nGao,1\n");
    auto const table = CsvTable::load(path, {"id", "lat"});
    EXPECT_EQ(table.rows().at(0).location(), path + ":2");
    EXPECT_EQ(table.name(), path);
    EXPECT_EQ(message_of([&] { return CsvTable::load(folder.path("none.csv"), {"id"}); }),
              folder.path("none.csv") +
                  ": no such file. Check the path; it may be relative to another folder.");
}

TEST(CsvTable, IsFastEnoughForTheGrid) {
    std::vector<std::string> const columns{"a", "b", "c", "d", "e", "f", "g", "h", "i"};
    std::string text = "a,b,c,d,e,f,g,h,i\n";
    for (int i = 0; i < 25'000; ++i) {
        for (int j = 0; j < 9; ++j) text += std::to_string(i) + ".12345" + (j < 8 ? "," : "\n");
    }
    auto const start = std::chrono::steady_clock::now();
    auto const table = CsvTable::parse(text, "t.csv", columns);
    std::vector<sim::CsvColumn> handles;
    for (auto const& name : columns) handles.push_back(table.column(name));
    double sum = 0.0;
    for (auto const& row : table.rows()) {
        for (auto const handle : handles) sum += row.number(handle, {.minimum = 0.0});
    }
    std::chrono::duration<double, std::milli> const elapsed =
        std::chrono::steady_clock::now() - start;
    EXPECT_NEAR(sum, 9 * (25'000.0 * 24'999.0 / 2.0 + 25'000.0 * 0.12345), 0.1);
    RecordProperty("milliseconds", std::to_string(elapsed.count()));
    // Far above what it takes (benchmarks say how little), so that only a blunder fails.
    EXPECT_LT(elapsed.count(), 1000.0);
}

}  // namespace
