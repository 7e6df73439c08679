#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/aftermath/aftermath_params.hpp
/// What an event leaves behind. models/aftermath/README.md has the formulas.

namespace models {

/// Parameters of the aftermath. Checked when the scenario is read.
struct AftermathParams {
    double reach_km = 10.0;          ///< What an event leaves falls by exp(-1) over this [km], > 0.
    double threat_of_event = 0.0;    ///< Threat of an event where it happens [events], >= 0.
    double threat_of_death = 0.0;    ///< What each death adds to it [events], >= 0.
    double momentum_gain = 0.0;      ///< Rate added by a recent own event [1/event], >= 0.
    double retaliation_gain = 0.0;   ///< Rate added by a recent event suffered [1/event], >= 0.
    double grievance_of_harm = 0.0;  ///< Grievance of an attack of the state or its allies on
                                     ///< civilians [events], >= 0.
    double grievance_of_death = 0.0;  ///< What each civilian killed by them adds [events], >= 0.
    double revenge_of_harm = 0.0;     ///< Revenge wanted for an attack on a community [events].
    double revenge_of_death = 0.0;    ///< What each of its dead adds [events], >= 0.
};

/// Read the section `[aftermath]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] AftermathParams read_aftermath_params(sim::TomlTable const& table);

}  // namespace models
