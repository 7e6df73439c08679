#pragma once

#include <string>
#include <vector>

#include "models/recorders/figure_comparison.hpp"

/// \file models/recorders/violence_text.hpp
/// The tables of deaths and events of a finished run.

namespace models {

/// Deaths of each whole year: what happened, by side, and as each observer counts them, with the
/// figures of that observer beside them; without observers all figures are beside what happened.
[[nodiscard]] std::string deaths_text(std::vector<DocumentedFigure> const& figures,
                                      RunOutcome const& outcome);

/// Events of each whole year by kind, violent ones and others; empty if there were none.
[[nodiscard]] std::string events_text(RunOutcome const& outcome);

}  // namespace models
