#pragma once

#include <vector>

#include "models/hostages/hostages_params.hpp"
#include "models/world/world.hpp"

/// \file models/hostages/hostages.hpp
/// Gunmen seize a hotel or the like in a city of the state, far from where they live.

namespace models {

/// Jihadist groups that lie low send, now and then, a few gunmen into a city that a state holds
/// with which they are at war. Makes events `hostage_siege`.
class HostagesProcess {
  public:
    explicit HostagesProcess(HostagesParams const& params) : params_{params} {}

    void operator()(World& world) const;

  private:
    void seize(World& world, ActorId actor, sim::Stream& draw) const;

    HostagesParams params_;
};

/// Sieges by an actor, on average [1/day]: rate x tempo x fighters / (fighters + half_strength) x
/// (poor_share + (1 - poor_share) x funds / (funds + half_funds)); nothing if it is not jihadist or
/// does not lie low.
/// \param fighters  It has [people], >= 0.
[[nodiscard]] double siege_rate(World const& world, HostagesParams const& params, ActorId actor,
                                double fighters) noexcept;

/// Worth of each place as a target of an actor; shape (places). Nothing but a city that a state
/// holds which the actor would fight: population^population_power, x publicity in the largest.
[[nodiscard]] std::vector<double> siege_targets(World const& world, HostagesParams const& params,
                                                ActorId actor);

}  // namespace models
