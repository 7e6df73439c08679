#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/space/grid.hpp"

/// \file sim/space/neighbourhoods.hpp
/// Which cells lie near each cell, found once and for all.

namespace sim {

/// For each cell in use, the cells in use whose centre lies within a radius of its own centre.
class Neighbourhoods {
  public:
    /// \param radius_km  Great-circle distance between centres, included; >= 0 and finite.
    Neighbourhoods(Grid const& grid, double radius_km);

    /// The cells near \p cell, itself included, ascending.
    [[nodiscard]] std::span<CellId const> cells(CellId cell) const noexcept {
        return std::span{cells_}.subspan(first_[cell.row], count(cell));
    }

    /// Distance of each of cells(\p cell) [km]; 0 for itself.
    [[nodiscard]] std::span<float const> distances_km(CellId cell) const noexcept {
        return std::span{distances_km_}.subspan(first_[cell.row], count(cell));
    }

    /// Number of cells that have a neighbourhood.
    [[nodiscard]] std::size_t size() const noexcept { return first_.size() - 1; }

    /// Neighbours of all cells together.
    [[nodiscard]] std::size_t total() const noexcept { return cells_.size(); }

  private:
    [[nodiscard]] std::size_t count(CellId cell) const noexcept {
        return first_[cell.row + 1] - first_[cell.row];
    }

    std::vector<std::size_t> first_;   // where the neighbours of a cell begin; shape (cells + 1)
    std::vector<CellId> cells_;        // shape (total)
    std::vector<float> distances_km_;  // shape (total)
};

}  // namespace sim
