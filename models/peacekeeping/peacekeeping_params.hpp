#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/peacekeeping/peacekeeping_params.hpp
/// What the presence of peacekeepers does. models/peacekeeping/README.md has the formulas.

namespace models {

/// Parameters of peacekeeping. Checked when the scenario is read.
struct PeacekeepingParams {
    double reach_km = 10.0;        ///< Presence falls by exp(-1) over this distance [km], > 0.
    double half_troops = 1.0;      ///< Presence at which an effect is half its limit [people], > 0.
    double civilians = 0.0;        ///< Share of armed groups' attacks on civilians, and of revenge,
                                   ///< that full presence prevents, 0 to 1.
    double battles = 0.0;          ///< Share of all attacks that full presence prevents, 0 to 1.
    double rotation_days = 365.0;  ///< Time between two changes of contingents [day], >= 1.
    double rotation_loss = 0.0;    ///< Knowledge of the place that a change costs, 0 to 1.
    double learning_days = 30.0;   ///< Time in which it comes back to exp(-1) [day], > 0.
};

/// Read the section `[peacekeeping]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] PeacekeepingParams read_peacekeeping_params(sim::TomlTable const& table);

}  // namespace models
