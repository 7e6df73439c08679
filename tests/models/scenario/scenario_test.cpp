#include "models/scenario/scenario.hpp"

#include <gtest/gtest.h>

#include "tests/models/scenario/small_country.hpp"

namespace models {
namespace {

using test::SmallCountry;

TEST(Scenario, KnowsItsPeriod) {
    auto const scenario = SmallCountry{}.load();
    EXPECT_EQ(scenario.name, "small");
    EXPECT_EQ(scenario.first_day, sim::make_date(2012, 1, 1));
    EXPECT_EQ(scenario.days(), 366U);
}

TEST(Scenario, RecordsOnlyWhatIsAskedFor) {
    auto const output = SmallCountry{}.load().output;
    EXPECT_TRUE(output.events);
    EXPECT_FALSE(output.agreements);
    EXPECT_EQ(output.cells_every_days, 7U);
    EXPECT_EQ(output.units_every_days, 0U);
}

TEST(Scenario, HasNoRuleWithoutItsSection) {
    auto const rules = SmallCountry{}.load().rules;
    EXPECT_FALSE(rules.attack.has_value());
    EXPECT_FALSE(rules.timeline.has_value());
}

TEST(Scenario, ReadsTheSectionOfARule) {
    SmallCountry country;
    country.append("small.toml", R"(
[movement]
speed_km_per_day = 80.0
redeploy_days = 30.0
offensive_redeploy_days = 5.0
patrol_share = 0.2
hide_days = 10.0
)");
    auto const rules = country.load().rules;
    ASSERT_TRUE(rules.movement.has_value());
    EXPECT_EQ(rules.movement->patrol_share, 0.2);
}

TEST(Scenario, TakesOverridesAndSaysSoInItsResolvedText) {
    auto const scenario = SmallCountry{}.load({"world.nearby_km=60", "scenario.name=other"});
    EXPECT_EQ(scenario.map->nearby_km, 60.0);
    EXPECT_EQ(scenario.name, "other");
    EXPECT_NE(scenario.resolved_text.find("nearby_km = 60"), std::string::npos);
}

TEST(Scenario, LiesOverAnother) {
    SmallCountry country;
    country.add("upper.toml", R"(extends = "small.toml"
[scenario]
name = "upper"
[[edit]]
action = "hold"
id = "truce"
)");
    auto const scenario = country.load({}, {}, "upper.toml");
    EXPECT_EQ(scenario.name, "upper");
    EXPECT_EQ(scenario.title, "A small country");
    EXPECT_EQ(scenario.edits.size(), 1U);
}

TEST(Scenario, NamesEveryFileWithItsHash) {
    auto const inputs = SmallCountry{}.load().inputs;
    EXPECT_EQ(inputs.size(), 10U);  // nine tables and the scenario itself
    for (auto const& input : inputs) EXPECT_EQ(input.sha256.size(), 64U) << input.path;
    EXPECT_EQ(inputs.back().path.filename(), "small.toml");
}

TEST(Scenario, SaysWhichSettingsDifferFromItsHistory) {
    SmallCountry country;
    country.add("other.toml",
                "extends = \"small.toml\"\n[scenario]\nname = \"other\"\n[world]\n"
                "threat_memory_days = 10.0\n");
    auto const scenario = country.load({"world.nearby_km=60.0"}, {}, "other.toml");
    EXPECT_EQ(scenario.settings,
              (std::vector<std::string>{"world.nearby_km = 60.0 (was 120.0)",
                                        "world.threat_memory_days = 10.0 (was 30.0)"}));
    EXPECT_NE(summary(scenario).find("world.nearby_km = 60.0 (was 120.0)"), std::string::npos);
    EXPECT_TRUE(country.load().settings.empty());
}

TEST(Scenario, SumsItselfUp) {
    auto const text = summary(SmallCountry{}.load({}, {R"(action = "hold", id = "truce")"}));
    for (std::string const part :
         {"small: A small country", "2012-01-01 to 2012-12-31, 366 days",
          "6 cells of 1 degrees, 4 of them in Aland", "3308, in about 662 households",
          "3; STATE is the state", "6 rows of the timeline, 3 of the force schedule",
          "2 documented figures", "cannot collapse: 2012-06-01 'Truce' (truce)"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    }
}

}  // namespace
}  // namespace models
