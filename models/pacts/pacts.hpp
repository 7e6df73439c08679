#pragma once

#include <vector>

#include "models/pacts/pacts_params.hpp"
#include "models/world/world.hpp"

/// \file models/pacts/pacts.hpp
/// Villages that come to terms with the armed group that rules them.

namespace models {

/// Rate at which a village makes a pact with a group [1/day]; 0 below the least control.
/// \param control   The group's share of control there, 0 to 1.
/// \param services  What the state does for people there, 0 to 1.
[[nodiscard]] double pact_rate(PactsParams const& params, double control, double services) noexcept;

/// Makes pacts once a week, and ends those whose group has lost the ground or, at once, has
/// attacked the people. Runs after control, when the events of the day are known.
class PactsProcess {
  public:
    PactsProcess(PactsParams const& params, Geography const& map);

    void operator()(World& world) const;

  private:
    void end_broken_pacts(World& world) const;
    void review(World& world, std::size_t village) const;

    PactsParams params_;
    std::vector<PlaceId> villages_;               // ascending
    std::vector<std::vector<sim::CellId>> land_;  // of each: the cells nearby that it is nearest to
};

}  // namespace models
