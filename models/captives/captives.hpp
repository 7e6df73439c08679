#pragma once

#include "models/captives/captives_params.hpp"
#include "models/captives/informers.hpp"
#include "models/world/observed_days.hpp"
#include "models/world/world.hpp"

/// \file models/captives/captives.hpp
/// Fighters who fall into the hands of their enemies, and what becomes of them.

namespace models {

/// Where a place was taken today, a share of the garrison that gave way is taken captive. Captives
/// are executed, let go after a time, or freed: by an agreement of the two sides, by their own side
/// when it takes the place back, or because one of the two is no more. Who is freed goes home for
/// good and counts as disbanded. Armed groups also execute people whom they take for informers.
/// Runs after control, which takes the places. Makes events `execution`.
class CaptivesProcess {
  public:
    /// \param observed  Days on which nobody is executed.
    CaptivesProcess(CaptivesParams const& params, Geography const& map,
                    ObservedDays const& observed = {});

    void operator()(World& world);

  private:
    void execute(World& world, std::size_t group, sim::Stream& draw) const;
    void look_after(World& world, std::size_t group) const;
    void take(World& world, ConflictEvent const& capture) const;

    CaptivesParams params_;
    ObservedDays observed_;
    InformerHunt informers_;
};

/// Executions of a group of captives, on average [1/day]: execution_rate x (1 - restraint).
[[nodiscard]] double execution_rate(World const& world, CaptivesParams const& params,
                                    ActorId holder) noexcept;

/// Whether a group of captives is free today: nobody is left to hold them or to fight for, the two
/// sides keep a peace, or the place where they are is their own side's.
[[nodiscard]] bool is_freed(World const& world, std::size_t group) noexcept;

}  // namespace models
