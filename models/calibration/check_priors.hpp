#pragma once

#include <string>
#include <vector>

#include "models/calibration/study_file.hpp"
#include "models/scenario/scenario_family.hpp"

/// \file models/calibration/check_priors.hpp
/// Whether a scenario takes what the priors may give.

namespace models {

/// Keys of the settings that a study varies, in its order.
[[nodiscard]] std::vector<std::string> keys_of(CalibrationStudy const& study);

/// Load the scenario with each setting at the median and at both ends of its prior, one at a time.
/// \throws InputError with the study's file, line and key for the first value that is refused.
void check_priors(CalibrationStudy const& study, ScenarioFamily const& scenario);

}  // namespace models
