#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/calibration/patterns.hpp"
#include "models/calibration/phases.hpp"
#include "sim/calibration/quantile.hpp"

namespace models {
namespace {

namespace calibration = sim::calibration;
using calibration::Points;

constexpr std::size_t misses_shown = 25;

std::vector<double> finite_column(Points const& rows, std::size_t column) {
    std::vector<double> values;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        if (std::isfinite(rows.row(i)[column])) values.push_back(rows.row(i)[column]);
    }
    std::ranges::sort(values);
    return values;
}

std::string number(double value) {
    return std::abs(value) < 10.0 ? fmt::format("{:.3g}", value) : fmt::format("{:.0f}", value);
}

/// A value of a target in words: months as `2013-05`.
std::string words(StudyTarget const& target, std::optional<double> value) {
    if (!value) return "";
    if (target.pattern && is_month(target.pattern->kind)) {
        auto const month = static_cast<int>(std::lround(*value));
        return fmt::format("{}-{:02}", month / 12, month % 12 + 1);
    }
    return number(*value);
}

std::string documented(StudyTarget const& target) {
    auto const low = words(target, target.low), high = words(target, target.high);
    auto const central = words(target, target.central);
    if (target.target.side == calibration::Side::at_least) {
        return "at least " + (low.empty() ? central : low);
    }
    if (target.target.side == calibration::Side::at_most) {
        return "at most " + (high.empty() ? central : high);
    }
    if (low.empty() && high.empty()) return central;
    auto const range = (low.empty() ? central : low) + " to " + (high.empty() ? central : high);
    return central.empty() || central == low ? range : central + " (" + range + ")";
}

/// One target beside the runs at the median.
struct Fit {
    StudyTarget const* target = nullptr;
    double low = 0.0, median = 0.0, high = 0.0;  // 5, 50 and 95 % of the runs, as counted
    double miss = 0.0;                           // of the median [standard deviations]
};

std::vector<Fit> fits(StudyTargets const& targets, Points const& outputs) {
    std::vector<Fit> all;
    for (auto const& one : targets.targets) {
        auto const values = finite_column(outputs, one.target.output);
        if (values.empty()) continue;
        auto const at = [&](double p) { return calibration::sorted_quantile(values, p); };
        all.push_back({.target = &one,
                       .low = from_scale(one, at(0.05)),
                       .median = from_scale(one, at(0.5)),
                       .high = from_scale(one, at(0.95)),
                       .miss = calibration::gap(one.target, at(0.5)) / one.sd()});
    }
    std::ranges::stable_sort(all, std::greater{}, &Fit::miss);
    return all;
}

std::string parameter_table(CalibrationDesk const& desk, Points const& values) {
    std::string text = "| setting | prior | 5 % | median | 95 % |\n|---|---|---|---|---|\n";
    auto const& space = desk.space();
    for (std::size_t j = 0; j < space.parameters.size(); ++j) {
        auto const column = finite_column(values, j);
        bool const varies = std::ranges::find(space.active, j) != space.active.end();
        auto const at = [&](double p) {
            return fmt::format("{:.4g}", calibration::sorted_quantile(column, p));
        };
        text += fmt::format("| {} | {}{} | {} | {} | {} |\n", space.parameters[j].key,
                            calibration::describe(space.parameters[j].prior),
                            varies ? "" : ", kept at its median", at(0.05), at(0.5), at(0.95));
    }
    return text;
}

std::string fit_table(std::vector<Fit> const& all, std::size_t most) {
    std::string text =
        "| target | documented | runs: median (5 to 95 %) | miss [sd] |\n|---|---|---|---|\n";
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i) {
        auto const& one = all[i];
        text += fmt::format("| {} | {} | {} ({} to {}) | {:.2f} |\n", one.target->id,
                            documented(*one.target), words(*one.target, one.median),
                            words(*one.target, one.low), words(*one.target, one.high), one.miss);
    }
    return text;
}

std::string fit_csv(std::vector<Fit> const& all) {
    sim::CsvWriter csv{{"target", "family", "run_5", "run_50", "run_95", "miss_sd"}};
    for (auto const& one : all) {
        csv.row({one.target->id, one.target->family, cell(one.low), cell(one.median),
                 cell(one.high), cell(one.miss)});
    }
    return csv.take();
}

/// The median of each column, as a point.
Points median_of(Points const& unit) {
    Points point{unit.columns, {}};
    for (std::size_t j = 0; j < unit.columns; ++j) {
        point.values.push_back(calibration::sorted_quantile(finite_column(unit, j), 0.5));
    }
    return point;
}

}  // namespace

void report(CalibrationDesk& desk, Points const& unit, std::string const& what,
            std::string const& more) {
    auto const& study = desk.study();
    auto const seeds = study.posterior.seeds;
    auto const outputs =
        desk.run(CalibrationPhase::report, 0, median_of(unit), seeds, Luck::of_its_own);
    auto const all = fits(desk.targets(), outputs);
    auto const near = std::ranges::count_if(all, [](Fit const& one) { return one.miss <= 2.0; });
    auto const mean = mean_rows(outputs, seeds);
    desk.keep("fit.csv", fit_csv(all));
    desk.say(
        fmt::format("report: {} runs at the median of the {}; misfit of their mean {:.3f}; "
                    "{} of {} targets within 2 standard deviations",
                    seeds, what, misfit(desk.targets(), mean.row(0)), near, all.size()));
    std::string text = fmt::format("# {}\n\nStudy `{}` on `{}`: {} parameters, {} targets, {} runs",
                                   study.title, study.name, study.scenario.filename().string(),
                                   study.parameters.size(), all.size(), desk.runs().size());
    text += desk.failed() == 0
                ? ".\n"
                : fmt::format(", of which {} failed: the scenario refused their values.\n",
                              desk.failed());
    text += "What was done, step by step, is in `log.txt`; what it cost in `costs.csv`.\n\n";
    text += fmt::format("## Parameters: {}\n\n{}\n", what,
                        parameter_table(desk, desk.space().values(unit)));
    text += fmt::format(
        "## What does not fit\n\n{} runs with all parameters at their medians, beside the targets. "
        "A miss is the distance of the runs' median from the documented value on the scale of "
        "`targets.csv`, in standard deviations of observation and discrepancy (`fit.csv` has all). "
        "{} of {} targets lie within 2. The largest misses:\n\n{}\n",
        seeds, near, all.size(), fit_table(all, misses_shown));
    text += more;
    text += fmt::format(
        "## What was assumed\n\nThe documented range of a figure is a 90 % interval of a normal "
        "law of log(1 + figure), with a standard deviation of at least {} (by quantity where the "
        "study says so); the best run may miss by {} more. Errors of different figures are "
        "independent, which those of one register are not. {} figures of the scenario were left "
        "out, for the reasons in `targets-left-out.csv`.\n",
        study.targets.error, study.targets.discrepancy, desk.targets().left_out.size());
    desk.keep("report.md", text);
}

}  // namespace models
