#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/pacts/pacts_params.hpp
/// When villages come to terms with armed groups. models/pacts/README.md has the formulas.

namespace models {

/// Parameters of village pacts. Checked when the scenario is read.
struct PactsParams {
    double rate = 0.0;            ///< Rate of a pact where a group has all control [1/day], >= 0.
    double abandoned_pull = 0.0;  ///< It is 1 + this times as high without any services, >= 0.
    double control = 1.0;         ///< Least share of control that a group needs, 0 to 1.
    double lapse_control = 0.0;   ///< Below this share its pact lapses, 0 to control.
    double village_people = 0.0;  ///< Largest place that makes pacts [people], >= 0.
};

/// Read the section `[pacts]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] PactsParams read_pacts_params(sim::TomlTable const& table);

}  // namespace models
