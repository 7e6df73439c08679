#pragma once

#include <cstdint>

#include "models/ensemble/run_summary.hpp"
#include "models/scenario/scenario.hpp"

/// \file models/app/summarised_run.hpp
/// One run of many: what a sweep or a calibration keeps of it.

namespace models {

/// Run a scenario on sim::threads() threads and keep its summary; no file is written.
/// \param with_figures  Whether to compute the documented figures.
[[nodiscard]] RunSummary summarised_run(Scenario const& scenario, std::uint64_t seed,
                                        bool with_figures);

}  // namespace models
