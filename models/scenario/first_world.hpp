#pragma once

#include "models/scenario/scenario.hpp"
#include "models/world/world.hpp"
#include "sim/random/stream.hpp"

/// \file models/scenario/first_world.hpp
/// The world on the morning of the first day.

namespace models {

/// Fields over the cells forget what has faded below this [events, or share of control].
inline constexpr double fading_threshold = 1e-3;

/// The world before any rule has acted.
///
/// Everybody is at home (first_households()). The state actor controls every cell of its country
/// and holds every town in it. Actors that exist already have the strength and the bases of their
/// table, and no units: the rule of forces raises them. All are neutral to each other; what was so
/// before the first day is in the timeline. Every route is open.
///
/// \return Shares the scenario's map. The same for any number of threads.
[[nodiscard]] World make_world(Scenario const& scenario, sim::Seed seed);

}  // namespace models
