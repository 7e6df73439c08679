#pragma once

#include <vector>

#include "models/captives/captives_params.hpp"
#include "models/world/units_by_cell.hpp"
#include "models/world/world.hpp"

/// \file models/captives/informers.hpp
/// Armed groups execute people whom they take for informers of the state.

namespace models {

/// Bands that command a cell kill, now and then, whom they suspect there.
class InformerHunt {
  public:
    InformerHunt(CaptivesParams const& params, Geography const& map);

    void operator()(World& world);

  private:
    void execute(World& world, UnitId band, sim::Stream& draw) const;

    CaptivesParams params_;
    UnitsByCell by_cell_;
    std::vector<std::vector<double>> rates_;  // scratch: of each band, by actor
    std::vector<std::vector<UnitId>> bands_;  // scratch: those bands, by actor
};

/// Executions of informers by a unit, on average [1/day]: informer_rate x bands x (1 - restraint) x
/// cooperation x people / (people + half_people) x what protects civilians; nothing unless it is an
/// armed group's that fights a state and commands the cell: it holds most of it, or hides there and
/// no enemy stands in it.
[[nodiscard]] double informer_rate(World const& world, CaptivesParams const& params,
                                   UnitsByCell const& by_cell, UnitId unit);

}  // namespace models
