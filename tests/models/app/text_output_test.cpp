#include "models/app/text_output.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "sim/base/check.hpp"
#include "tests/sim/io/sample.hpp"

namespace {

using models::TextOutput;
using sim::Overwrite;

TEST(TextOutput, HasItsNameOnlyWhenItIsComplete) {
    sample::Folder const folder;
    auto const path = folder / "a.csv";
    {
        TextOutput output{path.string(), Overwrite::no};
        output.write("one\n");
        output.write("two\n");
        EXPECT_FALSE(std::filesystem::exists(path));
        output.finish();
    }
    EXPECT_EQ(sample::contents(path), "one\ntwo\n");
    EXPECT_FALSE(std::filesystem::exists(folder / "a.csv.part"));
}

TEST(TextOutput, LeavesNothingUnlessItIsFinished) {
    sample::Folder const folder;
    {
        TextOutput output{(folder / "a.csv").string(), Overwrite::no};
        output.write("half a table");
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(TextOutput, ReplacesAFileOnlyWhenAskedAndOnlyWhenComplete) {
    sample::Folder const folder;
    auto const path = folder / "a.csv";
    sample::fill(path, "precious");
    EXPECT_THROW((TextOutput{path.string(), Overwrite::no}), sim::InputError);
    {
        TextOutput output{path.string(), Overwrite::yes};
        output.write("half");
    }
    EXPECT_EQ(sample::contents(path), "precious");
    TextOutput output{path.string(), Overwrite::yes};
    output.write("whole");
    output.finish();
    EXPECT_EQ(sample::contents(path), "whole");
}

TEST(TextOutput, NamesAFolderThatIsNotThere) {
    sample::Folder const folder;
    EXPECT_THROW((TextOutput{(folder / "none/a.csv").string(), Overwrite::no}), sim::IoError);
}

}  // namespace
