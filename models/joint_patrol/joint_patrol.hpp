#pragma once

#include <vector>

#include "models/joint_patrol/joint_patrol_params.hpp"
#include "models/world/world.hpp"

/// \file models/joint_patrol/joint_patrol.hpp
/// Former enemies, or allies of different flags, on the road together.

namespace models {

/// Places that a joint patrol covers: its place, or every town of its region.
[[nodiscard]] std::vector<PlaceId> places_of(Geography const& map, Measure const& patrol);

/// Mean threat at some places today [events].
[[nodiscard]] double mean_threat(World const& world, std::vector<PlaceId> const& places);

/// Holds or cancels the joint patrols of the day; those that are held calm the cells around. Runs
/// after forget_yesterday() and before attacks.
class JointPatrolProcess {
  public:
    explicit JointPatrolProcess(JointPatrolParams const& params) : params_{params} {}

    void operator()(World& world) const;

  private:
    [[nodiscard]] bool takes_place(World const& world, Measure const& patrol,
                                   std::vector<PlaceId> const& places) const;

    JointPatrolParams params_;
};

}  // namespace models
