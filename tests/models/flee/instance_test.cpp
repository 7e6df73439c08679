#include "models/flee/instance.hpp"

#include <gtest/gtest.h>

#include "tests/models/flee/small_instance.hpp"

namespace models::flee {
namespace {

bool has(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

TEST(FleeInstance, ReadsPlacesLinksAndCounts) {
    SmallInstance files;
    auto const instance = files.load();
    EXPECT_EQ(instance.days, 10U);
    EXPECT_EQ(sim::to_string(instance.start), "2012-03-01");
    EXPECT_EQ(instance.places.name, (std::vector<std::string>{"Alpha", "Beta", "Gamma"}));
    EXPECT_EQ(instance.places.is_abroad, (std::vector<std::uint8_t>{0, 0, 1}));
    EXPECT_EQ(instance.links.size(), 4U);
    EXPECT_EQ(instance.camps, (std::vector<std::uint32_t>{2}));
    EXPECT_EQ(instance.documented(3, 0), 40);
    EXPECT_EQ(instance.counts.arrivals,
              (std::vector<std::int32_t>{0, 10, 10, 10, 10, 10, 10, 10, 10, 10}));
    EXPECT_EQ(instance.counts.registered.back(), 100);
    ASSERT_EQ(instance.conflicts.size(), 1U);
    EXPECT_EQ(instance.conflicts[0].intensity, 1.0);
    EXPECT_EQ(instance.inputs.size(), 9U);
    EXPECT_TRUE(instance.warnings.empty());
}

TEST(FleeInstance, HastenDividesPeopleAndRoundsDown) {
    SmallInstance files;
    auto const instance = files.load({.hasten = 30});
    EXPECT_EQ(instance.places.population[0], 33.0);
    EXPECT_EQ(instance.documented(0, 0), 0);
    EXPECT_EQ(instance.documented(9, 0), 3);
}

TEST(FleeInstance, FallingCountsAreADebtThatLaterGrowthPays) {
    SmallInstance files;
    files.files["source_data/gamma.csv"] = "2012-03-01,10\n2012-03-03,6\n2012-03-05,20\n";
    auto const counts = files.load().counts;
    // 10, 8, 6, 13, 20, 20, ...
    EXPECT_EQ(counts.arrivals, (std::vector<std::int32_t>{0, 0, 0, 3, 7, 0, 0, 0, 0, 0}));
    EXPECT_EQ(counts.debt, (std::vector<std::int32_t>{0, 2, 4, 0, 0, 0, 0, 0, 0, 0}));
}

TEST(FleeInstance, DayZeroIsSpawnedOnceIfItIsNotInserted) {
    SmallInstance files;
    files.files["simsetting.yml"] = "spawn_rules: {insert_day0: False}\n";
    EXPECT_EQ(files.load().counts.arrivals[0], 10);
    files.files["simsetting.yml"] = "spawn_rules: {empty_camps_on_day0: True}\n";
    auto const instance = files.load();
    EXPECT_EQ(instance.documented(0, 0), 0);
    EXPECT_EQ(instance.documented(3, 0), 30);
}

TEST(FleeInstance, OnlyChangesFromAndToZeroAreConflictChanges) {
    SmallInstance files;
    files.files["input_csv/conflicts.csv"] =
        "#Day,Alpha,\n0,0.2\n1,0.9\n2,0\n3,0\n4,1\n5,1\n6,1\n7,1\n8,1\n9,1\n";
    auto const changes = files.load().conflicts;
    ASSERT_EQ(changes.size(), 3U);
    EXPECT_EQ(changes[0].intensity, 0.2);
    EXPECT_EQ(changes[1].day, 2U);
    EXPECT_EQ(changes[1].intensity, 0.0);
    EXPECT_EQ(changes[2].day, 4U);
}

TEST(FleeInstance, ClosuresNameTheirLinks) {
    SmallInstance files;
    files.files["input_csv/closures.csv"] =
        "#closure_type,name1,name2,closure_start,closure_end\n"
        "country,Home,Away,3,5\nlink,Alpha,Beta,0,-1\nlocation,Beta,,9,-1\ncamp,Gamma,,2,4\n"
        "remove_forced_redirection,Gamma,Beta,2,4\ncountry,Home,Nowhere,3,5\n";
    auto const instance = files.load();
    ASSERT_EQ(instance.closures.size(), 2U + 2U + 2U + 2U + 4U);
    EXPECT_EQ(instance.closures[0].row, 0U);
    EXPECT_EQ(instance.closures[1].row, 1U);
    EXPECT_EQ(instance.closures[2].target, ClosureChange::Target::camp);
    EXPECT_TRUE(instance.closures[3].closes);
    EXPECT_EQ(instance.closures[3].row, 2U);
    EXPECT_EQ(instance.warnings.size(), 2U);
}

struct Broken {
    char const* file;
    char const* text;   // to replace; empty: the whole file
    char const* wrong;  // what replaces it
    char const* named;  // what the message must have
};

class BrokenFlee : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenFlee, IsRefusedWithFileAndLine) {
    auto const& [file, text, wrong, named] = GetParam();
    SmallInstance files;
    auto& content = files.files.at(file);
    if (*text == '\0') {
        content = wrong;
    } else {
        auto const at = content.find(text);
        ASSERT_NE(at, std::string::npos);
        content.replace(at, std::string{text}.size(), wrong);
    }
    auto const message = files.failure();
    EXPECT_TRUE(has(message, named)) << message;
}

INSTANTIATE_TEST_SUITE_P(
    Files, BrokenFlee,
    ::testing::Values(
        Broken{"input_csv/locations.csv", "Beta,R", "Alpha,R", "locations.csv:3: column 'name'"},
        Broken{"input_csv/locations.csv", "town,,500", "city,,500", "locations.csv:3: column 'loc"},
        Broken{"input_csv/locations.csv", "500", "5e2", "locations.csv:3: column 'population'"},
        Broken{"input_csv/locations.csv", "500", "-5", "locations.csv:3: column 'population'"},
        Broken{"input_csv/locations.csv", "16.0,1.0", "160,1.0", "locations.csv:3: column 'lat"},
        Broken{"input_csv/locations.csv", "", "#name\n", "has no place"},
        Broken{"input_csv/locations.csv", "", "\xff\xfe", "locations.csv"},
        Broken{"input_csv/routes.csv", "Beta,Gamma", "Beta,Gama", "'Gamma'"},
        Broken{"input_csv/routes.csv", "Alpha,Beta", "Beta,Beta", "routes.csv:2: column 'name2'"},
        Broken{"input_csv/routes.csv", "100", "0", "routes.csv:2: column 'distance'"},
        Broken{"input_csv/routes.csv", "100", "nan", "routes.csv:2: column 'distance'"},
        Broken{"input_csv/closures.csv", "#closure_type,name1,name2,closure_start,closure_end",
               "border,Home,Away,1,2", "closures.csv:1: column 'closure_type'"},
        Broken{"input_csv/closures.csv", "#closure_type,name1,name2,closure_start,closure_end",
               "country,Home,Away,1", "closures.csv:1: column 'closure_end'"},
        Broken{"input_csv/closures.csv", "#closure_type,name1,name2,closure_start,closure_end",
               "camp,Beta,,1,2", "closures.csv:1: column 'name1'"},
        Broken{"input_csv/conflicts.csv", "9, 1, 0, 0\n", "", "9 days (the period has 10)"},
        Broken{"input_csv/conflicts.csv", "Beta", "Betta", "conflicts.csv:1"},
        Broken{"input_csv/conflicts.csv", "3, 1", "3, x", "conflicts.csv:5: column 'Alpha'"},
        Broken{"input_csv/conflicts.csv", "3, 1, 0, 0", "3, 1", "conflicts.csv:5: column 'Beta'"},
        Broken{"input_csv/sim_period.csv", "10", "0", "sim_period.csv:2"},
        Broken{"input_csv/sim_period.csv", "2012-03-01", "1 March", "sim_period.csv:1"},
        Broken{"input_csv/sim_period.csv", "Length", "Lenght", "sim_period.csv:2"},
        Broken{"source_data/data_layout.csv", "Gamma", "Gama", "'Gamma' is missing"},
        Broken{"source_data/data_layout.csv", "gamma.csv", "x.csv", "data_layout.csv:2"},
        Broken{"source_data/gamma.csv", "110", "lots", "gamma.csv:3: column 'refugees'"},
        Broken{"simsetting.yml", "max_move_speed", "max_mov_speed", "'max_move_speed'"}));

TEST(FleeInstance, MissingFilesAreNamed) {
    SmallInstance files;
    for (auto const* file : {"simsetting.yml", "input_csv/routes.csv", "source_data/gamma.csv"}) {
        SmallInstance one;
        one.files.erase(file);
        EXPECT_TRUE(has(one.failure(), std::filesystem::path{file}.filename().string())) << file;
    }
    EXPECT_THROW(static_cast<void>(load_instance("/nowhere/at/all")), sim::InputError);
}

TEST(FleeInstance, CorrectionsNeedAKnownCampAndDate) {
    SmallInstance files;
    files.files["input_csv/registration_corrections.csv"] = "\"Gamma\",\"2012-03-11\",\"x\"\n";
    EXPECT_EQ(files.load().documented(0, 0), 110);
    files.files["input_csv/registration_corrections.csv"] = "Gamma,2012-03-10\n";
    EXPECT_TRUE(has(files.failure(), "registration_corrections.csv:1"));
    files.files["input_csv/registration_corrections.csv"] = "Beta,2012-03-11\n";
    EXPECT_TRUE(has(files.failure(), "registration_corrections.csv:1"));
}

}  // namespace
}  // namespace models::flee
