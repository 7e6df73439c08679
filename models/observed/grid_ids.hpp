#pragma once

#include <cstdint>

#include "sim/base/calendar.hpp"
#include "sim/space/geo.hpp"

/// \file models/observed/grid_ids.hpp
/// The numbers by which PRIO-GRID names half-degree cells, and VIEWS names months.

namespace models {

/// PRIO-GRID's gid of the cell that holds a point: (row - 1) * 720 + column, rows from the south
/// and columns from the west, both from 1 (Tollefsen, Strand and Buhaug 2012,
/// doi:10.1177/0022343311431287). Points on an edge belong to the cell north or east of it.
/// \pre -90 <= lat <= 90, finite lon.
[[nodiscard]] std::int32_t priogrid_gid(sim::GeoPoint at) noexcept;

/// Centre of a cell of PRIO-GRID. \pre 1 <= gid <= 259200
[[nodiscard]] sim::GeoPoint priogrid_centre(std::int32_t gid) noexcept;

/// VIEWS' number of a month: 1 is January 1980.
[[nodiscard]] std::int32_t views_month_id(sim::Date date) noexcept;

/// First day of a month of VIEWS. \pre month_id >= 1
[[nodiscard]] sim::Date views_month_start(std::int32_t month_id) noexcept;

}  // namespace models
