#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/election/election_params.hpp
/// What polls do. models/election/README.md has the formulas.

namespace models {

/// Parameters of elections. Checked when the scenario is read.
struct ElectionParams {
    double attack_bonus = 0.0;     ///< Growth of attacks where control is most contested, >= 0.
    double half_threat = 1.0;      ///< Threat that closes half of a cell's stations [events], > 0.
    double usual_turnout = 0.0;    ///< Turnout where every station is open, 0 to 1.
    double enough_turnout = 0.0;   ///< Turnout that leaves legitimacy as it is, 0 to 1.
    double legitimacy_gain = 0.0;  ///< Change of legitimacy for all of the turnout above it, >= 0.
};

/// Read the section `[election]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] ElectionParams read_election_params(sim::TomlTable const& table);

}  // namespace models
