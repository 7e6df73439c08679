#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "sim/calibration/design.hpp"
#include "sim/calibration/points.hpp"

/// \file sim/calibration/tempered_smc.hpp
/// Draws from a posterior whose likelihood can be computed: particles of the prior are led to it
/// through powers of the likelihood between 0 and 1.
///
/// \see Del Moral, Doucet and Jasra (2006), doi:10.1111/j.1467-9868.2006.00553.x; powers chosen by
///      the effective size as in Jasra et al. (2011), doi:10.1111/j.1467-9469.2010.00723.x.

namespace sim::calibration {

/// Logarithm of the likelihood at a point of the unit cube, up to a constant; -infinity or NaN
/// where it is 0. Called by many threads at once; must not throw.
using LogLikelihood = std::function<double(std::span<double const>)>;

/// The prior, where it is not the whole unit cube: uniform on a region of it.
struct PriorRegion {
    /// Whether a point belongs to it; everything does if empty. Called by many threads.
    std::function<bool(std::span<double const>)> contains;
    /// Points about uniform on the region, which is where particles begin (drawn from it with
    /// repetition); the unit cube if empty. Needed if `contains` is there.
    Points sample;
};

/// How particles are led.
struct TemperedOptions {
    std::uint32_t particles = 1000;   ///< >= 2; 10 per parameter at the least.
    double effective = 0.6;           ///< Each power leaves this share of the particles, 0 to 1.
    std::uint32_t moves = 6;          ///< Moves of every particle at each power, >= 1.
    std::uint32_t most_moves = 100;   ///< At the last power, at most so many ...
    double least_correlation = 0.15;  ///< ... until no parameter's correlation with where it was
                                      ///< when the moves began is above it.
};

/// One power.
struct TemperedStage {
    double power = 0.0;       ///< Of the likelihood.
    double acceptance = 0.0;  ///< Share of the moves accepted.
    std::uint32_t moves = 0;  ///< Of every particle.
};

/// Particles of the posterior, of equal weight.
struct TemperedPosterior {
    Points points;                        ///< In the unit cube; shape (particles, parameters).
    std::vector<double> log_likelihoods;  ///< Shape (particles).
    std::vector<TemperedStage> stages;
    double largest_correlation = 0.0;  ///< With the start of the last moves, over parameters.
    /// Independent draws that these are worth for a mean: N / (1 + r^2 (sum(c^2) / N - 1)), with r
    /// the largest correlation and c the copies that the last resampling made of each particle.
    double effective_size = 0.0;
    std::uint64_t evaluations = 0;  ///< Of the likelihood.
};

/// Draw from prior x likelihood.
///
/// Particles move on the normal scale z = Phi^-1(u), where the prior is standard normal (on the
/// region, if there is one), so that none leaves the unit cube. Moves take turns: a step that keeps
/// the normal law fitted to all particles (Kantas, Beskos and Jasra 2014, doi:10.1137/130930364),
/// and a random walk with the shape of their covariance; their lengths follow the acceptance.
///
/// \post The same for any number of threads.
/// \throws InputError if the likelihood is 0 at all particles of the prior.
[[nodiscard]] TemperedPosterior tempered_posterior(Draws draws, std::size_t parameters,
                                                   LogLikelihood const& log_likelihood,
                                                   PriorRegion const& prior,
                                                   TemperedOptions const& options = {});

}  // namespace sim::calibration
