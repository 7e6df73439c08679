#include "models/app/validation.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "models/app/validation_json.hpp"
#include "models/app/validation_text.hpp"

namespace models {
namespace {

RecordedFigure figure(std::string const& id, FigureQuantity quantity, double low,
                      std::optional<double> high) {
    RecordedFigure one;
    one.id = id;
    one.quantity = quantity;
    one.category = "casualties_annual";
    one.observer = "acled";
    one.start = sim::make_date(2012, 1, 1);
    one.end = sim::make_date(2012, 12, 31);
    one.low = low;
    one.high = high;
    return one;
}

FactTarget target(std::string const& key, std::string const& label, int year) {
    FactTarget row;
    row.key = key;
    row.group = "group";
    row.label = label;
    row.low = 1.0;
    row.start = sim::make_date(year, 1, 1);
    row.end = sim::make_date(year, 12, 31);
    return row;
}

// Two runs, four figures and three facts.
Validation example() {
    Validation validation;
    validation.input = {.files = {"a.h5", "b.h5"}, .facts = "facts.csv", .events = "acled.csv"};
    validation.country = "Aland";
    validation.context = {.first_day = sim::make_date(2012, 1, 1),
                          .last_day = sim::make_date(2012, 12, 31)};
    validation.run_events = {{10, 9}, {20, 19}};
    validation.user_events = {100, 50};
    validation.figures = {figure("IN", FigureQuantity::deaths, 100, 200),
                          figure("PART", FigureQuantity::deaths, 190, 195),
                          figure("OUT", FigureQuantity::refugees, 5000, std::nullopt),
                          figure("NONE", FigureQuantity::idps, 1, 1)};
    std::vector<std::vector<double>> const simulated{{150, 160}, {170, 200}, {70, 80}, {}};
    for (std::size_t i = 0; i < simulated.size(); ++i) {
        validation.samples.push_back(sample_of(validation.figures[i]));
        validation.samples.back().simulated = simulated[i];
    }
    validation.scores = score_figures(validation.samples);
    validation.figure_tally = tally_of(validation.scores);
    validation.quantity_tallies.resize(figure_quantity_names.size());
    validation.targets.rows = {target("a", "first fact", 2012), target("b", "second fact", 2012),
                               target("c", std::string(60, 'x'), 2019)};
    FactReport const one{{"a", 3.0, 5}, {"b", 0.5, 5}, {"c", 7.0, 5}};
    FactReport const data{{"a", 0.25, 5}, {"b", std::nullopt, 0}, {"c", 7.0, 5}};
    validation.facts = compare_facts(validation.targets.rows, {one, one}, data, validation.context);
    return validation;
}

// The line that holds a word.
std::string line_with(std::string const& text, std::string const& word) {
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        if (line.find(word) != std::string::npos) return line;
    }
    return "no line has " + word;
}

bool has(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

TEST(SampleOf, KeepsKindsOfFiguresApart) {
    auto one = figure("x", FigureQuantity::deaths, 3, 5), other = one;
    EXPECT_EQ(sample_of(one).family, sample_of(other).family);
    other.observer = "icg";
    EXPECT_NE(sample_of(one).family, sample_of(other).family);
    other = one;
    other.side = FigureSide::civilian;
    EXPECT_NE(sample_of(one).family, sample_of(other).family);
    other = one;
    other.category = "casualties_window";
    EXPECT_NE(sample_of(one).family, sample_of(other).family);
}

TEST(SampleOf, TakesInequalitiesAndLengths) {
    auto one = figure("x", FigureQuantity::deaths, 3, 5);
    EXPECT_DOUBLE_EQ(sample_of(one).days, 366.0);
    one.bound = FigureBound::at_most;
    EXPECT_FALSE(sample_of(one).low);
    EXPECT_EQ(sample_of(one).high, 5.0);
    one.bound = FigureBound::at_least;
    EXPECT_EQ(sample_of(one).low, 3.0);
    EXPECT_FALSE(sample_of(one).high);
    EXPECT_DOUBLE_EQ(sample_of(figure("x", FigureQuantity::refugees, 3, 5)).days, 0.0) << "a stock";
}

TEST(ValidationText, MarksFiguresAndFacts) {
    auto const text = validation_text(example());
    EXPECT_TRUE(has(line_with(text, "  IN "), "100 to 200         155 [150, 160] "));
    EXPECT_TRUE(has(line_with(text, "  IN "), " in "));
    EXPECT_TRUE(has(line_with(text, "  PART "), " part "));
    EXPECT_TRUE(has(line_with(text, "  OUT "), ">= 5000 "));
    EXPECT_TRUE(has(line_with(text, "  OUT "), " OUT "));
    EXPECT_FALSE(has(text, "  NONE"));
    EXPECT_TRUE(has(line_with(text, "first fact"), " in    0.25"));
    EXPECT_TRUE(has(line_with(text, "second fact"), " OUT   -"));
    EXPECT_TRUE(has(line_with(text, "xxx"), "x~ >= 1"));
    EXPECT_TRUE(has(line_with(text, "xxx"), "(in)"));
    EXPECT_TRUE(has(text, "1 of 3 in, 1 part, 1 OUT"));
    EXPECT_TRUE(has(text, "50 of 100 events of acled.csv"));
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 100U) << line;
}

TEST(ValidationJson, HoldsEverything) {
    auto const all = nlohmann::json::parse(validation_json(example()));
    ASSERT_EQ(all["figures"].size(), 4U);
    EXPECT_EQ(all["figures"][0]["median_inside"], true);
    EXPECT_EQ(all["figures"][1]["median_inside"], false);
    EXPECT_EQ(all["figures"][1]["interval_overlaps"], true);
    EXPECT_TRUE(all["figures"][2]["high"].is_null());
    EXPECT_TRUE(all["figures"][3]["simulated"].is_null());
    EXPECT_EQ(all["figures"][0]["baseline"]["figures"], 2);
    EXPECT_TRUE(all["figures"][2]["baseline"].is_null());
    EXPECT_EQ(all["facts"][0]["data"]["inside"], false);
    EXPECT_TRUE(all["facts"][1]["data"]["inside"].is_null());
    EXPECT_EQ(all["facts"][2]["period"], "other");
    EXPECT_EQ(all["data"]["events_used"], 50);
    EXPECT_EQ(all["files"][1]["events_read"], 20);
    EXPECT_EQ(all["summary"]["facts"]["same_period"]["outside"], 1);
}

}  // namespace
}  // namespace models
