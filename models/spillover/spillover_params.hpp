#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/spillover/spillover_params.hpp
/// How armed groups use the far side of a border. models/spillover/README.md has the formulas.

namespace models {

/// Parameters of spill-over. Checked when the scenario is read.
struct SpilloverParams {
    double border_km = 1.0;    ///< Way to the nearest place abroad from which a band crosses [km].
    double cross_rate = 0.0;   ///< Rate at which a band in full danger crosses [1/day], >= 0.
    double threat_half = 1.0;  ///< Threat at which that rate is half its limit [events], > 0.
    double stay_days = 1.0;    ///< Mean time abroad [day], > 0.
};

/// Read the section `[spillover]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] SpilloverParams read_spillover_params(sim::TomlTable const& table);

}  // namespace models
