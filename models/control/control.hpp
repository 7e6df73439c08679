#pragma once

#include <cstdint>
#include <vector>

#include "models/control/capture.hpp"
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
    /// How far the share of a cell that frightening groups control may have to go.
    struct Way {
        float goal;   ///< Where it moves, 0 to 1.
        float least;  ///< It is at least that now,
        float most;   ///< and at most that.
    };
    [[nodiscard]] Way way_of(std::span<float const> share, std::span<Felt const> felt,
                             float total) const noexcept;

    /// Change the shares of one cell and frighten its people by what armed groups or the state
    /// gain.
    /// \param felt    Whose shares of \p total all shares move towards.
    /// \param pace    How far they move on their way, 0 to 1.
    /// \param change  Moves the shares.
    template <class Change>
    void change_shares(World& world, sim::CellId cell, std::span<Felt const> felt, float total,
                       float pace, Change&& change) const;

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
    StrengthAtPlaces strength_;
    std::vector<float> nobody_;            // scratch of follow_presence()
    std::vector<ActorId> rests_with_;      // by cell: who was found to have all, or no_actor
    std::vector<ActorId> frightening_;     // whose gains frighten people today, ascending
    std::vector<std::uint8_t> frightens_;  // 1 for each of them, by actor
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
