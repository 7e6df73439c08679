#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "models/world/ids.hpp"
#include "models/world/kinds.hpp"
#include "sim/space/grid.hpp"

/// \file models/world/unit_store.hpp
/// Bands and companies: the bodies of fighters that move and fight.

namespace models {

/// Units, one column per attribute; shape (units). Rows are only appended, so an id stays valid;
/// a destroyed or disbanded unit has no fighters.
struct UnitStore {
    std::vector<ActorId> actor;           ///< Whose unit it is.
    std::vector<std::uint16_t> fighters;  ///< People in it [people]; 0 = gone.
    std::vector<Posture> posture;         ///< What it does today.
    std::vector<PlaceId> station;      ///< Where it is based; while in transit, where it came from.
    std::vector<PlaceId> destination;  ///< Where it goes, or its station.
    std::vector<PlaceId> next_stop;    ///< The next place on its way, or its station.
    std::vector<float> leg_km_left;    ///< Way left to the next stop [km], >= 0.
    std::vector<sim::CellId> cell;     ///< Where it is today.

    [[nodiscard]] std::size_t size() const noexcept { return actor.size(); }

    /// Append a unit that stands at a place. \pre fighters >= 1.
    UnitId add(ActorId owner, std::uint16_t people, PlaceId at, sim::CellId in) {
        actor.push_back(owner);
        fighters.push_back(people);
        posture.push_back(Posture::garrison);
        station.push_back(at);
        destination.push_back(at);
        next_stop.push_back(at);
        leg_km_left.push_back(0.0F);
        cell.push_back(in);
        return UnitId{static_cast<std::uint32_t>(actor.size() - 1)};
    }
};

/// Take up to so many fighters out of a unit: they died, or were taken captive.
/// \return How many it lost [people].
inline std::uint32_t lose_fighters(UnitStore& units, UnitId unit, std::uint32_t count) noexcept {
    std::uint32_t const lost = std::min<std::uint32_t>(count, units.fighters[unit.row]);
    units.fighters[unit.row] = static_cast<std::uint16_t>(units.fighters[unit.row] - lost);
    return lost;
}

}  // namespace models
