#pragma once

#include "models/world/fatalities.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/hostages/hostages_params.hpp
/// How often gunmen seize people in a city, and where. models/hostages/README.md has the formulas.

namespace models {

/// Parameters of sieges with hostages. Checked when the scenario is read.
struct HostagesParams {
    double rate = 0.0;           ///< Sieges of a strong and rich actor that lies low [1/day], >= 0.
    double half_strength = 1.0;  ///< Fighters at whom that rate is half [people], > 0.
    double half_funds = 1.0;     ///< Money at which the part of the rate that money buys is half
                                 ///< [USD], > 0.
    double poor_share = 1.0;     ///< Share of the rate that needs no money, 0 to 1.
    double city_people = 0.0;  ///< Residents of the smallest city that is worth it [people], >= 0.
    double population_power = 1.0;   ///< How far targets grow with the residents of a city, >= 0.
    double publicity = 1.0;          ///< Worth of the largest city beside that, >= 1.
    double gunmen = 1.0;             ///< Mean number of gunmen [people], >= 1.
    double gunman_dies = 1.0;        ///< Probability that a gunman dies, 0 to 1.
    double wounded_per_death = 0.0;  ///< Mean wounded for each death [people], >= 0.
    FatalityParams deaths{};         ///< Hostages and others who die.
};

/// Read the section `[hostages]`; every key must be there.
/// \throws InputError with file, line and key.
[[nodiscard]] HostagesParams read_hostages_params(sim::TomlTable const& table);

}  // namespace models
