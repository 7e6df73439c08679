#pragma once

#include <cstdint>
#include <vector>

#include "models/control/control_params.hpp"
#include "models/control/presence.hpp"
#include "models/world/world.hpp"

/// \file models/control/control.hpp
/// Control of cells and places as a process of the day.

namespace models {

/// Shares of control follow presence; places change hands; both frighten those who live there.
class ControlProcess {
  public:
    ControlProcess(ControlParams const& params, World const& world);

    void operator()(World& world);

  private:
    /// Change the shares of one cell and frighten its people by what armed groups or the state
    /// gain.
    template <class Change>
    void change_shares(World& world, sim::CellId cell, Change&& change) const;

    /// Armed groups that are at war with the state today: not its allies, nor parties to a
    /// ceasefire.
    void see_who_frightens(World const& world);

    /// Land where no fighter is felt follows the town it belongs to.
    void follow_towns(World& world);

    /// Whether one who holds the town of a cell has all control of the cell.
    bool is_at_rest(World const& world, sim::CellId cell, ActorId holder);

    ControlParams params_;
    AdaptPace adapt_pace_;
    PresenceField presence_;
    std::vector<ActorId> rests_with_;   // by cell: who was found to have all, or no_actor
    std::vector<ActorId> frightening_;  // whose gains frighten people today, ascending
};

/// Whether an actor of this class that gains control frightens people. Self-defence groups live
/// among their own, and bandits rule nowhere: our assumption.
[[nodiscard]] bool seeks_control(ActorClass actor_class) noexcept;

/// Share of a cell that armed groups control, 0 to 1.
/// \param share         Control by actor, shape (actors).
/// \param armed_groups  Which of the actors they are.
[[nodiscard]] float armed_groups_share(std::span<float const> share,
                                       std::span<ActorId const> armed_groups) noexcept;

}  // namespace models
