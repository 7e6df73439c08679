#include "sim/io/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace std::string_literals;
std::string const mark = "\xEF\xBF\xBD";

TEST(ValidUtf8, KeepsWhatIsValid) {
    for (std::string const text :
         {"", "plain", "Ségou", "ߒߞߏ", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF"}) {
        EXPECT_EQ(sim::valid_utf8(text), text);
    }
}

TEST(ValidUtf8, ReplacesEachByteThatIsNot) {
    EXPECT_EQ(sim::valid_utf8("a\0b"s), "a" + mark + "b");
    EXPECT_EQ(sim::valid_utf8("S\xE9gou"), "S" + mark + "gou");                 // Latin-1
    EXPECT_EQ(sim::valid_utf8("\xC0\xAF"), mark + mark);                        // too long a form
    EXPECT_EQ(sim::valid_utf8("\xE0\x80\xAF"), mark + mark + mark);             // too long a form
    EXPECT_EQ(sim::valid_utf8("\xED\xA0\x80"), mark + mark + mark);             // surrogate
    EXPECT_EQ(sim::valid_utf8("\xF4\x90\x80\x80"), mark + mark + mark + mark);  // too high
    EXPECT_EQ(sim::valid_utf8("\xE2\x82"), mark + mark);                        // cut short
}

}  // namespace
