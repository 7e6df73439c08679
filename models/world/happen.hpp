#pragma once

#include "models/world/world.hpp"

/// \file models/world/happen.hpp
/// The one way in which an event enters the log and the totals.

namespace models {

/// An event happened today: it is logged, and its dead, wounded and kind are counted.
///
/// Those who died are taken out of units and households by the caller; what an event leaves in
/// people's minds (threat, momentum, grievance, revenge) is the rule aftermath.
void happen(World& world, ConflictEvent const& event);

/// Number that the next event of the day will have; addresses the draws of its dead.
[[nodiscard]] inline std::uint32_t next_event(World const& world) noexcept {
    return static_cast<std::uint32_t>(world.events.size());
}

}  // namespace models
