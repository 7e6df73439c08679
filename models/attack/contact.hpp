#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/attack/attack_params.hpp"
#include "models/world/world.hpp"

/// \file models/attack/contact.hpp
/// Who is within whose reach, and how often that leads to an attack.

namespace models {

/// Units by the cell they are in today; rebuilt each day at the cost of the units, not the cells.
class UnitsByCell {
  public:
    explicit UnitsByCell(std::size_t cells) : first_(cells, no_entry) {}

    void rebuild(UnitStore const& units);

    /// Calls visit(UnitId) for each living unit in a cell, last row first.
    template <class Visit>
    void for_each(sim::CellId cell, Visit&& visit) const {
        for (std::uint32_t u = first_[cell.row]; u != no_entry; u = next_[u]) visit(UnitId{u});
    }

    [[nodiscard]] bool empty(sim::CellId cell) const noexcept {
        return first_[cell.row] == no_entry;
    }

  private:
    static constexpr std::uint32_t no_entry = sim::no_row;
    std::vector<std::uint32_t> first_;  // by cell: a unit in it
    std::vector<std::uint32_t> next_;   // by unit: another unit in its cell
    std::vector<sim::CellId> used_;     // cells to clear
};

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

/// How much people of a cell tell the state of who hides among them, 0 to 1: 1 / (1 + grievance /
/// information_half). \see Condra and Shapiro (2012), doi:10.1111/j.1540-5907.2011.00542.x.
[[nodiscard]] double cooperation(World const& world, AttackParams const& params,
                                 sim::CellId cell) noexcept;

/// People who live within reach of each cell [people], shape (cells).
[[nodiscard]] std::vector<double> population_nearby(Geography const& map);

/// Everything a unit may attack from where it is: hostile units within reach, held back by
/// agreements and by the strength around them, and civilians.
///
/// \param[out] targets  Replaced, in the order of the cells around the unit; may be null.
/// \return  The sum of the weights: its contact [targets].
double find_targets(World const& world, AttackParams const& params, UnitsByCell const& by_cell,
                    std::span<double const> people_nearby, UnitId unit,
                    std::vector<Target>* targets);

/// Attacks that a unit starts in a day, on average [events/day].
///
/// rate x calm of the cell x bands x cohesion x tempo x season x (1 + excitation) x contact /
/// (contact + half_contact), with excitation = momentum / (1 + momentum / momentum_limit): a
/// self-exciting intensity (Hawkes) that is local and cannot run away; see README.md.
///
/// \param contact   Sum of the weights of its targets [targets], >= 0.
/// \param momentum  Gains times recent events nearby, >= 0.
[[nodiscard]] double attack_rate(World const& world, AttackParams const& params, UnitId unit,
                                 double contact, double momentum) noexcept;

}  // namespace models
