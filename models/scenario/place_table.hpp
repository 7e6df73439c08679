#pragma once

#include <filesystem>

#include "models/scenario/grid_table.hpp"
#include "models/world/geography.hpp"
#include "sim/base/calendar.hpp"

/// \file models/scenario/place_table.hpp
/// Towns, camps and bases.

namespace models {

/// A place abroad may lie this far beyond the grid [km]; it then counts as in the nearest cell.
inline constexpr double most_km_off_grid = 1000.0;

/// Read the table
/// `id,name,kind,country,region,cercle,lat,lon,population_2012,capacity,opens,closes, note_source`.
///
/// A place of the simulated country lies in a cell of its own region, or next to one: outlines are
/// drawn by cell centres. `closes` is the last day on which a place takes people.
///
/// \param first_day  Day 0.
/// \throws InputError with file and line if an id is there twice, a country or region is unknown, a
///         place is off the map or in another country than it says, a date or number is out of
///         range, or a place closes before it opens.
[[nodiscard]] PlaceColumns read_places(std::filesystem::path const& path, GridTable const& grid,
                                       sim::Date first_day);

}  // namespace models
