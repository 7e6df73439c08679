#pragma once

#include "models/economy/economy_params.hpp"
#include "models/world/observed_days.hpp"
#include "models/world/world.hpp"

/// \file models/economy/kidnapping.hpp
/// Abductions for ransom, those of history and others.

namespace models {

/// Whether an actor kidnaps: jihadists and bandits do.
[[nodiscard]] bool kidnaps(World const& world, ActorId actor) noexcept;

/// How far the state has lost its hold of a cell, 0 to 1.
[[nodiscard]] double lawlessness(World const& world, sim::CellId cell) noexcept;

/// Lets groups abduct people near where they are, as far as the state has no hold there, and as
/// the measures of the day say. Makes events, so it runs after the log was cleared.
class KidnappingProcess {
  public:
    /// \param observed  Days on which people are abducted, and pay, without an event.
    explicit KidnappingProcess(EconomyParams const& params, ObservedDays const& observed = {})
        : params_{params}, observed_{observed} {}

    void operator()(World& world) const;

  private:
    void abduct(World& world, ActorId captor, sim::CellId cell, std::uint16_t people,
                bool is_foreign, sim::Stream& draw) const;
    void try_to_abduct(World& world, ActorId captor) const;
    void abduct_as_history_says(World& world, Measure const& measure) const;

    EconomyParams params_;
    ObservedDays observed_;
};

}  // namespace models
