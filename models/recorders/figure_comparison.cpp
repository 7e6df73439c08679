#include "models/recorders/figure_comparison.hpp"

#include <algorithm>
#include <limits>

namespace models {

namespace {

constexpr double days_per_month = 365.2425 / 12.0;

std::uint64_t deaths_of(DayRecord const& day, FigureSide side) {
    auto const of = [&day](Side one) {
        return std::uint64_t{day.deaths[static_cast<std::size_t>(one)]};
    };
    switch (side) {
        case FigureSide::state:
            return of(Side::state) + of(Side::external);
        case FigureSide::civilian:
            return of(Side::civilian);
        case FigureSide::militant:
            return of(Side::militant);
        case FigureSide::peacekeeper:
            return of(Side::peacekeeper);
        default: {
            std::uint64_t sum = 0;
            for (auto const deaths : day.deaths) sum += deaths;
            return sum;
        }
    }
}

template <class Function>
double sum_over(RunHistory const& history, DayRange range, Function const& value) {
    std::uint64_t sum = 0;
    for (auto day = range.first.value; day <= range.last.value; ++day) {
        sum += value(history.days()[day]);
    }
    return static_cast<double>(sum);
}

template <class Function>
double mean_over(RunHistory const& history, DayRange range, Function const& value) {
    return sum_over(history, range, value) / (range.last.value - range.first.value + 1.0);
}

std::optional<double> refugees(DocumentedFigure const& figure, RunOutcome const& outcome,
                               DayRange range) {
    if (figure.country == "all") {
        return mean_over(outcome.history, range, [](DayRecord const& day) { return day.refugees; });
    }
    auto const country = std::ranges::find(outcome.countries, figure.country);
    if (country == outcome.countries.end()) return std::nullopt;
    CountryId const id{static_cast<std::uint32_t>(country - outcome.countries.begin())};
    double sum = 0.0;
    for (auto day = range.first; day <= range.last; ++day.value) {
        sum += outcome.history.refugees(id, day);
    }
    return sum / (range.last.value - range.first.value + 1.0);
}

std::optional<double> ceasefire_months(DocumentedFigure const& figure, RunOutcome const& outcome) {
    auto const begins = sim::days_between(outcome.history.first_day(), figure.start);
    std::optional<double> shortest;
    for (auto const& agreement : outcome.agreements) {
        if (agreement.begins.value != begins) continue;
        double const months = agreement.days / days_per_month;
        shortest = std::min(shortest.value_or(months), months);
    }
    return shortest;
}

// Whether the figure is about the simulated country, or about Malians wherever they are.
bool is_about_home(DocumentedFigure const& figure, RunOutcome const& outcome) {
    return figure.country == "all" || figure.country == outcome.countries.front();
}

}  // namespace

std::optional<DocumentedRange> range_of(DocumentedFigure const& figure) noexcept {
    auto const low = figure.low ? figure.low : figure.central ? figure.central : figure.high;
    auto const high = figure.high ? figure.high : figure.central ? figure.central : figure.low;
    if (!low) return std::nullopt;
    switch (figure.bound) {
        case FigureBound::at_least:
            return DocumentedRange{*low, std::nullopt};
        case FigureBound::at_most:
            return DocumentedRange{0.0, high};
        default:
            return DocumentedRange{*low, high};
    }
}

double factor_from(DocumentedRange const& range, double value) noexcept {
    if (value < range.low) return value / range.low;
    if (!range.high || value <= *range.high) return 1.0;
    return *range.high > 0.0 ? value / *range.high : std::numeric_limits<double>::infinity();
}

std::optional<double> simulated(DocumentedFigure const& figure, RunOutcome const& outcome) {
    auto const& history = outcome.history;
    auto const range = history.range(figure.start, figure.end);
    bool const is_one_event = figure.category == "event_casualties" || figure.place != no_place;
    if (!range || is_one_event) return std::nullopt;
    if (figure.quantity == FigureQuantity::refugees) return refugees(figure, outcome, *range);
    if (!is_about_home(figure, outcome)) return std::nullopt;
    bool const has_all_sides =
        figure.side == FigureSide::all || figure.side == FigureSide::not_applicable;
    switch (figure.quantity) {
        case FigureQuantity::deaths:
            return sum_over(history, *range, [&figure](DayRecord const& day) {
                return deaths_of(day, figure.side);
            });
        case FigureQuantity::wounded:
            if (!has_all_sides) return std::nullopt;
            return sum_over(history, *range, [](DayRecord const& day) { return day.wounded; });
        case FigureQuantity::events:
            if (!has_all_sides) return std::nullopt;
            return sum_over(history, *range,
                            [](DayRecord const& day) { return day.violent_events; });
        case FigureQuantity::peacekeeper_attacks:
            return sum_over(history, *range,
                            [](DayRecord const& day) { return day.peacekeeper_attacks; });
        case FigureQuantity::idps:
            return mean_over(history, *range, [](DayRecord const& day) { return day.idps; });
        case FigureQuantity::displaced:
            return mean_over(history, *range,
                             [](DayRecord const& day) { return day.idps + day.refugees; });
        case FigureQuantity::returns_refugees:
            return sum_over(history, *range,
                            [](DayRecord const& day) { return day.refugees_returned; });
        case FigureQuantity::returns_idps:
            return sum_over(history, *range,
                            [](DayRecord const& day) { return day.idps_returned; });
        case FigureQuantity::territory_km2:
            return history.militant_area_km2(*range);
        case FigureQuantity::ceasefire_months:
            return ceasefire_months(figure, outcome);
        default:
            return std::nullopt;
    }
}

std::vector<FigureComparison> compare_figures(std::vector<DocumentedFigure> const& figures,
                                              RunOutcome const& outcome) {
    std::vector<FigureComparison> comparisons;
    for (auto const& figure : figures) {
        if (figure.use != FigureUse::target && figure.use != FigureUse::check) continue;
        auto const range = range_of(figure);
        if (!range) continue;
        auto const value = simulated(figure, outcome);
        if (!value) continue;
        comparisons.push_back({&figure, *range, *value, factor_from(*range, *value)});
    }
    return comparisons;
}

}  // namespace models
