#pragma once

#include "models/politics/politics_params.hpp"
#include "models/politics/realigning.hpp"
#include "models/world/world.hpp"

/// \file models/politics/politics.hpp
/// Alliances, betrayal, splits, mergers and coups that nobody wrote into the timeline.

namespace models {

/// Let losses and air strikes fade by a day, and add those of the log.
void remember_losses(World& world, double memory_days);

/// Rate at which officers of a state take power [1/day]: coup_rate x l / (l + coup_half_losses)
/// x (2 - cohesion) x (2 - legitimacy), l its losses of late.
[[nodiscard]] double coup_rate(World const& world, PoliticsParams const& params,
                               ActorId state) noexcept;

/// Politics of the day, on yesterday's log: memory, legitimacy, and what is switched on.
class PoliticsProcess {
  public:
    explicit PoliticsProcess(PoliticsParams const& params);

    void operator()(World& world) const;

  private:
    void change_legitimacy(World& world) const;
    void draw_alignments(World& world) const;
    void draw_splits(World& world) const;
    void draw_mergers(World& world) const;
    void draw_coups(World& world) const;
    void take_power(World& world, ActorId state, sim::Stream& draw) const;

    PoliticsParams params_;
};

}  // namespace models
