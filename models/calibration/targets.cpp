#include "models/calibration/targets.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "models/calibration/patterns.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

namespace calibration = sim::calibration;

constexpr double sds_in_range = 2.0 * 1.6448536269514722;  // a 90 % interval of a normal law

double least_error(TargetOptions const& options, DocumentedFigure const& figure) {
    double error = options.error;
    for (auto const& [quantity, value] : options.errors) {
        if (quantity == figure.quantity) error = value;
    }
    return figure.bound == FigureBound::about ? std::max(error, options.about_error) : error;
}

double on_scale(bool is_log, double value) {
    return is_log ? std::log1p(value) : value;
}

// Standard deviation from the ends of a 90 % interval, on the scale.
double interval_sd(bool is_log, std::optional<double> low, std::optional<double> high) {
    if (!low || !high) return 0.0;
    return (on_scale(is_log, *high) - on_scale(is_log, *low)) / sds_in_range;
}

double middle(bool is_log, std::optional<double> low, std::optional<double> high) {
    double const first = on_scale(is_log, low ? *low : *high);
    double const last = on_scale(is_log, high ? *high : *low);
    return 0.5 * (first + last);
}

StudyTarget figure_target(DocumentedFigure const& figure, std::size_t number,
                          TargetOptions const& options) {
    StudyTarget made;
    made.id = figure.id;
    made.family = std::string{figure_quantity_names[static_cast<std::size_t>(figure.quantity)]} +
                  "/" + std::string{figure_side_names[static_cast<std::size_t>(figure.side)]} +
                  "/" + figure.observer;
    made.low = figure.low;
    made.central = figure.central;
    made.high = figure.high;
    made.unit = figure.unit;
    made.source = figure.source;
    made.figure = number;
    made.counts_as_none = figure.quantity == FigureQuantity::ceasefire_months;
    auto& target = made.target;
    double sd = least_error(options, figure);
    if (figure.bound == FigureBound::at_least) {
        target.side = calibration::Side::at_least;
        target.value =
            std::log1p(figure.low.value_or(figure.central.value_or(*range_of(figure)->high)));
    } else if (figure.bound == FigureBound::at_most) {
        target.side = calibration::Side::at_most;
        target.value = std::log1p(*range_of(figure)->high);
    } else {
        target.value =
            figure.central ? std::log1p(*figure.central) : middle(true, figure.low, figure.high);
        sd = std::max(sd, interval_sd(true, figure.low, figure.high));
    }
    target.observation_variance = sd * sd;
    target.discrepancy_variance = options.discrepancy * options.discrepancy;
    return made;
}

StudyTarget pattern_target(StudyPattern const& pattern, TargetOptions const& options) {
    StudyTarget made;
    made.id = pattern.id;
    made.family = "pattern/" + std::string{pattern_names[static_cast<std::size_t>(pattern.kind)]};
    made.low = pattern.low;
    made.high = pattern.high;
    made.unit = is_month(pattern.kind) ? "month" : "1";
    made.is_log = is_log(pattern.kind);
    made.source = pattern.source;
    made.pattern = pattern;
    auto& target = made.target;
    if (!pattern.high) target.side = calibration::Side::at_least;
    if (!pattern.low) target.side = calibration::Side::at_most;
    target.value = middle(made.is_log, pattern.low, pattern.high);
    double const sd =
        std::max(pattern.error.value_or(0.0), interval_sd(made.is_log, pattern.low, pattern.high));
    target.observation_variance = sd * sd;
    // Months and shares have no logarithm that the study's discrepancy could be of.
    target.discrepancy_variance = made.is_log ? options.discrepancy * options.discrepancy : 0.0;
    return made;
}

std::optional<std::string> reason_against(DocumentedFigure const& figure, std::size_t number,
                                          TargetOptions const& options, RunRecord const& probe,
                                          sim::Date last_day) {
    for (auto const& one : options.exclude) {
        if (one.id == figure.id) return "excluded: " + one.reason;
    }
    if (figure.use != FigureUse::target) return std::string{};  // nobody expects it
    if (figure.end > options.until) return "ends after " + sim::to_string(options.until);
    bool const is_covered = figure.end <= last_day;
    bool const is_given = std::isfinite(probe.figures.at(number)) ||
                          (is_covered && figure.quantity == FigureQuantity::ceasefire_months);
    if (!is_given) return "runs do not give it";
    return std::nullopt;
}

