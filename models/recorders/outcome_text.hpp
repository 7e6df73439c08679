#pragma once

#include <string>
#include <vector>

#include "models/recorders/figure_comparison.hpp"

/// \file models/recorders/outcome_text.hpp
/// The outcome of a run for people: documented figures beside simulated ones.

namespace models {

/// Deaths by calendar year and side, people displaced at the documented dates, refugees at the
/// places that are counted one by one, territory, ceasefires, and how many of the figures lie
/// within their range. Each simulated number is followed by the documented one, or the range over
/// all sources, in brackets.
///
/// Only target figures appear, and for places checks; only years and dates that the run covers.
/// Refugees are those on the lists.
[[nodiscard]] std::string outcome_text(std::vector<DocumentedFigure> const& figures,
                                       RunOutcome const& outcome);

}  // namespace models
