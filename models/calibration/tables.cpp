#include "models/calibration/tables.hpp"

#include <cmath>

#include "models/calibration/patterns.hpp"
#include "sim/base/calendar.hpp"

namespace models {
namespace {

char const* side_word(sim::calibration::Side side) {
    if (side == sim::calibration::Side::at_least) return "at_least";
    return side == sim::calibration::Side::at_most ? "at_most" : "equal";
}

}  // namespace

sim::CsvCell cell(double value) {
    return std::isfinite(value) ? sim::CsvCell{value} : sim::CsvCell{std::nullopt};
}

sim::CsvCell cell(std::optional<double> value) {
    return value ? cell(*value) : sim::CsvCell{std::nullopt};
}

std::string targets_csv(StudyTargets const& targets) {
    sim::CsvWriter csv{{"id", "family", "side", "low", "central", "high", "unit", "scale", "value",
                        "observation_sd", "discrepancy_sd", "weight", "source"}};
    for (auto const& one : targets.targets) {
        auto const& target = one.target;
        csv.row({one.id, one.family, side_word(target.side), cell(one.low), cell(one.central),
                 cell(one.high), one.unit, one.is_log ? "log(1+x)" : "x", cell(target.value),
                 cell(std::sqrt(target.observation_variance)),
                 cell(std::sqrt(target.discrepancy_variance)), cell(target.weight), one.source});
    }
    return csv.take();
}

std::string left_out_csv(StudyTargets const& targets) {
    sim::CsvWriter csv{{"id", "reason"}};
    for (auto const& one : targets.left_out) csv.row({one.id, one.reason});
    return csv.take();
}

std::string runs_csv(std::vector<StudyParameter> const& parameters, StudyTargets const& targets,
                     std::vector<RunRow> const& rows) {
    std::vector<std::string> columns{"phase", "round", "point", "seed"};
    for (auto const& one : parameters) columns.push_back(one.key);
    for (auto const& one : targets.targets) columns.push_back(one.id);
    sim::CsvWriter csv{columns};
    std::string text =
        "# Every run: parameters as set, outputs on the scales of targets.csv; empty: not given\n";
    for (auto const& row : rows) {
        std::vector<sim::CsvCell> cells{row.phase, row.round, row.point, row.request.seed};
        for (double const value : row.request.values) cells.push_back(cell(value));
        for (double const value : row.outputs) cells.push_back(cell(value));
        csv.row(cells);
        text += csv.take();
    }
    return text + csv.take();
}

std::string draws_csv(std::vector<StudyParameter> const& parameters,
                      sim::calibration::Points const& values) {
    std::vector<std::string> columns;
    for (auto const& one : parameters) columns.push_back(one.key);
    sim::CsvWriter csv{columns};
    for (std::size_t i = 0; i < values.rows(); ++i) {
        std::vector<sim::CsvCell> cells;
        for (double const value : values.row(i)) cells.push_back(cell(value));
        csv.row(cells);
    }
    return csv.take();
}

}  // namespace models
