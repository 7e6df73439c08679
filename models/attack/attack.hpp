#pragma once

#include <cstdint>
#include <vector>

#include "models/attack/attack_params.hpp"
#include "models/attack/contact.hpp"
#include "models/world/world.hpp"

/// \file models/attack/attack.hpp
/// Attacks as a process of the day.

namespace models {

/// Every unit decides how often it attacks today, in parallel and from the state at dawn; then the
/// attacks are carried out one by one in unit order. Adds to world.events.
class AttackProcess {
  public:
    AttackProcess(AttackParams const& params, Geography const& map);

    void operator()(World& world);

  private:
    void decide(World const& world);
    void attack_from(World& world, UnitId unit, std::uint32_t attacks);
    void attack_from_the_air(World& world, ActorId actor);
    void attack_unit(World& world, UnitId attacker, ActorId by, UnitId target, EventKind kind,
                     sim::Stream& draw);
    void attack_civilians(World& world, UnitId attacker, sim::Stream& draw);

    AttackParams params_;
    std::vector<double> people_nearby_;  // shape (cells)
    UnitsInReach units_in_reach_;
    std::vector<std::uint32_t> attacks_;           // scratch: decided today, shape (units)
    std::vector<sim::PhiloxCounter> first_draws_;  // scratch: of today, shape (units)
    std::vector<Target> targets_;                  // scratch
    std::vector<double> weights_;                  // scratch
};

/// What kind of attack an actor makes on an armed target, chosen by its tactics.
/// \param u  Uniform draw, 0 <= u < 1.
[[nodiscard]] EventKind choose_kind(World const& world, AttackParams const& params, ActorId actor,
                                    double u);

/// Fighting strength in a cell of an actor and its allies [rebels], >= 0.
[[nodiscard]] double strength_in(World const& world, UnitsByCell const& by_cell, sim::CellId cell,
                                 ActorId actor);

}  // namespace models
