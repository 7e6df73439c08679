#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/calibration/output_emulator.hpp"
#include "sim/calibration/sobol_indices.hpp"

/// \file sim/calibration/emulated_sobol.hpp
/// Which parameters drive an output, from the mean of an emulator instead of runs.

namespace sim::calibration {

/// Where parameters vary: independent and uniform between two values of the unit cube each.
struct ParameterRange {
    std::vector<double> low;   ///< One per parameter, 0 to 1; 0 for the whole prior.
    std::vector<double> high;  ///< Above low, at most 1; 1 for the whole prior.
};

/// The whole prior.
[[nodiscard]] ParameterRange whole_prior(std::size_t parameters);

/// The central interval of \p level of the draws of each parameter: a box around a posterior, which
/// leaves out how its parameters depend on each other.
/// \param level  Between 0 and 1. \pre at least 2 different values per parameter
[[nodiscard]] ParameterRange range_of(Points const& draws, double level);

/// The shares of one output.
struct EmulatedSobol {
    std::size_t output = 0;              ///< Column of the emulator's outputs.
    double mean = 0.0, deviation = 0.0;  ///< Of the emulated mean over the range.
    double noise_share = 0.0;  ///< Of the variance of a run: what is left when the parameters are
                               ///< known (noise of the model, and error of the emulator).
    std::vector<SobolIndices> indices;  ///< One per parameter; shares of the variance of the mean.
                                        ///< Times 1 - noise_share: shares of a run's variance.
};

/// Indices of each of the \p outputs.
///
/// Intervals are those of the Monte Carlo estimate (bootstrap); they do not say how wrong the
/// emulator is, for which see OutputEmulator::diagnostics().
///
/// \param blocks  Of sobol_design(), >= 2; each takes parameters + 2 predictions.
/// \post  The same for any number of threads.
[[nodiscard]] std::vector<EmulatedSobol> emulated_sobol(Draws draws, OutputEmulator const& emulator,
                                                        std::span<std::size_t const> outputs,
                                                        ParameterRange const& range,
                                                        std::size_t blocks = 2000,
                                                        SobolOptions const& options = {});

}  // namespace sim::calibration
