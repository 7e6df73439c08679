#include "models/app/outcome_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "models/observed_past/observed_past.hpp"
#include "models/recorders/figure_comparison.hpp"

namespace models {

namespace {

using Json = nlohmann::ordered_json;

Json optional_number(std::optional<double> const& value) {
    return value && std::isfinite(*value) ? Json(*value) : Json(nullptr);
}

Json regions_json(DocumentedFigure const& figure, Geography const& map) {
    Json names = Json::array();
    for (auto const region : figure.regions) names.push_back(map.regions[region.row]);
    return names;
}

Json figure_json(FigureComparison const& one, Geography const& map) {
    auto const& figure = *one.figure;
    bool const has_place = figure.place != no_place;
    return {{"id", figure.id},
            {"quantity", figure_quantity_names[static_cast<std::size_t>(figure.quantity)]},
            {"side", figure_side_names[static_cast<std::size_t>(figure.side)]},
            {"country", figure.country},
            {"place", has_place ? Json(map.places.key[figure.place.row]) : Json(nullptr)},
            {"regions", regions_json(figure, map)},
            {"start", sim::to_string(figure.start)},
            {"end", sim::to_string(figure.end)},
            {"unit", figure.unit},
            {"source", figure.source},
            {"observer", figure.observer},
            {"use", figure_use_names[static_cast<std::size_t>(figure.use)]},
            {"low", one.range.low},
            {"central", optional_number(figure.central)},
            {"high", optional_number(one.range.high)},
            {"observed_as", counted_as_names[static_cast<std::size_t>(one.counted_as)]},
            {"simulated", one.simulated},
            {"present", optional_number(one.present)},
            {"factor", optional_number(one.factor)},
            {"is_inside", one.factor == 1.0}};
}

Json seconds_json(RunResult const& result) {
    Json seconds = Json::object();
    for (std::size_t i = 0; i < result.process_names.size(); ++i) {
        seconds[result.process_names[i]] = result.timings.process_seconds[i];
    }
    seconds["observers"] = result.timings.observer_seconds;
    return seconds;
}

}  // namespace

std::string outcome_json(Scenario const& scenario, RunOptions const& options,
                         RunResult const& result) {
    Json figures = Json::array();
    RunOutcome const outcome{result.history, result.agreements, scenario.map->countries,
                             scenario.registrations};
    for (auto const& one : compare_figures(scenario.figures, outcome)) {
        figures.push_back(figure_json(one, *scenario.map));
    }
    Json agreements = Json::array();
    for (auto const& one : result.agreements) {
        agreements.push_back(
            {{"key", one.key},
             {"a", one.a},
             {"b", one.b},
             {"begins", sim::to_string(scenario.first_day + std::chrono::days{one.begins.value})},
             {"days", one.days},
             {"is_in_force", one.is_in_force}});
    }
    Json all{{"scenario", scenario.name},
             {"title", scenario.title},
             {"seed", options.seed},
             {"first_day", sim::to_string(scenario.first_day)},
             {"days", result.days},
             {"file", result.file.string()},
             {"seconds", seconds_json(result)},
             {"figures", figures},
             {"agreements", agreements}};
    if (scenario.observed_past) {
        Json unplaced = Json::object();
        for (std::size_t side = 0; side < side_count; ++side) {
            unplaced[std::string{side_names[side]}] = result.unplaced[side];
        }
        all["observed_past"] = {{"until", sim::to_string(scenario.observed_past->until)},
                                {"unplaced", unplaced}};
    }
    return all.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace models
