#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/world/geography.hpp"
#include "sim/space/grid.hpp"

/// \file models/scenario/grid_table.hpp
/// The grid: which cells there are, whose they are and how many people live there.

namespace models {

/// The grid as read. Units are numbered in the order in which the table first names them.
struct GridTable {
    sim::Grid grid;
    std::vector<std::string> countries;  ///< Row 0 is the simulated country.
    std::vector<std::string> regions;    ///< Of the simulated country.
    std::vector<std::string> cercles;    ///< Of the simulated country.
    CellColumns cells;                   ///< Without nearest_place, which needs the places.
};

/// Most people that one cell may have [people].
inline constexpr std::int64_t most_people_in_cell = 20'000'000;

/// Read the table `row,column,country,region,cercle,population,road_km,river_km`, headed by a line
/// as read_grid_header() reads it.
///
/// \param home  Name of the simulated country. Its cells have a region and a cercle; only they have
///              people.
/// \throws InputError with file and line if a cell is off the grid, out of order or there twice, a
///         number is out of range, a unit is missing, a cercle is in two regions, or no cell is in
///         \p home.
[[nodiscard]] GridTable read_grid(std::filesystem::path const& path, std::string_view home);

}  // namespace models
