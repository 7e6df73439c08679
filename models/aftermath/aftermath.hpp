#pragma once

#include <vector>

#include "models/aftermath/aftermath_params.hpp"
#include "models/world/world.hpp"
#include "sim/space/nearness.hpp"

/// \file models/aftermath/aftermath.hpp
/// What the events of the day leave behind: fear, drive, grievance, the wish for revenge.

namespace models {

/// The community that an event was done by or for: of the event, else of its attacker.
[[nodiscard]] std::optional<Community> wrongdoer_of(World const& world,
                                                    ConflictEvent const& event) noexcept;

/// Looks at every violent event of the day, whoever made it, and adds to the threat and momentum
/// around it, to the grievance of those whom the state harmed, and to the wish of a wronged
/// community for revenge. Runs after all rules that make events.
class AftermathProcess {
  public:
    AftermathProcess(AftermathParams const& params, Geography const& map);

    void operator()(World& world) const;

  private:
    void leave_traces(World& world, ConflictEvent const& event) const;

    AftermathParams params_;
    sim::Nearness nearness_;
};

/// Yesterday is over: its events leave the log, and nothing holds violence back but what will
/// today.
void forget_yesterday(World& world);

}  // namespace models
