#pragma once

#include <cstdint>
#include <vector>

#include "models/world/ids.hpp"
#include "models/world/unit_store.hpp"
#include "sim/space/grid.hpp"

/// \file models/world/units_by_cell.hpp
/// Which units are in a cell, for the rules that ask who meets whom.

namespace models {

/// Units by the cell they are in today; rebuilt each day at the cost of the units, not the cells.
class UnitsByCell {
  public:
    explicit UnitsByCell(std::size_t cells) : first_(cells, no_entry) {}

    void rebuild(UnitStore const& units);

    /// Calls visit(UnitId) for each living unit in a cell, last row first.
    template <class Visit>
    void for_each(sim::CellId cell, Visit&& visit) const {
        for (std::uint32_t u = first_[cell.row]; u != no_entry; u = next_[u]) visit(UnitId{u});
    }

    [[nodiscard]] bool empty(sim::CellId cell) const noexcept {
        return first_[cell.row] == no_entry;
    }

  private:
    static constexpr std::uint32_t no_entry = sim::no_row;
    std::vector<std::uint32_t> first_;  // by cell: a unit in it
    std::vector<std::uint32_t> next_;   // by unit: another unit in its cell
    std::vector<sim::CellId> used_;     // cells with units
};

}  // namespace models
