#pragma once

#include "models/scenario/scenario.hpp"
#include "models/world/world.hpp"
#include "sim/schedule/schedule.hpp"

/// \file models/schedule/daily.hpp
/// The day of the model.

namespace models {

/// The rules that a scenario switches on, in the order in which they act within a day.
///
/// Why each stands where it does: models/README.md. \p world is the one they will act on.
[[nodiscard]] sim::Schedule<World> daily_schedule(Scenario const& scenario, World const& world);

}  // namespace models
