#pragma once

#include "models/world/fatalities.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/explosives/explosives_params.hpp
/// How often devices are laid, struck and found. models/explosives/README.md has the formulas.

namespace models {

/// Parameters of explosives. Checked when the scenario is read.
struct ExplosivesParams {
    double band = 40.0;     ///< Fighters of a full band [people], > 0.
    double lay_rate = 0.0;  ///< Devices that a band lays, where it holds ground [1/day], >= 0.
    double lies_low = 1.0;  ///< Factor on that for who lies low, >= 1.
    double other_families = 1.0;    ///< Factor for groups that are not jihadist, 0 to 1.
    double road_km = 0.0;           ///< Devices lie in cells this near to a route [km], >= 0.
    double life_days = 1.0;         ///< Mean time until a device is harmless [day], > 0.
    double strike_patrol = 0.0;     ///< Rate at which a unit on patrol in the cell strikes a device
                                    ///< [1/day], >= 0.
    double strike_transit = 0.0;    ///< The same for one on the road [1/day], >= 0.
    double strike_garrison = 0.0;   ///< The same for one in its base or in hiding [1/day], >= 0.
    double strike_civilians = 0.0;  ///< Rate at which civilians strike it where many pass
                                    ///< [1/day], >= 0.
    double half_traffic = 1.0;      ///< People in and through the cell of whom half that rate comes
                                    ///< [people], > 0.
    double find_rate = 0.0;         ///< Rate at which each unit within reach finds a device if
                                    ///< people tell it all they know [1/day], >= 0.
    double information_half = 1.0;  ///< Grievance at which they tell half as much [events], > 0.
    double armour = 1.0;  ///< Factor on the probability of any death among peacekeepers and foreign
                          ///< forces, 0 to 1.
    double wounded_per_death = 0.0;  ///< Mean wounded for each death [people], >= 0.
    FatalityParams deaths{};         ///< Deaths of a device that goes off.
};

/// Read the section `[explosives]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] ExplosivesParams read_explosives_params(sim::TomlTable const& table);

}  // namespace models
