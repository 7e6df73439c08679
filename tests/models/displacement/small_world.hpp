#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/displacement/displacement_params.hpp"
#include "models/world/world.hpp"

/// \file tests/models/displacement/small_world.hpp
/// A country of few cells, made for tests: every place is a cell of its own, all in one row.

namespace models::test {

/// A place of a small map. Place i lies in cell i.
struct SmallPlace {
    PlaceKind kind = PlaceKind::town;
    std::uint32_t country = 0;  ///< 0 is the country simulated, 1 its neighbour.
    std::uint32_t population = 1000;
    std::uint32_t capacity = 0;
    std::uint32_t opens = 0;
    double home_km = 0.0;  ///< From the homes of its cell to the place [km].
};

/// A route between two places.
struct SmallRoute {
    std::uint32_t a, b;
    double km;
};

/// Places in a row of cells 0.1 degrees wide, joined by routes.
inline std::shared_ptr<Geography> small_map(std::vector<SmallPlace> const& places,
                                            std::vector<SmallRoute> const& routes,
                                            std::vector<Closure> closures = {}) {
    auto const count = static_cast<std::uint32_t>(places.size());
    std::vector<sim::GridPosition> positions;
    for (std::uint32_t i = 0; i < count; ++i) positions.push_back({0, i});
    sim::GridSpec const spec{.south = 15.0, .west = 0.0, .step = 0.1, .rows = 1, .columns = count};
    sim::Grid const grid{spec, positions};

    CellColumns cells;
    PlaceColumns columns;
    for (std::uint32_t i = 0; i < count; ++i) {
        SmallPlace const& place = places[i];
        RegionId const region = place.country == 0 ? RegionId{0} : no_region;
        cells.country.push_back(CountryId{place.country});
        cells.region.push_back(region);
        cells.cercle.push_back(sim::no_row);
        cells.population.push_back(place.population);
        cells.road_km.push_back(0.0F);
        cells.river_km.push_back(0.0F);
        cells.nearest_place.push_back(PlaceId{i});
        cells.nearest_place_km.push_back(static_cast<float>(place.home_km));
        columns.key.push_back("place" + std::to_string(i));
        columns.name.push_back("Place " + std::to_string(i));
        columns.kind.push_back(place.kind);
        columns.country.push_back(CountryId{place.country});
        columns.region.push_back(region);
        columns.at.push_back(grid.centre(sim::CellId{i}));
        columns.cell.push_back(sim::CellId{i});
        columns.population.push_back(place.population);
        columns.capacity.push_back(place.capacity);
        columns.opens.push_back(sim::Day{place.opens});
        columns.closes.push_back(never);
    }
    RouteColumns rows;
    std::vector<sim::Route> links;
    for (auto const& route : routes) {
        rows.a.push_back(PlaceId{route.a});
        rows.b.push_back(PlaceId{route.b});
        rows.km.push_back(static_cast<float>(route.km));
        links.push_back({sim::NodeId{route.a}, sim::NodeId{route.b}, route.km});
    }
    sim::Graph const graph{count, links, sim::Travel::both_ways};
    return std::make_shared<Geography>(Geography{.countries = {"Here", "Abroad"},
                                                 .regions = {"North"},
                                                 .cercles = {},
                                                 .grid = grid,
                                                 .cells = std::move(cells),
                                                 .places = std::move(columns),
                                                 .routes = std::move(rows),
                                                 .closures = std::move(closures),
                                                 .graph = graph,
                                                 .paths = sim::PathTable{graph},
                                                 .nearby = sim::Neighbourhoods{grid, 25.0},
                                                 .nearby_km = 25.0});
}

/// Nobody lives there yet, nothing has happened, every route is open. Actor 0 is an armed group,
/// actor 1 the state; both hold nothing.
inline World small_world(std::shared_ptr<Geography const> map, std::uint64_t seed = 1) {
    std::size_t const cells = map->grid.size();
    std::size_t const places = map->places.size();
    World world;
    world.seed = sim::Seed{seed};
    world.first_day = sim::make_date(2012, 1, 1);
    world.actors.key = {"group", "state"};
    world.actors.actor_class = {ActorClass::rebel, ActorClass::state};
    world.cells.threat = FadingField{cells, 30.0, 1e-6};
    world.cells.takeover = FadingField{cells, 60.0, 1e-6};
    world.cells.food_stress.assign(cells, 0.0F);
    world.places = PlaceState{places};
    world.route_open.assign(map->routes.size(), 1);
    world.returns.refugees.assign(map->countries.size(), 0);
    world.returns.idps.assign(map->regions.size(), 0);
    world.map = std::move(map);
    return world;
}

/// Give a cell some households of one size. Cells in ascending order.
inline StratumId settle_households(World& world, std::uint32_t cell, std::uint32_t households,
                                   Community community = Community::songhai,
                                   std::uint8_t people = 6) {
    std::vector<std::uint8_t> const sizes(households, people);
    return world.households.add_stratum(sim::CellId{cell}, community, sizes);
}

/// The same factors for every community and holder.
inline ByCommunity equal_factors(double factor) {
    ByCommunity factors;
    factors.fill({.armed_group = factor, .otherwise = factor});
    return factors;
}

/// A world in which everything can happen, with plain numbers.
inline DisplacementParams plain_params() {
    DisplacementParams params;
    params.flight = {.rate_threat = 0.01,
                     .threat_half = 1e9,
                     .rate_region = 0.0,
                     .region_half = 1.0,
                     .rate_takeover = 0.1,
                     .food_effect = 1.0,
                     .crowd_people = 1e9,
                     .crowd_power = 0.0,
                     .max_rate = 1.0,
                     .exposure = equal_factors(1.0)};
    params.travel = {.walk_km_per_day = 20.0,
                     .route_km_per_day = 100.0,
                     .closures_known = 0.0,
                     .patience_days = 10};
    params.destination = {.camp = 1.0,
                          .foreign_town = 1.0,
                          .town = 1.0,
                          .base_population = 1000.0,
                          .population_power = 0.5,
                          .distance_power = 1.0,
                          .softening_km = 10.0,
                          .threat_limit = 2.0,
                          .takeover_limit = 0.5,
                          .network = 0.0,
                          .tries = 64,
                          .kin = {}};
    params.return_home = {.displaced = 0.02,
                          .refugee = 0.005,
                          .threat_scale = 0.5,
                          .takeover_scale = 0.1,
                          .tenure_days = 1000.0,
                          .displaced_again = 0.1,
                          .home = equal_factors(1.0)};
    return params;
}

}  // namespace models::test
