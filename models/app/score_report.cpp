#include "models/app/score_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/config/csv_writer.hpp"

namespace models {

namespace {

using Json = nlohmann::ordered_json;
using Score = std::optional<double>;

// A score by its names: in files and on the terminal.
struct ScoreColumn {
    char const* key;
    char const* heading;
    bool is_proper;  // the smaller, the better, so that a ratio to others says something
    Score (*value)(ForecastScores const&);
};

constexpr std::array<ScoreColumn, 10> columns{{
    {"crps", "CRPS", true, [](ForecastScores const& s) { return Score{s.crps}; }},
    {"crps_log1p", "CRPSlog", true, [](ForecastScores const& s) { return Score{s.crps_log1p}; }},
    {"ign", "IGN", true, [](ForecastScores const& s) { return Score{s.ignorance}; }},
    {"mis90", "MIS90", true, [](ForecastScores const& s) { return Score{s.interval90}; }},
    {"coverage50", "in50%", false, [](ForecastScores const& s) { return Score{s.coverage50}; }},
    {"coverage90", "in90%", false, [](ForecastScores const& s) { return Score{s.coverage90}; }},
    {"bias_ratio", "bias", false, [](ForecastScores const& s) { return s.bias_ratio; }},
    {"top10_overlap", "top10", false, [](ForecastScores const& s) { return s.top10_overlap; }},
    {"js_distance", "JS", false, [](ForecastScores const& s) { return s.jensen_shannon; }},
    {"moran_difference", "dMoran", false,
     [](ForecastScores const& s) { return s.moran_difference; }},
}};

// Fewer draws than this are few: our assumption. The table then says what that does to scores.
constexpr std::uint32_t few_draws = 100;

struct BestReference {
    std::string name;
    double value = 0.0;
};

std::optional<BestReference> best_reference(TypeScores const& type, ScoreColumn const& column) {
    std::optional<BestReference> best;
    for (std::size_t row = 1; row < type.forecasts.size(); ++row) {
        auto const& one = type.forecasts[row];
        if (!one.scores) continue;
        double const value = *column.value(one.scores->all);
        if (!best || value < best->value) best = BestReference{.name = one.name, .value = value};
    }
    return best;
}

// Of the model to the best reference; nothing if the reference is perfect.
Score ratio_to_best(TypeScores const& type, ScoreColumn const& column) {
    if (!column.is_proper) return std::nullopt;
    auto const best = best_reference(type, column);
    if (!best || best->value <= 0.0) return std::nullopt;
    return *column.value(type.forecasts.front().scores->all) / best->value;
}

std::string number(Score score) {
    if (!score) return fmt::format("{:>9}", "-");
    auto text = fmt::format("{:.4g}", *score);
    // One blank at least between two columns.
    if (text.size() > 8) text = fmt::format("{:.2g}", *score);
    return fmt::format("{:>9}", text);
}

std::string line_of(NamedScores const& forecast) {
    auto line = fmt::format("  {:<26}", forecast.name);
    if (!forecast.scores) return line + "not computed: " + forecast.note + "\n";
    line += fmt::format("{:>6}", forecast.scores->all.draws);
    for (auto const& column : columns) line += number(column.value(forecast.scores->all));
    return line + (forecast.note.empty() ? "" : "  " + forecast.note) + "\n";
}

std::string table_of(TypeScores const& type) {
    auto const title = type.type == "all" ? std::string{"all political violence"} : type.type;
    auto text = fmt::format("{:<28}{:>6}", title, "draws");
    for (auto const& column : columns) text += fmt::format("{:>9}", column.heading);
    text += "\n";
    for (auto const& forecast : type.forecasts) text += line_of(forecast);
    text += fmt::format("  {:<26}{:>6}", "model / best reference", "");
    for (auto const& column : columns) text += number(ratio_to_best(type, column));
    return text + "\n";
}

std::string leads_of(TypeScores const& type) {
    auto text = fmt::format("CRPS by lead month, {}\n  {:>4}  {:<8}", type.type, "lead", "month");
    for (auto const& forecast : type.forecasts) {
        if (forecast.scores) text += fmt::format("  {:>25}", forecast.name);
    }
    text += "\n";
    auto const& months = type.forecasts.front().scores->by_month;
    for (std::size_t row = 0; row < months.size(); ++row) {
        text += fmt::format("  {:>4}  {:<8}", row + 1, month_text(months[row].months.first));
        for (auto const& forecast : type.forecasts) {
            if (!forecast.scores) continue;
            text +=
                fmt::format("  {:>25}", fmt::format("{:.4g}", forecast.scores->by_month[row].crps));
        }
        text += "\n";
    }
    return text;
}

std::string placed_text(char const* whose, PlacingTally const& tally) {
    return fmt::format(
        "{:<10}{} events: {} placed by name, {} by coordinates; {} outside, not counted\n", whose,
        tally.all(), tally.by_name, tally.by_coordinates, tally.outside);
}

std::string restart_text(ScoreRequest const& request, ScoreOutcome const& outcome) {
    if (!outcome.restart) return "";
    auto const runs = request.files.size();
    auto const state = outcome.reinitialised == runs ? std::string{"re-initialised"}
                       : outcome.reinitialised == 0
                           ? std::string{"not re-initialised: the runs began earlier"}
                           : fmt::format("{} of {} runs not re-initialised: they began earlier",
                                         runs - outcome.reinitialised, runs);
    return fmt::format("restart   {} ({}); references see observations up to {}\n",
                       sim::to_string(*outcome.restart), state,
                       month_text(outcome.period.last_seen));
}

std::string few_draws_text(std::size_t draws) {
    if (draws >= few_draws) return "";
    return fmt::format(
        "With {} draw{}, CRPS and MIS90 are pessimistic (of the same model with more draws they "
        "are lower),\nintervals are too narrow, and IGN is pulled towards {:.3g} bit, that of no "
        "knowledge. Score {} draws or more.\n",
        draws, draws == 1 ? "" : "s", std::log2(11.0), few_draws);
}

Json json_of(Score score) {
    return score ? Json(*score) : Json(nullptr);
}

Json json_of(PlacingTally const& tally) {
    return {{"events", tally.all()},
            {"by_name", tally.by_name},
            {"by_coordinates", tally.by_coordinates},
            {"outside", tally.outside}};
}

void add_scores(Json& to, ForecastScores const& scores) {
    for (auto const& column : columns) to[column.key] = json_of(column.value(scores));
}

Json json_of(NamedScores const& forecast, bool with_leads) {
    Json one{{"name", forecast.name}, {"note", forecast.note}};
    one["draws"] = forecast.scores ? Json(forecast.scores->all.draws) : Json(nullptr);
    if (!forecast.scores) return one;
    add_scores(one, forecast.scores->all);
    if (!with_leads) return one;
    one["by_lead"] = Json::array();
    for (auto const& month : forecast.scores->by_month) {
        Json entry{{"lead", one["by_lead"].size() + 1}, {"month", month_text(month.months.first)}};
        add_scores(entry, month);
        one["by_lead"].push_back(entry);
    }
    return one;
}

Json json_of(TypeScores const& type, bool with_leads) {
    Json forecasts = Json::array();
    for (auto const& forecast : type.forecasts) forecasts.push_back(json_of(forecast, with_leads));
    Json ratios, best;
    for (auto const& column : columns) {
        if (!column.is_proper) continue;
        auto const reference = best_reference(type, column);
        ratios[column.key] = json_of(ratio_to_best(type, column));
        best[column.key] = reference ? Json(reference->name) : Json(nullptr);
    }
    return {{"type", type.type},
            {"forecasts", forecasts},
            {"best_reference", best},
            {"ratio_to_best_reference", ratios}};
}

sim::CsvCell cell_of(Score score) {
    return score ? sim::CsvCell{*score} : sim::CsvCell{std::nullopt};
}

}  // namespace

std::string score_text(ScoreRequest const& request, ScoreOutcome const& outcome) {
    auto const& months = outcome.period.scored;
    auto text = fmt::format(
        "{} by {} and month against {} ({})\n{} draw{}, {} month{} {} to {}, {} units\n",
        outcome_names[static_cast<std::size_t>(request.outcome)],
        unit_kind_names[static_cast<std::size_t>(request.by)], request.events.string(),
        event_format_names[static_cast<std::size_t>(outcome.format)], request.files.size(),
        request.files.size() == 1 ? "" : "s", months.count, months.count == 1 ? "" : "s",
        month_text(months.first), month_text(months.last()), outcome.units);
    text += placed_text("observed", outcome.observed);
    text += placed_text("simulated", outcome.simulated);
    text += restart_text(request, outcome);
    for (auto const& type : outcome.types) {
        text += "\n" + table_of(type);
        if (outcome.restart) text += "\n" + leads_of(type);
    }
    text +=
        "\nCRPS, CRPSlog, IGN, MIS90, JS: lower is better. bias, and shares in 50 and 90 %: 1, .5 "
        "and .9 are right.\n";
    text += few_draws_text(request.files.size());
    return text;
}

std::string score_json(ScoreRequest const& request, ScoreOutcome const& outcome) {
    Json files = Json::array();
    for (auto const& file : request.files) files.push_back(file.generic_string());
    auto const& restart = outcome.restart;
    Json all{{"files", files},
             {"events", request.events.generic_string()},
             {"format", event_format_names[static_cast<std::size_t>(outcome.format)]},
             {"by", unit_kind_names[static_cast<std::size_t>(request.by)]},
             {"outcome", outcome_names[static_cast<std::size_t>(request.outcome)]},
             {"from", month_text(outcome.period.scored.first)},
             {"to", month_text(outcome.period.scored.last())},
             {"last_seen", month_text(outcome.period.last_seen)},
             {"restart", restart ? Json(sim::to_string(*restart)) : Json(nullptr)},
             {"reinitialised", restart ? Json(outcome.reinitialised) : Json(nullptr)},
             {"draws", request.files.size()},
             {"months", outcome.period.scored.count},
             {"units", outcome.units},
             {"observed", json_of(outcome.observed)},
             {"simulated", json_of(outcome.simulated)}};
    all["results"] = Json::array();
    for (auto const& type : outcome.types) {
        all["results"].push_back(json_of(type, restart.has_value()));
    }
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string score_csv(ScoreRequest const& request, ScoreOutcome const& outcome) {
    std::vector<std::string> header{"type", "outcome", "by", "forecast",
                                    "lead", "from",    "to", "draws"};
    for (auto const& column : columns) header.emplace_back(column.key);
    sim::CsvWriter csv{header};
    for (auto const& type : outcome.types) {
        for (auto const& forecast : type.forecasts) {
            if (!forecast.scores) continue;
            auto const add = [&](ForecastScores const& scores, std::optional<std::size_t> lead) {
                auto const value = [&](std::size_t i) { return cell_of(columns[i].value(scores)); };
                csv.row({type.type, outcome_names[static_cast<std::size_t>(request.outcome)],
                         unit_kind_names[static_cast<std::size_t>(request.by)], forecast.name,
                         lead ? sim::CsvCell{*lead} : sim::CsvCell{std::nullopt},
                         month_text(scores.months.first), month_text(scores.months.last()),
                         scores.draws, value(0), value(1), value(2), value(3), value(4), value(5),
                         value(6), value(7), value(8), value(9)});
            };
            add(forecast.scores->all, std::nullopt);
            for (std::size_t row = 0; row < forecast.scores->by_month.size(); ++row) {
                add(forecast.scores->by_month[row], row + 1);
            }
        }
    }
    return csv.text();
}

}  // namespace models
