#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/calibration/design.hpp"
#include "sim/calibration/points.hpp"
#include "sim/calibration/target.hpp"

/// \file sim/calibration/abc_smc.hpp
/// A posterior from runs alone: generations of particles whose outputs come ever nearer to the
/// targets (approximate Bayesian computation by sequential Monte Carlo).
///
/// \see Toni et al. (2009), doi:10.1098/rsif.2008.0172; Beaumont et al. (2009),
///      doi:10.1093/biomet/asp052; Filippi et al. (2013), doi:10.1515/sagmb-2012-0069.

namespace sim::calibration {

/// How the generations are made, and when they end.
struct AbcOptions {
    std::uint32_t particles = 500;  ///< Per generation, >= 2.
    double quantile = 0.5;  ///< The next tolerance is this quantile of the weighted distances of a
                            ///< generation, between 0 and 1.
    std::uint32_t generations = 20;  ///< Ends after so many, the prior's own not counted.
    double tolerance = 0.0;  ///< Ends at a tolerance at or below it [scaled distance], >= 0.
    double least_acceptance = 0.01;  ///< Ends when a smaller share of the proposals is accepted.
    double least_effective = 0.0;    ///< Ends at an effective sample below this share of particles.
    std::uint64_t simulations = 1'000'000;  ///< Ends when so many runs are made; a generation that
                                            ///< is not complete then is given up.
};

/// Why there is nothing more to run.
enum class AbcEnd : std::uint8_t {
    none,            ///< There is.
    generations,     ///< Their number is reached.
    tolerance,       ///< The tolerance is small enough.
    acceptance,      ///< Too few proposals are accepted.
    effective_size,  ///< The weights are too uneven.
    simulations,     ///< No more runs are allowed.
};

/// What one complete generation was like.
struct AbcGeneration {
    double tolerance = 0.0;       ///< Largest distance accepted; infinite for the prior's own.
    std::uint32_t proposals = 0;  ///< Up to the last particle accepted.
    double effective_size = 0.0;  ///< 1 / sum(weight^2) [particles].
};

/// Particles with their outputs.
struct AbcPopulation {
    Points points;                  ///< In the unit cube; shape (particles, parameters).
    Points outputs;                 ///< Shape (particles, outputs).
    std::vector<double> distances;  ///< Shape (particles).
    std::vector<double> weights;    ///< Shape (particles), sum 1; empty while it grows.
};

/// The whole state.
struct AbcSmc {
    Points wanted;                    ///< Proposals to run now; empty until asked for.
    std::vector<double> scales;       ///< Of each target, from the prior's generation; then fixed.
    double tolerance = 0.0;           ///< Of the growing generation.
    std::uint32_t next_proposal = 0;  ///< Number of the next proposal of the growing generation.
    AbcPopulation population;         ///< The last complete generation.
    AbcPopulation growing;            ///< The next one.
    std::vector<AbcGeneration> generations;  ///< Complete ones; the prior's own is number 0.
    std::uint64_t simulations = 0;           ///< Runs made, those that were not needed included.
    AbcEnd end = AbcEnd::none;
};

/// A state before any run. \pre parameters >= 1
[[nodiscard]] AbcSmc start_abc(std::size_t parameters);

/// Fill `wanted` with the next \p batch proposals.
///
/// The prior's generation: prior draws. Later ones: a particle drawn by its weight, moved by a
/// normal step with twice the weighted covariance of the particles (Beaumont et al. 2009; Filippi
/// et al. 2013). Steps are made on the standard normal scale of the prior (normal quantile of the
/// unit cube), where the prior is standard normal and has no edge: no proposal is wasted.
///
/// Proposal i of a generation depends on i and the last complete generation only. It does not
/// matter how proposals are cut into batches, except for the last batch of a generation, some of
/// whose runs are not needed: about as many runs as there are workers are a good batch.
///
/// \pre end == none, wanted is empty, batch >= 1
void ask_abc(AbcSmc& state, Draws draws, std::uint32_t batch);

/// Take the outputs of `wanted`, complete a generation if there are enough particles, and decide
/// whether that was the last.
///
/// Particles are the first `particles` proposals, in their order, within the tolerance. A run that
/// failed (an output that is not finite) is never accepted, so the prior is that of runs that
/// succeed. Weights are prior over proposal density.
///
/// \param targets  The same in every call; their variances are not used.
/// \pre a row per wanted point
void give_outputs(AbcSmc& state, std::span<Target const> targets, Points const& outputs,
                  AbcOptions const& options);

/// Root of the weighted mean square over targets of gap / scale; a target with scale 0 does not
/// count. A one-sided
/// target has no gap on its right side. Infinite if an output is not finite.
[[nodiscard]] double abc_distance(std::span<Target const> targets, std::span<double const> scales,
                                  std::span<double const> outputs);

/// Scale of each target: the median absolute deviation of its output over prior draws (Prangle
/// 2017, doi:10.1214/16-BA1002), or the standard deviation where that is 0.
[[nodiscard]] std::vector<double> abc_scales(std::span<Target const> targets,
                                             Points const& outputs);

/// 1 / sum(weight^2) (Kong, Liu and Wong 1994, doi:10.1080/01621459.1994.10476469).
/// \pre weights sum to 1
[[nodiscard]] double effective_size(std::span<double const> weights);

/// Numbers of \p count particles in proportion to their weights, ascending: systematic resampling
/// (Kitagawa 1996, doi:10.1080/10618600.1996.10474692).
/// \param u  Uniform draw, 0 <= u < 1. \pre weights sum to 1; not empty
[[nodiscard]] std::vector<std::uint32_t> resample(std::span<double const> weights,
                                                  std::uint32_t count, double u);

}  // namespace sim::calibration
