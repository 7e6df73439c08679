#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "models/world/ids.hpp"

/// \file models/forces/force_schedule.hpp
/// Strength and deployment of the organised forces over time.

namespace models {

/// From a day on, an actor has this many fighters at these places.
struct ForceRow {
    ActorId actor = no_actor;
    std::int32_t day = 0;   ///< Days since the first day, may be < 0 [d].
    double strength = 0.0;  ///< Fighters [people], >= 0.
    std::vector<std::pair<PlaceId, double>> shares = {};  ///< Weight by place; empty = unchanged.
};

/// Ordered by day, then actor.
using ForceSchedule = std::vector<ForceRow>;

}  // namespace models
