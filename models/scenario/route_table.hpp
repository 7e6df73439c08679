#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/world/geography.hpp"
#include "sim/base/calendar.hpp"

/// \file models/scenario/route_table.hpp
/// The routes between places, and when they are closed.

namespace models {

/// A route may be this much shorter than the great circle between its ends: tables are rounded, and
/// the Earth is no sphere.
inline constexpr double route_tolerance = 0.001;

/// Read the table `a,b,km,kind,crosses_border,note_source`; kind is road, track or desert_track.
///
/// \throws InputError with file and line if a place is unknown, a route ends where it begins, joins
///         two places that are joined already, is shorter than the great circle or says wrongly
///         whether it crosses a border.
[[nodiscard]] RouteColumns read_routes(std::filesystem::path const& path,
                                       PlaceColumns const& places);

/// Read the table `id,kind,a,b,starts,ends,note_source`: kind `country` closes every route between
/// two countries, kind `route` the one between two places. `ends` is the last closed day; empty
/// means for ever. Periods before the first day are left out.
///
/// \throws InputError with file and line if an id is there twice, a name is unknown, no route joins
///         the two, or the end is before the start.
[[nodiscard]] std::vector<Closure> read_closures(std::filesystem::path const& path,
                                                 std::vector<std::string> const& countries,
                                                 PlaceColumns const& places,
                                                 RouteColumns const& routes, sim::Date first_day);

}  // namespace models
