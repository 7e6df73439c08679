#include "models/recorders/outcome_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

#include "models/recorders/text_table.hpp"

namespace models {

namespace {

using Figures = std::vector<DocumentedFigure const*>;

// The range over several figures; nothing if there are none.
std::optional<DocumentedRange> stated(Figures const& figures) {
    std::optional<DocumentedRange> all;
    for (auto const* figure : figures) {
        for (auto const& value : {figure->low, figure->central, figure->high}) {
            if (!value) continue;
            if (!all) all = DocumentedRange{*value, *value};
            all->low = std::min(all->low, *value);
            all->high = std::max(*all->high, *value);
        }
    }
    return all;
}

// "412 (350-735)", divided by a unit and rounded.
std::string beside(double value, Figures const& figures, double unit) {
    auto const whole = [unit](double number) { return std::llround(number / unit); };
    auto const range = stated(figures);
    if (!range) return fmt::format("{}", whole(value));
    if (whole(range->low) == whole(*range->high)) {
        return fmt::format("{} ({})", whole(value), whole(range->low));
    }
    return fmt::format("{} ({}-{})", whole(value), whole(range->low), whole(*range->high));
}

bool is_target(DocumentedFigure const& figure, FigureQuantity quantity) {
    return figure.use == FigureUse::target && figure.quantity == quantity;
}

// Events of one calendar year, by kind.
struct EventCounts {
    int year = 0;
    std::array<std::uint32_t, event_kind_count> events{};
};

EventCounts count_events(RunHistory const& history, int year, DayRange days) {
    EventCounts counts{.year = year};
    for (auto day = days.first.value; day <= days.last.value; ++day) {
        for (std::size_t kind = 0; kind < event_kind_count; ++kind) {
            counts.events[kind] += history.days()[day].events[kind];
        }
    }
    return counts;
}

// Events of each year that the run covers as a whole.
std::vector<EventCounts> events_by_year(RunHistory const& history) {
    auto const days = static_cast<int>(history.days().size());
    auto const last = sim::year_of(history.first_day() + std::chrono::days{days});
    std::vector<EventCounts> years;
    for (int year = sim::year_of(history.first_day()); year <= last; ++year) {
        auto const range = history.range(sim::make_date(year, 1, 1), sim::make_date(year, 12, 31));
        if (range) years.push_back(count_events(history, year, *range));
    }
    return years;
}

// Deaths of one side in one calendar year, as a figure without numbers.
DocumentedFigure deaths_in(int year, FigureSide side) {
    DocumentedFigure figure;
    figure.quantity = FigureQuantity::deaths;
    figure.side = side;
    figure.start = sim::make_date(year, 1, 1);
    figure.end = sim::make_date(year, 12, 31);
    figure.country = "all";
    return figure;
}

std::string deaths_text(std::vector<DocumentedFigure> const& figures, RunOutcome const& outcome) {
    using Row = std::pair<std::string_view, FigureSide>;
    constexpr std::array<Row, 5> rows{{{"all", FigureSide::all},
                                       {"state and allies", FigureSide::state},
                                       {"peacekeepers", FigureSide::peacekeeper},
                                       {"armed groups", FigureSide::militant},
                                       {"civilians", FigureSide::civilian}}};
    TextTable table{"Deaths: simulated (documented)"};
    for (auto const& [name, side] : rows) table.add_row(std::string{name});
    auto const first = sim::year_of(outcome.history.first_day());
    auto const days = static_cast<int>(outcome.history.days().size());
    auto const last = sim::year_of(outcome.history.first_day() + std::chrono::days{days});
    for (int year = first; year <= last; ++year) {
        std::vector<std::string> cells;
        for (auto const& [name, side] : rows) {
            auto const wanted = deaths_in(year, side);
            auto const value = simulated(wanted, outcome);
            if (!value) continue;
            Figures documented;
            for (auto const& figure : figures) {
                if (is_target(figure, FigureQuantity::deaths) && figure.side == side &&
                    figure.start == wanted.start && figure.end == wanted.end) {
                    documented.push_back(&figure);
                }
            }
            cells.push_back(beside(*value, documented, 1.0));
        }
        if (cells.size() == rows.size()) table.add_column(std::to_string(year), cells);
    }
    return table.text(text_width);
}

// Kinds that happened in one of some years, violent or not, in their order.
std::vector<std::size_t> kinds_in(std::vector<EventCounts> const& years, bool violent) {
    std::vector<std::size_t> kinds;
    for (std::size_t kind = 0; kind < event_kind_count; ++kind) {
        bool const happened = std::ranges::any_of(
            years, [kind](EventCounts const& year) { return year.events[kind] > 0; });
        if (happened && is_violent(static_cast<EventKind>(kind)) == violent) kinds.push_back(kind);
    }
    return kinds;
}

std::string kind_in_words(std::size_t kind) {
    std::string words{event_kind_names[kind]};
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::string events_table(std::string title, std::vector<EventCounts> const& years, bool violent) {
    auto const kinds = kinds_in(years, violent);
    if (kinds.empty()) return {};
    TextTable table{std::move(title)};
    for (auto const kind : kinds) table.add_row(kind_in_words(kind));
    for (auto const& year : years) {
        std::vector<std::string> cells;
        for (auto const kind : kinds) cells.push_back(std::to_string(year.events[kind]));
        table.add_column(std::to_string(year.year), cells);
    }
    return table.text(text_width);
}

std::string events_text(RunOutcome const& outcome) {
    auto const years = events_by_year(outcome.history);
    auto const violent = events_table("Violent events: simulated", years, true);
    auto const others = events_table("Events without violence: simulated", years, false);
    return violent + (violent.empty() || others.empty() ? "" : "\n") + others;
}

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
