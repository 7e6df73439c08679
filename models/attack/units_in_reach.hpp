#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/world/units_by_cell.hpp"
#include "models/world/world.hpp"

/// \file models/attack/units_in_reach.hpp
/// Where a unit finds other units, looked up once a day for all units of a cell.

namespace models {

/// Units by cell and, for each cell with units, the cells near it that have units too.
class UnitsInReach {
  public:
    /// A cell with units, near another.
    struct Near {
        sim::CellId cell;
        double nearness;  ///< exp(-distance / contact_km), 0 to 1.
    };

    explicit UnitsInReach(std::size_t cells) : by_cell_(cells), range_(cells) {}

    /// Look where the units are today. \param contact_km  As in AttackParams.
    void rebuild(World const& world, double contact_km);

    [[nodiscard]] UnitsByCell const& by_cell() const noexcept { return by_cell_; }

    /// Cells with units near one with units, itself included, in the order of
    /// Neighbourhoods::cells(). \pre There are units in \p cell.
    [[nodiscard]] std::span<Near const> around(sim::CellId cell) const noexcept {
        auto const [first, count] = range_[cell.row];
        return std::span{near_}.subspan(first, count);
    }

  private:
    struct Range {
        std::size_t first = 0;
        std::size_t count = 0;
    };

    UnitsByCell by_cell_;
    std::vector<Range> range_;  // of each cell with units, in near_; shape (cells)
    std::vector<Near> near_;
};

}  // namespace models
