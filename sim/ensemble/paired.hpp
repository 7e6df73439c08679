#pragma once

#include <cstddef>
#include <optional>
#include <span>

/// \file sim/ensemble/paired.hpp
/// Means and paired differences with intervals, and what pairing saves.

namespace sim {

/// A mean and where the true one lies.
struct MeanInterval {
    double mean = 0.0;
    double half_width = 0.0;  ///< Of the interval by Student's t; infinite for fewer than 2 values.
    double variance = 0.0;    ///< Of one value; 0 for fewer than 2.
    std::size_t count = 0;

    [[nodiscard]] double low() const noexcept { return mean - half_width; }
    [[nodiscard]] double high() const noexcept { return mean + half_width; }
};

/// The share of intervals that hold the true mean.
inline constexpr double usual_confidence = 0.9;

/// Mean of values that are drawn independently. The interval is exact if they are normal.
[[nodiscard]] MeanInterval mean_interval(std::span<double const> values,
                                         double confidence = usual_confidence);

/// What pairs of runs with equal luck say of a difference.
struct PairedDifference {
    MeanInterval difference;  ///< Other minus baseline.
    /// Variance of the difference of two runs without common luck, by that with it: so many times
    /// fewer pairs give the same precision. Nothing if no difference varies.
    std::optional<double> variance_ratio;
};

/// \pre As many of both; value i of both had the same luck.
[[nodiscard]] PairedDifference paired_difference(std::span<double const> baseline,
                                                 std::span<double const> other,
                                                 double confidence = usual_confidence);

/// Values needed for an interval of a half-width: the smallest n with t(n - 1) sqrt(variance / n)
/// <= half_width. Nothing if that cannot be said: fewer than 2 values, or half_width <= 0.
[[nodiscard]] std::optional<std::size_t> values_needed(MeanInterval const& interval,
                                                       double half_width,
                                                       double confidence = usual_confidence);

}  // namespace sim
