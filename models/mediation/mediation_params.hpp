#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/mediation/mediation_params.hpp
/// When enemies talk, and when talks succeed. models/mediation/README.md has the formulas.

namespace models {

/// Parameters of mediation. Checked when the scenario is read.
struct MediationParams {
    bool scripted_rounds = false;  ///< Measures `mediation` hold rounds; off where the timeline
                                   ///< has their outcome.
    bool spontaneous = false;      ///< Talks also begin by themselves.
    double memory_days = 1.0;      ///< Mutual deaths fade by exp(-1) in this time [day], > 0.
    double half_deaths = 1.0;      ///< Mutual deaths of late that tire half [people], > 0.
    double begin_rate = 0.0;       ///< Rate at which the tired begin to talk [1/day], >= 0.
    double round_days = 1.0;       ///< Mean time between rounds [day], > 0.
    double success = 0.0;          ///< Chance of a round at skill, fatigue and will 1, 0 to 1.
    double give_up = 0.0;          ///< Chance that talks end with a failed round, 0 to 1.
    double jihadist_will = 1.0;    ///< Factor on rates and chances if a party is one, 0 to 1.
    double held_days = 0.0;        ///< An agreement of this age counts as having held [day], >= 0.
};

/// Read the section `[mediation]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] MediationParams read_mediation_params(sim::TomlTable const& table);

}  // namespace models
