#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "models/ensemble/design_file.hpp"
#include "models/ensemble/run_summary.hpp"
#include "sim/io/result_reader.hpp"
#include "sim/io/result_writer.hpp"

/// \file models/ensemble/ensemble_schema.hpp
/// What the dimensions of an ensemble's file stand for, and its type and version.

namespace models {

/// Type and version of the file of a sweep. Its datasets: sim/io/FORMAT.md.
[[nodiscard]] inline sim::FileIdentity ensemble_identity() {
    return {.type = "azalai-ensemble", .major = 1, .minor = 0};
}

/// A documented figure, as far as an ensemble needs it.
struct EnsembleFigure {
    std::string id = {};
    double low = 0.0;   ///< [unit of the figure]
    double high = 0.0;  ///< NaN: only known to be at least `low`.

    friend bool operator==(EnsembleFigure const&, EnsembleFigure const&) = default;
};

/// The axes of an ensemble's file.
struct EnsembleSchema {
    std::string title;
    std::vector<std::string> scenario_names;  ///< The first is the baseline.
    std::vector<std::string> scenario_titles;
    std::vector<std::string> parameters;  ///< Settings that vary; may be empty.
    sim::Date first_month;                ///< First day of the first month of any scenario.
    std::uint32_t months = 0;             ///< To the last month of any scenario.
    std::vector<std::string> countries;   ///< The first is the simulated one.
    std::vector<std::string> cercles;
    std::vector<EnsembleFigure> figures;  ///< Of all scenarios, each once.
    EnsembleContents contents;
};

/// The axes for several scenarios. \throws InputError if they do not fit into one file.
[[nodiscard]] EnsembleSchema make_schema(SweepDesign const& design,
                                         std::vector<Scenario const*> const& scenarios);

/// Read the axes of a file back. \throws InputError if it is damaged.
[[nodiscard]] EnsembleSchema read_schema(sim::ResultReader const& reader);

/// Where the parts of a run's summary stand along the axes, by its scenario.
struct ScenarioAxes {
    std::uint32_t month_offset = 0;           ///< Of its first month [months].
    std::vector<std::uint32_t> figures = {};  ///< Its compared figures along the axis.
};

/// \pre The schema was made with the scenario.
[[nodiscard]] ScenarioAxes axes_of(EnsembleSchema const& schema, Scenario const& scenario);

}  // namespace models
