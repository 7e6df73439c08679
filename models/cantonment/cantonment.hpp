#pragma once

#include "models/cantonment/cantonment_params.hpp"
#include "models/world/world.hpp"

/// \file models/cantonment/cantonment.hpp
/// Fighters who lay down their arms: cantoned, integrated, demobilised, or amnestied.

namespace models {

/// The state with which an agreement with provisions, preliminary or definitive, binds a group
/// today; no_actor if none does.
[[nodiscard]] ActorId bound_state(World const& world, ActorId group) noexcept;

/// Cantons the groups of the measures `ddr`, lets cantoned fighters go, and lets those out again
/// whose agreement is no more; then the measures `amnesty`. Runs after the agreements of the day.
class CantonmentProcess {
  public:
    explicit CantonmentProcess(CantonmentParams const& params) : params_{params} {}

    void operator()(World& world) const;

  private:
    void canton(World& world, ActorId group, double pace) const;
    void release(World& world, UnitId unit, ActorId army, double pace) const;
    void anger_the_excluded(World& world, ActorId group) const;
    void offer_amnesty(World& world, ActorId group, double pace) const;

    CantonmentParams params_;
};

}  // namespace models
