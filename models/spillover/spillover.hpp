#pragma once

#include <vector>

#include "models/spillover/spillover_params.hpp"
#include "models/world/world.hpp"

/// \file models/spillover/spillover.hpp
/// Bands of jihadist groups cross the border when it gets hot, and come back.

namespace models {

/// Length of the shortest way from each place of the country to a place abroad [km]; infinite if
/// there is none, 0 abroad; shape (places).
[[nodiscard]] std::vector<double> km_to_border(Geography const& map);

/// Each day, bands near the border that are in danger may cross it, and those across may return to
/// the station that they left. Nobody joins or dies there: they are off the map. Runs before
/// movement.
class SpilloverProcess {
  public:
    SpilloverProcess(SpilloverParams const& params, Geography const& map);

    void operator()(World& world) const;

  private:
    [[nodiscard]] double rate_of_crossing(World const& world, UnitId unit) const noexcept;

    SpilloverParams params_;
    std::vector<double> km_to_border_;  // shape (places)
};

}  // namespace models
