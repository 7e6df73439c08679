#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/buffer_zone/buffer_zone_params.hpp
/// How well a buffer zone is kept. models/buffer_zone/README.md has the formulas.

namespace models {

/// Parameters of buffer zones. Checked when the scenario is read.
struct BufferZoneParams {
    double leave_days = 1.0;     ///< Mean time until a unit inside goes [day], > 0.
    double grace_days = 0.0;     ///< Who is inside after this age of the zone breaches it [day].
    double enforcement = 0.0;    ///< Share of attacks that full enforcement prevents, 0 to 1.
    double half_strength = 1.0;  ///< Strength of the enforcer that enforces half [rebels], > 0.
    double defy_rate = 0.0;      ///< Rate at which a unit nearby goes in, unenforced [1/day].
    double defy_reach_km = 0.0;  ///< Nearby: from the edge, along routes to the place [km], >= 0.
};

/// Read the section `[buffer_zone]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] BufferZoneParams read_buffer_zone_params(sim::TomlTable const& table);

}  // namespace models
