#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

/// \file models/facts/statistics.hpp
/// The few statistics of a list of numbers that the facts share. Nothing where undefined.

namespace models {

/// Arithmetic mean; nothing of an empty list.
[[nodiscard]] std::optional<double> mean_of(std::span<double const> values);

/// Sample variance, divisor n - 1; nothing of fewer than two.
[[nodiscard]] std::optional<double> variance_of(std::span<double const> values);

/// Variance / mean (index of dispersion), 1 for Poisson counts; nothing if the mean is 0.
[[nodiscard]] std::optional<double> dispersion_of(std::span<double const> values);

/// Autocorrelation at a lag: sum (x_t - m)(x_{t+lag} - m) / sum (x_t - m)^2 over the whole list.
/// Nothing if the list is not longer than the lag + 1, or constant. \pre lag >= 1
[[nodiscard]] std::optional<double> autocorrelation(std::span<double const> values,
                                                    std::size_t lag);

/// Pearson's correlation; nothing if either list is constant or shorter than two.
/// \pre a.size() == b.size()
[[nodiscard]] std::optional<double> correlation(std::span<double const> a,
                                                std::span<double const> b);

/// Slope of the least-squares line of y on x; nothing if x is constant or shorter than two.
/// \pre x.size() == y.size()
[[nodiscard]] std::optional<double> slope_of(std::span<double const> x, std::span<double const> y);

/// Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996,
/// doi:10.1080/00031305.1996.10473566). Nothing of an empty list. \pre 0 <= p <= 1
[[nodiscard]] std::optional<double> quantile_of(std::vector<double> values, double p);

/// a / b; nothing if b is 0.
[[nodiscard]] std::optional<double> ratio_of(double a, double b);

}  // namespace models
