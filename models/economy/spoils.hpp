#pragma once

#include "models/economy/economy_params.hpp"
#include "models/world/world.hpp"

/// \file models/economy/spoils.hpp
/// Arms that change hands, or are lost, in fights.

namespace models {

/// Whether an actor lives from what it earns and captures: an armed group that is there. States,
/// foreign forces and peacekeepers have a supply of their own.
[[nodiscard]] bool lives_from_war(World const& world, ActorId actor) noexcept;

/// Take weapons from an actor, or from a supply that never ends.
/// \return What there was of them [weapons].
double give_arms(World& world, ActorId actor, double weapons);

/// Hand weapons to an actor, or put them into such a supply.
void take_arms(World& world, ActorId actor, double weapons);

/// What an event does to the arms of those who were in it.
///
/// The attacker wears out `use` weapons. Who lost more fighters loses the field in a clash or an
/// assault: `capture_share` of the weapons of its dead goes to the other; from the air and by
/// explosives as much is destroyed. Who takes a place finds `depot` weapons of its holder.
void take_spoils(World& world, EconomyParams const& params, ConflictEvent const& event);

}  // namespace models
