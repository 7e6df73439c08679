#pragma once

#include <cstdint>
#include <vector>

#include "sim/calibration/design.hpp"
#include "sim/calibration/points.hpp"

/// \file sim/calibration/morris.hpp
/// Screening: which parameters matter at all, from few runs.
///
/// \see Morris (1991), "Factorial sampling plans for preliminary computational experiments",
///      doi:10.1080/00401706.1991.10484804.

namespace sim::calibration {

/// How a screening is laid out.
struct MorrisOptions {
    std::uint32_t trajectories = 20;  ///< Trajectories run, >= 2; each costs parameters + 1 runs.
    std::uint32_t candidates = 200;   ///< Trajectories they are chosen from, >= trajectories.
    std::uint32_t levels = 4;         ///< Values that a parameter takes, even, >= 2.
};

/// What one parameter does to one output, per unit of the unit cube [unit of the output].
struct ElementaryEffects {
    double mean = 0.0;            ///< mu: effects of opposite signs cancel.
    double mean_absolute = 0.0;   ///< mu*: Campolongo et al. (2007); what to rank by.
    double sd = 0.0;              ///< sigma: interaction or curvature; 0 for a linear effect.
    double standard_error = 0.0;  ///< Of mean_absolute, over trajectories.
    std::uint32_t count = 0;      ///< Effects seen: trajectories without a failed run there.
};

/// The points to run: trajectory after trajectory, each of \p parameters + 1 points of which
/// neighbours differ in one parameter, by 1/2.
///
/// Levels are the middles of `levels` equal slices of [0, 1] rather than its ends, so that laws
/// without bounds keep finite values (our choice). Trajectories are chosen one by one from the
/// candidates, each time the one farthest from those chosen: the spread of Campolongo, Cariboni and
/// Saltelli (2007), doi:10.1016/j.envsoft.2006.10.004, by the greedy search of Ruano et al. (2012),
/// doi:10.1016/j.envsoft.2012.03.008. The first candidate is always chosen (our choice).
///
/// \pre options in the stated ranges; 1 <= parameters
[[nodiscard]] Points morris_design(Draws draws, std::size_t parameters,
                                   MorrisOptions const& options);

/// The effects of each parameter on each output.
///
/// \param design   What morris_design() gave, in the unit cube.
/// \param outputs  A row per row of the design; a number that is not finite is a failed run.
/// \return         Shape (outputs, parameters), output by output.
[[nodiscard]] std::vector<ElementaryEffects> elementary_effects(Points const& design,
                                                                Points const& outputs);

}  // namespace sim::calibration
