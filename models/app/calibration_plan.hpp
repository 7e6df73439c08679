#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/calibration/desk.hpp"
#include "models/scenario/scenario_family.hpp"

/// \file models/app/calibration_plan.hpp
/// What a calibration may cost, before it begins.

namespace models {

/// Runs of one phase.
struct PlannedPhase {
    std::string phase;
    std::uint64_t most_runs = 0;
};

/// What is known beforehand.
struct CalibrationPlan {
    std::vector<PlannedPhase> phases;
    std::uint64_t most_runs = 0;
    std::size_t parameters = 0, targets = 0, left_out = 0;
    double seconds_per_run = 0.0;  ///< On one thread, of a run with all priors at their medians.
};

/// Make one run to see which targets there are and how long it takes. \throws InputError as
/// CalibrationDesk::probe()
[[nodiscard]] CalibrationPlan plan_of(CalibrationStudy const& study,
                                      ScenarioFamily const& scenario);

/// The plan in a few lines.
[[nodiscard]] std::string plan_text(std::string const& name, CalibrationPlan const& plan);

}  // namespace models
