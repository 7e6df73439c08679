#pragma once

#include <vector>

#include "models/agreement/agreement_params.hpp"
#include "models/world/world.hpp"

/// \file models/agreement/agreement_process.hpp
/// The rule that keeps or breaks the agreements of the day.

namespace models {

/// Whose fighters are seen by monitors today.
class Watch {
  public:
    /// \param monitor_km  How far they see along routes from where they stand [km].
    Watch(World const& world, double monitor_km);

    /// Share of a party's fighters that monitors see, 0 to 1, of whichever party they see more of.
    ///
    /// Peacekeepers watch everybody. By a measure `monitor`, an actor watches the agreements of one
    /// party beside them, as far as its own troops see, weighted by its `value` (1 if it has none).
    /// Independent watchers miss what all of them miss.
    [[nodiscard]] double of(ActorId a, ActorId b) const noexcept;

  private:
    [[nodiscard]] double seen_by_peacekeepers(ActorId actor) const noexcept;
    [[nodiscard]] double seen_by(Measure const& measure, ActorId actor) const noexcept;
    void count(ActorId watcher, std::vector<double>& seen) const;

    World const& world_;
    double monitor_km_;
    std::vector<double> fighters_;  // of each actor [people]
    std::vector<double> seen_;      // of them, by peacekeepers [people]
};

/// Attacks between the parties of an agreement in a log of events, on days on which it was in
/// force. That a place changed hands is not an attack of its own.
[[nodiscard]] std::uint32_t violations_in(EventLog const& events, AgreementStore const& agreements,
                                          AgreementId agreement) noexcept;

/// Counts violations, lets accords be implemented, draws collapses, and sets the compliance of
/// every pair that ever agreed on anything. Keeps no state.
///
/// Runs after the timeline and before the attacks: world.events still holds yesterday's events.
class AgreementProcess {
  public:
    /// \pre  violation_memory_days, implementation_days, full_will and spoiler_days > 0
    explicit AgreementProcess(AgreementParams const& params);

    /// One day.
    void operator()(World& world) const;

  private:
    AgreementParams params_;
};

}  // namespace models
