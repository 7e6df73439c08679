#include "models/recorders/outcome_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <set>

#include "models/recorders/beside.hpp"
#include "models/recorders/text_table.hpp"
#include "models/recorders/violence_text.hpp"

namespace models {

namespace {

// Target stocks of a quantity by date, those of one country of asylum only.
std::map<sim::Date, Figures> stocks(std::vector<DocumentedFigure> const& figures,
                                    RunOutcome const& outcome, FigureQuantity quantity,
                                    std::string const& country) {
    std::map<sim::Date, Figures> by_date;
    for (auto const& figure : figures) {
        bool const is_whole = figure.place == no_place && figure.regions.empty();
        bool const is_right = is_target(figure, quantity) && figure.country == country &&
                              is_whole && simulated(figure, outcome).has_value();
        if (is_right) by_date[figure.end].push_back(&figure);
    }
    return by_date;
}

// How far lists of refugees were from who was there, on the last day before all were verified.
std::string lists_text(RunOutcome const& outcome) {
    DocumentedFigure figure;
    figure.quantity = FigureQuantity::refugees;
    figure.country = "all";
    for (auto const& one : outcome.registrations.verifications()) {
        auto const eve = one.verified_on - std::chrono::days{1};
        bool const is_later = figure.end < eve;
        if (outcome.history.range(eve, eve) && is_later) figure.start = figure.end = eve;
    }
    auto const value = simulated(figure, outcome);
    if (!value) return {};
    return fmt::format(
        "Refugees are compared as lists count them: on {}, the day before the last list\n"
        "was verified, {} thousand for {} thousand who are there.\n",
        sim::to_string(figure.end), std::llround(*value / 1000.0),
        std::llround(*present(figure, outcome) / 1000.0));
}

// Refugees at each place that is counted on its own, at its last count of each year.
std::string places_text(std::vector<DocumentedFigure> const& figures, RunOutcome const& outcome) {
    std::map<int, std::map<PlaceId, DocumentedFigure const*>> by_year;
    std::set<PlaceId> places;
    for (auto const& figure : figures) {
        bool const is_right = figure.quantity == FigureQuantity::refugees &&
                              figure.place != no_place && range_of(figure) &&
                              (figure.use == FigureUse::target || figure.use == FigureUse::check);
        if (!is_right || !simulated(figure, outcome)) continue;
        auto& last = by_year[sim::year_of(figure.end)][figure.place];
        if (last == nullptr || last->end < figure.end) last = &figure;
        places.insert(figure.place);
    }
    auto const& map = outcome.history.map();
    TextTable table{
        "Refugees by place, thousands, at the last count of each year: simulated (documented)"};
    for (auto const place : places) table.add_row(map.places.name[place.row]);
    for (auto const& [year, last] : by_year) {
        std::vector<std::string> cells;
        for (auto const place : places) {
            auto const found = last.find(place);
            cells.push_back(found == last.end()
                                ? ""
                                : fmt::format("{:.1f} ({:.1f})",
                                              *simulated(*found->second, outcome) / 1000.0,
                                              range_of(*found->second)->low / 1000.0));
        }
        table.add_column(std::to_string(year), cells);
    }
    return table.text(text_width);
}

std::string displaced_text(std::vector<DocumentedFigure> const& figures,
                           RunOutcome const& outcome) {
    struct Column {
        std::string title;
        std::map<sim::Date, Figures> figures;
    };
    std::vector<Column> columns{
        {"refugees", stocks(figures, outcome, FigureQuantity::refugees, "all")}};
    for (auto const& country : outcome.countries) {
        auto found = stocks(figures, outcome, FigureQuantity::refugees, country);
        if (!found.empty()) columns.push_back({"in " + country, std::move(found)});
    }
    columns.push_back(
        {"IDPs", stocks(figures, outcome, FigureQuantity::idps, outcome.countries.front())});
    std::set<sim::Date> dates;
    for (auto const& column : columns) {
        for (auto const& [date, found] : column.figures) dates.insert(date);
    }
    if (dates.empty()) return {};
    TextTable table{"People displaced, thousands: simulated (documented)"};
    for (auto const date : dates) table.add_row(sim::to_string(date));
    for (auto const& column : columns) {
        std::vector<std::string> cells;
        for (auto const date : dates) {
            auto const found = column.figures.find(date);
            bool const has_figure = found != column.figures.end();
            cells.push_back(has_figure ? beside(*simulated(*found->second.front(), outcome),
                                                found->second, 1000.0)
                                       : "");
        }
        table.add_column(column.title, cells);
    }
    return table.text(text_width);
}

std::string territory_text(std::vector<DocumentedFigure> const& figures,
                           RunOutcome const& outcome) {
    std::map<std::pair<sim::Date, sim::Date>, Figures> by_period;
    for (auto const& figure : figures) {
        bool const is_right = is_target(figure, FigureQuantity::territory_km2) &&
                              simulated(figure, outcome).has_value();
        if (is_right) by_period[{figure.start, figure.end}].push_back(&figure);
    }
    std::string text;
    for (auto const& [period, found] : by_period) {
        text += fmt::format("Controlled by armed groups, {} to {}: {} thousand km2\n",
                            sim::to_string(period.first), sim::to_string(period.second),
                            beside(*simulated(*found.front(), outcome), found, 1000.0));
    }
    return text;
}

std::string ceasefire_text(std::vector<DocumentedFigure> const& figures,
                           RunOutcome const& outcome) {
    std::string text;
    for (auto const& figure : figures) {
        if (figure.quantity != FigureQuantity::ceasefire_months) continue;
        auto const months = simulated(figure, outcome);
        auto const range = stated({&figure});
        if (!months || !range) continue;
        text += fmt::format("Agreement of {} kept for {:.1f} months ({:.1f})\n",
                            sim::to_string(figure.start), *months, range->low);
    }
    return text;
}

std::string score_text(std::vector<DocumentedFigure> const& figures, RunOutcome const& outcome) {
    int targets = 0, inside = 0, near = 0, within_2 = 0;
    for (auto const& one : compare_figures(figures, outcome)) {
        if (one.figure->use != FigureUse::target) continue;
        ++targets;
        inside += one.factor == 1.0 ? 1 : 0;
        near += one.factor >= 1.0 / 1.4 && one.factor <= 1.4 ? 1 : 0;
        within_2 += one.factor >= 0.5 && one.factor <= 2.0 ? 1 : 0;
    }
    return fmt::format(
        "Of {} documented figures that this run covers, {} lie inside their range, {} within a "
        "factor\n1.4 of it and {} within a factor 2.\n",
        targets, inside, near, within_2);
}

}  // namespace

std::string outcome_text(std::vector<DocumentedFigure> const& figures, RunOutcome const& outcome) {
    std::string text;
    for (auto const& part :
         {deaths_text(figures, outcome), events_text(outcome),
          displaced_text(figures, outcome) + lists_text(outcome), places_text(figures, outcome),
          territory_text(figures, outcome) + ceasefire_text(figures, outcome),
          score_text(figures, outcome)}) {
        if (part.empty()) continue;
        text += (text.empty() ? "" : "\n") + part;
    }
    return text;
}

}  // namespace models
