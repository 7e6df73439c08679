#include "models/recorders/text_table.hpp"

#include <gtest/gtest.h>

namespace models {
namespace {

TextTable table() {
    TextTable table{"Title"};
    table.add_row("a");
    table.add_row("bb");
    table.add_column("2012", {"1", "22 (3)"});
    table.add_column("2013", {"", "4"});
    return table;
}

TEST(TextTable, AlignsCellsToTheRight) {
    EXPECT_EQ(table().text(100),
              "Title\n"
              "      2012  2013\n"
              "a        1\n"
              "bb  22 (3)     4\n");
}

TEST(TextTable, GoesOnBelowWhereColumnsDoNotFit) {
    EXPECT_EQ(table().text(12),
              "Title\n"
              "      2012\n"
              "a        1\n"
              "bb  22 (3)\n"
              "    2013\n"
              "a\n"
              "bb     4\n");
}

TEST(TextTable, IsNothingWithoutColumns) {
    TextTable empty{"Title"};
    empty.add_row("a");
    EXPECT_EQ(empty.text(100), "");
}

}  // namespace
}  // namespace models
