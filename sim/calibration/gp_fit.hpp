#pragma once

#include <cstdint>

#include "sim/calibration/design.hpp"
#include "sim/calibration/gaussian_process.hpp"

/// \file sim/calibration/gp_fit.hpp
/// The lengths, variance and nugget that make the outputs of runs likeliest.

namespace sim::calibration {

/// Whether runs at one point differ.
enum class Nugget : std::uint8_t {
    none,       ///< They do not, beyond the noise given: parameters.nugget is 0.
    estimated,  ///< They do.
};

/// How the search is made.
struct GpFitOptions {
    Nugget nugget = Nugget::estimated;
    std::uint32_t starts = 4;  ///< Searches from different points, >= 1.
    /// Likelihoods per search and number sought, >= 1; each costs a decomposition.
    std::uint32_t evaluations_each = 50;
};

/// The setup with the parameters of largest posterior density, found by Nelder and Mead's search on
/// logarithms from several starts.
///
/// Relative to unit inputs and to the variance of the outputs, our assumptions: length lognormal
/// with median 1 and log-sd 1 per input (kept between 0.02 and 50), variance lognormal with median
/// 1 and log-sd 2 (between e^-7 and e^7), nugget lognormal with median 0.01 and log-sd 2 (between
/// 1e-8 and e^2). They are wide, and keep the search away from flat ends of the likelihood.
///
/// \param setup  Kernel, trend, inputs in the unit cube, outputs and noise; its parameters are
///               ignored.
/// \pre   What GaussianProcess demands.
/// \post  The same for any number of threads.
/// \throws InputError if no start gives a law that can be computed.
[[nodiscard]] GpSetup fit_gaussian_process(Draws draws, GpSetup setup,
                                           GpFitOptions const& options = {});

}  // namespace sim::calibration
