#pragma once

#include "models/world/world.hpp"

/// \file models/forces/first_holders.hpp
/// Who holds what when a run begins.

namespace models {

/// The first actor of class `state`, or no_actor.
[[nodiscard]] ActorId state_of(ActorStore const& actors) noexcept;

/// The state holds every town of the simulated country since day 0; nobody holds anything else.
void first_holders(World& world);

}  // namespace models
