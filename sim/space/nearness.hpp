#pragma once

#include <cstdint>
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

    /// Calls visit(CellId, nearness) for each of the cells near \p cell, ascending.
    /// \param nearby  As in the constructor.
    template <class Visit>
    void for_each(Neighbourhoods const& nearby, CellId cell, Visit&& visit) const {
        for (auto const& run : nearby.runs(cell)) {
            for (std::uint32_t i = 0; i < run.count; ++i) {
                visit(CellId{run.first.row + i}, nearness_[run.distance + i]);
            }
        }
    }

    /// For each of run_distances_km(), where runs point to.
    [[nodiscard]] std::span<double const> of_runs() const noexcept { return nearness_; }

  private:
    std::vector<double> nearness_;  // as run_distances_km(): a few cache lines for a whole country
};

}  // namespace sim
