#include "models/recorders/violence_text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

#include "models/recorders/beside.hpp"
#include "models/recorders/text_table.hpp"

namespace models {

namespace {

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

/// A line of the table of deaths.
struct DeathsRow {
    std::string_view name;
    FigureSide side = FigureSide::all;
    std::string_view observer = {};  ///< Whose count it is; empty: what happened.
    bool has_figures = true;         ///< Documented figures are set beside it.
};

// Deaths of a row in one calendar year, as a figure without numbers.
DocumentedFigure deaths_in(int year, DeathsRow const& row) {
    DocumentedFigure figure;
    figure.quantity = FigureQuantity::deaths;
    figure.side = row.side;
    figure.start = sim::make_date(year, 1, 1);
    figure.end = sim::make_date(year, 12, 31);
    figure.country = "all";
    figure.observer = row.observer;
    return figure;
}

// Without observers, every figure is of what happened; with them, of its own observer's count.
std::vector<DeathsRow> deaths_rows(bool has_observers) {
    using enum FigureSide;
    std::vector<DeathsRow> rows{{.name = "all", .has_figures = !has_observers},
                                {.name = "state and allies", .side = state},
                                {.name = "peacekeepers", .side = peacekeeper},
                                {.name = "armed groups", .side = militant},
                                {.name = "civilians", .side = civilian}};
    if (!has_observers) return rows;
    for (auto& row : rows) row.has_figures = row.side == peacekeeper;
    rows.insert(rows.end(), {{.name = "as ACLED counts", .observer = "acled"},
                             {.name = "as UCDP counts", .observer = "ucdp"},
                             {.name = "as ICG counts", .observer = "icg"},
                             {.name = "- state and allies", .side = state, .observer = "icg"},
                             {.name = "- armed groups", .side = militant, .observer = "icg"},
                             {.name = "- civilians", .side = civilian, .observer = "icg"}});
    return rows;
}

Figures figures_of(DeathsRow const& row, DocumentedFigure const& wanted,
                   std::vector<DocumentedFigure> const& figures) {
    Figures found;
    if (!row.has_figures) return found;
    for (auto const& figure : figures) {
        bool const is_of_observer = row.observer.empty() || figure.observer == row.observer;
        if (is_target(figure, FigureQuantity::deaths) && figure.side == row.side &&
            is_of_observer && figure.start == wanted.start && figure.end == wanted.end) {
            found.push_back(&figure);
        }
    }
    return found;
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

}  // namespace

std::string deaths_text(std::vector<DocumentedFigure> const& figures, RunOutcome const& outcome) {
    auto const rows = deaths_rows(outcome.history.reports().is_kept());
    TextTable table{"Deaths: simulated (documented)"};
    for (auto const& row : rows) table.add_row(std::string{row.name});
    auto const first = sim::year_of(outcome.history.first_day());
    auto const days = static_cast<int>(outcome.history.days().size());
    auto const last = sim::year_of(outcome.history.first_day() + std::chrono::days{days});
    for (int year = first; year <= last; ++year) {
        std::vector<std::string> cells;
        for (auto const& row : rows) {
            auto const wanted = deaths_in(year, row);
            auto const value = simulated(wanted, outcome);
            if (!value) continue;
            cells.push_back(beside(*value, figures_of(row, wanted, figures), 1.0));
        }
        if (cells.size() == rows.size()) table.add_column(std::to_string(year), cells);
    }
    return table.text(text_width);
}

std::string events_text(RunOutcome const& outcome) {
    auto const years = events_by_year(outcome.history);
    auto const violent = events_table("Violent events: simulated", years, true);
    auto const others = events_table("Events without violence: simulated", years, false);
    return violent + (violent.empty() || others.empty() ? "" : "\n") + others;
}

}  // namespace models
