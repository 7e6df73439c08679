#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/ensemble/design.hpp"
#include "sim/io/provenance.hpp"

/// \file models/ensemble/design_file.hpp
/// Reads DESIGN.toml: which runs make a sweep.

namespace models {

/// Which parts of a run's summary are kept. The totals always are.
struct EnsembleContents {
    bool monthly = true;  ///< The country by month.
    bool reports = true;  ///< Reported events by month, cercle and type.
    bool figures = true;  ///< Documented figures.
};

/// A table of draws of settings, for example of a posterior. One draw of nothing if there is none.
struct DrawTable {
    std::vector<std::string> keys = {};       ///< Settings; the columns of the file.
    std::vector<double> values = {};          ///< Shape (draws, keys).
    std::vector<std::string> locations = {};  ///< `FILE:LINE` of each draw.

    [[nodiscard]] std::size_t size() const noexcept { return keys.empty() ? 1 : locations.size(); }
};

/// A design that was read and checked, as far as that goes without its scenarios.
struct SweepDesign {
    std::filesystem::path file;
    std::string name;                              ///< Short, for titles.
    std::string title;                             ///< One line for people.
    std::vector<std::filesystem::path> scenarios;  ///< At least one; the first is the baseline.
    std::vector<std::string> settings;             ///< Of all runs, as after `--set`.
    std::vector<sim::DesignParameter> parameters;  ///< Sorted by key.
    std::vector<std::string> locations;            ///< `FILE:LINE:COLUMN` of each parameter.
    sim::Design design;
    DrawTable draws;
    std::vector<std::uint64_t> seeds;  ///< At least one, none twice.
    EnsembleContents contents;
    std::string text;                    ///< The whole design as canonical TOML.
    std::vector<sim::InputFile> inputs;  ///< The design and the table of draws.

    /// Settings that a point and a draw give, such as `attack.rate=0.3`: those of the draw first.
    [[nodiscard]] std::vector<std::string> settings_of(std::uint64_t point,
                                                       std::uint64_t draw) const;

    /// Keys of all columns: those of the design, then those of the draws.
    [[nodiscard]] std::vector<std::string> keys() const;

    /// The values in the order of keys().
    [[nodiscard]] std::vector<double> values(std::uint64_t point, std::uint64_t draw) const;
};

/// Read a design. models/ensemble/README.md says what it may hold.
/// \throws InputError with file, line and key.
[[nodiscard]] SweepDesign read_design(std::filesystem::path const& file);

}  // namespace models
