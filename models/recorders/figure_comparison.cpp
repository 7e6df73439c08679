#include "models/recorders/figure_comparison.hpp"

#include <algorithm>
#include <chrono>
#include <limits>

namespace models {

namespace {

constexpr double days_per_month = 365.2425 / 12.0;

// Deaths of the sides that a figure is about.
template <class Number>
std::uint64_t deaths_of(std::array<Number, side_count> const& by_side, FigureSide side) {
    auto const of = [&by_side](Side one) {
        return std::uint64_t{by_side[static_cast<std::size_t>(one)]};
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
            for (auto const deaths : by_side) sum += deaths;
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

// The row of a figure's country; nothing if the map has no such country.
std::optional<CountryId> country_of(DocumentedFigure const& figure, RunOutcome const& outcome) {
    auto const found = std::ranges::find(outcome.countries, figure.country);
    if (found == outcome.countries.end()) return std::nullopt;
    return CountryId{static_cast<std::uint32_t>(found - outcome.countries.begin())};
}

// Mean number of refugees on the lists of the places that a condition holds for.
template <class Condition>
double refugees_where(RunHistory const& history, DayRange range, Registrations const& registrations,
                      Condition const& condition) {
    std::uint64_t sum = 0;
    for (auto day = range.first; day <= range.last; ++day.value) {
        auto const date = history.first_day() + std::chrono::days{day.value};
        auto const present = history.refugees(day);
        for (std::size_t i = 0; i < present.size(); ++i) {
            auto const place = history.abroad()[i];
            if (condition(place)) sum += registrations.registered(place, date, present[i]);
        }
    }
    return static_cast<double>(sum) / (range.last.value - range.first.value + 1.0);
}

std::optional<double> refugees(DocumentedFigure const& figure, RunOutcome const& outcome,
                               DayRange range, Registrations const& registrations) {
    auto const& history = outcome.history;
    auto const mean = [&](auto const& condition) {
        return refugees_where(history, range, registrations, condition);
    };
    if (figure.place != no_place) {
        if (history.map().is_home(figure.place)) return std::nullopt;
        return mean([&](PlaceId place) { return place == figure.place; });
    }
    if (figure.country == "all") return mean([](PlaceId) { return true; });
    auto const country = country_of(figure, outcome);
    if (!country) return std::nullopt;
    return mean([&](PlaceId place) { return history.map().places.country[place.row] == *country; });
}

// Mean number of IDPs in the regions of a figure, or in the country if it names none.
double idps(DocumentedFigure const& figure, RunHistory const& history, DayRange range) {
    if (figure.regions.empty()) {
        return mean_over(history, range, [](DayRecord const& day) { return day.idps; });
    }
    std::uint64_t sum = 0;
    for (auto day = range.first; day <= range.last; ++day.value) {
        for (auto const region : figure.regions) sum += history.idps(day)[region.row];
    }
    return static_cast<double>(sum) / (range.last.value - range.first.value + 1.0);
}

// Who came home from the country of asylum that a figure names, or from all.
std::optional<double> refugees_returned(DocumentedFigure const& figure, RunOutcome const& outcome,
                                        DayRange range) {
    auto const& history = outcome.history;
    auto const country = country_of(figure, outcome);
    if (figure.country == "all" || (country && history.map().is_home(*country))) {
        return sum_over(history, range, [](DayRecord const& day) { return day.refugees_returned; });
    }
    if (!country) return std::nullopt;
    std::uint64_t sum = 0;
    for (auto day = range.first; day <= range.last; ++day.value) {
        sum += history.refugees_returned(day)[country->row];
    }
    return static_cast<double>(sum);
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

bool is_compared(DocumentedFigure const& figure) noexcept {
    bool const is_asked = figure.use == FigureUse::target || figure.use == FigureUse::check;
    return is_asked && range_of(figure).has_value();
}

double factor_from(DocumentedRange const& range, double value) noexcept {
    if (value < range.low) return value / range.low;
    if (!range.high || value <= *range.high) return 1.0;
    return *range.high > 0.0 ? value / *range.high : std::numeric_limits<double>::infinity();
}

CountedAs counted_as(DocumentedFigure const& figure, RunOutcome const& outcome) noexcept {
    switch (figure.quantity) {
        case FigureQuantity::refugees:
        case FigureQuantity::displaced:
            return CountedAs::registered;
        case FigureQuantity::state_based_deaths:
        case FigureQuantity::non_state_deaths:
        case FigureQuantity::one_sided_deaths:
            return CountedAs::ucdp;
        case FigureQuantity::deaths:
        case FigureQuantity::wounded:
        case FigureQuantity::events:
            break;
        default:
            return CountedAs::as_is;
    }
    if (!outcome.history.reports().is_kept()) return CountedAs::as_is;
    bool const is_deaths = figure.quantity == FigureQuantity::deaths;
    if (figure.observer == "icg" && figure.quantity != FigureQuantity::events) {
        bool const by_name = figure.side == FigureSide::peacekeeper;
        return by_name ? CountedAs::as_is : CountedAs::headlines;
    }
    if (figure.side != FigureSide::all) return CountedAs::as_is;
    if (figure.observer == "acled" && figure.quantity != FigureQuantity::wounded) {
        return CountedAs::acled;
    }
    if (figure.observer == "ucdp" && is_deaths) return CountedAs::ucdp;
    return CountedAs::as_is;
}

namespace {

std::optional<UcdpViolence> violence_of(FigureQuantity quantity) noexcept {
    switch (quantity) {
        case FigureQuantity::state_based_deaths:
            return UcdpViolence::state_based;
        case FigureQuantity::non_state_deaths:
            return UcdpViolence::non_state;
        case FigureQuantity::one_sided_deaths:
            return UcdpViolence::one_sided;
        default:
            return std::nullopt;
    }
}

// A figure of violence as its observer counts it; nothing if no observer of the model does.
std::optional<double> reported(DocumentedFigure const& figure, ReportHistory const& reports,
                               DayRange range, CountedAs way) {
    switch (way) {
        case CountedAs::acled:
            return static_cast<double>(figure.quantity == FigureQuantity::events
                                           ? reports.acled_events(range)
                                           : reports.acled_deaths(range));
        case CountedAs::ucdp:
            if (!reports.is_kept()) return std::nullopt;
            return static_cast<double>(reports.ucdp_deaths(range, violence_of(figure.quantity)));
        case CountedAs::headlines:
            if (figure.quantity == FigureQuantity::wounded) {
                return static_cast<double>(reports.headline_wounded(range));
            }
            return static_cast<double>(deaths_of(reports.headline_deaths(range), figure.side));
        default:
            return std::nullopt;
    }
}

// What happened; refugees are counted in a way of one's own.
std::optional<double> counted(DocumentedFigure const& figure, RunOutcome const& outcome,
                              Registrations const& registrations) {
    auto const& history = outcome.history;
    auto const range = history.range(figure.start, figure.end);
    if (!range || figure.category == "event_casualties") return std::nullopt;
    if (figure.quantity == FigureQuantity::refugees) {
        return refugees(figure, outcome, *range, registrations);
    }
    if (figure.place != no_place) return std::nullopt;
    if (figure.quantity == FigureQuantity::returns_refugees) {
        return refugees_returned(figure, outcome, *range);
    }
    if (!is_about_home(figure, outcome)) return std::nullopt;
    bool const has_all_sides =
        figure.side == FigureSide::all || figure.side == FigureSide::not_applicable;
    switch (figure.quantity) {
        case FigureQuantity::deaths:
            return sum_over(history, *range, [&figure](DayRecord const& day) {
                return deaths_of(day.deaths, figure.side);
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
            return idps(figure, history, *range);
        case FigureQuantity::displaced:
            return idps(figure, history, *range) +
                   refugees_where(history, *range, registrations, [](PlaceId) { return true; });
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

}  // namespace

std::optional<double> simulated(DocumentedFigure const& figure, RunOutcome const& outcome) {
    auto const way = counted_as(figure, outcome);
    if (way == CountedAs::as_is || way == CountedAs::registered) {
        return counted(figure, outcome, outcome.registrations);
    }
    auto const range = outcome.history.range(figure.start, figure.end);
    bool const is_here = figure.place == no_place && is_about_home(figure, outcome) &&
                         figure.category != "event_casualties";
    if (!range || !is_here) return std::nullopt;
    return reported(figure, outcome.history.reports(), *range, way);
}

std::optional<double> present(DocumentedFigure const& figure, RunOutcome const& outcome) {
    if (counted_as(figure, outcome) == CountedAs::as_is) return std::nullopt;
    return counted(figure, outcome, Registrations{});
}

std::vector<FigureComparison> compare_figures(std::vector<DocumentedFigure> const& figures,
                                              RunOutcome const& outcome) {
    std::vector<FigureComparison> comparisons;
    for (auto const& figure : figures) {
        if (!is_compared(figure)) continue;
        auto const range = range_of(figure);
        auto const value = simulated(figure, outcome);
        if (!value) continue;
        comparisons.push_back({.figure = &figure,
                               .range = *range,
                               .simulated = *value,
                               .counted_as = counted_as(figure, outcome),
                               .factor = factor_from(*range, *value),
                               .present = present(figure, outcome)});
    }
    return comparisons;
}

}  // namespace models
