#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/calibration/targets.hpp"
#include "sim/config/csv_writer.hpp"

/// \file models/calibration/tables.hpp
/// The tables that a calibration leaves, as CSV text.

namespace models {

/// A number, or an empty cell if it is not finite.
[[nodiscard]] sim::CsvCell cell(double value);
[[nodiscard]] sim::CsvCell cell(std::optional<double> value);

/// `targets.csv`: every target, on which scale, with which error and weight, and from where.
[[nodiscard]] std::string targets_csv(StudyTargets const& targets);

/// `targets-left-out.csv`: id and reason.
[[nodiscard]] std::string left_out_csv(StudyTargets const& targets);

/// A run of a calibration, for `runs.csv`.
struct RunRow {
    std::string phase;
    std::uint32_t round = 0;      ///< Wave, or generation.
    std::uint32_t point = 0;      ///< Of the round.
    RunRequest request;           ///< Its parameters and seed.
    std::vector<double> outputs;  ///< By target, on its scale; NaN: not given.
};

/// `runs.csv`: parameters and outputs of every run, by key and by id of target.
[[nodiscard]] std::string runs_csv(std::vector<StudyParameter> const& parameters,
                                   StudyTargets const& targets, std::vector<RunRow> const& rows);

/// Rows of numbers under the keys of parameters, which a sweep reads as `posterior`.
[[nodiscard]] std::string draws_csv(std::vector<StudyParameter> const& parameters,
                                    sim::calibration::Points const& values);

}  // namespace models
