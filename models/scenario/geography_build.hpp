#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "models/world/geography.hpp"
#include "sim/base/calendar.hpp"

/// \file models/scenario/geography_build.hpp
/// From tables to the map.

namespace models {

/// A map without what follows from it.
struct GeographyColumns {
    std::vector<std::string> countries, regions, cercles;
    sim::Grid grid;
    CellColumns cells;
    PlaceColumns places;
    RouteColumns routes;
    std::vector<Closure> closures;
    std::vector<CampClosure> camp_closures = {};
    double nearby_km = 25.0;  ///< Reach of local effects [km], > 0.
};

/// Add what rules ask of a map: its graph, shortest paths and neighbourhoods.
[[nodiscard]] std::shared_ptr<Geography> make_geography(GeographyColumns columns);

/// What the map of a scenario is made from.
struct GeographySource {
    std::filesystem::path grid, places, routes, closures;
    std::string country;      ///< The simulated country.
    sim::Date first_day;      ///< Day 0.
    double nearby_km = 25.0;  ///< Reach of local effects [km], > 0.
};

/// Read and check the four tables, and prepare what rules ask of the map: shortest paths,
/// neighbourhoods and the place from which each cell reaches the routes.
///
/// That place is the nearest by great circle of those in the cell's country that have a route and
/// are no camp; cells of a country without one have no_place.
///
/// \throws InputError with file and line.
[[nodiscard]] std::shared_ptr<Geography const> build_geography(GeographySource const& source);

}  // namespace models
