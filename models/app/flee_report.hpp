#pragma once

#include <string>
#include <vector>

#include "models/flee/instance.hpp"
#include "models/flee/run.hpp"

/// \file models/app/flee_report.hpp
/// What `azalai flee` prints of its runs.

namespace models {

/// The runs of an instance, and how they came about.
struct FleeOutcome {
    std::string folder;           ///< Of the instance, as given.
    std::string rules;            ///< flee or azalai.
    std::string results;          ///< Folder of the results.
    bool has_capacities = true;   ///< Whether stated capacities counted.
    flee::Instance instance;      ///< What was run.
    std::vector<flee::Run> runs;  ///< One a seed, at least one.
    double seconds = 0.0;         ///< Of simulation, by the clock [s].
};

/// For people: camps on the last day, scores beside predictions without a simulation, speed.
[[nodiscard]] std::string flee_text(FleeOutcome const& outcome);

/// For programs: the same and every run, as JSON.
[[nodiscard]] std::string flee_json(FleeOutcome const& outcome);

}  // namespace models
