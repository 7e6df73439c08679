#pragma once

#include <string>
#include <vector>

#include "models/calibration/phases.hpp"
#include "models/calibration/prior_left.hpp"
#include "sim/calibration/output_emulator.hpp"

/// \file models/calibration/emulated.hpp
/// The phases that put an emulator in the place of the model: its runs, a posterior through it, the
/// proof of that, and what drives the answers.

namespace models {

/// A table of runs, and the emulator fitted to it.
struct Emulated {
    PriorLeft prior;
    sim::calibration::Points inputs;   ///< In the unit cube of the prior's box; first the phase's
                                       ///< own runs, drawn from the prior.
    sim::calibration::Points outputs;  ///< A row each, a column per target.
    sim::calibration::OutputEmulator emulator;
    /// With weights by family the errors of a family count as shared: its n figures say as much as
    /// one, each with n times its variance; with weights by root as much as sqrt(n).
    std::vector<sim::calibration::Target> targets;
    std::string made_from;  ///< Study and table, for what takes long to make of them.
    std::size_t own = 0;    ///< Runs drawn from the prior.
};

/// Make runs spread over the prior, or over what history matching left, and fit the emulator to
/// them and to the single runs of history matching there. Leaves `emulator.csv`.
/// \throws InputError if too few runs succeed, or history matching left nothing.
[[nodiscard]] Emulated emulate(CalibrationDesk& desk, EmulatorPhase const& phase,
                               NotRuledOut const* left);

/// Draws of the posterior, equally likely, in the unit cube of the parameters that vary.
[[nodiscard]] sim::calibration::Points emulated_draws(CalibrationDesk& desk, AbcPhase const& phase,
                                                      Emulated const& emulated);

/// Prove the posterior by runs that stand in for the world. Leaves `proof.csv` and `recovery.csv`.
/// \return A section of the report.
[[nodiscard]] std::string prove(CalibrationDesk& desk, ProofPhase const& phase,
                                AbcPhase const& posterior, Emulated const& emulated);

/// Sobol indices of targets. Leaves `sobol.csv`.
/// \param draws  Of the posterior. \return A section of the report.
/// \throws InputError if a target is not one of the study's.
[[nodiscard]] std::string attribute(CalibrationDesk& desk, SobolPhase const& phase,
                                    Emulated const& emulated,
                                    sim::calibration::Points const& draws);

}  // namespace models
