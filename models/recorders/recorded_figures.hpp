#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/recorders/figure_comparison.hpp"
#include "models/recorders/recording.hpp"
#include "sim/io/result_reader.hpp"
#include "sim/io/result_writer.hpp"

/// \file models/recorders/recorded_figures.hpp
/// The group `/figures`: every documented figure and what the run gave for it.

namespace models {

/// A documented figure of a result file.
struct RecordedFigure {
    std::string id;
    FigureQuantity quantity = FigureQuantity::other;
    FigureSide side = FigureSide::not_applicable;
    std::string category;
    sim::Date start, end;        ///< First and last day covered.
    double low = 0.0;            ///< [unit of the figure], >= 0.
    std::optional<double> high;  ///< Nothing if it is only known to be at least `low`.
    FigureUse use = FigureUse::target;
    std::string observer;
    FigureBound bound = FigureBound::two_sided;
    std::string source;
    std::string where;  ///< Country, and place or regions in it.
    CountedAs counted_as = CountedAs::as_is;
    std::optional<double> simulated;  ///< Nothing if the run does not give it.
};

/// Write the targets and checks that state a number, in the order of the table.
/// \param facts  Table of stylised facts of the scenario, noted as an attribute; may be empty.
void record_figures(sim::ResultWriter& writer, Period const& period,
                    std::vector<DocumentedFigure> const& figures, RunOutcome const& outcome,
                    std::filesystem::path const& facts);

/// Read them; none if the run had none.
/// \throws InputError if the file is damaged.
[[nodiscard]] std::vector<RecordedFigure> read_recorded_figures(sim::ResultReader const& reader);

/// The table of stylised facts that the run's scenario names; empty if it names none.
[[nodiscard]] std::filesystem::path recorded_facts(sim::ResultReader const& reader);

}  // namespace models
