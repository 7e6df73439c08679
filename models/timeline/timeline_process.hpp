#pragma once

#include "models/timeline/timeline.hpp"
#include "models/timeline/timeline_params.hpp"
#include "models/world/world.hpp"

/// \file models/timeline/timeline_process.hpp
/// The rule that lets history, and the edits of a scenario, happen on their days.

namespace models {

/// Do what a row does once. Episodes, notes and effects that are not modelled yet do nothing, and
/// neither do splits from, and mergers of, an actor that is not there.
/// \pre  fault_of(row) is empty; actors, places and regions named are rows of the world.
void apply(TimelineRow const& row, TimelineParams const& params, World& world);

/// Let cohesion heal for one day: what is lost falls by exp(-1 day / recovery time).
/// \pre  cohesion_recovery_days > 0
void heal_cohesion(TimelineParams const& params, ActorStore& actors);

/// Applies the rows of a day, in their order; on day 0 all that began before, too. Keeps no state.
///
/// It alone writes the actors' tempo and lies_low, the orders and the food stress of a world in
/// whose timeline such episodes exist.
class TimelineProcess {
  public:
    /// \pre  Ordered by day; no row has a fault_of().
    TimelineProcess(Timeline timeline, TimelineParams const& params);

    /// One day.
    void operator()(World& world) const;

  private:
    Timeline timeline_;
    // Of those, what is looked at every day; few among the hundreds that do something once.
    Timeline episodes_;
    Timeline measures_;
    TimelineParams params_;
};

}  // namespace models
