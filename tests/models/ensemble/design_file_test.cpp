#include "models/ensemble/design_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

#include <fstream>

#include "sim/base/check.hpp"

namespace models {
namespace {

namespace fs = std::filesystem;

class DesignFileTest : public ::testing::Test {
  protected:
    void SetUp() override {
        folder_ =
            fs::path{::testing::TempDir()} / (std::to_string(::getpid()) + "_azalai_design_file");
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] SweepDesign read(std::string const& text) const {
        std::ofstream{folder_ / "d.toml"} << "name = \"d\"\nscenarios = [\"a.toml\"]\n" << text;
        return read_design(folder_ / "d.toml");
    }

    [[nodiscard]] std::string refusal(std::string const& text) const {
        try {
            static_cast<void>(read(text));
        } catch (sim::InputError const& error) {
            return error.what();
        }
        return "";
    }

    fs::path folder_;
};

TEST_F(DesignFileTest, IsOneRunOfEachScenarioByDefault) {
    auto const design = read("");
    EXPECT_EQ(design.scenarios, (std::vector<fs::path>{folder_ / "a.toml"}));
    EXPECT_EQ(design.design.size(), 1U);
    EXPECT_EQ(design.draws.size(), 1U);
    EXPECT_EQ(design.seeds, (std::vector<std::uint64_t>{1}));
    EXPECT_TRUE(design.settings_of(0, 0).empty());
}

TEST_F(DesignFileTest, ReadsSeedsInThreeWays) {
    EXPECT_EQ(read("seeds = 3").seeds, (std::vector<std::uint64_t>{1, 2, 3}));
    EXPECT_EQ(read("seeds = [9, 4]").seeds, (std::vector<std::uint64_t>{9, 4}));
    EXPECT_EQ(read("seeds = {first = 7, count = 2}").seeds, (std::vector<std::uint64_t>{7, 8}));
    EXPECT_NE(refusal("seeds = []"), "");
    EXPECT_NE(refusal("seeds = 0"), "");
    EXPECT_NE(refusal("seeds = [1.5]"), "");
    EXPECT_NE(refusal("seeds = {first = 7}"), "");
}

TEST_F(DesignFileTest, MakesAGridOfValuesAndSteps) {
    auto const design = read(
        "[design]\nmethod = \"grid\"\n[parameters]\n\"x.b\" = {min = 1, max = 100, steps = 3, "
        "scale = \"log\"}\n\"x.a\" = {values = [0.5, 2]}\n");
    ASSERT_EQ(design.design.size(), 6U);
    EXPECT_EQ(design.keys(), (std::vector<std::string>{"x.a", "x.b"}));
    EXPECT_EQ(design.settings_of(1, 0), (std::vector<std::string>{"x.a=0.5", "x.b=10"}));
    EXPECT_EQ(design.settings_of(5, 0), (std::vector<std::string>{"x.a=2", "x.b=100"}));
    EXPECT_EQ(design.locations[0].substr(design.locations[0].rfind("d.toml")), "d.toml:7:1");
}

TEST_F(DesignFileTest, CountsThePointsOfSaltellisLayout) {
    auto const design = read(
        "[design]\nmethod = \"sobol\"\npoints = 8\n[parameters]\n\"x.a\" = {min = 0, max = 1}\n"
        "\"x.b\" = {min = 0, max = 1}\n\"x.c\" = {min = 3, max = 9, whole = true}\n");
    EXPECT_EQ(design.design.size(), 8U * (3 + 2));
}

TEST_F(DesignFileTest, TakesDrawsFromATable) {
    std::ofstream{folder_ / "p.csv"} << "x.a,x.b\n0.25,1\n0.5,2\n0.75,3\n";
    auto const design = read("posterior = \"p.csv\"\ndraws = 2\n");
    ASSERT_EQ(design.draws.size(), 2U);
    EXPECT_EQ(design.settings_of(0, 1), (std::vector<std::string>{"x.a=0.5", "x.b=2"}));
    EXPECT_EQ(design.values(0, 1), (std::vector<double>{0.5, 2.0}));
    EXPECT_EQ(design.inputs.size(), 2U);
    EXPECT_NE(refusal("posterior = \"p.csv\"\ndraws = 4\n").find("has only 3"), std::string::npos);
    EXPECT_NE(refusal("draws = 4\n"), "");
}

TEST_F(DesignFileTest, RefusesWhatDoesNotFit) {
    std::string const list = "[design]\nmethod = \"list\"\n[parameters]\n";
    EXPECT_NE(refusal(list + "\"a.b\" = {values = [1, 2]}\n\"a.c\" = {values = [1]}\n")
                  .find("d.toml:7:1: a.c has 1 values"),
              std::string::npos)
        << refusal(list + "\"a.b\" = {values = [1, 2]}\n\"a.c\" = {values = [1]}\n");
    EXPECT_NE(refusal(list + "\"a.b\" = {values = []}\n"), "");
    EXPECT_NE(refusal(list + "\"a.b\" = {min = 1, max = 2}\n"), "");
    EXPECT_NE(refusal("[parameters]\n\"a.b\" = {values = [1]}\n").find("no [design]"),
              std::string::npos);
    std::string const cube = "[design]\nmethod = \"latin-hypercube\"\npoints = 4\n[parameters]\n";
    EXPECT_NE(refusal(cube + "\"a.b\" = {min = 2, max = 1}\n"), "");
    EXPECT_NE(refusal(cube + "\"a.b\" = {min = 0, max = 1, scale = \"log\"}\n"), "");
    EXPECT_NE(refusal(cube + "\"a.b\" = {min = 0, max = 1, steps = 3}\n").find("steps"),
              std::string::npos);
    EXPECT_NE(refusal(cube), "");
    EXPECT_EQ(refusal(cube + "\"a.b\" = {min = 0, max = 1}\n"), "");
}

}  // namespace
}  // namespace models
