#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/calibration/emulated_posterior.hpp"
#include "sim/calibration/sbc.hpp"

/// \file sim/calibration/posterior_proof.hpp
/// Whether emulator and posterior together give known parameters back, as sure as they should be:
/// runs that the emulator has not seen stand in for the world.
///
/// The truths must be drawn from the very prior that the posterior uses: runs of a Latin hypercube
/// or uniform on the unit cube for the whole prior; runs uniform on what history matching left,
/// with that PriorRegion, for the reduced one. Runs of an adaptive design, denser near the targets,
/// are no such draws, and ranks would then not be uniform even if all is right.

namespace sim::calibration {

/// One truth and its posterior; one number per parameter in each, in the unit cube.
struct Recovery {
    std::size_t run = 0;  ///< Row of the truth in the table it came from.
    std::vector<double> truth;
    std::vector<double> median;
    std::vector<double> low50, high50;  ///< Central 50 % interval.
    std::vector<double> low90, high90;  ///< Central 90 % interval.
    std::vector<double> variance;       ///< Of the posterior.
    std::vector<std::uint32_t> ranks;   ///< Draws below the truth.
    std::uint32_t draws = 0;            ///< Draws of the posterior.
    double effective_size = 0.0;        ///< Independent draws that they are worth.
};

/// What all truths say about one parameter.
struct ParameterProof {
    Uniformity uniformity;     ///< Of the ranks.
    Coverage half;             ///< Of the 50 % intervals.
    Coverage nine_tenths;      ///< Of the 90 % intervals.
    double contraction = 0.0;  ///< 1 - mean posterior variance / prior variance: 0 if nothing is
                               ///< learnt of it, 1 if everything is.
    double correlation = 0.0;  ///< Of posterior medians with truths, over truths.
};

/// The whole proof.
struct Proof {
    std::vector<Recovery> truths;
    std::vector<ParameterProof> parameters;
    /// Smallest p-value of the parameters times their number, at most 1 (Bonferroni): below 0.05,
    /// some parameter's ranks are not uniform.
    double p_value = 1.0;
    Coverage half;         ///< All parameters together. Those of one truth are not independent, so
    Coverage nine_tenths;  ///< that their intervals are too narrow; read them with the others.
};

/// How it is made.
struct ProofOptions {
    EmulatorOptions emulator{};   ///< For prove_by_folds().
    EmulatedOptions posterior{};  ///< Its draws + 1 must be a multiple of bins: 399 with 20 or 10.
    std::uint32_t truths = 200;   ///< For prove_by_folds(): at most so many runs are truths.
    std::uint32_t folds = 5;      ///< For prove_by_folds(), >= 2.
    std::uint32_t bins = 10;      ///< Of the ranks, >= 2; at least 5 truths per bin are usual.
};

/// The targets that a world like the run would have given: each target's output plus a normal
/// observation error with its observation and discrepancy variance. A one-sided target keeps its
/// value, and its side is the one on which that number lies: what is seen is on which side.
/// \param number  Of the truth: its errors are its own.
[[nodiscard]] std::vector<Target> pseudo_targets(std::span<Target const> targets,
                                                 std::span<double const> outputs, Draws draws,
                                                 std::uint32_t number);

/// Posterior of one truth from its pseudo_targets().
/// \param truth    Point of the run. \param outputs  What it gave.
/// \param number   Of the truth; its luck depends on it only.
[[nodiscard]] Recovery recover(Draws draws, OutputEmulator const& emulator,
                               std::span<Target const> targets, PriorRegion const& prior,
                               std::span<double const> truth, std::span<double const> outputs,
                               std::uint32_t number, EmulatedOptions const& options);

/// What recoveries with the same number of draws say together.
/// \param prior_variance  Of each parameter in the unit cube: 1/12 for the whole of it.
/// \pre   (draws + 1) % bins == 0; at least one truth
[[nodiscard]] Proof summarise(std::vector<Recovery> truths, std::span<double const> prior_variance,
                              std::uint32_t bins);

/// Proof by runs that were not used to fit \p emulator. Truths run in parallel.
/// \throws InputError what emulated_posterior() throws; or if no row of outputs is finite.
[[nodiscard]] Proof prove(Draws draws, OutputEmulator const& emulator,
                          std::span<Target const> targets, PriorRegion const& prior,
                          Points const& truths, Points const& outputs, ProofOptions const& options);

/// Proof by the table itself: run i belongs to fold i % folds; the truths of each fold (the first
/// runs, `truths` in all) are recovered with an emulator fitted to the other folds. The emulator of
/// the study, fitted to all runs, is a little better than these.
[[nodiscard]] Proof prove_by_folds(Draws draws, std::span<Target const> targets,
                                   PriorRegion const& prior, Points const& inputs,
                                   Points const& outputs, ProofOptions const& options);

}  // namespace sim::calibration
