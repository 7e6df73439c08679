#pragma once

#include <cstddef>
#include <cstdint>
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

    /// Neighbours of one row of the grid without a gap between them. Their distances are the same
    /// from every cell of a row, so they stand in one short table.
    struct Run {
        CellId first;            ///< The others have the numbers after it.
        std::uint32_t count;     ///< How many, > 0.
        std::uint32_t distance;  ///< Where that of the first stands in run_distances_km().
    };

    /// The cells near \p cell again, in the same order, as runs.
    [[nodiscard]] std::span<Run const> runs(CellId cell) const noexcept {
        return std::span{runs_}.subspan(first_run_[cell.row],
                                        first_run_[cell.row + 1] - first_run_[cell.row]);
    }

    /// Distances that runs point to [km].
    [[nodiscard]] std::span<float const> run_distances_km() const noexcept {
        return run_distances_km_;
    }

    /// Number of cells that have a neighbourhood.
    [[nodiscard]] std::size_t size() const noexcept { return first_.size() - 1; }

    /// Neighbours of all cells together.
    [[nodiscard]] std::size_t total() const noexcept { return cells_.size(); }

    struct NearRow;  // for their making

  private:
    /// Put down how far cells of another row are, to the west and to the east.
    /// \return Where the distance straight north or south stands.
    std::uint32_t put_distances(std::span<float const> distance_km);

    /// Put down the neighbours in another row of a cell in a column.
    void put_row(Grid const& grid, NearRow const& near, std::uint32_t column);

    [[nodiscard]] std::size_t count(CellId cell) const noexcept {
        return first_[cell.row + 1] - first_[cell.row];
    }

    std::vector<std::size_t> first_;      // where the neighbours of a cell begin; shape (cells + 1)
    std::vector<CellId> cells_;           // shape (total)
    std::vector<float> distances_km_;     // shape (total)
    std::vector<std::size_t> first_run_;  // where the runs of a cell begin; shape (cells + 1)
    std::vector<Run> runs_;
    std::vector<float> run_distances_km_;
};

}  // namespace sim
