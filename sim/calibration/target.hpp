#pragma once

#include <cstddef>
#include <cstdint>

/// \file sim/calibration/target.hpp
/// A number from the world that an output is compared with.

namespace sim::calibration {

/// What the number says.
enum class Side : std::uint8_t {
    equal,     ///< The output should be near it.
    at_least,  ///< The output should not be below it ("at least", "more than").
    at_most,   ///< The output should not be above it.
};

/// A target, on the scale of the outputs (take logarithms of both where ratios matter).
struct Target {
    std::size_t output = 0;  ///< Column of the outputs.
    double value = 0.0;      ///< [unit of the output], finite.
    Side side = Side::equal;
    double observation_variance = 0.0;  ///< How wrong the number may be [unit^2], >= 0.
    double discrepancy_variance =
        0.0;              ///< How wrong the best run of the model may be [same], >= 0.
    double weight = 1.0;  ///< What it counts in distances, relative to other targets, >= 0.
};

/// How far \p output is on the wrong side of the target, >= 0 [unit of the output]; NaN for NaN.
[[nodiscard]] inline double gap(Target const& target, double output) noexcept {
    double const below = target.value - output;
    if (target.side == Side::at_least) return below < 0.0 ? 0.0 : below;
    if (target.side == Side::at_most) return below > 0.0 ? 0.0 : -below;
    return below < 0.0 ? -below : below;
}

}  // namespace sim::calibration
