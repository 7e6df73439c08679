#pragma once

#include "models/world/units_by_cell.hpp"
#include "models/world/world.hpp"
#include "sim/space/nearness.hpp"

/// \file models/attack/units_in_reach.hpp
/// Where a unit finds other units.

namespace models {

/// Units by cell, and how near the cells around are.
class UnitsInReach {
  public:
    /// \param contact_km  As in AttackParams.
    UnitsInReach(Geography const& map, double contact_km)
        : by_cell_(map.nearby.size()), nearness_(map.nearby, contact_km) {}

    /// Look where the units are today.
    void rebuild(World const& world) { by_cell_.rebuild(world.units); }

    [[nodiscard]] UnitsByCell const& by_cell() const noexcept { return by_cell_; }

    /// Calls visit(CellId, nearness, UnitId) for each living unit near a cell and in it, in the
    /// order of Neighbourhoods::cells(); nearness = exp(-distance / contact_km), 0 to 1.
    template <class Visit>
    void for_each_around(Geography const& map, sim::CellId cell, Visit&& visit) const {
        nearness_.for_each(map.nearby, cell, [&](sim::CellId const near, double nearness) {
            by_cell_.for_each(near, [&](UnitId const unit) { visit(near, nearness, unit); });
        });
    }

  private:
    UnitsByCell by_cell_;
    sim::Nearness nearness_;
};

}  // namespace models
