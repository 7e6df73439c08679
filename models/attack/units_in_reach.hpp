#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/world/units_by_cell.hpp"
#include "models/world/world.hpp"
#include "sim/space/nearness.hpp"

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

    /// \param contact_km  As in AttackParams.
    UnitsInReach(Geography const& map, double contact_km)
        : by_cell_(map.nearby.size()),
          range_(map.nearby.size()),
          is_occupied_(map.nearby.size() / 64 + 1),
          nearness_(map.nearby, contact_km) {}

    /// Look where the units are today.
    void rebuild(World const& world);

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
    std::vector<std::uint64_t> is_occupied_;  // a bit for each cell: all of them fit the cache
    sim::Nearness nearness_;
};

}  // namespace models
