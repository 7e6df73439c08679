#include "models/scenario/flee_scenario.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "models/app/flee_parameters.hpp"
#include "models/scenario/first_world.hpp"
#include "models/scenario/flee_map.hpp"
#include "tests/models/flee/small_instance.hpp"

namespace models {
namespace {

sim::TomlFile parameters(std::vector<std::string> const& settings = {}) {
    auto file = sim::TomlFile::parse(flee_parameters(), "test");
    for (auto const& setting : settings) file.apply_override(setting);
    return file;
}

/// Alpha and Beta at home, Gamma a camp abroad; Delta a town there, Echo a marker.
constexpr char const* places =
    "#name,region,country,lat,lon,location_type,conflict_date,population\n"
    "Alpha,R,Home,16.0,0.0,conflict_zone,0,1000\n"
    "Beta,R,Home,16.0,1.0,town,,500\n"
    "Gamma,S,Away,16.0,2.0,camp,,700\n"
    "Delta,S,Away,16.0,3.0,town,,\n"
    "Echo,R,Home,16.0,4.0,marker,,\n";

}  // namespace

TEST(FleeMap, HasThePlacesAndLinksOfTheInstance) {
    flee::SmallInstance small;
    small.files["input_csv/locations.csv"] = places;
    auto const map = flee_map(small.load(), 0);
    EXPECT_EQ(map->places.name,
              (std::vector<std::string>{"Alpha", "Beta", "Gamma", "Delta", "Echo"}));
    EXPECT_EQ(map->countries, (std::vector<std::string>{"Home", "Away"}));
    EXPECT_EQ(map->places.kind, (std::vector{PlaceKind::town, PlaceKind::town, PlaceKind::camp,
                                             PlaceKind::foreign_town, PlaceKind::base}));
    EXPECT_EQ(map->cells.population, (std::vector<std::uint32_t>{1000, 500, 0, 0, 0}));
    EXPECT_EQ(map->places.capacity[2], 700U);
    EXPECT_TRUE(map->is_home(PlaceId{1}));
    EXPECT_FALSE(map->is_home(PlaceId{2}));
    EXPECT_DOUBLE_EQ(map->paths.distance_km(sim::NodeId{0}, sim::NodeId{2}), 250.0);
    EXPECT_EQ(flee_map(small.load({.capacities = flee::Capacities::none}), 0)->places.capacity[2],
              0U);
}

TEST(FleeMap, ClosesLinksAndCutOffCampsOnTheirDays) {
    flee::SmallInstance small;
    small.files["input_csv/closures.csv"] =
        "#closure_type,name1,name2,closure_start,closure_end\n"
        "country,Home,Away,0,3\ncountry,Home,Away,5,-1\n";
    auto const map = flee_map(small.load(), 30);
    ASSERT_EQ(map->closures.size(), 2U);
    EXPECT_EQ(map->closures[0].route.row, 1U);
    EXPECT_EQ(map->closures[0].from, sim::Day{0}) << "what is closed at first was closed before";
    EXPECT_EQ(map->closures[0].until, sim::Day{33});
    EXPECT_EQ(map->closures[1].from, sim::Day{35});
    EXPECT_EQ(map->closures[1].until, never);
    ASSERT_EQ(map->camp_closures.size(), 2U) << "its only link is closed";
    EXPECT_EQ(map->camp_closures[0].camp.row, 2U);
    EXPECT_EQ(map->camp_closures[0].until, sim::Day{33});
}

TEST(FleeMap, LeavesACampOpenThatAnotherLinkLeadsTo) {
    flee::SmallInstance small;
    small.files["input_csv/routes.csv"] += "Alpha,Gamma,400,0\n";
    small.files["input_csv/closures.csv"] = "link,Beta,Gamma,0,3\ncamp,Gamma,,4,6\n";
    auto const map = flee_map(small.load(), 0);
    ASSERT_EQ(map->camp_closures.size(), 1U) << "only where it is a town";
    EXPECT_EQ(map->camp_closures[0].from, sim::Day{4});
    EXPECT_EQ(map->camp_closures[0].until, sim::Day{6});
}

TEST(FleeConflicts, BeginAndEndWithTheTable) {
    flee::SmallInstance small;
    std::string table = "#Day, Alpha, Beta\n";
    for (int day = 0; day < 10; ++day) {
        table += std::to_string(day) + (day < 4 ? ", 0.5" : ", 0") + (day < 2 ? ", 0\n" : ", 1\n");
    }
    small.files["input_csv/conflicts.csv"] = table;
    small.files["input_csv/locations.csv"] =
        "#name,region,country,lat,lon,location_type,conflict_date,population\n"
        "Alpha,R,Home,16.0,0.0,town,,1000\nBeta,R,Home,16.0,1.0,town,,500\n"
        "Gamma,S,Away,16.0,2.0,camp,,0\n";
    auto const conflicts = flee_conflicts(small.load(), 30);
    ASSERT_EQ(conflicts.size(), 2U);
    EXPECT_EQ(conflicts[0].cell.row, 0U);
    EXPECT_EQ(conflicts[0].from, sim::Day{0}) << "it had begun before the instance";
    EXPECT_EQ(conflicts[0].until, sim::Day{34});
    EXPECT_EQ(conflicts[0].intensity, 0.5);
    EXPECT_EQ(conflicts[1].cell.row, 1U);
    EXPECT_EQ(conflicts[1].from, sim::Day{32});
    EXPECT_EQ(conflicts[1].until, never);
}

TEST(FleeScenario, LetsEverybodyStartAtHome) {
    flee::SmallInstance small;
    auto const instance = small.load();
    auto const scenario = flee_scenario(instance, parameters({"flee.lead_days=7"}));
    EXPECT_EQ(lead_days(scenario, instance), 7U);
    EXPECT_EQ(scenario.days(), 17U);
    auto const world = make_world(scenario, sim::Seed{1});
    std::uint32_t people = 0;
    for (auto const home : world.households.strata().people_home) people += home;
    EXPECT_EQ(people, 1500U);
    for (auto const& at_places : world.places.people) {
        EXPECT_TRUE(std::ranges::all_of(at_places, [](auto here) { return here == 0; }));
    }
}

TEST(FleeScenario, MeasuresPeopleInAgents) {
    flee::SmallInstance small;
    auto const scenario = flee_scenario(small.load({.hasten = 10}), parameters());
    EXPECT_DOUBLE_EQ(scenario.rules.displacement->flight.crowd_people, 3000.0);
    EXPECT_DOUBLE_EQ(scenario.rules.displacement->destination.base_population, 100.0);
    EXPECT_EQ(scenario.map->cells.population[0], 100U);
}

TEST(FleeScenario, UsesNoDocumentedCount) {
    flee::SmallInstance small;
    auto const before = flee_scenario(small.load(), parameters());
    small.files["source_data/gamma.csv"] = "#DateTime,people\n2012-03-01,900\n2012-03-11,90\n";
    auto const after = flee_scenario(small.load(), parameters());
    EXPECT_EQ(before.map->places.capacity, after.map->places.capacity);
    EXPECT_EQ(before.map->cells.population, after.map->cells.population);
    EXPECT_EQ(before.conflicts.size(), after.conflicts.size());
}

TEST(FleeScenario, RefusesAnInstanceWithoutPeopleAndWrongParameters) {
    flee::SmallInstance small;
    EXPECT_THROW(
        (void)flee_scenario(small.load(), parameters({"displacement.destination.networks=1"})),
        sim::InputError);
    EXPECT_THROW((void)flee_scenario(small.load({.hasten = 100'000}), parameters()),
                 sim::InputError);
}

}  // namespace models
