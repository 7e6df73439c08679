#pragma once

#include <optional>

#include "models/world/world.hpp"

/// \file models/world/realignment.hpp
/// Actors that appear, disband, split and join. Fighters are neither made nor lost here, except
/// that those of an actor that disbands go home.

namespace models {

/// An actor appears.
/// \param strength  Fighters it is meant to have [people], >= 0; if not given, as it stands.
void start_actor(World& world, ActorId actor, std::optional<double> strength);

/// An actor is no more: its fighters go home, nobody holds its places, its agreements lapse.
void end_actor(World& world, ActorId actor);

/// Part of an actor leaves it and becomes another one.
///
/// The splinter takes exactly round(share * fighters), whole units in drawn order and at most one
/// unit divided, and the same share of the strength the parent is meant to have, of its funds and
/// of its arms. It stands to third
/// parties as the parent does, wherever it stood neutral so far, and deploys as the parent does if
/// it has no weights of its own. It is bound by no agreement of the parent, and takes no place.
/// \param share  0 to 1.
/// \pre  The parent is active; the two differ.
void split_actor(World& world, ActorId parent, ActorId splinter, double share);

/// Part of an actor's fighters, and of the strength it is meant to have, goes to another that is
/// there already; nothing else changes.
/// \param share  0 to 1.  \pre Both are active and differ.
void move_fighters(World& world, ActorId from, ActorId to, double share);

/// An actor joins another with its units, strength, means, places and control, and is no more.
///
/// Deployments mix in proportion to strength, and the weights of \p other keep their sum; but an
/// actor without fighters of its own that has weights keeps them. Relations and agreements of
/// \p other stay as they are, those of the joining actor end with it.
/// \pre  The two differ.
void merge_actor(World& world, ActorId joining, ActorId other);

}  // namespace models
