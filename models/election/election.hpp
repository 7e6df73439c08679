#pragma once

#include "models/election/election_params.hpp"
#include "models/world/world.hpp"

/// \file models/election/election.hpp
/// Polls: who can vote, what that does to the state, and who attacks them.

namespace models {

/// Share of people of the country, or of a region, in whose cell no polling station opens: the
/// greater of the control of those who would attack the state and t / (t + half_threat), t the
/// threat.
[[nodiscard]] double share_closed(World const& world, ElectionParams const& params, ActorId state,
                                  RegionId region);

/// Polls of the day: the closed stations and the turnout on the first day, which change legitimacy,
/// and more attacks on every day of them where control is contested. Runs after forget_yesterday()
/// and before attacks.
class ElectionProcess {
  public:
    explicit ElectionProcess(ElectionParams const& params) : params_{params} {}

    void operator()(World& world) const;

  private:
    void hold_polls(World& world, Measure const& polls) const;
    void draw_attacks(World& world, Measure const& polls) const;

    ElectionParams params_;
};

}  // namespace models
