#include "sim/space/grid.hpp"

#include <cmath>
#include <string>

#include "sim/base/check.hpp"

namespace sim {
namespace {

// Sums of decimal steps miss a pole or the date line by rounding; this much is no mistake.
constexpr double edge_tolerance = 1e-9;  // degrees

void check_spec(GridSpec const& spec) {
    require(std::isfinite(spec.step) && spec.step > 0.0,
            "grid step = " + std::to_string(spec.step) +
                " degrees (must be > 0). Give the height of a cell.");
    double const north = spec.south + spec.rows * spec.step;
    double const east = spec.west + spec.columns * spec.step;
    require(spec.south >= -90.0 && north <= 90.0 + edge_tolerance,
            "grid from " + std::to_string(spec.south) + " to " + std::to_string(north) +
                " degrees north (must lie within -90 and 90). Use fewer rows or another edge.");
    require(spec.west >= -180.0 && east <= 180.0 + edge_tolerance,
            "grid from " + std::to_string(spec.west) + " to " + std::to_string(east) +
                " degrees east (must lie within -180 and 180). Use fewer columns or another edge.");
}

std::string text(GridPosition position) {
    return "row " + std::to_string(position.row) + ", column " + std::to_string(position.column);
}

void check_active(GridSpec const& spec, std::span<GridPosition const> active) {
    for (std::size_t i = 0; i < active.size(); ++i) {
        require(active[i].row < spec.rows && active[i].column < spec.columns,
                "cell at " + text(active[i]) + " (the grid has " + std::to_string(spec.rows) +
                    " rows and " + std::to_string(spec.columns) +
                    " columns, counted from 0). Remove the cell or enlarge the grid.");
        require(i == 0 || active[i - 1] < active[i],
                "cell at " + text(active[i]) + " after " + text(active[i == 0 ? 0 : i - 1]) +
                    " (cells must be listed by row, then column, each once). Sort the cells.");
    }
}

// Exact for a sphere: R^2 * width * (sin(north) - sin(south)), without its cancellation.
double cell_area_km2(GridSpec const& spec, double centre_lat) {
    double const step = radians(spec.step);
    return earth_radius_km * earth_radius_km * step * 2.0 * std::cos(radians(centre_lat)) *
           std::sin(0.5 * step);
}

}  // namespace

Grid::Grid(GridSpec const& spec, std::span<GridPosition const> active)
    : spec_{spec}, positions_(active.begin(), active.end()) {
    check_spec(spec);
    check_active(spec, active);
    for (std::uint32_t row = 0; row < spec.rows; ++row) {
        row_area_km2_.push_back(cell_area_km2(spec, row_lat(row)));
    }
    cell_rows_.assign(std::size_t{spec.rows} * spec.columns, no_row);
    for (auto const [row, column] : positions_) {
        auto const next = static_cast<std::uint32_t>(cells_.size());
        cells_.push_back({next});
        cell_rows_[std::size_t{row} * spec.columns + column] = next;
    }
}

std::optional<CellId> Grid::find(std::uint32_t row, std::uint32_t column) const noexcept {
    if (row >= spec_.rows || column >= spec_.columns) return std::nullopt;
    auto const cell = cell_rows_[std::size_t{row} * spec_.columns + column];
    if (cell == no_row) return std::nullopt;
    return CellId{cell};
}

std::optional<CellId> Grid::cell_at(GeoPoint point) const noexcept {
    double const row = std::floor((point.lat - spec_.south) / spec_.step);
    double const column = std::floor((point.lon - spec_.west) / spec_.step);
    bool const is_inside =
        row >= 0.0 && row < spec_.rows && column >= 0.0 && column < spec_.columns;
    if (!is_inside) return std::nullopt;
    return find(static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column));
}

}  // namespace sim
