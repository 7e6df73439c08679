#pragma once

#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/calibration/points.hpp"

/// \file sim/calibration/prior.hpp
/// What is believed of a parameter before the runs are compared with anything.

namespace sim::calibration {

/// The families of laws.
enum class PriorKind {
    uniform,      ///< Between first and second.
    log_uniform,  ///< Its logarithm is uniform between log(first) and log(second); 0 < first.
    normal,       ///< Mean first, standard deviation second.
    lognormal,    ///< Its logarithm is normal with mean first and standard deviation second.
};

/// The law of one parameter, cut at `lower` and `upper` (a truncated law has the density of the
/// whole one between its bounds, scaled to a total of 1).
struct Prior {
    PriorKind kind = PriorKind::uniform;
    double first = 0.0;   ///< Lower end or mean (of the logarithm) [unit of the parameter].
    double second = 1.0;  ///< Upper end, > first, or standard deviation, > 0.
    double lower = -std::numeric_limits<double>::infinity();  ///< No value below it.
    double upper = std::numeric_limits<double>::infinity();   ///< No value above it.

    bool operator==(Prior const&) const = default;
};

/// `uniform`, `log-uniform`, `normal` or `lognormal`.
[[nodiscard]] std::string_view name_of(PriorKind kind) noexcept;

/// The kind of that name. \throws InputError with the known names, and the nearest.
[[nodiscard]] PriorKind prior_kind(std::string_view name);

/// `normal(0, 1)`, or `normal(0, 1) between -1 and inf` when it is cut.
[[nodiscard]] std::string describe(Prior const& prior);

/// Check the ranges above, and that something is left between the bounds.
/// \param parameter  Name for the message.
/// \throws InputError naming the parameter, what is wrong and what to do.
void check(Prior const& prior, std::string_view parameter);

/// Density at \p value [1/unit of the parameter]; 0 outside the bounds. \pre checked
[[nodiscard]] double density(Prior const& prior, double value);

/// Probability of a value of at most \p value, in [0, 1]: the map to the unit cube. \pre checked
[[nodiscard]] double to_unit(Prior const& prior, double value);

/// The value that the law exceeds with probability 1 - \p u: the map from the unit cube, and, of a
/// uniform \p u, a draw (inversion; Devroye 1986, "Non-Uniform Random Variate Generation",
/// doi:10.1007/978-1-4613-8643-8, chapter II). Never outside the bounds; infinite only for a law
/// without bounds at u = 0 or 1. \pre checked, 0 <= u <= 1
[[nodiscard]] double from_unit(Prior const& prior, double u);

/// Each column by from_unit() of its prior, where 0 and 1 count as 2^-54 and 1 - 2^-53, so that no
/// value is infinite. \pre one prior per column.
[[nodiscard]] Points from_unit(std::span<Prior const> priors, Points const& unit);

/// Each column by to_unit() of its prior. \pre one prior per column.
[[nodiscard]] Points to_unit(std::span<Prior const> priors, Points const& values);

}  // namespace sim::calibration
