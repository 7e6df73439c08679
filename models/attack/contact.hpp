#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/attack/attack_params.hpp"
#include "models/attack/units_in_reach.hpp"
#include "models/world/world.hpp"

/// \file models/attack/contact.hpp
/// Who is within whose reach, and how often that leads to an attack.

namespace models {

/// One thing a unit may attack, and how much it draws the attack.
struct Target {
    UnitId unit;  ///< The unit attacked; meaningless for civilians.
    bool civilians = false;
    double weight = 0.0;  ///< Contact with it [targets], >= 0.
};

/// Exposure of a unit by what it does. \return >= 0.
[[nodiscard]] double exposure(AttackParams const& params, Posture posture) noexcept;

/// Worth of civilians as a target of an actor in a cell [targets], >= 0: what it spares them, what
/// protects them from armed groups, and what a pact with an armed group does.
[[nodiscard]] double civilian_worth(World const& world, AttackParams const& params, ActorId actor,
                                    sim::CellId here) noexcept;

/// People who live within reach of each cell [people], shape (cells).
[[nodiscard]] std::vector<double> population_nearby(Geography const& map);

/// Everything a unit may attack from where it is: hostile units within reach, held back by
/// agreements and by the strength around them, and civilians.
///
/// \param[out] targets  Replaced, in the order of the cells around the unit; may be null.
/// \return  The sum of the weights: its contact [targets].
double find_targets(World const& world, AttackParams const& params,
                    UnitsInReach const& units_in_reach, std::span<double const> people_nearby,
                    UnitId unit, std::vector<Target>* targets);

/// Factor of the month on all attacks today [1], >= 0.
[[nodiscard]] double season_today(World const& world, AttackParams const& params) noexcept;

/// Attacks that a unit would start in a day if it met targets without end, on average [events/day].
///
/// rate x calm of the cell x bands x cohesion x tempo x season x (1 + excitation), with excitation
/// = momentum / (1 + momentum / momentum_limit): a self-exciting intensity (Hawkes) that is local
/// and cannot run away; see README.md.
///
/// \param season    season_today().
/// \param momentum  Gains times recent events nearby, >= 0.
[[nodiscard]] double highest_attack_rate(World const& world, AttackParams const& params,
                                         UnitId unit, double season, double momentum) noexcept;

/// Attacks that it does start: highest x contact / (contact + half_contact) [events/day].
///
/// \param highest  highest_attack_rate().
/// \param contact  Sum of the weights of its targets [targets], >= 0.
[[nodiscard]] double attack_rate(AttackParams const& params, double highest,
                                 double contact) noexcept;

}  // namespace models
