#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

#include "sim/base/check.hpp"
#include "sim/random/stream.hpp"

/// \file sim/random/distributions.hpp
/// Draws from the usual distributions, the same in every standard library.
///
/// Every method is exact: no normal or other approximation at any parameter value. What remains is
/// floating-point rounding and the 53 bits of a uniform draw, so events rarer than about 1e-16
/// do not occur. Parameters are checked by SIM_EXPECTS; a NaN breaks every precondition.

namespace sim {

/// Waiting time at a constant rate, by inversion; infinite if the rate is 0.
///
/// \param rate  Events per unit of time [1/time], >= 0.
[[nodiscard]] inline double exponential(Stream& draw, double rate) {
    SIM_EXPECTS(rate >= 0.0);
    double const unit = -std::log(draw.uniform_positive());
    return rate > 0.0 ? unit / rate : std::numeric_limits<double>::infinity();
}

/// Normal draw by the Box-Muller transform: always exactly one counter block, never rejected.
///
/// \param sd  Standard deviation, >= 0.
/// \see Box and Muller (1958), doi:10.1214/aoms/1177706645.
[[nodiscard]] double normal(Stream& draw, double mean, double sd);

/// exp(normal(log_mean, log_sd)).
///
/// \param log_mean  Mean of the logarithm, which is the logarithm of the median.
/// \param log_sd    Standard deviation of the logarithm, >= 0.
[[nodiscard]] double lognormal(Stream& draw, double log_mean, double log_sd);

/// Gamma draw with mean shape * scale and variance shape * scale^2.
///
/// \param shape  > 0 and finite.
/// \param scale  >= 0 and finite.
/// \see Marsaglia and Tsang (2000), doi:10.1145/358407.358414.
[[nodiscard]] double gamma(Stream& draw, double shape, double scale);

/// Number of events when \p mean are expected: inversion below a mean of 10, above it PTRS.
///
/// \param mean  Expected number [events], 0 to 2^31.
/// \see Hormann (1993), "The transformed rejection method for generating Poisson random variables",
///      doi:10.1016/0167-6687(93)90997-4.
[[nodiscard]] std::uint32_t poisson(Stream& draw, double mean);

/// Whether poisson() may give more than 0 from here on, for any mean up to \p most. Where means are
/// small and take long to find, those of the others need not be looked for.
///
/// \param draw  What poisson() would be given; its own stays where it is.
/// \param most  [events], >= 0.
/// \return True whenever poisson() gives more than 0, and seldom else: for a share \p most of all
///         streams.
[[nodiscard]] inline bool may_have_events(Stream draw, double most) noexcept {
    // Inversion gives 0 below exp(-mean), which is at least 1 - mean but for its rounding.
    constexpr double rounding = 0x1.0p-50;
    return draw.uniform() >= 1.0 - most - rounding;
}

/// Number of successes in \p n trials: inversion if fewer than 10 successes (or failures) are
/// expected, else BTRS.
///
/// \param p  Probability of one success, 0 to 1.
/// \see Hormann (1993), "The generation of binomial random variates",
///      doi:10.1080/00949659308811496.
[[nodiscard]] std::uint32_t binomial(Stream& draw, std::uint32_t n, double p);

/// The result of geometric() that stands for itself and for everything above.
inline constexpr std::uint32_t geometric_cap = std::numeric_limits<std::uint32_t>::max();

/// Number of failures before the first success, at most geometric_cap; by inversion.
///
/// \param p  Probability of one success, 0 to 1; 0 gives geometric_cap.
[[nodiscard]] std::uint32_t geometric(Stream& draw, double p);

/// Index drawn in proportion to its weight; an index of weight 0 is never drawn.
///
/// Takes a number rather than a stream, so that one draw can decide between any number of weights.
///
/// \param weights  Each >= 0, their sum finite.
/// \param u        Uniform draw, 0 <= u < 1.
/// \return         Nothing if no weight is positive.
[[nodiscard]] std::optional<std::uint32_t> weighted_choice(std::span<double const> weights,
                                                           double u);

/// Choose k = out.size() of the numbers 0 to n - 1, every set of k as likely as any other.
///
/// Needs no memory besides \p out and O(k log k) time.
///
/// \param[out] out  The chosen numbers, ascending.
/// \pre out.size() <= n
void sample_without_replacement(Stream& draw, std::uint32_t n, std::span<std::uint32_t> out);

}  // namespace sim
