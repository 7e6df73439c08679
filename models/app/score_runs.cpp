#include "models/app/score_runs.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "models/exchange/acled_reader.hpp"
#include "models/exchange/report_reader.hpp"
#include "models/exchange/ucdp_reader.hpp"
#include "models/observed/grid_ids.hpp"
#include "models/recorders/result_format.hpp"
#include "models/scoring/reference_forecasts.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

// The references draw with this seed, so that the same input gives the same scores.
constexpr sim::Seed reference_seed{1};

// A type of events that can be scored alone.
struct EventType {
    std::string name;
    std::optional<ObservedKind> kind = {};  // nothing: all political violence
};

std::vector<EventType> types_of(EventFormat format) {
    if (format == EventFormat::acled) {
        return {{"all"},
                {"battles", ObservedKind::battle},
                {"explosions", ObservedKind::explosion},
                {"violence_against_civilians", ObservedKind::on_civilians}};
    }
    return {{"all"},
            {"state_based", ObservedKind::state_based},
            {"non_state", ObservedKind::non_state},
            {"one_sided", ObservedKind::one_sided}};
}

std::vector<EventType> chosen_types(std::string const& wanted, EventFormat format) {
    auto const types = types_of(format);
    if (wanted == "each") return types;
    auto const found = std::ranges::find(types, wanted, &EventType::name);
    if (found != types.end()) return {*found};
    std::vector<std::string> names{"each"};
    for (auto const& type : types) names.push_back(type.name);
    throw sim::InputError(
        fmt::format("--type {} (must be one of {} with events of {}). Choose one.", wanted,
                    fmt::join(names, ", "), event_format_names[static_cast<std::size_t>(format)]));
}

// Observed violence and the months for which there are observations.
struct Observations {
    std::vector<ObservedEvent> violence;
    MonthRange months;
};

template <class Event>
Observations observations(std::vector<Event> const& events, std::filesystem::path const& path) {
    sim::require(!events.empty(), path.string() + ": holds no event. Name a file that has some.");
    std::vector<std::int32_t> months;
    for (auto const& event : events) months.push_back(views_month_id(observed(event).date));
    auto const [first, last] = std::ranges::minmax(months);
    return {.violence = observed_violence(events),
            .months = {.first = first, .count = static_cast<std::uint32_t>(last - first) + 1}};
}

Observations read_observations(std::filesystem::path const& path, EventFormat format) {
    return format == EventFormat::acled ? observations(read_acled(path), path)
                                        : observations(read_ucdp(path), path);
}

std::vector<ObservedEvent> read_simulated(sim::ResultReader const& file, EventFormat format) {
    return format == EventFormat::acled ? observed_violence(read_acled_reports(file))
                                        : observed_violence(read_ucdp_reports(file));
}

sim::ResultReader open(std::filesystem::path const& path) {
    sim::ResultReader file{path, result_identity()};
    sim::require(file.is_complete(), path.string() +
                                         ": was left by a stopped run, so its last "
                                         "month may lack events. Score finished runs.");
    return file;
}

std::vector<SimulatedDays> days_of(std::vector<std::filesystem::path> const& paths,
                                   ScoringUnits const& units) {
    std::vector<SimulatedDays> days;
    for (auto const& path : paths) {
        auto const file = open(path);
        days.push_back(simulated_days(file));
        ScoringUnits const here{units.kind(), read_result_map(file)};
        sim::require(here.names() == units.names(), path.string() + ": has other units than " +
                                                        paths.front().string() +
                                                        " (/cells). Score runs on one map.");
    }
    return days;
}

// The tables of one type: all runs, and what was observed, then and before.
struct Tables {
    EventType type;
    CountTable simulated;
    CountTable observed;
};

TypeScores score_type(Tables const& tables, ScoringPeriod const& period,
                      std::vector<UnitPair> const& neighbours) {
    auto const score = [&](CountTable const& counts) {
        return score_forecast(counts, tables.observed, neighbours);
    };
    TypeScores scores{.type = tables.type.name, .forecasts = {}};
    scores.forecasts.push_back({.name = "model", .scores = score(tables.simulated)});
    for (auto const& one : reference_forecasts(tables.observed, period, reference_seed)) {
        NamedScores named{.name = one.name, .note = one.note};
        if (one.counts) named.scores = score(*one.counts);
        scores.forecasts.push_back(std::move(named));
    }
    return scores;
}

}  // namespace

ScoreOutcome score_runs(ScoreRequest const& request) {
    SIM_EXPECTS(!request.files.empty());
    ScoreOutcome outcome;
    outcome.format = request.format ? *request.format : event_format_of(request.events);
    auto const types = chosen_types(request.type, outcome.format);
    ScoringUnits const units{request.by, read_result_map(open(request.files.front()))};
    auto const days = days_of(request.files, units);
    auto const observed = read_observations(request.events, outcome.format);
    auto asked = request.period;
    if (!asked.restart && !asked.from) asked.restart = common_restart(days);
    outcome.restart = asked.restart;
    outcome.period = scoring_period(asked, days, observed.months);
    outcome.units = units.size();
    if (auto const restart = outcome.restart) {
        outcome.reinitialised = static_cast<std::uint32_t>(std::ranges::count_if(
            days, [&](SimulatedDays const& file) { return is_reinitialised(file, *restart); }));
    }

    std::vector<Tables> all;
    auto const runs = static_cast<std::uint32_t>(request.files.size());
    auto const seen = place_events(observed.violence, units);
    outcome.observed = tally(seen, outcome.period.scored);
    for (auto const& type : types) {
        all.push_back({.type = type,
                       .simulated = CountTable{runs, outcome.period.scored, units.size()},
                       .observed = CountTable{1, observed.months, units.size()}});
        count_events(seen, request.outcome, type.kind, 0, all.back().observed);
    }
    for (std::uint32_t run = 0; run < runs; ++run) {
        auto const events =
            place_events(read_simulated(open(request.files[run]), outcome.format), units);
        outcome.simulated.add(tally(events, outcome.period.scored));
        for (auto& tables : all) {
            count_events(events, request.outcome, tables.type.kind, run, tables.simulated);
        }
    }
    auto const neighbours = queen_neighbours(units.gids());
    for (auto const& tables : all) {
        outcome.types.push_back(score_type(tables, outcome.period, neighbours));
    }
    return outcome;
}

}  // namespace models
