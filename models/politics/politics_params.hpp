#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/politics/politics_params.hpp
/// How parties realign and states fall apart. models/politics/README.md has the formulas.

namespace models {

/// Parameters of politics. Checked when the scenario is read.
struct PoliticsParams {
    bool betrayal = false;  ///< Alliances break and form by themselves.
    bool split = false;     ///< Armed groups split by themselves.
    bool merger = false;    ///< They merge by themselves.
    bool coup = false;      ///< Officers take power by themselves.

    double memory_days = 1.0;  ///< Losses and air strikes fade by exp(-1) in this time [day], > 0.

    double betrayal_rate = 0.0;   ///< Of allies with nothing left to win together [1/day], >= 0.
    double kin_loyalty = 1.0;     ///< Factor on it for allies of one family, 0 to 1.
    double alliance_rate = 0.0;   ///< Of neutrals with a common enemy [1/day], >= 0.
    double stranger_trust = 1.0;  ///< Factor on it for different families, 0 to 1.

    double split_rate = 0.0;         ///< Of a group in which nothing happens [1/day], >= 0.
    double concession_effect = 0.0;  ///< Growth for an agreement of late, nothing of it done, >= 0.
    double concession_days = 0.0;    ///< Agreements up to this age are of late [day], >= 0.
    double strike_effect = 0.0;      ///< Growth for each air strike of late [1/event], >= 0.
    double spoils_effect = 0.0;      ///< Growth if none of the places it lives from is its, >= 0.
    double split_least = 0.0;        ///< Fighters below which nobody splits [people], >= 0.
    double split_share = 0.0;        ///< Mean share that leaves, 0 to 0.5.
    double banditry_share = 0.0;     ///< Share of those who leave that turns to crime, 0 to 1.

    double merger_rate = 0.0;  ///< Of a group without fighters into its kin [1/day], >= 0.
    double merger_half = 1.0;  ///< Fighters of a group that joins half as fast [people], > 0.

    double coup_rate = 0.0;         ///< Of a beaten army at odds [1/day], >= 0.
    double coup_half_losses = 1.0;  ///< Losses of late that make half the danger [people], > 0.
    double coup_cohesion = 0.0;     ///< Cohesion that a coup by itself costs the army, 0 to 1.
    double coup_legitimacy = 0.0;   ///< Share of legitimacy that any coup costs, 0 to 1.
    double coup_flight = 0.0;       ///< Chance of a garrison to leave its post in one, 0 to 1.

    double legitimacy_level = 1.0;  ///< Where legitimacy starts and returns to, 0 to 1.
    double legitimacy_days = 1.0;   ///< Time scale in which it does [day], > 0.
};

/// Read the section `[politics]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] PoliticsParams read_politics_params(sim::TomlTable const& table);

}  // namespace models
