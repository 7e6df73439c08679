#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/movement/movement_params.hpp
/// How units move. models/movement/README.md has the formulas.

namespace models {

/// Parameters of unit movement. Checked when the scenario is read.
struct MovementParams {
    /// Way a unit covers along routes in a day [km/day], > 0. A convoy on Mali's roads and tracks:
    /// our assumption V1.
    double speed_km_per_day = 0.0;
    /// Mean time until a unit that is too many at its station leaves it [day], > 0. Our assumption
    /// V2.
    double redeploy_days = 0.0;
    /// The same while its actor is on the offensive or has given the station up [day], > 0. Our
    /// assumption V2.
    double offensive_redeploy_days = 0.0;
    /// Share of days on which a unit at its station is out on patrol, 0 to 1. Our assumption V3.
    double patrol_share = 0.0;
    /// Mean time for which a hiding unit stays in one cell [day], > 0. Our assumption V3.
    double hide_days = 0.0;
};

/// Read the table `[movement]`.
[[nodiscard]] MovementParams read_movement_params(sim::TomlTable table);

}  // namespace models
