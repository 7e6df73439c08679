#include "sim/config/csv_writer.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "sim/base/check.hpp"
#include "sim/config/csv_table.hpp"

namespace {

TEST(CsvWriter, WritesEveryKindOfCell) {
    sim::CsvWriter writer{{"a", "b", "c", "d", "e", "f"}};
    writer.row({"Gao", 0.1, 3, sim::make_date(2012, 1, 17), true, std::nullopt});
    writer.row({std::string{"x"}, -1e300, std::numeric_limits<std::uint64_t>::max(),
                std::numeric_limits<std::int64_t>::min(), std::uint8_t{7}, false});
    EXPECT_EQ(writer.text(),
              "a,b,c,d,e,f\nGao,0.1,3,2012-01-17,true,\n"
              "x,-1e+300,18446744073709551615,-9223372036854775808,7,false\n");
}

TEST(CsvWriter, QuotesOnlyWhereNeeded) {
    sim::CsvWriter writer{{"#a", "b c"}};
    writer.row({"a,b", "say \"x\""});
    writer.row({"two\nlines", "carriage\rreturn"});
    EXPECT_EQ(writer.text(),
              "\"#a\",b c\n\"a,b\",\"say \"\"x\"\"\"\n\"two\nlines\",\"carriage\rreturn\"\n");
}

TEST(CsvWriter, WritesWhatCsvTableReadsBack) {
    double const third = 1.0 / 3.0;
    sim::CsvWriter writer{{"#t", "x"}};
    writer.row({"a \"b\",\r\n#", third});
    writer.row({"", std::numeric_limits<double>::denorm_min()});
    auto const table = sim::CsvTable::parse(writer.text(), "t", {"#t", "x"});
    ASSERT_EQ(table.size(), 2U);
    auto const rows = table.rows();
    EXPECT_EQ(rows[0].text("#t"), "a \"b\",\r\n#");
    EXPECT_EQ(rows[0].number("x"), third);
    EXPECT_EQ(rows[1].text_if("#t"), std::nullopt);
    EXPECT_EQ(rows[1].number("x"), std::numeric_limits<double>::denorm_min());
}

TEST(CsvWriter, KeepsRowsOfOneEmptyCell) {
    sim::CsvWriter writer{{"a"}};
    writer.row({std::nullopt});
    EXPECT_EQ(sim::CsvTable::parse(writer.text(), "t", {"a"}).size(), 1U);
}

TEST(CsvWriter, GivesALongTableInParts) {
    sim::CsvWriter writer{{"a", "b"}};
    std::vector<sim::CsvCell> const cells{1, "x"};
    writer.row(cells);
    EXPECT_EQ(writer.take(), "a,b\n1,x\n");
    writer.row({2, "y"});
    EXPECT_EQ(writer.take(), "2,y\n");
    EXPECT_EQ(writer.take(), "");
}

TEST(CsvWriter, KeepsItsContract) {
    sim::CsvWriter writer{{"a", "b"}};
    EXPECT_THROW(writer.row({1}), sim::ContractError);
    EXPECT_THROW(writer.row({1, std::numeric_limits<double>::quiet_NaN()}), sim::ContractError);
    EXPECT_THROW(sim::CsvWriter{std::vector<std::string>{}}, sim::ContractError);
}

}  // namespace
