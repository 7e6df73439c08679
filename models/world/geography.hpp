#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "models/world/ids.hpp"
#include "models/world/kinds.hpp"
#include "sim/base/ids.hpp"
#include "sim/space/geo.hpp"
#include "sim/space/graph.hpp"
#include "sim/space/grid.hpp"
#include "sim/space/neighbourhoods.hpp"
#include "sim/space/shortest_paths.hpp"

/// \file models/world/geography.hpp
/// The map: everything that does not change during a run. Built once and shared between runs.

namespace models {

/// Cells of the grid, one column per attribute; shape (cells).
struct CellColumns {
    std::vector<CountryId> country;         ///< Country of the cell's centre.
    std::vector<RegionId> region;           ///< First-level unit, or no_region outside the country.
    std::vector<std::uint32_t> cercle;      ///< Row in Geography::cercles, or sim::no_row.
    std::vector<std::uint32_t> population;  ///< Residents on the first day [people].
    std::vector<float> road_km;             ///< Distance to the nearest route [km], >= 0.
    std::vector<float> river_km;            ///< Distance to the nearest river [km], >= 0.
    std::vector<PlaceId> nearest_place;     ///< Where people of this cell reach the routes.
    std::vector<float> nearest_place_km;    ///< Distance to it [km], >= 0.
};

/// Places, one column per attribute; shape (places). Row i is node i of the route graph.
struct PlaceColumns {
    std::vector<std::string> key;           ///< Unique lower-case name used in tables.
    std::vector<std::string> name;          ///< Name for people.
    std::vector<PlaceKind> kind;            ///< What stands there.
    std::vector<CountryId> country;         ///< Country it lies in.
    std::vector<RegionId> region;           ///< First-level unit, or no_region abroad.
    std::vector<sim::GeoPoint> at;          ///< Where it is [degree].
    std::vector<sim::CellId> cell;          ///< The grid cell it lies in.
    std::vector<std::uint32_t> population;  ///< Residents on the first day [people], 0 if unknown.
    std::vector<std::uint32_t> capacity;    ///< Most people a camp takes [people]; 0 = no limit.
    std::vector<sim::Day> opens;            ///< First day a camp takes people; 0 for a town.
    std::vector<sim::Day> closes;           ///< First day it takes no more, or `never`.

    [[nodiscard]] std::size_t size() const noexcept { return key.size(); }
};

/// Routes between places, one column per attribute; shape (routes).
struct RouteColumns {
    std::vector<PlaceId> a, b;  ///< The two ends.
    std::vector<float> km;      ///< Length [km], at least the great-circle distance.

    [[nodiscard]] std::size_t size() const noexcept { return km.size(); }
};

/// A border or route closed from one day to another; days are whole, `until` is open again.
struct Closure {
    RouteId route;
    sim::Day from, until;
};

/// A camp that takes nobody from one day to another; days are whole, `until` is open again.
struct CampClosure {
    PlaceId camp;
    sim::Day from, until;
};

/// The map.
struct Geography {
    std::vector<std::string> countries;  ///< Names; row 0 is the country that is simulated.
    std::vector<std::string> regions;    ///< First-level units of the simulated country.
    std::vector<std::string> cercles;    ///< Second-level units of the simulated country.
    sim::Grid grid;
    CellColumns cells;
    PlaceColumns places;
    RouteColumns routes;
    std::vector<Closure> closures;  ///< One row per closed route and period.
    sim::Graph graph;               ///< Nodes are places, link rows are routes.
    sim::PathTable paths;           ///< Shortest paths with every route open [km].
    sim::Neighbourhoods nearby;     ///< Cells within `nearby_km` of each cell.
    double nearby_km = 25.0;        ///< Reach of local effects [km].
    /// Beside what PlaceColumns::opens says; those of a camp together, camps in their order.
    std::vector<CampClosure> camp_closures = {};

    [[nodiscard]] bool is_home(CountryId country) const noexcept { return country.row == 0; }
    [[nodiscard]] bool is_home(PlaceId place) const noexcept {
        return is_home(places.country[place.row]);
    }
};

}  // namespace models
