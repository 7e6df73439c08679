#include "models/app/validation.hpp"

#include <filesystem>
#include <utility>

#include "models/exchange/acled_reader.hpp"
#include "models/exchange/report_reader.hpp"
#include "models/facts/fact_report.hpp"
#include "models/recorders/result_format.hpp"
#include "sim/base/check.hpp"
#include "sim/io/result_reader.hpp"

namespace models {

namespace {

bool adds_up(FigureQuantity quantity) noexcept {
    switch (quantity) {
        case FigureQuantity::deaths:
        case FigureQuantity::wounded:
        case FigureQuantity::events:
        case FigureQuantity::peacekeeper_attacks:
        case FigureQuantity::kidnappings:
        case FigureQuantity::returns_refugees:
        case FigureQuantity::returns_idps:
        case FigureQuantity::state_based_deaths:
        case FigureQuantity::non_state_deaths:
        case FigureQuantity::one_sided_deaths:
            return true;
        default:
            return false;
    }
}

// What one result file holds.
struct RunContent {
    RunMap map;
    std::vector<RecordedFigure> figures;
    std::vector<AcledEvent> reports;
};

RunContent read_run(std::string const& file) {
    sim::ResultReader const reader{file, result_identity()};
    RunContent run{.map = read_run_map(reader), .figures = {}, .reports = {}};
    run.reports = read_acled_reports(reader);
    for (auto& figure : read_recorded_figures(reader)) {
        if (figure.use == FigureUse::target || figure.use == FigureUse::check) {
            run.figures.push_back(std::move(figure));
        }
    }
    return run;
}

// Whether two runs may be summed up together.
void check_alike(RunContent const& run, Validation const& first, std::string const& file) {
    auto const& here = run.map.context;
    auto const& there = first.context;
    bool is_alike = here.first_day == there.first_day && here.last_day == there.last_day &&
                    here.cells == there.cells && run.figures.size() == first.figures.size();
    for (std::size_t i = 0; is_alike && i < run.figures.size(); ++i) {
        is_alike = run.figures[i].id == first.figures[i].id;
    }
    sim::require(is_alike, file + " and " + first.input.files.front() +
                               " are of different scenarios (period, map or documented figures "
                               "differ). Validate the runs of one scenario at a time.");
}

void add_figures(Validation& validation, std::vector<RecordedFigure> const& figures) {
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (auto const& number = figures[i].simulated) {
            validation.samples[i].simulated.push_back(*number);
        }
    }
}

// The tally of each quantity, in the order of figure_quantity_names.
std::vector<FigureTally> tallies_of(Validation const& validation) {
    std::vector<FigureTally> tallies;
    for (std::size_t quantity = 0; quantity < figure_quantity_names.size(); ++quantity) {
        std::vector<FigureScore> scores;
        for (std::size_t i = 0; i < validation.figures.size(); ++i) {
            if (static_cast<std::size_t>(validation.figures[i].quantity) != quantity) continue;
            scores.push_back(validation.scores[i]);
        }
        tallies.push_back(tally_of(scores));
    }
    return tallies;
}

void begin(Validation& validation, RunContent const& run) {
    validation.country = run.map.map.country;
    validation.context = run.map.context;
    validation.context.militia_a = validation.targets.militia_a;
    validation.context.militia_b = validation.targets.militia_b;
    validation.figures = run.figures;
    for (auto figure : run.figures) {
        figure.simulated.reset();
        validation.samples.push_back(sample_of(figure));
    }
}

// The table that is asked for, else that of the first run's scenario, if it is still there.
std::string facts_table(ValidationInput const& input) {
    if (!input.facts.empty() || input.files.empty()) return input.facts;
    sim::ResultReader const reader{input.files.front(), result_identity()};
    auto const path = recorded_facts(reader);
    std::error_code ignored;
    return std::filesystem::exists(path, ignored) ? path.string() : "";
}

FactReport facts_of(std::vector<AcledEvent> const& events, RunMap const& map,
                    FactContext const& context, EventCount& count) {
    auto const inside = events_inside(events, map);
    count = {.read = events.size(), .used = inside.size()};
    return compute_facts(inside, context);
}

std::optional<FactReport> user_facts(Validation& validation, RunMap const& map) {
    auto const& path = validation.input.events;
    if (path.empty()) return std::nullopt;
    auto facts = facts_of(read_acled(path), map, validation.context, validation.user_events);
    sim::require(validation.user_events.used > 0,
                 path + " has no political violence in " + validation.country + " from " +
                     sim::to_string(validation.context.first_day) + " to " +
                     sim::to_string(validation.context.last_day) +
                     ". Give data of the run's country and period.");
    return facts;
}

}  // namespace

FigureSample sample_of(RecordedFigure const& figure) {
    FigureSample sample;
    sample.id = figure.id;
    auto const number = [](auto word) { return std::to_string(static_cast<unsigned>(word)); };
    sample.family = figure.observer + "|" + figure.category + "|" + number(figure.quantity) + "|" +
                    number(figure.side) + "|" + figure.where;
    if (adds_up(figure.quantity)) {
        sample.days = static_cast<double>(sim::days_between(figure.start, figure.end) + 1);
    }
    if (figure.bound != FigureBound::at_most) sample.low = figure.low;
    if (figure.bound != FigureBound::at_least) sample.high = figure.high;
    if (figure.simulated) sample.simulated.push_back(*figure.simulated);
    return sample;
}

Validation validate(ValidationInput const& input) {
    Validation validation;
    validation.input = input;
    validation.input.facts = facts_table(input);
    if (!validation.input.facts.empty()) {
        validation.targets = read_fact_targets(validation.input.facts);
    }
    std::vector<FactReport> reports;
    RunMap map;
    for (auto const& file : input.files) {
        auto run = read_run(file);
        if (reports.empty()) {
            begin(validation, run);
            map = run.map;
        }
        check_alike(run, validation, file);
        add_figures(validation, run.figures);
        EventCount count;
        reports.push_back(facts_of(run.reports, map, validation.context, count));
        validation.run_events.push_back(count);
    }
    validation.scores = score_figures(validation.samples);
    validation.figure_tally = tally_of(validation.scores);
    validation.quantity_tallies = tallies_of(validation);
    auto const observed = user_facts(validation, map);
    validation.facts =
        compare_facts(validation.targets.rows, reports, observed, validation.context);
    return validation;
}

}  // namespace models
