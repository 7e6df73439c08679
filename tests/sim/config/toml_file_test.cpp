#include "sim/config/toml_file.hpp"

#include <gtest/gtest.h>

#include "tests/sim/config/testing.hpp"

namespace {

using sim::TomlFile;
using sim::testing::message_of;
using sim::testing::TemporaryFolder;

std::string fault(std::string_view text) {
    return message_of([&] { return TomlFile::parse(text, "s.toml"); });
}

std::string load_fault(std::string const& path) {
    return message_of([&] { return TomlFile::load(path); });
}

TEST(TomlFile, RefusesWhatIsNotToml) {
    EXPECT_EQ(fault(""), "s.toml: the file is empty. Give a file with content.");
    EXPECT_EQ(fault("a = 1\nb = 'S\xE9gou'"),
              "s.toml:2: byte 0xE9 (is not UTF-8 text). Save the file as UTF-8.");
    EXPECT_EQ(fault("x = 1e999"),
              "s.toml:1:10: not valid TOML (floating-point: '1e999' could not be interpreted as a "
              "value). Correct the line.");
    EXPECT_EQ(fault("x = 99999999999999999999"),
              "s.toml:1:25: not valid TOML (decimal integer: '99999999999999999999' is not "
              "representable in 64 bits). Correct the line.");
    EXPECT_EQ(fault("a = 1\na = 2"),
              "s.toml:2:5: not valid TOML (key-value pair: cannot redefine existing integer 'a'). "
              "Correct the line.");
    EXPECT_EQ(fault("x = 2013-02-29").substr(0, 40), "s.toml:1:15: not valid TOML (date: expec");
    EXPECT_NE(fault("[[`"), "no error");
}

TEST(TomlFile, RefusesWhatTheLibraryCannotTake) {
    EXPECT_EQ(fault("a = 'é' # é\né = 1"),
              "s.toml:2:1: not valid TOML (a letter beyond ASCII outside quotes). Put the key or "
              "the text in quotes.");
    EXPECT_EQ(fault("a = \"\"\"é\"\"\"\" # é\nb = '''é''' + É"),
              "s.toml:2:15: not valid TOML (a letter beyond ASCII outside quotes). Put the key or "
              "the text in quotes.");
    for (std::string const bad : {"x = 1b\"\uFFFE\"", "x = 1 \"\uFFFE\"", "x = 1.\"\uFFFE\"",
                                  "x = [2, 1.\"\uFFFE\"]", "x = 'a' 'b'", "x\"\uFFFE\" = 1"}) {
        auto const message = fault(bad);
        EXPECT_NE(message.find("(a quote where no text can begin). Put the whole text, or key, in "
                               "quotes."),
                  std::string::npos)
            << message;
    }
    EXPECT_EQ(fault("[a.'é' . \"é\"]\n'é'.b.\"é\" = ['é', \"é\", {'é' = 'é'}]\n"), "no error");
    std::string dots = "a";
    for (int i = 0; i < 100'000; ++i) dots += ".a";
    EXPECT_EQ(fault(dots + " = 1"),
              "s.toml:1:66: not valid TOML (a key of more than 32 parts). Shorten the key.");
    EXPECT_NE(fault("[" + dots + "]"), "no error");
    std::string numbers = "x = [0.1";
    for (int i = 0; i < 1000; ++i) numbers += ", 0.1";
    EXPECT_EQ(fault(numbers + "]"), "no error");
    EXPECT_EQ(fault("x = " + std::string(100, '[') + std::string(100, ']')),
              "s.toml:1:69: sections within sections more than 64 deep. Make the file flatter.");
    EXPECT_NE(fault("x = " + std::string(100'000, '[')), "no error");
}

TEST(TomlFile, LaysAChildOverItsParent) {
    TemporaryFolder const folder;
    auto const base = folder.write("base/base.toml",
                                   "name = \"base\"\ngrid = \"grid.csv\"\nxs = [1, 2]\n"
                                   "[attack]\nrate = 1\ntau = 5\n[[edit]]\nday = 1\n"
                                   "[[edit]]\nday = 2\n");
    auto const child = folder.write("child.toml",
                                    "extends = \"base/base.toml\"\nname = \"child\"\nxs = [3]\n"
                                    "sites = \"sites.csv\"\n[attack]\nrate = -2\n"
                                    "[[edit]]\nday = 3\n");
    auto const file = TomlFile::load(child);
    EXPECT_EQ(file.files(), (std::vector<std::filesystem::path>{child, base}));
    auto const root = file.root();
    EXPECT_EQ(root.text("name"), "child");
    EXPECT_EQ(root.path("grid"), folder.path("base/grid.csv"));
    EXPECT_EQ(root.path("sites"), folder.path("sites.csv"));
    EXPECT_EQ(root.numbers("xs"), std::vector<double>{3.0});
    auto const attack = root.table("attack");
    EXPECT_EQ(attack.number("rate"), -2.0);
    EXPECT_EQ(attack.number("tau"), 5.0);
    EXPECT_EQ(attack.location("rate"), child + ":6:1");
    EXPECT_EQ(attack.location("tau"), base + ":6:1");
    ASSERT_EQ(root.tables("edit").size(), 1U);
    EXPECT_EQ(root.tables("edit")[0].integer("day"), 3);
    EXPECT_NO_THROW(root.finish());
    EXPECT_EQ(file.resolved_text(),
              "grid = \"grid.csv\"\nname = \"child\"\nsites = \"sites.csv\"\nxs = [3]\n"
              "\n[attack]\nrate = -2\ntau = 5\n\n[[edit]]\nday = 3\n");
}

TEST(TomlFile, RefusesCirclesMissingParentsAndLongChains) {
    TemporaryFolder const folder;
    auto const a = folder.write("a.toml", "extends = \"b.toml\"\n");
    auto const b = folder.write("b.toml", "\nextends = \"./a.toml\"\n");
    EXPECT_EQ(load_fault(a), b + ":2:1: extends = \"./a.toml\" (the files extend each other: " + a +
                                 " -> " + b + " -> " + a +
                                 "). Remove this line, or one of the others.");
    auto const self = folder.write("self.toml", "extends = \"self.toml\"\n");
    EXPECT_EQ(load_fault(self), self +
                                    ":1:1: extends = \"self.toml\" (the files extend each "
                                    "other: " +
                                    self + " -> " + self +
                                    "). Remove this line, or one of the others.");
    auto const lost = folder.write("lost.toml", "extends = \"none.toml\"\n");
    EXPECT_EQ(load_fault(lost), lost + ":1:1: extends = \"none.toml\" (there is no file " +
                                    folder.path("none.toml") +
                                    "). The path is relative to the folder of the file that names "
                                    "it.");
    auto const odd = folder.write("odd.toml", "extends = 3\n");
    EXPECT_EQ(load_fault(odd),
              odd + ":1:1: extends = 3 (must be text). Write extends = \"other.toml\".");
    folder.write("0.toml", "a = 1\n");
    for (int i = 1; i <= 9; ++i) {
        folder.write(std::to_string(i) + ".toml",
                     "extends = \"" + std::to_string(i - 1) + ".toml\"\n");
    }
    EXPECT_EQ(TomlFile::load(folder.path("8.toml")).root().integer("a"), 1);
    EXPECT_EQ(load_fault(folder.path("9.toml")),
              folder.path("1.toml") +
                  ":1:1: extends = \"0.toml\" (more than 8 files extend each other). Join some of "
                  "them.");
}

TEST(TomlFile, ResolvesToTextThatReadsBackTheSame) {
    constexpr std::string_view text =
        "z = 1\nf = 3.0\nt = \"a\\\"b\\\\\\n\\u0001é\"\nd = 2012-01-01\nm = [{a = 1}, 2, []]\n"
        "\"a b\".c = true\n[e]\n[[l]]\n[[l]]\nx = 1e300\n[l.y]\nk = 07:32:00\n";
    auto const first = TomlFile::parse(text, "a").resolved_text();
    EXPECT_EQ(
        first,
        "d = 2012-01-01\nf = 3.0\nm = [{a = 1}, 2, []]\nt = \"a\\\"b\\\\\\n\\u0001é\"\nz = 1\n"
        "\n[\"a b\"]\nc = true\n\n[e]\n\n[[l]]\n\n[[l]]\nx = 1e+300\n\n[l.y]\nk = 07:32:00\n");
    EXPECT_EQ(TomlFile::parse(first, "b").resolved_text(), first);
}

TEST(TomlFile, ListsInWhatItDiffersFromAnother) {
    auto const base = TomlFile::parse("a = 1\nb = 2\n[s]\nx = 1.0\nl = [1, 2]\n[t]\nz = 1\n", "a");
    auto const other = TomlFile::parse("a = 1\nb = 3\nc = true\n[s]\nx = 1.0\nl = [2]\n", "b");
    EXPECT_EQ(other.differences_from(base),
              (std::vector<std::string>{"b = 3 (was 2)", "c = true (new)", "s.l = [2] (was [1, 2])",
                                        "t (left out, was {z = 1})"}));
    EXPECT_TRUE(base.differences_from(base).empty());
}

}  // namespace
