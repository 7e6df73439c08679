#include "models/ensemble/ensemble_schema.hpp"

#include <algorithm>

#include "sim/base/check.hpp"

namespace models {
namespace {

sim::Date first_of_month(sim::Date date) {
    std::chrono::year_month_day const day{date};
    return sim::Date{day.year() / day.month() / 1};
}

std::vector<std::string> words_of(sim::ResultReader const& reader, std::string const& path) {
    std::vector<std::string> words;
    for (auto const& flag : reader.flags(path)) words.push_back(flag.meaning);
    return words;
}

void check_same(std::vector<std::string> const& one, std::vector<std::string> const& other,
                SweepDesign const& design, std::size_t scenario, std::string const& what) {
    sim::require(one == other, design.file.string() + ": scenarios (" +
                                   design.scenarios[scenario].string() + " has other " + what +
                                   " than " + design.scenarios.front().string() +
                                   "; one file has one list). Make a sweep of each.");
}

}  // namespace

EnsembleSchema make_schema(SweepDesign const& design,
                           std::vector<Scenario const*> const& scenarios) {
    SIM_EXPECTS(!scenarios.empty());
    auto const& base = *scenarios.front();
    EnsembleSchema schema;
    schema.title = design.title;
    schema.parameters = design.keys();
    schema.countries = base.map->countries;
    schema.cercles = base.map->cercles;
    schema.contents = design.contents;
    auto first = base.first_day, last = base.last_day;
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        auto const& one = *scenarios[i];
        auto const& names = schema.scenario_names;
        sim::require(std::ranges::find(names, one.name) == names.end(),
                     design.file.string() + ": scenarios (two have the name '" + one.name +
                         "'). Give each its own.");
        schema.scenario_names.push_back(one.name);
        schema.scenario_titles.push_back(one.title);
        check_same(schema.countries, one.map->countries, design, i, "countries");
        check_same(schema.cercles, one.map->cercles, design, i, "cercles");
        first = std::min(first, one.first_day);
        last = std::max(last, one.last_day);
        if (!schema.contents.figures) continue;
        for (auto const* figure : compared_figures(one)) {
            bool const is_known = std::ranges::find(schema.figures, figure->id,
                                                    &EnsembleFigure::id) != schema.figures.end();
            if (is_known) continue;
            auto const range = *range_of(*figure);
            schema.figures.push_back(
                {figure->id, range.low,
                 range.high.value_or(std::numeric_limits<double>::quiet_NaN())});
        }
    }
    schema.first_month = first_of_month(first);
    schema.months = months_between(first, last) + 1;
    schema.contents.figures = !schema.figures.empty();
    schema.contents.reports = schema.contents.reports && !schema.cercles.empty();
    return schema;
}

EnsembleSchema read_schema(sim::ResultReader const& reader) {
    EnsembleSchema schema;
    schema.title = reader.attribute("/", "title");
    schema.scenario_names = reader.read_text("/scenarios/name");
    schema.scenario_titles = reader.read_text("/scenarios/title");
    if (reader.contains("/parameters/key")) schema.parameters = reader.read_text("/parameters/key");
    schema.contents = {.monthly = reader.contains("/monthly/deaths"),
                       .reports = reader.contains("/reports/events"),
                       .figures = reader.contains("/figures/id")};
    if (reader.contains("/month")) {
        schema.first_month = reader.first_day("/month");
        schema.months = static_cast<std::uint32_t>(reader.shape("/month").at(0));
    }
    if (schema.contents.monthly) schema.countries = words_of(reader, "/country");
    if (schema.contents.reports) schema.cercles = words_of(reader, "/cercle");
    if (schema.contents.figures) {
        auto const id = reader.read_text("/figures/id");
        auto const low = reader.read<double>("/figures/low");
        auto const high = reader.read<double>("/figures/high");
        sim::require(low.size() == id.size() && high.size() == id.size(),
                     reader.path() + ": /figures is damaged. Make the file anew.");
        for (std::size_t i = 0; i < id.size(); ++i) {
            schema.figures.push_back({id[i], low[i], high[i]});
        }
    }
    return schema;
}

ScenarioAxes axes_of(EnsembleSchema const& schema, Scenario const& scenario) {
    ScenarioAxes axes{.month_offset = months_between(schema.first_month, scenario.first_day),
                      .figures = {}};
    if (!schema.contents.figures) return axes;
    for (auto const* figure : compared_figures(scenario)) {
        auto const found = std::ranges::find(schema.figures, figure->id, &EnsembleFigure::id);
        axes.figures.push_back(static_cast<std::uint32_t>(found - schema.figures.begin()));
    }
    return axes;
}

}  // namespace models
