#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/space/neighbourhoods.hpp"

/// \file sim/space/nearness.hpp
/// How much of what happens in a cell is felt in those nearby, found once and for all.

namespace sim {

/// exp(-distance / scale) of every neighbour of every cell [1], 0 to 1.
class Nearness {
  public:
    /// \param scale_km  Distance over which it falls by exp(-1) [km], > 0.
    Nearness(Neighbourhoods const& nearby, double scale_km);

    /// Of each of the cells near \p cell, in the order of Neighbourhoods::cells().
    [[nodiscard]] std::span<double const> of(CellId cell) const noexcept {
        return std::span{nearness_}.subspan(first_[cell.row],
                                            first_[cell.row + 1] - first_[cell.row]);
    }

  private:
    std::vector<std::size_t> first_;  // where the neighbours of a cell begin; shape (cells + 1)
    std::vector<double> nearness_;    // shape (total of the neighbourhoods)
};

}  // namespace sim
