#pragma once

#include <vector>

#include "models/seasons/seasons_params.hpp"
#include "models/world/world.hpp"

/// \file models/seasons/seasons.hpp
/// The lean season, in which the last harvest is eaten and the next not ripe.

namespace models {

/// Sets cells.lean_season on the first day of the run and of each month. It replaces what was
/// there, so nothing adds up; people feel the worse of it and of dated emergencies
/// (CellFields::hunger). Runs early in the day.
class SeasonsProcess {
  public:
    /// \throws InputError if the map has no region of a name.
    SeasonsProcess(SeasonsParams const& params, Geography const& map);

    void operator()(World& world) const;

  private:
    SeasonsParams params_;
    std::vector<sim::CellId> fields_;  // where people live from the rains
};

}  // namespace models
