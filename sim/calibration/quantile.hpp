#pragma once

#include <span>
#include <vector>

/// \file sim/calibration/quantile.hpp
/// Quantiles and spreads of numbers, with or without weights.

namespace sim::calibration {

/// Quantile of ascending numbers, linear between order statistics (type 7 of Hyndman and Fan 1996,
/// doi:10.1080/00031305.1996.10473566). \pre not empty; 0 <= p <= 1
[[nodiscard]] double sorted_quantile(std::span<double const> ascending, double p);

/// Smallest value with at least the share \p p of the weight at or below it.
/// \pre not empty, one weight per value, weights >= 0 with a positive sum; 0 <= p <= 1
[[nodiscard]] double weighted_quantile(std::span<double const> values,
                                       std::span<double const> weights, double p);

/// Median of the distances to the median (not scaled to a standard deviation). \pre not empty
[[nodiscard]] double median_absolute_deviation(std::vector<double> values);

}  // namespace sim::calibration
