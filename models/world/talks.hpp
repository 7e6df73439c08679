#pragma once

#include <cstdint>
#include <vector>

#include "models/world/actor_store.hpp"
#include "models/world/ids.hpp"
#include "sim/base/ids.hpp"

/// \file models/world/talks.hpp
/// Talks between enemies, and what parties remember of the fighting.

namespace models {

/// Talks that began by themselves. A row goes when they end.
struct Talk {
    ActorId a = no_actor;
    ActorId b = no_actor;
    sim::Day begins;
};
using Talks = std::vector<Talk>;

/// Losses that fade from memory. Empty until the rule that keeps it has run.
struct Memories {
    PairTable<float> mutual_deaths;  ///< Deaths of late in fights between a pair [people].
    std::vector<double> losses;      ///< Fighters that each actor lost of late [people].
    std::vector<double> strikes;     ///< Air strikes that each actor suffered of late [events].
};

}  // namespace models
