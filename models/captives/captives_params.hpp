#pragma once

#include "models/world/fatalities.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/captives/captives_params.hpp
/// Who is taken captive, killed or let go. models/captives/README.md has the formulas.

namespace models {

/// Parameters of captives and informers. Checked when the scenario is read.
struct CaptivesParams {
    double taken_share = 0.0;  ///< Share of the fighters of a garrison that gave way who are taken,
                               ///< 0 to 1.
    double execution_rate = 0.0;  ///< Executions of a group of captives by a holder without
                                  ///< restraint [1/day], >= 0.
    double largest = 1.0;         ///< No execution kills more [people], >= 1.
    double held_days = 1.0;       ///< Mean time until a group is let go [day], > 0.
    double informer_rate = 0.0;   ///< Executions of informers by a band without restraint, in a
                                  ///< cell that it commands, where people help the state
                                  ///< [1/day], >= 0.
    double band = 40.0;           ///< Fighters of a full band [people], > 0.
    double half_people = 1.0;     ///< Residents of a cell at whom that rate is half [people], > 0.
    double information_half = 1.0;  ///< Grievance at which people tell the state half as much
                                    ///< [events], > 0.
    FatalityParams informers{};     ///< Deaths when informers are executed.
};

/// Read the section `[captives]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] CaptivesParams read_captives_params(sim::TomlTable const& table);

}  // namespace models
