#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/facts/fact_comparison.hpp"
#include "models/facts/fact_targets.hpp"
#include "models/facts/figure_validation.hpp"
#include "models/facts/run_map.hpp"
#include "models/recorders/recorded_figures.hpp"

/// \file models/app/validation.hpp
/// What `azalai validate` finds.

namespace models {

/// What to validate, and against what.
struct ValidationInput {
    std::vector<std::string> files;  ///< Result files of one scenario; at least one.
    std::string facts;               ///< Table of stylised facts; empty: none.
    std::string events;              ///< The user's ACLED data; empty: none.
};

/// A list of events, before and after events_inside().
struct EventCount {
    std::size_t read = 0, used = 0;
};

/// Runs beside documented figures and stylised facts.
struct Validation {
    ValidationInput input;
    std::string country;
    FactContext context;
    std::vector<RecordedFigure> figures;  ///< Targets and checks; `simulated` is the first run's.
    std::vector<FigureSample> samples;    ///< The same figures; shape (figures).
    std::vector<FigureScore> scores;      ///< Shape (figures).
    FigureTally figure_tally;
    std::vector<FigureTally> quantity_tallies;  ///< By FigureQuantity.
    FactTargets targets;
    std::vector<FactComparison> facts;   ///< Point into targets.
    std::vector<EventCount> run_events;  ///< Shape (files).
    EventCount user_events;
};

/// A figure as models/facts scores it: its family is one observer, category, quantity and side,
/// with one run's number if there is one. Deaths, wounded, events, attacks, kidnappings and returns
/// add up over a period; anything else is a stock.
[[nodiscard]] FigureSample sample_of(RecordedFigure const& figure);

/// Read and compare everything. \throws InputError if a file is damaged, unfinished or lacks what
/// is needed, the files differ in period, map or figures, or the user's data have no event there.
[[nodiscard]] Validation validate(ValidationInput const& input);

}  // namespace models
