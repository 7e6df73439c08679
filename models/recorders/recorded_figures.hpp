#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/scenario/figure_table.hpp"
#include "sim/base/calendar.hpp"
#include "sim/io/result_reader.hpp"

/// \file models/recorders/recorded_figures.hpp
/// Documented figures with what a run gave for them, as its result file has them.

namespace models {

/// One documented figure of the scenario.
struct RecordedFigure {
    std::string id;
    FigureQuantity quantity = FigureQuantity::other;
    FigureSide side = FigureSide::not_applicable;
    std::string category;
    sim::Date start, end;
    double low = 0.0;            ///< [unit of the figure]
    std::optional<double> high;  ///< Nothing if it is only known to be at least `low`.
    FigureUse use = FigureUse::context;
    std::string observer;
    FigureBound bound = FigureBound::two_sided;
    std::string source;
    std::optional<double> simulated;  ///< Counted by the figure's own observer; nothing: not given.
};

/// Read them. \throws InputError if the file has none.
[[nodiscard]] std::vector<RecordedFigure> read_recorded_figures(sim::ResultReader const& reader);

}  // namespace models
