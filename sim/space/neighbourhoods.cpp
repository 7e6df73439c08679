#include "sim/space/neighbourhoods.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/check.hpp"

namespace sim {

// How far the cells of another row lie, by how many columns they are away.
struct Neighbourhoods::NearRow {
    std::uint32_t row;
    std::vector<float> distance_km;  // index: columns to the east or west; ends at the radius
    std::uint32_t middle = 0;        // where the distance straight north or south stands for runs
};

namespace {

std::vector<float> column_distances_km(Grid const& grid, double lat, double other_lat,
                                       double radius_km) {
    std::vector<float> distances;
    for (std::uint32_t columns = 0; columns < grid.spec().columns; ++columns) {
        double const km = great_circle_km({lat, 0.0}, {other_lat, columns * grid.spec().step});
        if (km > radius_km) break;
        distances.push_back(static_cast<float>(km));
    }
    return distances;
}

// The nearest point of another row lies straight north or south, so that the first row without
// any near column ends the search.
std::vector<Neighbourhoods::NearRow> near_rows(Grid const& grid, std::uint32_t row,
                                               double radius_km) {
    auto const look = [&](std::uint32_t other) {
        return Neighbourhoods::NearRow{
            other, column_distances_km(grid, grid.row_lat(row), grid.row_lat(other), radius_km)};
    };
    std::vector<Neighbourhoods::NearRow> found;
    for (std::uint32_t south = row; south-- > 0;) {
        found.push_back(look(south));
        if (found.back().distance_km.empty()) break;
    }
    std::ranges::reverse(found);
    for (std::uint32_t north = row; north < grid.spec().rows; ++north) {
        found.push_back(look(north));
        if (found.back().distance_km.empty()) break;
    }
    return found;
}

}  // namespace

Neighbourhoods::Neighbourhoods(Grid const& grid, double radius_km) {
    SIM_EXPECTS(radius_km >= 0.0 && std::isfinite(radius_km));
    std::vector<NearRow> near;
    std::uint32_t near_of = no_row;
    first_.push_back(0);
    first_run_.push_back(0);
    for (CellId const cell : grid.cells()) {
        auto const [row, column] = grid.positions()[cell.row];
        if (row != near_of) {
            near = near_rows(grid, row, radius_km);
            for (NearRow& of_row : near) of_row.middle = put_distances(of_row.distance_km);
        }
        near_of = row;
        for (NearRow const& of_row : near) put_row(grid, of_row, column);
        first_.push_back(cells_.size());
        first_run_.push_back(runs_.size());
    }
}

std::uint32_t Neighbourhoods::put_distances(std::span<float const> distance_km) {
    auto& all = run_distances_km_;
    auto const begin = static_cast<std::uint32_t>(all.size());
    if (distance_km.empty()) return begin;
    all.insert(all.end(), distance_km.rbegin(), distance_km.rend());
    all.insert(all.end(), distance_km.begin() + 1, distance_km.end());
    return begin + static_cast<std::uint32_t>(distance_km.size()) - 1;
}

void Neighbourhoods::put_row(Grid const& grid, NearRow const& near, std::uint32_t column) {
    auto const reach = static_cast<std::uint32_t>(near.distance_km.size());  // columns + 1
    auto const begin = column + 1 > reach ? column + 1 - reach : 0;
    auto const end = std::min(grid.spec().columns, column + reach);
    bool is_gap = true;
    for (std::uint32_t other = begin; other < end; ++other) {
        auto const found = grid.find(near.row, other);
        if (!found) {
            is_gap = true;
            continue;
        }
        if (is_gap) runs_.push_back({*found, 0, near.middle + other - column});
        ++runs_.back().count;
        is_gap = false;
        cells_.push_back(*found);
        distances_km_.push_back(near.distance_km[other > column ? other - column : column - other]);
    }
}

}  // namespace sim
