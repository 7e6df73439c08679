#pragma once

#include "models/world/fatalities.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/communal/communal_params.hpp
/// How readily communities avenge themselves and quarrel. models/communal/README.md has the
/// formulas.

namespace models {

/// Parameters of violence between communities. Checked when the scenario is read.
struct CommunalParams {
    double gain = 0.0;            ///< Attacks that wish for revenge leads to where all of a cell
                                  ///< would join [1/day/event], >= 0.
    double revenge_limit = 1.0;   ///< Wish at which that rate is half its limit [events], > 0.
    double half_people = 1.0;     ///< People of the wronged community in a cell of whom half the
                                  ///< rate comes [people], > 0.
    double reach_km = 10.0;       ///< Targets fall by exp(-1) over this distance [km], > 0.
    double militia_rate = 1.0;    ///< Factor on the rate where a militia of theirs is near, >= 1.
    double militia_deaths = 1.0;  ///< Factor on the median deaths of its attacks, >= 1.
    double dispute_rate = 0.0;    ///< Disputes that turn violent, of a million people who meet
                                  ///< others only, in good times [events/day], >= 0.
    double food_effect = 0.0;     ///< What famine adds to their rate [1], >= 0.
    double retreat_effect = 0.0;  ///< What the state's absence adds to it [1], >= 0.
    double massacre_harm = 0.0;   ///< Revenge wanted for a documented massacre [events], >= 0.
    double massacre_death = 0.0;  ///< What each of its dead adds [events], >= 0.
    double wounded_per_death = 0.0;  ///< Mean wounded for each death [people], >= 0.
    FatalityParams deaths{};         ///< Deaths of an attack by a mob.
};

/// Read the section `[communal]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] CommunalParams read_communal_params(sim::TomlTable const& table);

}  // namespace models
