#pragma once

#include <optional>
#include <utility>

#include "models/facts/fact_context.hpp"

/// \file models/facts/places.hpp
/// Where events happen among the second-level units (cercles), and in their towns.

namespace models {

/// Share of the cells of a table that are 0; nothing of an empty table.
[[nodiscard]] std::optional<double> zero_share(CountTable const& table);

/// P(a unit has any next month | it has any), and P(... | it has none), over all units and pairs of
/// months that follow each other. Nothing without such a pair.
struct Persistence {
    std::optional<double> after_active, after_quiet;
    std::size_t n_active = 0, n_quiet = 0;  ///< Pairs.
};
[[nodiscard]] Persistence persistence(CountTable const& table);

/// Taylor's exponent b of variance ~ mean^b: least-squares slope of log variance on log mean of the
/// monthly counts of each unit (Taylor 1961, doi:10.1038/189732a0), over units with both above 0.
/// Nothing below five of them.
struct Taylor {
    std::optional<double> exponent;
    std::size_t n = 0;  ///< Units.
};
[[nodiscard]] Taylor taylor(CountTable const& table);

/// Share of the sum that the units with most have together; nothing if the sum is 0.
[[nodiscard]] std::optional<double> top_share(CountTable const& table, std::size_t units);

/// For X of events and deaths zero_share_X, persistence_X_active, persistence_X_quiet, taylor_X;
/// top5_units_deaths, top10_units_deaths; urban_share_YEAR, the share of events at the capital of
/// their unit (all events, full_years() only).
[[nodiscard]] FactReport place_facts(ObservedEvents events, FactContext const& context);

}  // namespace models
