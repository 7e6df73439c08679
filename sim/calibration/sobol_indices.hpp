#pragma once

#include <cstdint>
#include <vector>

#include "sim/calibration/design.hpp"
#include "sim/calibration/points.hpp"

/// \file sim/calibration/sobol_indices.hpp
/// Which share of an output's variance each parameter explains, alone and with the others.

namespace sim::calibration {

/// An estimate with the interval of its bootstrap.
struct Interval {
    double estimate = 0.0;
    double low = 0.0;
    double high = 0.0;
};

/// The shares of one output's variance that come from one parameter [-]; estimates may leave [0, 1]
/// by Monte Carlo error.
struct SobolIndices {
    Interval first;  ///< By itself: Var(E(output | parameter)) / Var(output).
    Interval total;  ///< With all its interactions: 1 - Var(E(output | others)) / Var(output).
};

/// The bootstrap of the intervals.
struct SobolOptions {
    std::uint32_t resamples = 1000;  ///< Bootstrap samples, >= 2.
    double level = 0.95;             ///< Coverage of the intervals, between 0 and 1.
};

/// The points to run: for each base number i from \p first on, one block of parameters + 2 rows: A,
/// B, and A with one parameter after the other taken from B. A and B are uniform and independent,
/// so that blocks can be added later and left out where a run failed.
///
/// \pre 1 <= parameters; first + blocks <= 2^32
[[nodiscard]] Points sobol_design(Draws draws, std::size_t first, std::size_t blocks,
                                  std::size_t parameters);

/// The indices of each parameter for each output.
///
/// First order: Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018, table 2 (b), of outputs less
/// their mean; total: Jansen (1999), doi:10.1016/S0010-4655(98)00154-4, there table 2 (f).
/// Intervals: percentiles over bootstrap samples of whole blocks (Archer, Saltelli and Sobol 1997,
/// doi:10.1080/00949659708811825).
///
/// \param outputs  A row per row of sobol_design(). Blocks with a number that is not finite do not
///                 count for that output.
/// \return         Shape (outputs, parameters), output by output; NaN for an output with fewer than
///                 2 blocks, or that does not vary.
[[nodiscard]] std::vector<SobolIndices> sobol_indices(Draws draws, Points const& outputs,
                                                      std::size_t parameters,
                                                      SobolOptions const& options = {});

}  // namespace sim::calibration
