#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/calibration/abc_smc.hpp"
#include "sim/calibration/output_emulator.hpp"
#include "sim/calibration/target.hpp"
#include "sim/calibration/tempered_smc.hpp"

/// \file sim/calibration/emulated_posterior.hpp
/// The posterior of the parameters with an emulator in place of the model.

namespace sim::calibration {

/// How outputs and targets are compared.
enum class PosteriorMethod : std::uint8_t {
    synthetic,  ///< By synthetic_likelihood.hpp, sampled by tempered_smc.hpp. With many correlated
                ///< targets much the sharper of the two, and its draws are of equal weight.
    abc,        ///< By the distance of abc_smc.hpp, from emulated runs with observation error. Free
                ///< of the normal law, but too wide wherever the tolerance is (README.md).
};

/// How the posterior is made.
struct EmulatedOptions {
    PosteriorMethod method = PosteriorMethod::synthetic;
    TemperedOptions tempered{};   ///< For `synthetic`; its particles are the draws.
    std::vector<double> weights;  ///< For `synthetic`: of each target, as in SyntheticLikelihood.
    AbcOptions abc{};             ///< For `abc`; its particles are the draws.
    std::uint32_t batch = 1000;   ///< For `abc`: emulated runs at a time, >= 1.
};

/// Draws from the posterior.
struct EmulatedPosterior {
    Points points;                ///< Of equal weight, in the unit cube; shape (draws, parameters).
    double effective_size = 0.0;  ///< Independent draws that they are worth (TemperedPosterior, or
                                  ///< of the weights of the last ABC generation).
    std::uint64_t evaluations = 0;           ///< Emulated runs or likelihoods.
    std::vector<TemperedStage> stages;       ///< For `synthetic`.
    double largest_correlation = 0.0;        ///< For `synthetic`, as in TemperedPosterior.
    std::vector<AbcGeneration> generations;  ///< For `abc`.
};

/// Draw from the posterior.
///
/// \param targets  On the scale of the emulator's outputs. Observation and discrepancy variances
///                 count with both methods.
/// \param prior    Uniform on the unit cube by default, or on a region of it (what history
///                 matching leaves). The emulator must know all of it.
/// \post  The same for any number of threads.
/// \throws InputError if no prior draw is possible, or no ABC generation is complete.
[[nodiscard]] EmulatedPosterior emulated_posterior(Draws draws, OutputEmulator const& emulator,
                                                   std::span<Target const> targets,
                                                   PriorRegion const& prior = {},
                                                   EmulatedOptions const& options = {});

/// Another study's draws: a seed of its own for each \p number.
[[nodiscard]] Draws numbered(Draws draws, std::uint32_t number) noexcept;

}  // namespace sim::calibration
