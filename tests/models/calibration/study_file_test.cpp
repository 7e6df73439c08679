#include "models/calibration/study_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <string>

#include <fstream>

#include "models/calibration/check_priors.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

namespace fs = std::filesystem;
using sim::calibration::PriorKind;

constexpr char const* small = AZALAI_SOURCE_DIR "/tests/app/small-country/small.toml";

class StudyFileTest : public ::testing::Test {
  protected:
    void SetUp() override {
        folder_ =
            fs::path{::testing::TempDir()} / (std::to_string(::getpid()) + "_azalai_study_file");
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] CalibrationStudy read(std::string const& text) const {
        std::ofstream{folder_ / "s.toml"} << "name = \"s\"\nscenario = \"" << small << "\"\n"
                                          << text;
        return read_calibration_study(folder_ / "s.toml");
    }

    [[nodiscard]] std::string refusal(std::string const& text) const {
        try {
            auto const study = read(text);
            check_priors(study, ScenarioFamily{study.scenario, study.settings});
        } catch (sim::InputError const& error) {
            return error.what();
        }
        return "";
    }

    fs::path folder_;
};

constexpr char const* prior =
    "[priors]\n\"protest.rate\" = { law = \"uniform\", low = 0, high = 0.2 }\n";

TEST_F(StudyFileTest, ReadsLaws) {
    auto const study = read(R"([priors]
"protest.rate" = { law = "uniform", low = 0, high = 0.2, why = "a guess" }
"attack.band" = { law = "log-uniform", low = 5, high = 50, whole = true }
"forces.replacement_days" = { law = "lognormal", median = 100, sd = 0.5, bounds = [10, 1000] }
)");
    ASSERT_EQ(study.parameters.size(), 3U);
    EXPECT_EQ(study.parameters[0].key, "attack.band");
    EXPECT_TRUE(study.parameters[0].is_whole);
    EXPECT_EQ(study.parameters[1].prior.kind, PriorKind::lognormal);
    EXPECT_EQ(study.parameters[1].prior.first, std::log(100.0));
    EXPECT_EQ(study.parameters[1].prior.upper, 1000.0);
    EXPECT_EQ(study.parameters[2].prior.second, 0.2);
    EXPECT_FALSE(study.screening || study.optimise || study.history || study.abc);
}

TEST_F(StudyFileTest, ReadsPhases) {
    auto const study = read(std::string{prior} + R"(
[screening]
trajectories = 7
[history]
targets = ["a"]
[abc]
batch = 9
)");
    EXPECT_EQ(study.screening->morris.trajectories, 7U);
    EXPECT_EQ(study.history->options.runs, 10U);  // ten for each parameter
    EXPECT_EQ(study.history->targets, (std::vector<std::string>{"a"}));
    EXPECT_EQ(study.abc->batch, 9U);
    EXPECT_FALSE(study.optimise);
}

TEST_F(StudyFileTest, ReadsPatterns) {
    auto const study = read(std::string{prior} + R"(
[[targets.patterns]]
pattern = "refugee_peak_month"
low = 2013-02-01
high = 2013-04-30
source = "x"
)");
    ASSERT_EQ(study.targets.patterns.size(), 1U);
    EXPECT_EQ(study.targets.patterns[0].id, "refugee_peak_month");
    EXPECT_EQ(study.targets.patterns[0].low, 2013 * 12.0 + 1);
    EXPECT_EQ(study.targets.patterns[0].high, 2013 * 12.0 + 3);
}

TEST_F(StudyFileTest, TriesBothEndsOfPriors) {
    EXPECT_EQ(refusal(prior), "");
    auto const message =
        refusal("[priors]\n\"protest.rate\" = { law = \"normal\", mean = 0.1, sd = 0.05 }\n");
    EXPECT_NE(message.find("s.toml:4:"), std::string::npos) << message;
    EXPECT_NE(message.find("which its prior allows"), std::string::npos) << message;
    EXPECT_EQ(refusal("[priors]\n\"protest.rate\" = { law = \"normal\", mean = 0.1, sd = 0.01, "
                      "bounds = [0, 0.2] }\n"),
              "");
}

TEST_F(StudyFileTest, RefusesWhatItDoesNotUnderstand) {
    EXPECT_NE(refusal("").find("priors"), std::string::npos);
    EXPECT_NE(refusal("[priors]\n").find("is empty"), std::string::npos);
    EXPECT_NE(refusal("[priors]\nprotest.rate = { law = \"uniform\", low = 0, high = 1 }\n")
                  .find("in quotes"),
              std::string::npos);
    auto const pattern = [&](std::string const& rest) {
        return refusal(std::string{prior} + "[[targets.patterns]]\nsource = \"x\"\n" + rest);
    };
    EXPECT_NE(pattern("pattern = \"idp_peak_month\"\n").find("neither low nor high"),
              std::string::npos);
    EXPECT_NE(pattern("pattern = \"idp_peak_month\"\nlow = 2012-02-01\n").find("no interval"),
              std::string::npos);
    EXPECT_NE(pattern("pattern = \"death_share\"\nlow = 0.1\nhigh = 0.2\n").find("from and to"),
              std::string::npos);
    EXPECT_NE(refusal(std::string{prior} + "[screening]\nlevels = 3\n").find("even"),
              std::string::npos);
    EXPECT_NE(refusal(std::string{prior} + "[abc]\nquantile = 1\n").find("quantile"),
              std::string::npos);
}

}  // namespace
}  // namespace models
