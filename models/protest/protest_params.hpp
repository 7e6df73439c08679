#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/protest/protest_params.hpp
/// When people take to the streets. models/protest/README.md has the formulas.

namespace models {

/// Parameters of protest. Checked when the scenario is read.
struct ProtestParams {
    double rate = 0.0;             ///< Protests in a large, contented town [1/day], >= 0.
    double half_people = 1.0;      ///< People of a town with half that rate [people], > 0.
    double grievance_pull = 0.0;   ///< Factor 1 + this at full grievance [1], >= 0.
    double grievance_half = 1.0;   ///< Grievance at which half of it works [events], > 0.
    double legitimacy_pull = 0.0;  ///< Added to it where nobody accepts the state [1], >= 0.
    double exclusion_pull = 0.0;   ///< Added to it where fighters are paid to disarm and others
                                   ///< are left out [1], >= 0.
    double scripted_rate = 0.0;    ///< Protests at a place where history has them, after the
                                   ///< first day [1/day], >= 0.

    double repressed_share = 0.0;    ///< Share of protests against which force is used, 0 to 1.
    double fatal_share = 0.0;        ///< Share of those in which somebody dies, 0 to 1.
    double death_again = 0.0;        ///< Chance of one more death after each, 0 to below 1.
    double wounded = 0.0;            ///< Mean wounded of a repressed protest [people], >= 0,
    double wounded_per_death = 0.0;  ///< and more for each death [people/death], >= 0.
    double legitimacy_loss = 0.0;    ///< Legitimacy lost by a repressed protest [1], 0 to 1,
    double legitimacy_loss_of_death = 0.0;  ///< and by each of its dead [1], 0 to 1.
};

/// Read the section `[protest]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] ProtestParams read_protest_params(sim::TomlTable const& table);

}  // namespace models
