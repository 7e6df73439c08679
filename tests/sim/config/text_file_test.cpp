#include "sim/config/text_file.hpp"

#include <gtest/gtest.h>

#include "tests/sim/config/testing.hpp"

namespace {

using sim::testing::message_of;
using sim::testing::TemporaryFolder;

std::string fault(std::string_view text) {
    return message_of([&] { return sim::check_text(text, "f"), 0; });
}

TEST(CheckText, AcceptsUtf8) {
    EXPECT_EQ(fault("Ségou \xE2\x82\xAC \xF0\x9F\x8C\x8D"), "no error");
    EXPECT_EQ(fault("\xED\x9F\xBF \xEE\x80\x80 \xF4\x8F\xBF\xBF"), "no error");
}

TEST(CheckText, RefusesWhatIsNot) {
    EXPECT_EQ(fault("a\nS\xE9gou"), "f:2: byte 0xE9 (is not UTF-8 text). Save the file as UTF-8.");
    for (std::string const bad : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                  "\xF5", "\x80", "\xC3", "\xE2\x82", "\xFF\xFE"}) {
        EXPECT_NE(fault("a" + bad), "no error") << bad;
    }
    EXPECT_EQ(fault(std::string_view{"a\n\nb\0", 5}),
              "f:3: byte 0x00 (is not text). Give a text file.");
    EXPECT_EQ(fault(" \r\n\t"), "f: the file is empty. Give a file with content.");
}

TEST(ReadTextFile, DropsTheByteOrderMark) {
    TemporaryFolder const folder;
    EXPECT_EQ(sim::read_text_file(folder.write("a", "\xEF\xBB\xBFtext\n"), 100), "text\n");
}

TEST(ReadTextFile, NamesTheFileThatFails) {
    TemporaryFolder const folder;
    auto const read = [](std::string const& path) {
        return message_of([&] { return sim::read_text_file(path, std::size_t{1} << 20U); });
    };
    EXPECT_EQ(read(folder.path("none")),
              folder.path("none") +
                  ": no such file. Check the path; it may be relative to another folder.");
    EXPECT_EQ(read(folder.path("")),
              folder.path("") + ": not a regular file. Give the path of a text file.");
    auto const large = folder.write("large", std::string((std::size_t{1} << 20U) + 1, 'a'));
    EXPECT_EQ(read(large),
              large +
                  ": the file is larger than 1 MiB (the limit). Check that it is the right "
                  "file.");
    auto const empty = folder.write("empty", "");
    EXPECT_EQ(read(empty), empty + ": the file is empty. Give a file with content.");
}

}  // namespace
