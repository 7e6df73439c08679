#pragma once

#include <cstdint>
#include <vector>

#include "models/world/world.hpp"

/// \file models/forces/muster.hpp
/// Fighters who join an actor's units, and who leave them. Every one of them is counted in
/// world.totals.

namespace models {

/// Fighters of an actor by the place where they are, or are going; shape (places) [people].
[[nodiscard]] std::vector<double> fighters_by_place(World const& world, ActorId actor);

/// Whether new units of an actor may be raised at a place: irregulars rise anywhere, regular forces
/// not where an enemy rules; nobody rises where it is barred today.
[[nodiscard]] bool may_muster(World const& world, ActorId actor, PlaceId place) noexcept;

/// Add fighters: first to units below \p unit_size, in row order; then in new units, each where the
/// actor is furthest below its deployment. Adds nobody beyond that if it may muster nowhere.
/// \param unit_size  Fighters of a full unit [people], >= 1.
/// \return           How many joined [people].
std::uint32_t raise_fighters(World& world, ActorId actor, std::uint32_t people,
                             std::uint16_t unit_size);

/// Let fighters go, each time from the place where the actor is furthest above its deployment, the
/// youngest unit first; so a base that is to be closed empties first.
/// \param people  At most as many as the actor has [people].
void dismiss_fighters(World& world, ActorId actor, std::uint32_t people);

}  // namespace models
