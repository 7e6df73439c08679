#include "models/app/flee_report.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace models {
namespace {

using Json = nlohmann::ordered_json;

/// What is reported of all runs together.
struct Summary {
    double mean = 0.0;
    double deviation = 0.0;  // of one run; 0 for a single run
};

template <class Value>
Summary summarise(std::vector<flee::Run> const& runs, Value const& value) {
    double sum = 0.0;
    for (auto const& run : runs) sum += static_cast<double>(value(run));
    auto const n = static_cast<double>(runs.size());
    Summary summary{.mean = sum / n};
    double squares = 0.0;
    for (auto const& run : runs) {
        squares += std::pow(static_cast<double>(value(run)) - summary.mean, 2);
    }
    if (runs.size() > 1) summary.deviation = std::sqrt(squares / (n - 1.0));
    return summary;
}

/// Rescaled errors of predictions without a simulation, by what is printed of them.
struct Prediction {
    char const* key;
    char const* label;
    std::optional<double> error;  // nothing where it cannot be made
};

std::vector<Prediction> predictions(flee::Instance const& instance) {
    auto const camps = instance.camps.size();
    flee::CampCounts const documented{instance.counts.camps, camps};
    std::vector<double> const equal(camps, 1.0);
    std::optional<double> by_capacity;
    std::optional<double> as_on_day_30;
    double capacity = 0.0;
    for (double const one : instance.stated_capacity) capacity += one;
    if (capacity > 0.0) {
        by_capacity = flee::error_of_shares(instance.stated_capacity, documented);
    }
    constexpr std::size_t day = 30;
    if (documented.days() > day && documented.total(day) > 0.0) {
        std::vector<double> shares;
        for (std::size_t camp = 0; camp < camps; ++camp) shares.push_back(documented.at(day, camp));
        as_on_day_30 = flee::error_of_shares(shares, documented);
    }
    return {{"equal_shares", "equal shares", flee::error_of_shares(equal, documented)},
            {"day30_shares", "shares of day 30 kept", as_on_day_30},
            {"capacity_shares", "shares by stated capacity (a leak)", by_capacity}};
}

Json optional_number(std::optional<double> const& value) {
    return value && std::isfinite(*value) ? Json(*value) : Json();
}

Json scaled_json(flee::ScaledErrors const& errors) {
    Json all;
    for (std::size_t i = 0; i < errors.size(); ++i) {
        all[flee::naive_names[i]] = optional_number(errors[i]);
    }
    return all;
}

Json run_json(flee::Instance const& instance, flee::Run const& run) {
    Json camps;
    for (std::size_t i = 0; i < instance.camps.size(); ++i) {
        auto const& camp = run.errors.camps[i];
        camps[instance.places.name[instance.camps[i]]] = {
            {"simulated", run.camps[run.camps.size() - instance.camps.size() + i]},
            {"documented", instance.documented(instance.days - 1, i)},
            {"mean_difference", camp.difference},
            {"mean_difference_rescaled", camp.difference_rescaled},
            {"mean_ratio_difference", camp.ratio_difference},
            {"mean_absolute_scaled_error", scaled_json(camp.scaled)}};
    }
    return {{"seed", run.seed},
            {"error", run.errors.normal},
            {"error_rescaled", run.errors.rescaled},
            {"mean_absolute_scaled_error", scaled_json(run.errors.scaled)},
            {"agents", run.agents.back()},
            {"agent_days", run.work.agent_days},
            {"decisions", run.work.decisions},
            {"departures", run.work.departures},
            {"camps_last_day", camps}};
}

Summary normal_error(FleeOutcome const& outcome) {
    return summarise(outcome.runs, [](auto const& run) { return run.errors.normal; });
}

Summary rescaled_error(FleeOutcome const& outcome) {
    return summarise(outcome.runs, [](auto const& run) { return run.errors.rescaled; });
}

std::string line(std::string const& label, Summary const& summary) {
    return fmt::format(
        "{:<44} {:.4f}{}\n", label, summary.mean,
        summary.deviation > 0.0 ? fmt::format("  sd {:.4f}", summary.deviation) : "");
}

}  // namespace

std::string flee_json(FleeOutcome const& outcome) {
    Json runs = Json::array();
    for (auto const& run : outcome.runs) runs.push_back(run_json(outcome.instance, run));
    auto const normal = normal_error(outcome);
    auto const rescaled = rescaled_error(outcome);
    Json without;
    for (auto const& one : predictions(outcome.instance)) {
        without[one.key] = optional_number(one.error);
    }
    Json const all{{"instance", outcome.folder},
                   {"rules", outcome.rules},
                   {"days", outcome.instance.days},
                   {"hasten", outcome.instance.settings.hasten},
                   {"capacities", outcome.has_capacities},
                   {"error", {{"mean", normal.mean}, {"sd", normal.deviation}}},
                   {"error_rescaled", {{"mean", rescaled.mean}, {"sd", rescaled.deviation}}},
                   {"error_rescaled_without_simulation", without},
                   {"seconds", outcome.seconds},
                   {"runs", runs}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string flee_text(FleeOutcome const& outcome) {
    auto const& instance = outcome.instance;
    auto const& runs = outcome.runs;
    auto text = fmt::format("{}: {} days, {} people an agent, rules {}, seeds {} to {}{}\n\n",
                            outcome.folder, instance.days, instance.settings.hasten, outcome.rules,
                            runs.front().seed, runs.back().seed,
                            outcome.has_capacities ? "" : ", capacities removed");
    text += fmt::format("{:<24} {:>12} {:>12}\n", "camp, last day", "simulated", "documented");
    for (std::size_t i = 0; i < instance.camps.size(); ++i) {
        auto const at_end = [&](flee::Run const& run) {
            return run.counts(instance).at(instance.days - 1, i);
        };
        text +=
            fmt::format("{:<24} {:>12.1f} {:>12}\n", instance.places.name[instance.camps[i]],
                        summarise(runs, at_end).mean, instance.documented(instance.days - 1, i));
    }
    text += "\n" + line("averaged relative difference", normal_error(outcome)) +
            line("averaged relative difference, rescaled", rescaled_error(outcome));
    for (auto const& one : predictions(instance)) {
        if (one.error) text += line(fmt::format("  no simulation: {}", one.label), {*one.error});
    }
    for (std::size_t i = 0; i < flee::naive_names.size(); ++i) {
        text += line(fmt::format("mean absolute scaled error, {}", flee::naive_names[i]),
                     summarise(runs, [i](auto const& run) { return run.errors.scaled[i]; }));
    }
    auto const agent_days =
        summarise(runs, [](auto const& run) { return run.work.agent_days; }).mean *
        static_cast<double>(runs.size());
    return text +
           fmt::format(
               "\n{:.3g} agent-days in {:.3f} s of simulation: {:.3g} a second\nResults: {}\n",
               agent_days, outcome.seconds, agent_days / outcome.seconds, outcome.results);
}

}  // namespace models