void check_exclusions(TargetOptions const& options, Scenario const& scenario) {
    for (auto const& one : options.exclude) {
        bool const is_there = std::ranges::find(scenario.figures, one.id, &DocumentedFigure::id) !=
                              scenario.figures.end();
        sim::require(is_there, one.location + ": " + one.id +
                                   " is no documented figure of the scenario. Correct the id.");
    }
}

/// Weights of mean 1 over the targets, smaller for those that share what they say.
void weigh(StudyTargets& made, WeightBy weights) {
    auto const sharing = made.sharing(weights);
    double sum = 0.0;
    for (double const share : sharing) sum += 1.0 / share;
    double const mean = static_cast<double>(sharing.size()) / sum;
    for (std::size_t i = 0; i < sharing.size(); ++i) {
        made.targets[i].target.weight = mean / sharing[i];
    }
}

}  // namespace

double StudyTarget::sd() const noexcept {
    return std::sqrt(target.observation_variance + target.discrepancy_variance);
}

std::vector<double> StudyTargets::sharing(WeightBy weights) const {
    std::map<std::string, double> sizes;
    for (auto const& one : targets) sizes[one.family] += 1.0;
    std::vector<double> all;
    for (auto const& one : targets) {
        double const size = sizes[one.family];
        all.push_back(weights == WeightBy::family ? size
                      : weights == WeightBy::root ? std::sqrt(size)
                                                  : 1.0);
    }
    return all;
}

std::vector<calibration::Target> StudyTargets::plain() const {
    std::vector<calibration::Target> all;
    for (auto const& one : targets) all.push_back(one.target);
    return all;
}

StudyTargets make_targets(TargetOptions const& options, Scenario const& scenario,
                          RunRecord const& probe) {
    check_exclusions(options, scenario);
    StudyTargets made;
    made.first_day = scenario.first_day;
    auto const figures = compared_figures(scenario);
    SIM_EXPECTS(figures.size() == probe.figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i) {
        auto const reason = reason_against(*figures[i], i, options, probe, scenario.last_day);
        if (!reason) made.targets.push_back(figure_target(*figures[i], i, options));
        if (reason && !reason->empty()) made.left_out.push_back({figures[i]->id, *reason});
    }
    for (auto const& pattern : options.patterns) {
        if (measure(pattern, scenario.first_day, probe.months)) {
            made.targets.push_back(pattern_target(pattern, options));
            continue;
        }
        throw sim::InputError(pattern.location + ": " + pattern.id + " is not given by a run of " +
                              scenario.name + " (" + sim::to_string(scenario.first_day) + " to " +
                              sim::to_string(scenario.last_day) +
                              "). Correct its months, or remove it.");
    }
    sim::require(!made.targets.empty(), "no target is left that " + scenario.name +
                                            " gives. Exclude fewer, or choose a later last day.");
    weigh(made, options.weights);
    for (std::size_t i = 0; i < made.targets.size(); ++i) made.targets[i].target.output = i;
    return made;
}

std::vector<double> outputs_of(StudyTargets const& targets, RunRecord const& record) {
    std::vector<double> outputs;
    for (auto const& one : targets.targets) {
        double value = std::numeric_limits<double>::quiet_NaN();
        if (!record.has_failed && one.figure) value = record.figures.at(*one.figure);
        if (!record.has_failed && one.pattern) {
            value = measure(*one.pattern, targets.first_day, record.months).value_or(value);
        }
        if (!record.has_failed && one.counts_as_none && !std::isfinite(value)) value = 0.0;
        outputs.push_back(on_scale(one.is_log, value));
    }
    return outputs;
}

double from_scale(StudyTarget const& target, double value) noexcept {
    return target.is_log ? std::expm1(value) : value;
}

}  // namespace models
