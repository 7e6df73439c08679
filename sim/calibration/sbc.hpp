#pragma once

#include <cstdint>
#include <span>
#include <vector>

/// \file sim/calibration/sbc.hpp
/// Simulation-based calibration: whether posteriors of known truths are as sure as they should be.
///
/// \see Talts, Betancourt, Simpson, Vehtari and Gelman (2018), "Validating Bayesian inference
///      algorithms with simulation-based calibration", doi:10.48550/arXiv.1804.06788.

namespace sim::calibration {

/// Number of posterior draws below the truth, 0 to draws.size(). Of draws equal to the truth, as
/// many count as below as the share \p u says, so that ranks stay uniform for whole numbers.
///
/// \param draws  Independent draws of equal weight (thin chains; resample() weighted particles).
/// \param u      Uniform draw, 0 <= u < 1.
[[nodiscard]] std::uint32_t rank_of(double truth, std::span<double const> draws, double u);

/// Whether ranks are uniform on 0 .. draws, as those of truths drawn from the prior must be.
struct Uniformity {
    std::vector<std::uint32_t> counts;  ///< Ranks in each of the equal bins.
    double statistic = 0.0;             ///< Pearson's chi-square, counts.size() - 1 degrees.
    double p_value = 1.0;               ///< Chance of so large a statistic if they are.
};

/// Count the ranks and compare.
///
/// \param draws  Posterior draws per truth. \param bins  At least 2, dividing draws + 1; at least
///               5 ranks per bin are usual.
/// \pre no rank above draws; not empty
[[nodiscard]] Uniformity uniformity(std::span<std::uint32_t const> ranks, std::uint32_t draws,
                                    std::uint32_t bins);

/// How often a central interval holds the truth.
struct Coverage {
    double nominal = 0.0;  ///< How often it should: nearest to the level asked that ranks allow.
    double share = 0.0;    ///< How often it does.
    double low = 0.0;      ///< 95 % interval of the share, from the number of truths ...
    double high = 1.0;     ///< ... (Wilson 1927, doi:10.1080/01621459.1927.10502953).
};

/// Coverage of the central intervals of \p level.
/// \param level  Between 0 and 1. \pre no rank above draws; not empty
[[nodiscard]] Coverage coverage(std::span<std::uint32_t const> ranks, std::uint32_t draws,
                                double level);

}  // namespace sim::calibration
