#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "models/calibration/desk.hpp"
#include "sim/calibration/abc_smc.hpp"
#include "sim/calibration/history_matching.hpp"

/// \file models/calibration/phases.hpp
/// The phases of a calibration. Each asks the desk for runs, says what came of them, and leaves its
/// tables; README.md lists these.

namespace models {

/// Screen: which parameters matter. Leaves `screening.csv`; the desk varies only the `keep` most
/// influential ones afterwards.
void screen(CalibrationDesk& desk, ScreeningPhase const& phase);

/// Search a first good point. Leaves `optimum.csv`.
/// \return The point, in the unit cube of the parameters that vary.
[[nodiscard]] std::vector<double> optimise(CalibrationDesk& desk, OptimisePhase const& phase);

/// What history matching leaves.
struct NotRuledOut {
    sim::calibration::HistoryMatching state;
    std::vector<sim::calibration::Target> targets;  ///< That its waves were made with.
};

/// Rule out what cannot be. Leaves `waves.csv`, `implausibility.csv` and `not-ruled-out.csv`.
[[nodiscard]] NotRuledOut match_history(CalibrationDesk& desk, HistoryPhase const& phase);

/// Outputs of one run at each point of the unit cube of the parameters that vary, a column per
/// target, without errors of observation; NaN for a run that failed. The model itself, or an
/// emulator of it that draws as the model does.
using Simulator =
    std::function<sim::calibration::Points(std::uint32_t round, sim::calibration::Points const&)>;

/// The model as a simulator: a run of its own luck for each point.
[[nodiscard]] Simulator model_simulator(CalibrationDesk& desk);

/// Particles in the unit cube of the parameters that vary, with their weights.
struct Particles {
    sim::calibration::Points unit;
    std::vector<double> weights;
};

/// Sample the posterior; its prior is what history matching left, if there was any. Leaves
/// `generations.csv` and `particles.csv`.
/// \throws InputError if no generation was completed.
[[nodiscard]] Particles sample_posterior(CalibrationDesk& desk, AbcPhase const& phase,
                                         NotRuledOut const* left, Simulator const& simulator);

/// Equally likely draws of the particles, as many as the study wants.
/// \return Shape (draws, parameters that vary), in the unit cube.
[[nodiscard]] sim::calibration::Points draw_posterior(CalibrationDesk const& desk,
                                                      Particles const& particles);

/// Run the median of the draws and write `report.md`.
/// \param unit  Draws in the unit cube of the parameters that vary.
/// \param what  What they are, such as `posterior`.
/// \param more  Further sections, in Markdown.
void report(CalibrationDesk& desk, sim::calibration::Points const& unit, std::string const& what,
            std::string const& more);

/// All phases of a study up to one, in their order. \throws as the phases
void calibrate(CalibrationDesk& desk, CalibrationPhase last);

}  // namespace models
