#include "benchmarks/synthetic_map.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "models/scenario/geography_build.hpp"
#include "sim/base/check.hpp"

namespace bench {
namespace {

using namespace models;

constexpr std::uint32_t regions = 10;
constexpr double detour = 1.3;  // length of a route against the great circle
constexpr CountryId home{0}, abroad{1};

/// Row or column of cells in which a row or column of places stands.
std::uint32_t cell_line(SyntheticMapSize const& size, std::uint32_t place_line) {
    return (2 * place_line + 1) * size.cells_across / (2 * size.places_across);
}

sim::Grid square_grid(SyntheticMapSize const& size) {
    std::vector<sim::GridPosition> positions;
    for (std::uint32_t row = 0; row < size.cells_across; ++row) {
        for (std::uint32_t column = 0; column < size.cells_across; ++column) {
            positions.push_back({row, column});
        }
    }
    double const step = 0.1;
    return {{.south = 0.0,
             .west = 0.0,
             .step = step,
             .rows = size.cells_across,
             .columns = size.cells_across},
            positions};
}

PlaceColumns rows_of_places(SyntheticMapSize const& size, sim::Grid const& grid) {
    PlaceColumns places;
    for (std::uint32_t row = 0; row < size.places_across; ++row) {
        for (std::uint32_t column = 0; column < size.places_across; ++column) {
            bool const is_abroad = column + 1 == size.places_across;
            auto const cell = grid.find(cell_line(size, row), cell_line(size, column));
            auto const number = std::to_string(places.size());
            PlaceKind const shelter = row % 2 == 0 ? PlaceKind::foreign_town : PlaceKind::camp;
            places.key.push_back("place-" + number);
            places.name.push_back("Place " + number);
            places.kind.push_back(is_abroad ? shelter : PlaceKind::town);
            places.country.push_back(is_abroad ? abroad : home);
            places.region.push_back(is_abroad ? no_region
                                              : RegionId{row * regions / size.places_across});
            places.at.push_back(grid.centre(*cell));
            places.cell.push_back(*cell);
            places.population.push_back(10'000);
            places.capacity.push_back(0);
            places.opens.push_back(sim::Day{0});
            places.closes.push_back(never);
        }
    }
    return places;
}

RouteColumns routes_between(SyntheticMapSize const& size, PlaceColumns const& places) {
    RouteColumns routes;
    auto const join = [&](std::uint32_t a, std::uint32_t b) {
        routes.a.push_back(PlaceId{a});
        routes.b.push_back(PlaceId{b});
        double const km = detour * sim::great_circle_km(places.at[a], places.at[b]);
        routes.km.push_back(static_cast<float>(km));
    };
    std::uint32_t const across = size.places_across;
    for (std::uint32_t place = 0; place < across * across; ++place) {
        if ((place + 1) % across != 0) join(place, place + 1);
        if (place + across < across * across) join(place, place + across);
    }
    return routes;
}

/// How many live in a cell against another.
double weight(SyntheticMapSize const& size, std::uint32_t row, std::uint32_t column) {
    std::uint32_t const every = size.cells_across / size.places_across;
    bool const has_town = row % every == every / 2 && column % every == every / 2;
    return has_town ? 200.0 : 1.0 + (7 * row + 3 * column) % 10;
}

CellColumns cells_of(SyntheticMapSize const& size, sim::Grid const& grid,
                     PlaceColumns const& places) {
    std::uint32_t const border = cell_line(size, size.places_across - 1);
    std::vector<double> weights(grid.size(), 0.0);
    for (auto const cell : grid.cells()) {
        if (grid.column(cell) >= border) continue;
        weights[cell.row] = weight(size, grid.row(cell), grid.column(cell));
    }
    double const people = synthetic_household_size * size.households /
                          std::accumulate(weights.begin(), weights.end(), 0.0);
    CellColumns cells;
    for (auto const cell : grid.cells()) {
        bool const is_abroad = grid.column(cell) >= border;
        std::uint32_t const region = grid.row(cell) * regions / size.cells_across;
        std::uint32_t const row = grid.row(cell) * size.places_across / size.cells_across;
        std::uint32_t const column = grid.column(cell) * size.places_across / size.cells_across;
        // Those who live behind the last town go back to it: routes begin in their own country.
        std::uint32_t const town = is_abroad ? column : std::min(column, size.places_across - 2);
        PlaceId const nearest{row * size.places_across + town};
        auto const alone = static_cast<std::uint32_t>(std::lround(people * weights[cell.row]));
        cells.country.push_back(is_abroad ? abroad : home);
        cells.region.push_back(is_abroad ? no_region : RegionId{region});
        cells.cercle.push_back(sim::no_row);
        cells.population.push_back(size.density * alone);
        cells.road_km.push_back(0.0F);
        cells.river_km.push_back(0.0F);
        cells.nearest_place.push_back(nearest);
        cells.nearest_place_km.push_back(
            static_cast<float>(sim::great_circle_km(grid.centre(cell), places.at[nearest.row])));
    }
    return cells;
}

/// One of the routes that cross the border.
RouteId crossing(RouteColumns const& routes, PlaceColumns const& places) {
    std::uint32_t route = 0;
    while (places.country[routes.a[route].row] == places.country[routes.b[route].row]) ++route;
    return RouteId{route};
}

}  // namespace

std::shared_ptr<Geography const> synthetic_map(SyntheticMapSize const& size) {
    SIM_EXPECTS(size.cells_across >= 20 && size.density >= 1);
    SIM_EXPECTS(size.places_across >= 4 && size.places_across <= size.cells_across);
    auto grid = square_grid(size);
    auto places = rows_of_places(size, grid);
    auto routes = routes_between(size, places);
    auto cells = cells_of(size, grid, places);
    Closure const closure{crossing(routes, places), sim::Day{10}, sim::Day{20}};
    std::vector<std::string> names(regions);
    for (std::uint32_t i = 0; i < regions; ++i) names[i] = "Region " + std::to_string(i);
    return make_geography({.countries = {"Here", "Abroad"},
                           .regions = std::move(names),
                           .cercles = {},
                           .grid = std::move(grid),
                           .cells = std::move(cells),
                           .places = std::move(places),
                           .routes = std::move(routes),
                           .closures = {closure}});
}

}  // namespace bench
