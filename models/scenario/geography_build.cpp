#include "models/scenario/geography_build.hpp"

#include <utility>
#include <vector>

#include "models/scenario/grid_table.hpp"
#include "models/scenario/place_table.hpp"
#include "models/scenario/route_table.hpp"
#include "sim/base/check.hpp"
#include "sim/space/nearest.hpp"

namespace models {
namespace {

sim::Graph graph_of(PlaceColumns const& places, RouteColumns const& routes) {
    std::vector<sim::Route> links;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        links.push_back(
            {sim::NodeId{routes.a[i].row}, sim::NodeId{routes.b[i].row}, double{routes.km[i]}});
    }
    return {static_cast<std::uint32_t>(places.size()), links, sim::Travel::both_ways};
}

/// Fill in nearest_place and nearest_place_km of every cell of one country.
void find_nearest_places(Geography& map, CountryId country) {
    std::vector<PlaceId> candidates;
    std::vector<sim::GeoPoint> points;
    for (std::uint32_t i = 0; i < map.places.size(); ++i) {
        bool const has_route = !map.graph.links_from(sim::NodeId{i}).empty();
        bool const is_camp = map.places.kind[i] == PlaceKind::camp;
        if (map.places.country[i] != country || !has_route || is_camp) continue;
        candidates.push_back(PlaceId{i});
        points.push_back(map.places.at[i]);
    }
    if (candidates.empty()) return;
    sim::NearestPoints const nearest{points};
    for (auto const cell : map.grid.cells()) {
        if (map.cells.country[cell.row] != country) continue;
        auto const centre = map.grid.centre(cell);
        auto const found = nearest.find(centre);
        map.cells.nearest_place[cell.row] = candidates[found];
        map.cells.nearest_place_km[cell.row] =
            static_cast<float>(sim::great_circle_km(centre, points[found]));
    }
}

}  // namespace

std::shared_ptr<Geography> make_geography(GeographyColumns columns) {
    auto graph = graph_of(columns.places, columns.routes);
    sim::PathTable paths{graph};
    sim::Neighbourhoods nearby{columns.grid, columns.nearby_km};
    return std::make_shared<Geography>(Geography{
        .countries = std::move(columns.countries),
        .regions = std::move(columns.regions),
        .cercles = std::move(columns.cercles),
        .grid = std::move(columns.grid),
        .cells = std::move(columns.cells),
        .places = std::move(columns.places),
        .routes = std::move(columns.routes),
        .closures = std::move(columns.closures),
        .graph = std::move(graph),
        .paths = std::move(paths),
        .nearby = std::move(nearby),
        .nearby_km = columns.nearby_km,
        .camp_closures = std::move(columns.camp_closures),
    });
}

std::shared_ptr<Geography const> build_geography(GeographySource const& source) {
    auto table = read_grid(source.grid, source.country);
    auto places = read_places(source.places, table, source.first_day);
    auto routes = read_routes(source.routes, places);
    auto closures =
        read_closures(source.closures, table.countries, places, routes, source.first_day);
    auto map = make_geography({
        .countries = std::move(table.countries),
        .regions = std::move(table.regions),
        .cercles = std::move(table.cercles),
        .grid = std::move(table.grid),
        .cells = std::move(table.cells),
        .places = std::move(places),
        .routes = std::move(routes),
        .closures = std::move(closures),
        .nearby_km = source.nearby_km,
    });
    map->cells.nearest_place.assign(map->grid.size(), no_place);
    map->cells.nearest_place_km.assign(map->grid.size(), 0.0F);
    for (std::uint32_t i = 0; i < map->countries.size(); ++i) {
        find_nearest_places(*map, CountryId{i});
    }
    for (auto const cell : map->grid.cells()) {
        sim::require(
            map->cells.population[cell.row] == 0 || map->cells.nearest_place[cell.row] != no_place,
            source.routes.string() + ": no place of " + source.country +
                " has a route (its people could go nowhere). Add its routes.");
    }
    return map;
}

}  // namespace models
