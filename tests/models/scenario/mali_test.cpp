#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <numeric>

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
    EXPECT_EQ(scenario.actors.size(), 38U);
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

class ChangedMali : public ::testing::TestWithParam<char const*> {};

TEST_P(ChangedMali, DiffersFromHistoryOnlyByItsEdits) {
    auto const history = load_scenario(mali / "mali-2012-2016.toml");
    auto const changed = load_scenario(mali / (std::string{GetParam()} + ".toml"));
    EXPECT_EQ(changed.name, GetParam());
    EXPECT_FALSE(changed.edits.empty());
    EXPECT_EQ(changed.days(), history.days());
    EXPECT_EQ(changed.map->cells.population, history.map->cells.population);
}
INSTANTIATE_TEST_SUITE_P(Scenarios, ChangedMali,
                         ::testing::Values("no-minusma", "minusma-a-year-earlier",
                                           "ceasefire-2013-holds"),
                         [](auto const& test) {
                             std::string name = test.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace models
