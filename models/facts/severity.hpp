#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "models/facts/fact_context.hpp"

/// \file models/facts/severity.hpp
/// How many die in one event, and the tail of that distribution.

namespace models {

/// Hurwitz's zeta function, sum over k >= 0 of (q + k)^-s, to about 12 digits, by the
/// Euler-Maclaurin formula. \pre s > 1, q > 0
[[nodiscard]] double hurwitz_zeta(double s, double q);

/// A fitted exponent.
struct PowerLaw {
    std::optional<double> alpha;  ///< Nothing below 10 values, or if all of them are xmin.
    std::size_t n = 0;            ///< Values >= xmin.
};

/// Exponent of a discrete power law p(x) = x^-alpha / zeta(alpha, xmin), x >= xmin, by exact
/// maximum likelihood (Clauset, Shalizi and Newman 2009, eq. 3.5, doi:10.1137/070710111).
/// \pre xmin >= 1
[[nodiscard]] PowerLaw discrete_power_law(std::span<std::uint32_t const> values,
                                          std::uint32_t xmin);

/// The usual approximation, 1 + n / sum ln(x / (xmin - 1/2)) (the same paper, eq. 3.7); good for
/// xmin >= 6. For comparison only. \pre xmin >= 1
[[nodiscard]] PowerLaw approximate_power_law(std::span<std::uint32_t const> values,
                                             std::uint32_t xmin);

/// severity_exponent_xmin3, _xmin10; zero_death_share; mean_deaths_fatal; the shares of events with
/// at least 10 and 21 deaths among fatal events, and of deaths: fatal_share_10plus,
/// deaths_share_10plus, fatal_share_21plus, deaths_share_21plus.
[[nodiscard]] FactReport severity_facts(ObservedEvents events);

}  // namespace models
