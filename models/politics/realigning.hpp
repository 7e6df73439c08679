#pragma once

#include <cstdint>
#include <vector>

#include "models/politics/politics_params.hpp"
#include "models/world/world.hpp"

/// \file models/politics/realigning.hpp
/// How soon armed groups ally, betray each other, split and merge.

namespace models {

/// Key of the actors that wait for a splinter to become, as its beginning.
inline constexpr char const* spare_key = "SPLINTER-";

/// Whether an actor is an armed group that takes part in politics today: active, militant, and no
/// criminals.
[[nodiscard]] bool is_armed_group(World const& world, ActorId actor) noexcept;

/// Fighters of every actor [people], shape (actors).
[[nodiscard]] std::vector<double> fighters_of_all(World const& world);

/// Whether two actors have an active enemy in common.
[[nodiscard]] bool have_common_enemy(World const& world, ActorId a, ActorId b) noexcept;

/// Share of the places where either of two allies wants to be that a common enemy still holds, 0 to
/// 1: what is left to win together.
[[nodiscard]] double spoils_left(World const& world, ActorId a, ActorId b) noexcept;

/// Rate at which two allies fall out [1/day]: betrayal_rate x (1 - spoils left) x 2 s x kin_loyalty
/// if they are of one family, s the share of the stronger in their fighters, 0.5 to 1.
[[nodiscard]] double betrayal_rate(World const& world, PoliticsParams const& params, ActorId a,
                                   ActorId b, std::vector<double> const& fighters) noexcept;

/// Rate at which two neutral groups ally [1/day]: alliance_rate if they have a common enemy, x
/// stranger_trust if they are of different families.
[[nodiscard]] double alliance_rate(World const& world, PoliticsParams const& params, ActorId a,
                                   ActorId b) noexcept;

/// Rate at which a group splits [1/day]: split_rate x (1 + concession_effect x (1 - what is
/// implemented of its youngest agreement) if that is of late + strike_effect x air strikes of late
/// + spoils_effect x share of the places it lives from that are not its own).
[[nodiscard]] double split_rate(World const& world, PoliticsParams const& params,
                                ActorId actor) noexcept;

/// Rate at which the weaker of two groups joins the other [1/day]: merger_rate x half / (half +
/// fighters of the weaker) if they are of one family, not hostile and have a common enemy.
[[nodiscard]] double merger_rate(World const& world, PoliticsParams const& params, ActorId a,
                                 ActorId b, std::vector<double> const& fighters) noexcept;

/// An actor of the table that is not there and waits for a splinter; no_actor if there is none.
[[nodiscard]] ActorId spare_actor(World const& world) noexcept;

/// A criminal network that is there; no_actor if there is none.
[[nodiscard]] ActorId active_bandits(World const& world) noexcept;

}  // namespace models
