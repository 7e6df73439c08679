#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

#include "models/scenario/first_world.hpp"

namespace models {
namespace {

std::filesystem::path const mali{AZALAI_SOURCE_DIR "/configs/mali"};

TEST(Mali, HousesEverybodyOfJanuary2012) {
    auto const scenario = load_scenario(mali / "mali-2012-2016.toml");
    auto const& population = scenario.map->cells.population;
    auto const people = std::accumulate(population.begin(), population.end(), std::uint64_t{0});
    // 14,528,662 people in April 2009 and 21,347,586 in June 2022, growing steadily between.
    EXPECT_NEAR(static_cast<double>(people), 15.75e6, 0.02 * 15.75e6);

    auto const world = make_world(scenario, {1});
    auto const& home = world.households.strata().people_home;
    EXPECT_EQ(std::accumulate(home.begin(), home.end(), std::uint64_t{0}), people);
    EXPECT_NEAR(static_cast<double>(world.households.size()),
                static_cast<double>(people) / scenario.world.household_size_mean, 0.01 * 3e6);
}

TEST(Mali, IsReadWhole) {
    auto const scenario = load_scenario(mali / "mali-2012-2016.toml");
    EXPECT_EQ(scenario.days(), 1811U);
    EXPECT_EQ(scenario.actors.size(), 41U);
    EXPECT_EQ(scenario.map->cercles.size(), 50U);
    EXPECT_GE(scenario.map->places.size(), 100U);
    EXPECT_GE(scenario.figures.size(), 120U);
    EXPECT_TRUE(scenario.edits.empty());
}

TEST(Mali, MberaIsCountedAgainOnTheLastDayOf2012) {
    auto const scenario = load_scenario(mali / "mali-2012-2016.toml");
    auto const& keys = scenario.map->places.key;
    auto const row = std::find(keys.begin(), keys.end(), "mbera") - keys.begin();
    PlaceId const mbera{static_cast<std::uint32_t>(row)};
    auto const& lists = scenario.registrations;
    EXPECT_GE(lists.verifications().size(), 7U);
    EXPECT_DOUBLE_EQ(lists.factor(mbera, sim::make_date(2012, 12, 30)), 103'731.0 / 54'028.0);
    EXPECT_EQ(lists.factor(mbera, sim::make_date(2012, 12, 31)), 1.0);
}

/// Every scenario of the folder that changes something, by name.
std::vector<std::string> changed_scenarios() {
    std::vector<std::string> names;
    for (auto const& entry : std::filesystem::directory_iterator{mali}) {
        auto const name = entry.path().stem().string();
        bool const is_history = name == "mali-2012-2016" || name == "mali-2012-2025";
        if (entry.path().extension() == ".toml" && !is_history) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

class ChangedMali : public ::testing::TestWithParam<std::string> {};

TEST_P(ChangedMali, DiffersFromHistoryOnlyByItsEdits) {
    auto const history = load_scenario(mali / "mali-2012-2016.toml");
    auto const changed = load_scenario(mali / (GetParam() + ".toml"));
    EXPECT_EQ(changed.name, GetParam());
    EXPECT_FALSE(changed.edits.empty());
    EXPECT_GE(changed.days(), history.days());
    EXPECT_EQ(changed.map->cells.population, history.map->cells.population);
}
INSTANTIATE_TEST_SUITE_P(Scenarios, ChangedMali, ::testing::ValuesIn(changed_scenarios()),
                         [](auto const& test) {
                             std::string name = test.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(Mali, HasScenariosForTheQuestionsOfItsSources) {
    EXPECT_GE(changed_scenarios().size(), 10U);
}

TEST(Mali, TheLongScenarioReachesJune2025) {
    auto const scenario = load_scenario(mali / "mali-2012-2025.toml");
    EXPECT_EQ(scenario.last_day, sim::make_date(2025, 6, 30));
    EXPECT_TRUE(scenario.edits.empty());
}

/// The examples of interventions on the page of the scenarios, each the inside of an inline table.
std::vector<std::string> examples_of_the_page() {
    std::ifstream page{AZALAI_SOURCE_DIR "/models/scenario/README.md"};
    std::vector<std::string> examples;
    bool is_inside = false;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("```")) {
            is_inside = line == "```toml";
        } else if (is_inside && line == "[[edit]]") {
            examples.emplace_back();
        } else if (is_inside && !line.empty() && !examples.empty()) {
            examples.back() += (examples.back().empty() ? "" : ", ") + line;
        }
    }
    return examples;
}

TEST(Mali, EveryExampleOfThePageWorks) {
    auto const examples = examples_of_the_page();
    EXPECT_GE(examples.size(), 19U);
    for (auto const& edit : examples) {
        auto const scenario =
            load_scenario(mali / "mali-2012-2016.toml", {"scenario.last_day=2025-06-30"}, {edit});
        EXPECT_EQ(scenario.edits.size(), 1U) << edit;
    }
}

}  // namespace
}  // namespace models
