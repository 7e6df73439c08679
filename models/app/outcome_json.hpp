#pragma once

#include <string>

#include "models/app/run_scenario.hpp"

/// \file models/app/outcome_json.hpp
/// The outcome of a run for other programs.

namespace models {

/// One JSON object: the run, where its time went, and every documented figure that it gives.
/// `simulated` is counted as the figure was, which `observed_as` says: `registered` for refugees,
/// `acled`, `ucdp` or `headlines` for violence that its observer wrote down, with what was there as
/// `present`; else `as_is`. An infinite factor and an open end of a
/// range are null.
[[nodiscard]] std::string outcome_json(Scenario const& scenario, RunOptions const& options,
                                       RunResult const& result);

}  // namespace models
