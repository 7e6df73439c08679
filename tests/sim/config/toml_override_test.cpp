#include <gtest/gtest.h>

#include "sim/config/toml_file.hpp"
#include "tests/sim/config/testing.hpp"

namespace {

using sim::TomlFile;
using sim::testing::message_of;

constexpr std::string_view scenario =
    "name = \"Mali\"\nstart = 2012-01-01\ngrid = \"grid.csv\"\n[attack]\nrate = 1.0\n"
    "[[edit]]\non = true\n[[edit]]\non = true\n";

TomlFile with(std::string_view assignment) {
    auto file = TomlFile::parse(scenario, "s.toml", "configs");
    file.apply_override(assignment);
    return file;
}

std::string fault(std::string_view assignment) {
    return message_of([&] { return with(assignment); });
}

TEST(TomlOverride, SetsValuesOfEveryKind) {
    EXPECT_EQ(with("attack.rate=0.3").root().table("attack").number("rate"), 0.3);
    EXPECT_EQ(with(" attack . rate = 0.3 ").root().table("attack").number("rate"), 0.3);
    EXPECT_EQ(with("start=2013-01-02").root().date("start"), sim::make_date(2013, 1, 2));
    EXPECT_EQ(with("edit.1.on=false").root().tables("edit").at(1).boolean("on"), false);
    EXPECT_EQ(with("edit=[]").root().tables("edit").size(), 0U);
    EXPECT_EQ(with("attack={rate=2}").root().table("attack").number("rate"), 2.0);
    EXPECT_EQ(with("extra.xs=[1, 2]").root().table("extra").numbers("xs").size(), 2U);
}

TEST(TomlOverride, NeedsNoQuotesWhereTheFileHasText) {
    EXPECT_EQ(with("name=Gao and Kidal").root().text("name"), "Gao and Kidal");
    EXPECT_EQ(with("name=12").root().text("name"), "12");
    EXPECT_EQ(with("name=\"Gao\"").root().text("name"), "Gao");
    EXPECT_EQ(with("name=a=b").root().text("name"), "a=b");
}

TEST(TomlOverride, TakesPathsFromTheWorkingFolder) {
    EXPECT_EQ(with("name=x").root().path("grid"), "configs/grid.csv");
    EXPECT_EQ(with("grid=other.csv").root().path("grid"), "other.csv");
}

TEST(TomlOverride, IsNamedInErrors) {
    EXPECT_EQ(
        message_of([] {
            return with("attack.rate=-1").root().table("attack").number("rate", {.minimum = 0.0});
        }),
        "--set attack.rate=-1: attack.rate = -1 (must be >= 0). Change the value.");
}

TEST(TomlOverride, OfAnUnknownKeyIsFoundInTheEnd) {
    auto const root = with("attack.rat=0.3").root();
    static_cast<void>(root.text("name"));
    static_cast<void>(root.date("start"));
    static_cast<void>(root.path("grid"));
    static_cast<void>(root.table("attack").number("rate"));
    for (auto const& edit : root.tables("edit")) static_cast<void>(edit.boolean("on"));
    EXPECT_EQ(message_of([&] { return root.finish(), 0; }),
              "--set attack.rat=0.3: attack.rat (unknown key). Did you mean 'rate'?");
}

TEST(TomlOverride, RefusesWhatIsNoSetting) {
    for (std::string const bad : {"", "rate", "=1", ".a=1", "a..b=1", "a b=1", "[a]=1", "#a=1"}) {
        EXPECT_EQ(fault(bad), "--set " + bad + ": not a setting. Write --set section.key=value.");
    }
    for (std::string const bad :
         {"attack.rate=abc", "attack.rate=", "attack.rate=1\nx=2", "attack.rate=1e999"}) {
        EXPECT_EQ(fault(bad), "--set " + bad +
                                  ": the value is not TOML. Write a number, true, false, a date, "
                                  "[a, list] or '\"text in quotes\"'.");
    }
    EXPECT_EQ(fault("attack.rate.x=1"),
              "--set attack.rate.x=1: attack.rate.x (attack.rate is a value, not a section). "
              "Correct the key.");
    EXPECT_EQ(fault("edit.2.on=true"),
              "--set edit.2.on=true: edit.2 (edit has no section of that number, the first is 0). "
              "Correct the key.");
    EXPECT_EQ(fault("na\xFFme=1"),
              "--set na\xFFme=1:1: byte 0xFF (is not UTF-8 text). Save the file as UTF-8.");
}

}  // namespace
