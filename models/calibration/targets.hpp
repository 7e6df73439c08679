#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/calibration/run_record.hpp"
#include "models/calibration/study_file.hpp"
#include "models/scenario/scenario.hpp"
#include "sim/calibration/points.hpp"
#include "sim/calibration/target.hpp"

/// \file models/calibration/targets.hpp
/// The targets of a study: documented figures and patterns, and what runs give for them.
///
/// Figures, counts and ratios are compared as log(1 + x), months and shares as they are. The range
/// of a figure is taken for a 90 % interval of a normal law; its standard deviation is at least the
/// study's error. Each figure has the count of the observer that reported it, and a column of its
/// own, so that sources which contradict each other stay apart.

namespace models {

/// One target, column `target.output` of all outputs.
struct StudyTarget {
    std::string id;
    std::string family;                        ///< `QUANTITY/SIDE/OBSERVER`, or `pattern/NAME`.
    std::optional<double> low, central, high;  ///< As documented [unit of the figure].
    std::string unit;
    bool is_log = true;               ///< Compared as log(1 + x).
    sim::calibration::Target target;  ///< On that scale; its weight is as the study says.
    std::string source;
    std::optional<std::size_t> figure;  ///< Among compared_figures(); else a pattern:
    std::optional<StudyPattern> pattern;
    bool counts_as_none = false;  ///< A run that does not give it gives 0: no ceasefire at all.

    /// Standard deviation of observation and discrepancy together, on the scale.
    [[nodiscard]] double sd() const noexcept;
};

/// A figure that is a target of the scenario and not of the study.
struct LeftOut {
    std::string id, reason;
};

struct StudyTargets {
    std::vector<StudyTarget> targets;
    std::vector<LeftOut> left_out;
    sim::Date first_day;  ///< Of the runs.

    /// As how many targets that say the same each counts, 1 at least: all n of its family, the root
    /// of n, or itself alone.
    [[nodiscard]] std::vector<double> sharing(WeightBy weights) const;

    /// For the algorithms.
    [[nodiscard]] std::vector<sim::calibration::Target> plain() const;
};

/// Make the targets. \param probe  A run of the scenario: what it does not give is no target.
/// \throws InputError if an excluded figure is none, a pattern needs months that are not run, or
///         nothing is left.
[[nodiscard]] StudyTargets make_targets(TargetOptions const& options, Scenario const& scenario,
                                        RunRecord const& probe);

/// What a run gives for each target, on its scale; NaN where it gives nothing, or has failed.
[[nodiscard]] std::vector<double> outputs_of(StudyTargets const& targets, RunRecord const& record);

/// A number of a target as it is counted, from its scale.
[[nodiscard]] double from_scale(StudyTarget const& target, double value) noexcept;

}  // namespace models
