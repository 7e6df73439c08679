#pragma once

/// \file sim/calibration/normal_law.hpp
/// The standard normal law: density, probability below a value, and value of a probability.

namespace sim::calibration {

/// Density of the standard normal law at \p z.
[[nodiscard]] double normal_density(double z) noexcept;

/// Probability that a standard normal number is at most \p z, in [0, 1]. Accurate in the lower
/// tail: relative error near 1e-15 where the result is above 1e-300.
[[nodiscard]] double normal_probability(double z) noexcept;

/// The z with normal_probability(z) = \p p: -infinity at 0, +infinity at 1.
///
/// First guess 26.2.23 of Abramowitz and Stegun (1964, "Handbook of Mathematical Functions"),
/// then steps of Halley's method on the probability itself until the last bits.
///
/// \param p  Probability, 0 to 1.
[[nodiscard]] double normal_quantile(double p) noexcept;

/// Probability that a chi-square number with \p freedom degrees is above \p statistic.
///
/// By the series or the continued fraction of the incomplete gamma function (Abramowitz and Stegun
/// 1964, 6.5.29 and 6.5.31), whichever converges.
///
/// \param freedom  Degrees of freedom, > 0.
[[nodiscard]] double chi_square_tail(double statistic, double freedom);

}  // namespace sim::calibration
