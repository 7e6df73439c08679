#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/joint_patrol/joint_patrol_params.hpp
/// When joint patrols take place, and what they do. models/joint_patrol/README.md has the formulas.

namespace models {

/// Parameters of joint patrols. Checked when the scenario is read.
struct JointPatrolParams {
    double half_threat = 1.0;  ///< Threat at which half of them are cancelled [events], > 0.
    double effect = 0.0;       ///< Share of attacks around that a patrol prevents, 0 to 1.
};

/// Read the section `[joint_patrol]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] JointPatrolParams read_joint_patrol_params(sim::TomlTable const& table);

}  // namespace models
