#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/base/ids.hpp"
#include "sim/space/geo.hpp"

/// \file sim/space/grid.hpp
/// A regular grid in latitude and longitude, of which only some cells are in use.

namespace sim {

/// A cell in use.
using CellId = Id<struct CellTag>;

/// A regular grid; row 0 lies in the south, column 0 in the west. It may not cross longitude 180.
struct GridSpec {
    double south = 0.0;         ///< Southern edge [degrees north], >= -90.
    double west = 0.0;          ///< Western edge [degrees east], >= -180.
    double step = 1.0;          ///< Height and width of a cell [degrees], > 0.
    std::uint32_t rows = 0;     ///< Northern edge south + rows * step <= 90.
    std::uint32_t columns = 0;  ///< Eastern edge west + columns * step <= 180.

    friend constexpr bool operator==(GridSpec const&, GridSpec const&) = default;
};

/// Where a cell stands in the grid. Ordered from south to north, then from west to east.
struct GridPosition {
    std::uint32_t row = 0;     ///< From the south, from 0.
    std::uint32_t column = 0;  ///< From the west, from 0.

    friend constexpr auto operator<=>(GridPosition, GridPosition) = default;
};

/// The cells in use, numbered from 0 by row, then column.
class Grid {
  public:
    /// \param active  The cells in use, by row, then column, each once.
    /// \throws InputError if the grid leaves the globe or `active` leaves the grid or its order.
    Grid(GridSpec const& spec, std::span<GridPosition const> active);

    [[nodiscard]] GridSpec const& spec() const noexcept { return spec_; }

    /// Number of cells in use.
    [[nodiscard]] std::uint32_t size() const noexcept {
        return static_cast<std::uint32_t>(positions_.size());
    }

    /// Row and column of every cell; shape (cells).
    [[nodiscard]] std::span<GridPosition const> positions() const noexcept { return positions_; }

    /// Every cell in use, ascending; shape (cells).
    [[nodiscard]] std::span<CellId const> cells() const noexcept { return cells_; }

    /// Row of a cell, from the south.
    [[nodiscard]] std::uint32_t row(CellId cell) const noexcept { return positions_[cell.row].row; }

    /// Column of a cell, from the west.
    [[nodiscard]] std::uint32_t column(CellId cell) const noexcept {
        return positions_[cell.row].column;
    }

    /// Centre of a cell.
    [[nodiscard]] GeoPoint centre(CellId cell) const noexcept {
        return {row_lat(row(cell)), spec_.west + (column(cell) + 0.5) * spec_.step};
    }

    /// Latitude of the centres of a row, in use or not [degrees north].
    [[nodiscard]] double row_lat(std::uint32_t row) const noexcept {
        return spec_.south + (row + 0.5) * spec_.step;
    }

    /// Area of a cell on the sphere of earth_radius_km [km2].
    [[nodiscard]] double area_km2(CellId cell) const noexcept { return row_area_km2_[row(cell)]; }

    /// The cell in use at a row and column; nothing if there is none, on or off the grid.
    [[nodiscard]] std::optional<CellId> find(std::uint32_t row,
                                             std::uint32_t column) const noexcept;

    /// The cell in use that holds a point, its southern and western edge included.
    [[nodiscard]] std::optional<CellId> cell_at(GeoPoint point) const noexcept;

  private:
    GridSpec spec_;
    std::vector<GridPosition> positions_;
    std::vector<CellId> cells_;
    std::vector<double> row_area_km2_;      // of one cell; shape (rows)
    std::vector<std::uint32_t> cell_rows_;  // no_row where unused; shape (rows, columns)
};

}  // namespace sim
