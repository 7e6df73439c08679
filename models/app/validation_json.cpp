#include "models/app/validation_json.hpp"

#include <array>
#include <nlohmann/json.hpp>

namespace models {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<char const*, 3> period_names{"same", "partial", "other"};

template <class T>
Json or_null(std::optional<T> const& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json spread_json(std::optional<Spread> const& spread) {
    if (!spread) return nullptr;
    return {{"median", spread->median},
            {"p05", spread->low},
            {"p95", spread->high},
            {"runs", spread->runs}};
}

Json figure_json(RecordedFigure const& figure, FigureSample const& sample,
                 FigureScore const& score) {
    Json baseline = nullptr;
    if (score.baseline) {
        baseline = {{"p05", score.baseline->low},
                    {"p95", score.baseline->high},
                    {"figures", score.relatives},
                    {"interval_score", or_null(score.baseline_score)}};
    }
    bool const is_given = score.simulated.has_value();
    return {{"id", figure.id},
            {"quantity", figure_quantity_names[static_cast<std::size_t>(figure.quantity)]},
            {"side", figure_side_names[static_cast<std::size_t>(figure.side)]},
            {"category", figure.category},
            {"observer", figure.observer},
            {"source", figure.source},
            {"use", figure_use_names[static_cast<std::size_t>(figure.use)]},
            {"bound", figure_bound_names[static_cast<std::size_t>(figure.bound)]},
            {"start", sim::to_string(figure.start)},
            {"end", sim::to_string(figure.end)},
            {"low", or_null(sample.low)},
            {"high", or_null(sample.high)},
            {"simulated", spread_json(score.simulated)},
            {"interval_overlaps", is_given ? Json(score.is_in) : Json(nullptr)},
            {"median_inside", is_given ? Json(score.is_median_in) : Json(nullptr)},
            {"interval_score", or_null(score.score)},
            {"baseline", baseline}};
}

Json mark_json(std::optional<FactMark> mark) {
    if (!mark || *mark == FactMark::not_computed) return nullptr;
    return *mark == FactMark::inside;
}

Json target_json(FactTarget const* target) {
    if (target == nullptr) return nullptr;
    return {{"group", target->group},
            {"label", target->label},
            {"unit", target->unit},
            {"low", or_null(target->low)},
            {"high", or_null(target->high)},
            {"value", or_null(target->value)},
            {"start", sim::to_string(target->start)},
            {"end", sim::to_string(target->end)},
            {"interval", target->is_assumed ? "assumption" : "source"},
            {"note", target->note}};
}

Json fact_json(FactComparison const& fact) {
    Json observed = nullptr;
    if (fact.observed) {
        observed = {{"value", or_null(fact.observed->value)},
                    {"n", fact.observed->n},
                    {"inside", mark_json(fact.observed_mark)}};
    }
    bool const is_judged = fact.target != nullptr;
    return {{"key", fact.key},
            {"target", target_json(fact.target)},
            {"simulated", spread_json(fact.simulated)},
            {"n", fact.events},
            {"inside", is_judged ? mark_json(fact.mark) : Json(nullptr)},
            {"period",
             is_judged ? Json(period_names[static_cast<std::size_t>(fact.period)]) : Json(nullptr)},
            {"data", observed}};
}

Json tally_json(FigureTally const& tally) {
    return {{"interval_overlaps", tally.in},
            {"interval_misses", tally.out},
            {"median_inside", tally.medians_in},
            {"not_simulated", tally.not_simulated},
            {"mean_interval_score", or_null(tally.score)},
            {"with_baseline", tally.compared},
            {"mean_interval_score_with_baseline", or_null(tally.compared_score)},
            {"mean_interval_score_of_baseline", or_null(tally.baseline_score)}};
}

Json tally_json(FactTally const& tally) {
    return {
        {"inside", tally.inside}, {"outside", tally.outside}, {"not_computed", tally.not_computed}};
}

Json summary_json(Validation const& validation) {
    Json quantities = Json::object();
    for (std::size_t i = 0; i < validation.quantity_tallies.size(); ++i) {
        auto const& tally = validation.quantity_tallies[i];
        if (tally.in + tally.out == 0) continue;
        quantities[std::string{figure_quantity_names[i]}] = tally_json(tally);
    }
    return {{"figures", tally_json(validation.figure_tally)},
            {"quantities", quantities},
            {"facts",
             {{"same_period", tally_json(tally_of(validation.facts, FactPeriod::same))},
              {"partial_period", tally_json(tally_of(validation.facts, FactPeriod::partial))},
              {"other_period", tally_json(tally_of(validation.facts, FactPeriod::other))}}}};
}

}  // namespace

std::string validation_json(Validation const& validation) {
    Json figures = Json::array(), facts = Json::array(), files = Json::array();
    for (std::size_t i = 0; i < validation.figures.size(); ++i) {
        figures.push_back(
            figure_json(validation.figures[i], validation.samples[i], validation.scores[i]));
    }
    for (auto const& fact : validation.facts) facts.push_back(fact_json(fact));
    for (std::size_t i = 0; i < validation.input.files.size(); ++i) {
        files.push_back({{"file", validation.input.files[i]},
                         {"events_read", validation.run_events[i].read},
                         {"events_used", validation.run_events[i].used}});
    }
    Json data = nullptr;
    if (!validation.input.events.empty()) {
        data = {{"file", validation.input.events},
                {"events_read", validation.user_events.read},
                {"events_used", validation.user_events.used}};
    }
    Json const all{{"country", validation.country},
                   {"first_day", sim::to_string(validation.context.first_day)},
                   {"last_day", sim::to_string(validation.context.last_day)},
                   {"files", files},
                   {"facts_table", validation.input.facts},
                   {"data", data},
                   {"summary", summary_json(validation)},
                   {"figures", figures},
                   {"facts", facts}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace models
