#include "models/ensemble/comparison.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

#include <array>
#include <cmath>
#include <filesystem>

#include "models/ensemble/ensemble_file.hpp"
#include "sim/io/result_reader.hpp"

namespace models {
namespace {

namespace fs = std::filesystem;

/// A file of runs with given civilians' deaths: scenario, seed, deaths.
class ComparisonTest : public ::testing::Test {
  protected:
    void SetUp() override {
        path_ =
            fs::path{::testing::TempDir()} / (std::to_string(::getpid()) + "_azalai_comparison.h5");
        fs::remove(path_);
    }
    void TearDown() override { fs::remove(path_); }

    void write(std::vector<std::array<std::uint32_t, 3>> const& runs) const {
        EnsembleSchema schema;
        schema.title = "t";
        schema.scenario_names = {"base", "other"};
        schema.scenario_titles = {"Base", "Other"};
        schema.contents = {.monthly = false, .reports = false, .figures = false};
        EnsembleWriter writer{path_, sim::Overwrite::yes, schema, {.program = "test"}};
        std::uint64_t number = 0;
        for (auto const& [scenario, seed, deaths] : runs) {
            EnsembleRow row{.number = number++, .made = {.scenario = scenario, .seed = seed}};
            RunSummary summary;
            summary.deaths[static_cast<std::size_t>(Side::civilian)] = deaths;
            writer.put(row, summary, {});
        }
        writer.commit();
    }

    [[nodiscard]] std::vector<ScenarioComparison> compare(double precision) const {
        return compare_scenarios(sim::ResultReader{path_, ensemble_identity()}, precision);
    }

    fs::path path_;
};

TEST_F(ComparisonTest, PairsRunsByTheirSeed) {
    // Differences of seeds 1 to 4: 1, 2, 1, 2. Seed 9 has no partner.
    write({{0, 1, 0},
           {0, 2, 10},
           {0, 3, 20},
           {0, 4, 30},
           {1, 4, 32},
           {1, 3, 21},
           {1, 2, 12},
           {1, 1, 1},
           {1, 9, 999}});
    auto const scenarios = compare(0.1);
    ASSERT_EQ(scenarios.size(), 2U);
    EXPECT_EQ(scenarios[0].runs, 4U);
    EXPECT_EQ(scenarios[1].runs, 5U);
    EXPECT_EQ(scenarios[1].pairs, 4U);
    auto const& deaths = scenarios[1].quantities.at(0);
    EXPECT_EQ(deaths.quantity, "deaths");
    EXPECT_DOUBLE_EQ(deaths.paired.difference.mean, 1.5);
    EXPECT_NEAR(deaths.paired.difference.half_width, 2.35336 * std::sqrt(1.0 / 12.0), 1e-4);
    EXPECT_NEAR(*deaths.paired.variance_ratio, 1021.0, 1e-9);  // 3 * (500 + 521) / 3
    EXPECT_DOUBLE_EQ(deaths.wanted_half_width, 1.5);           // a tenth of 15
    // t(1) = 6.314: 6.314 * sqrt(1/6) = 2.58 > 1.5; t(2) = 2.92: 2.92 / 3 = 0.97.
    EXPECT_EQ(deaths.pairs_needed, 3U);
    auto const text = comparison_text(scenarios, 0.1);
    EXPECT_NE(text.find("other minus base (4 pairs)"), std::string::npos) << text;
    EXPECT_NE(text.find("1021.00 x"), std::string::npos) << text;
}

TEST_F(ComparisonTest, SaysNothingOfOnePair) {
    write({{0, 1, 5}, {1, 1, 7}});
    auto const scenarios = compare(0.1);
    auto const& deaths = scenarios[1].quantities.at(1);
    EXPECT_DOUBLE_EQ(deaths.paired.difference.mean, 2.0);
    EXPECT_TRUE(std::isinf(deaths.paired.difference.half_width));
    EXPECT_FALSE(deaths.pairs_needed.has_value());
}

}  // namespace
}  // namespace models
