#pragma once

#include <Eigen/Core>
#include <span>
#include <vector>

#include "sim/calibration/output_emulator.hpp"
#include "sim/calibration/target.hpp"

/// \file sim/calibration/synthetic_likelihood.hpp
/// How likely targets are if the world is a run of the model at a point: a normal law with the
/// emulated means and scatter, its tails those of a covariance that is estimated.
///
/// \see Wood (2010), "Statistical inference for noisy nonlinear ecological dynamic systems",
///      doi:10.1038/nature09319; with an emulator, Kennedy and O'Hagan (2001),
///      doi:10.1111/1467-9868.00294.

namespace sim::calibration {

/// Correlations of the columns of \p residuals (mean 0, mean square 1; columns of zeros are
/// uncorrelated with all), shrunk towards none by the share of Schaefer and Strimmer (2005),
/// doi:10.2202/1544-6115.1175: as far as the number of rows makes them unsure.
/// \param[out] shrinkage  That share, 0 to 1, if not null.
[[nodiscard]] Eigen::MatrixXd shrunk_correlations(Points const& residuals,
                                                  double* shrinkage = nullptr);

/// Logarithm of a normal law, but for its constant and determinant, whose covariance was estimated
/// from so many runs: -runs / 2 * log(1 + squares / (runs - 1)). -squares / 2 if they are many.
///
/// A covariance from few runs is too small in some directions, and a normal law with it too sure.
/// \param squares  Of the misses, whitened by the covariance, >= 0.
/// \param runs     > 1; not a whole number if trends were taken off (OutputEmulator::free_runs()).
/// \see Sellentin and Heavens (2016), "Parameter inference with estimated covariance matrices",
///      doi:10.1093/mnrasl/slv190.
[[nodiscard]] double log_law_of_estimate(double squares, double runs) noexcept;

/// The likelihood of a list of targets.
///
/// Targets that say "equal": one law (log_law_of_estimate()) with covariance S C S + V, S the
/// emulated standard deviations of a new run, C the correlations of the residuals (shrunk), V the
/// observation and discrepancy variances of the targets, which are taken to be independent of each
/// other. Targets that say "at least" or "at most": the probability of that side, given all the
/// equal ones; among each other they are then taken to be independent.
class SyntheticLikelihood {
  public:
    /// \param emulator  Must live as long as this.
    /// \param weights   One per target, > 0, or none for 1: a target of weight w counts as if its
    ///                  variance were 1 / w times as large.
    /// \pre   targets name outputs of the emulator; variances >= 0; values finite
    /// \throws InputError for an equal target without variance on an output that never varied.
    SyntheticLikelihood(OutputEmulator const& emulator, std::vector<Target> targets,
                        std::span<double const> weights = {});

    /// Logarithm of the likelihood at a point of the unit cube, without the constant of the
    /// law. May be called by many threads.
    [[nodiscard]] double operator()(std::span<double const> point) const noexcept;

    [[nodiscard]] std::vector<Target> const& targets() const noexcept { return targets_; }

    /// How far correlations were shrunk.
    [[nodiscard]] double shrinkage() const noexcept { return shrinkage_; }

  private:
    OutputEmulator const* emulator_;
    std::vector<Target> targets_;   // the equal ones first
    Eigen::VectorXd inflation_;     // square root of 1 / weight of each
    Eigen::MatrixXd correlations_;  // of the outputs of the targets; shape (targets, targets)
    Eigen::Index equal_ = 0;        // number of equal targets
    double shrinkage_ = 0.0;
};

}  // namespace sim::calibration
