#include "sim/config/toml_table.hpp"

#include <gtest/gtest.h>

#include <array>

#include "sim/config/toml_file.hpp"
#include "tests/sim/config/testing.hpp"

namespace {

using sim::TomlFile;
using sim::TomlTable;
using sim::testing::message_of;

TomlTable root_of(std::string_view text) {
    return TomlFile::parse(text, "s.toml").root();
}

/// Message of reading \p text in some way.
template <class Read>
std::string fault(std::string_view text, Read const& read) {
    auto const root = root_of(text);
    return message_of([&] { return read(root); });
}

TEST(TomlTable, ReadsEveryKindOfValue) {
    auto const root = root_of(R"(
name = "Ségou"
start = 2012-01-17
end = "2016-12-31"
grid = "data/../grid.csv"
[attack]
rate = 0.25
whole = 3
n = 9007199254740993
on = true
kind = "mine"
xs = [1, 2.5]
names = ["a", "b"]
[attack.deeper]
"odd key" = 1
)");
    EXPECT_EQ(root.text("name"), "Ségou");
    EXPECT_EQ(root.date("start"), sim::make_date(2012, 1, 17));
    EXPECT_EQ(root.date("end"), sim::make_date(2016, 12, 31));
    EXPECT_EQ(root.path("grid"), "grid.csv");
    auto const attack = root.table("attack");
    EXPECT_EQ(attack.number("rate", {.minimum = 0.0, .unit = "1/day"}), 0.25);
    EXPECT_EQ(attack.number("whole"), 3.0);
    EXPECT_EQ(attack.integer("n"), 9007199254740993);
    EXPECT_TRUE(attack.boolean("on"));
    EXPECT_EQ(attack.choice("kind", {"clash", "mine"}), 1U);
    constexpr std::array<std::string_view, 2> kinds{"mine", "clash"};
    EXPECT_EQ(attack.choice("kind", kinds), 0U);
    EXPECT_EQ(attack.numbers("xs"), (std::vector<double>{1.0, 2.5}));
    EXPECT_EQ(attack.texts("names"), (std::vector<std::string>{"a", "b"}));
    auto const deeper = attack.table("deeper");
    EXPECT_EQ(deeper.name(), "attack.deeper");
    EXPECT_EQ(deeper.keys(), (std::vector<std::string>{"odd key"}));
    EXPECT_EQ(deeper.location("odd key"), "s.toml:15:1");
    EXPECT_EQ(deeper.integer("odd key"), 1);
    EXPECT_NO_THROW(root.finish());
}

TEST(TomlTable, FallsBackWhereAKeyIsLeftOut) {
    auto const root = root_of("there = 1\n");
    EXPECT_EQ(root.number_or("a", 2.5), 2.5);
    EXPECT_EQ(root.number_or("there", 2.5), 1.0);
    EXPECT_EQ(root.number_if("a"), std::nullopt);
    EXPECT_EQ(root.integer_or("b", 7), 7);
    EXPECT_EQ(root.integer_if("b"), std::nullopt);
    EXPECT_TRUE(root.boolean_or("c", true));
    EXPECT_EQ(root.text_or("d", "x"), "x");
    EXPECT_EQ(root.text_if("d"), std::nullopt);
    EXPECT_EQ(root.date_or("e", sim::make_date(2012, 1, 1)), sim::make_date(2012, 1, 1));
    EXPECT_EQ(root.path_if("f"), std::nullopt);
    EXPECT_EQ(root.numbers_if("g"), std::nullopt);
    EXPECT_EQ(root.texts_if("h"), std::nullopt);
    EXPECT_EQ(root.choice_or("i", 1, {"x", "y"}), 1U);
    EXPECT_FALSE(root.table_if("j").has_value());
    EXPECT_TRUE(root.tables("k").empty());
    EXPECT_FALSE(root.has("l"));
    EXPECT_TRUE(root.has("there"));
}

TEST(TomlTable, OutlivesItsFile) {
    auto const section = [] { return root_of("[a]\n[[a.b]]\nx = 1\n").table("a"); }();
    EXPECT_EQ(section.tables("b").at(0).integer("x"), 1);
}

TEST(TomlTable, RefusesNumbersOutOfRange) {
    auto const rate = [](TomlTable const& root) {
        return root.table("attack").number_or("rate", 0.0, {.minimum = 0.0, .unit = "1/day"});
    };
    EXPECT_EQ(fault("[attack]\n  rate = -0.1", rate),
              "s.toml:2:3: attack.rate = -0.1 (must be >= 0 1/day). Change the value.");
    EXPECT_EQ(fault("[attack]\nrate = nan", rate),
              "s.toml:2:1: attack.rate = nan (must be >= 0 1/day). Write a finite number.");
    EXPECT_EQ(fault("[attack]\nrate = inf", rate),
              "s.toml:2:1: attack.rate = inf (must be >= 0 1/day). Write a finite number.");
    EXPECT_EQ(fault("n = 0", [](auto const& r) { return r.integer("n", {.minimum = 1}); }),
              "s.toml:1:1: n = 0 (must be a whole number >= 1). Change the value.");
    EXPECT_EQ(
        fault("x = [1.0,\n -1]", [](auto const& r) { return r.numbers("x", {.minimum = 0.0}); }),
        "s.toml:2:2: x.1 = -1 (must be >= 0). Change the value.");
}

TEST(TomlTable, SaysWhatItFoundAndWhatItWants) {
    EXPECT_EQ(fault("x = \"3\"", [](auto const& r) { return r.number("x"); }),
              "s.toml:1:1: x = \"3\" (is text, must be a number). Write a number without quotes.");
    EXPECT_EQ(fault("x = 3.0", [](auto const& r) { return r.integer("x"); }),
              "s.toml:1:1: x = 3.0 (is a number, must be a whole number). Write digits without "
              "quotes, point or exponent.");
    EXPECT_EQ(fault("x = 1", [](auto const& r) { return r.boolean("x"); }),
              "s.toml:1:1: x = 1 (is a whole number, must be true or false). Write true or false "
              "without quotes.");
    EXPECT_EQ(fault("x = true", [](auto const& r) { return r.text("x"); }),
              "s.toml:1:1: x = true (is true or false, must be text). Put it in quotes.");
    EXPECT_EQ(fault("x = \"\"", [](auto const& r) { return r.text("x"); }),
              "s.toml:1:1: x = \"\" (must not be empty). Write the text.");
    EXPECT_EQ(fault("x = 2012-01-01T00:00:00Z", [](auto const& r) { return r.date("x"); }),
              "s.toml:1:1: x = 2012-01-01T00:00:00Z (is a time, must be a date YYYY-MM-DD). Write "
              "it as 2012-01-31.");
    EXPECT_EQ(fault("x = \"2013-02-29\"", [](auto const& r) { return r.date("x"); }),
              "s.toml:1:1: x = \"2013-02-29\" (must be a date YYYY-MM-DD that exists). Write it as "
              "2012-01-31.");
    EXPECT_EQ(fault("x = 1", [](auto const& r) { return r.texts("x"); }),
              "s.toml:1:1: x = 1 (is a whole number, must be a list of texts). Write [\"a\", "
              "\"b\"].");
    EXPECT_EQ(fault("x = 1", [](auto const& r) { return r.table("x"); }),
              "s.toml:1:1: x = 1 (must be a section). Write [x] and its keys below.");
    EXPECT_EQ(fault("[x]\ny = 1", [](auto const& r) { return r.tables("x"); }),
              "s.toml:1:2: x = a section (must be a list of sections). Write [[x]] above each of "
              "them.");
    EXPECT_EQ(fault("[x]\ny = 1", [](auto const& r) { return r.number("x"); }),
              "s.toml:1:2: x = a section (must be a number). Write a number without quotes.");
}

TEST(TomlTable, NamesTheChoicesAndTheNearest) {
    auto const kind = [](TomlTable const& r) { return r.choice("kind", {"clash", "mine"}); };
    EXPECT_EQ(fault("kind = \"clsah\"", kind),
              "s.toml:1:1: kind = \"clsah\" (must be one of clash, mine). Did you mean 'clash'?");
    EXPECT_EQ(fault("kind = \"zzz\"", kind),
              "s.toml:1:1: kind = \"zzz\" (must be one of clash, mine). Choose one of them.");
}

TEST(TomlTable, SaysWhatIsMissing) {
    auto const rate = [](TomlTable const& r) {
        return r.table("attack").number("rate", {.minimum = 0.0, .unit = "1/day"});
    };
    EXPECT_EQ(fault("x = 1", rate), "s.toml: attack is missing (must be a section). Add it.");
    EXPECT_EQ(fault("[attack]\nx = 1", rate),
              "s.toml:1:2: attack.rate is missing (must be >= 0 1/day). Add it to [attack].");
    EXPECT_EQ(fault("[attack]\nraet = 1", rate),
              "s.toml:1:2: attack.rate is missing (must be >= 0 1/day). Is 'raet' at s.toml:2:1 "
              "meant for it?");
}

TEST(TomlTable, ShortensLongValues) {
    auto const message = fault("x = \"" + std::string(30, 'a') + "ééééééééééééééééééééééééé\"",
                               [](auto const& r) { return r.number("x"); });
    EXPECT_EQ(message.substr(0, 87),
              "s.toml:1:1: x = \"" + std::string(30, 'a') + "éééééééééééééé... (is text");
}

TEST(TomlTable, ReportsLaterFaultsInPlace) {
    auto const root = root_of("[a]\nend = 2012-01-01\n");
    EXPECT_EQ(message_of([&]() -> int {
                  root.table("a").error("end", "(is before the start). Choose a later day.");
              }),
              "s.toml:2:1: a.end = 2012-01-01 (is before the start). Choose a later day.");
    EXPECT_EQ(message_of([&]() -> int { root.table("a").error("b", "needs c. Add c."); }),
              "s.toml:1:2: a.b needs c. Add c.");
}

TEST(TomlTableFinish, NamesUnknownKeysAndTheNearestKnown) {
    auto const root = root_of("extend = \"x\"\n[attack]\nraet = 1\nzzz = 2\n[[edit]]\nday = 1\n");
    auto const attack = root.table("attack");
    static_cast<void>(attack.number_or("rate", 0.0));
    static_cast<void>(attack.number_or("tau_days", 0.0));
    static_cast<void>(root.tables("edit"));
    EXPECT_EQ(message_of([&] { return root.finish(), 0; }),
              "s.toml:1:1: extend (unknown key). Did you mean 'extends'?\n"
              "s.toml:3:1: attack.raet (unknown key). Did you mean 'rate'?\n"
              "s.toml:4:1: attack.zzz (unknown key). Known here: rate, tau_days.\n"
              "s.toml:6:1: edit.0.day (unknown key). Remove it.");
}

TEST(TomlTableFinish, NamesASectionThatNobodyReads) {
    auto const root = root_of("[attacks]\nrate = 1\n");
    static_cast<void>(root.table_if("attack"));
    EXPECT_EQ(message_of([&] { return root.finish(), 0; }),
              "s.toml:1:2: attacks (unknown key). Did you mean 'attack'?");
}

TEST(TomlTableFinish, StopsAfterEight) {
    std::string text;
    for (char c = 'a'; c < 'k'; ++c) text += std::string{c} + " = 1\n";
    auto const message = fault(text, [](auto const& r) { return r.finish(), 0; });
    EXPECT_TRUE(message.ends_with("\n... and 2 more.")) << message;
}

}  // namespace
