#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/cantonment/cantonment_params.hpp
/// How fast fighters are cantoned and go home. models/cantonment/README.md has the formulas.

namespace models {

/// Parameters of cantonment. Checked when the scenario is read.
struct CantonmentParams {
    double canton_rate = 0.0;          ///< Of a unit, at full legitimacy [1/day], >= 0.
    double release_rate = 0.0;         ///< Of a cantoned fighter out of it [1/day], >= 0.
    double integrated_share = 0.0;     ///< Of those released, who join the army, 0 to 1.
    double exclusion_grievance = 0.0;  ///< Of people where all fighters are left out [events/day].
    double amnesty_rate = 0.0;         ///< At which a fighter takes up an amnesty [1/day], >= 0.
};

/// Read the section `[cantonment]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] CantonmentParams read_cantonment_params(sim::TomlTable const& table);

}  // namespace models
