#pragma once

#include <string>

#include "models/app/score_runs.hpp"

/// \file models/app/score_report.hpp
/// Scores as a table to read, as JSON and as CSV. models/scoring/README.md defines the columns.

namespace models {

/// A table for the terminal, with the counts behind it and what to mind.
[[nodiscard]] std::string score_text(ScoreRequest const& request, ScoreOutcome const& outcome);

/// Everything as JSON; what is not defined is null.
[[nodiscard]] std::string score_json(ScoreRequest const& request, ScoreOutcome const& outcome);

/// One line for each type and forecast, over all months (lead empty) and for every month; what is
/// not defined is empty.
[[nodiscard]] std::string score_csv(ScoreRequest const& request, ScoreOutcome const& outcome);

}  // namespace models
