#pragma once

#include <string>

#include "models/app/run_scenario.hpp"

/// \file models/app/outcome_json.hpp
/// The outcome of a run for other programs.

namespace models {

/// One JSON object: the run, where its time went, and every documented figure that it gives. An
/// infinite factor and an open end of a range are null.
[[nodiscard]] std::string outcome_json(Scenario const& scenario, RunOptions const& options,
                                       RunResult const& result);

}  // namespace models
