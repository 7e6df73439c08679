#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/facts/fact_context.hpp"

/// \file models/facts/clustering.hpp
/// How unevenly events lie over the half-degree cells of PRIO-GRID.

namespace models {

/// Gini coefficient of non-negative numbers: 0 if all are equal, (n - 1) / n if one has all.
/// Nothing if their sum is 0.
[[nodiscard]] std::optional<double> gini(std::vector<double> values);

/// Moran's I with queen neighbours (the eight cells around, as far as they are in the list), each
/// pair with weight 1, not standardised by row (Moran 1950, doi:10.1093/biomet/37.1-2.17).
/// Expected -1 / (n - 1) without any pattern. Nothing if there are no neighbours or all values are
/// the same. \pre cells.size() == values.size(), each cell is there once.
[[nodiscard]] std::optional<double> morans_i(std::span<std::int32_t const> cells,
                                             std::span<double const> values);

/// gini_cells_events over all cells of the country; active_cells; moran_events of log(1 + events),
/// whole period and by year (moran_events_YEAR); active_cells_YEAR. Events outside the cells are
/// left out.
[[nodiscard]] FactReport clustering_facts(ObservedEvents events, FactContext const& context);

}  // namespace models
