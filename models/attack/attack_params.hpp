#pragma once

#include <array>

#include "models/world/fatalities.hpp"
#include "models/world/kinds.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/attack/attack_params.hpp
/// How often, against whom, by what means and how deadly. models/attack/README.md has the formulas.

namespace models {

/// A number for each class of actor.
using PerClass = std::array<double, actor_class_names.size()>;

/// How often each kind of attack is chosen; weights, not shares.
using Tactics = std::array<double, event_kind_count>;

/// Parameters of attacks. Checked when the scenario is read.
struct AttackParams {
    PerClass rate{};            ///< Attacks of a full band in contact [events/day], >= 0.
    PerClass value{};           ///< Worth of a unit of this class as a target, >= 0.
    double band = 40.0;         ///< Fighters of a full band [people], > 0.
    double half_contact = 1.0;  ///< Contact at which the rate is half its limit [targets], > 0.
    double contact_km = 10.0;   ///< Contact falls by exp(-1) over this distance [km], > 0.
    double exposure_garrison = 1.0;   ///< Exposure of a unit in its base, >= 0.
    double exposure_patrol = 1.0;     ///< Exposure of a unit on patrol, >= 0.
    double exposure_transit = 1.0;    ///< Exposure of a unit on the road, >= 0.
    double exposure_hide = 1.0;       ///< Exposure of a hiding unit, >= 0.
    double deterrence = 0.0;          ///< How far a stronger enemy nearby lowers contact, >= 0.
    double deterrence_hide = 0.0;     ///< The same for an attacker in hiding, who chooses time and
                                      ///< place, >= 0.
    double civilian_value = 0.0;      ///< Worth of civilians as a target to an actor that spares
                                      ///< nobody, >= 0.
    double half_population = 1.0;     ///< People nearby at which that worth is half [people], > 0.
    double own_community = 1.0;       ///< Weight of the actor's own community among the civilians
                                      ///< whom it attacks, 0 (spared) to 1 (like any other).
    double information_half = 1.0;    ///< Grievance nearby at which people tell the state half as
                                      ///< much of who hides among them [events], > 0.
    double pact_mercy = 1.0;          ///< Factor on an armed group's worth of civilians who have a
                                      ///< pact with it, 0 to 1.
    double pact_suspicion = 1.0;      ///< Factor on the state's worth of civilians who have a pact
                                      ///< with an armed group, >= 1.
    double momentum_limit = 1.0;      ///< Rate added at the very most by recent events, > 0.
    std::array<double, 12> season{};  ///< Factor by calendar month, >= 0.
    Tactics conventional{};           ///< Armed groups that hold ground, against armed targets.
    Tactics asymmetric{};             ///< Armed groups that lie low, against armed targets.
    Tactics regular{};                ///< State, external forces and peacekeepers.
    PerClass air_rate{};              ///< Air strikes of 1,000 people with aircraft in full contact
                                      ///< [events/day], >= 0.
    double air_half_contact = 1.0;  ///< Contact at which that rate is half its limit [units], > 0.
    std::array<FatalityParams, event_kind_count> fatalities{};
    double wounded_per_death = 0.0;  ///< Mean wounded for each death [people], >= 0.
};

/// Read the table `[attack]` and the tables below it.
[[nodiscard]] AttackParams read_attack_params(sim::TomlTable table);

/// Read a number for each class from a table with one key a class. Civilians have no key.
[[nodiscard]] PerClass read_per_class(sim::TomlTable table, sim::Range const& range);

}  // namespace models
