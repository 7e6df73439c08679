#pragma once

#include <string>

#include "models/flee/instance.hpp"
#include "models/flee/run.hpp"

/// \file models/flee/out_csv.hpp
/// A run as Flee prints it.

namespace models::flee {

/// Flee's `out.csv`: one row a day with simulated and documented counts by camp, in agents.
/// Differs from Flee in `Date`, `raw UNHCR refugee count` and `Total error` (README.md).
[[nodiscard]] std::string out_csv(Instance const& instance, Run const& run);

}  // namespace models::flee
