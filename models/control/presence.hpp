#pragma once

#include <span>
#include <vector>

#include "models/control/control_params.hpp"
#include "models/world/world.hpp"
#include "sim/space/nearness.hpp"

/// \file models/control/presence.hpp
/// How much of each actor's strength is felt in each cell.

namespace models {

/// Strength felt in each cell of each actor [rebels], kept only where there is any.
class PresenceField {
  public:
    PresenceField(Geography const& map, std::size_t actors, ControlParams const& params);

    /// Every living unit is felt around its cell, a hiding one less.
    void rebuild(World const& world);

    /// Cells in which anybody is felt, in the order in which they were found.
    [[nodiscard]] std::span<sim::CellId const> cells() const noexcept { return cells_; }

    /// Whether anybody is felt in a cell.
    [[nodiscard]] bool is_felt(sim::CellId cell) const noexcept {
        return place_[cell.row] != sim::no_row;
    }

    /// Strength felt in a cell by actor [rebels], shape (actors). \pre Anybody is felt in it.
    [[nodiscard]] std::span<float const> of(sim::CellId cell) const noexcept {
        return std::span{presence_}.subspan(place_[cell.row] * actors_, actors_);
    }

  private:
    /// Where a cell is in cells_, at the end if it was not.
    std::size_t place_of(sim::CellId cell);

    std::size_t actors_;
    double hide_presence_;
    sim::Nearness nearness_;
    std::vector<float> presence_;       // shape (cells_, actors)
    std::vector<std::uint32_t> place_;  // of each cell: where in cells_ it is, or no_row
    std::vector<sim::CellId> cells_;
};

/// Pace at which shares of control follow presence.
struct AdaptPace {
    double full;           ///< Share of the way in a day where presence is without limit, 0 to 1.
    double half_presence;  ///< Presence at which it is half of that [rebels], > 0.

    AdaptPace(ControlParams const& params) noexcept;
};

/// Move the shares of control of one cell towards the shares of presence.
///
/// share += pace * (presence / total - share), pace = (1 - exp(-1 / adapt_days)) * total /
/// (total + half_presence). Shares stay in [0, 1] and their sum stays at most 1.
///
/// \param presence       Strength felt by actor [rebels], at least one > 0; shape (actors).
/// \param[in,out] share  Control by actor, shape (actors).
void follow_presence(std::span<float const> presence, AdaptPace const& pace,
                     std::span<float> share) noexcept;

/// Move the shares of control of one cell towards the one who holds the town it belongs to.
///
/// \param holder  Who holds the town; no_actor lets everybody's share fade.
/// \param pace    Share of the way, 0 to 1.
void follow_holder(ActorId holder, float pace, std::span<float> share) noexcept;

}  // namespace models
