#pragma once

#include "models/world/world.hpp"

/// \file models/world/unit_orders.hpp
/// Sending a unit on its way, for every rule that may do so.

namespace models {

/// Send a unit from where it is based to another place, along the shortest routes. It starts
/// tomorrow's leg from its station. Does nothing if the place cannot be reached or it is there.
void send_unit(World& world, UnitId unit, PlaceId destination);

/// Put a unit on the leg from \p from to the next place on its way. \pre A way exists.
void begin_leg(World& world, UnitId unit, PlaceId from);

/// Whether a unit exists and is not on the road.
[[nodiscard]] inline bool is_stationed(World const& world, UnitId unit) noexcept {
    return world.units.fighters[unit.row] > 0 && world.units.posture[unit.row] != Posture::transit;
}

/// Below this factor on its attacks, a pair of actors counts as being at peace.
inline constexpr float peace_below = 0.5F;

/// Whether two actors would attack each other today: hostile, and no agreement holds them back.
[[nodiscard]] inline bool would_fight(World const& world, ActorId a, ActorId b) noexcept {
    return world.relations.at(a, b) == Relation::hostile &&
           world.compliance.at(a, b) >= peace_below;
}

}  // namespace models
