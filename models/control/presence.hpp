#pragma once

#include <span>
#include <vector>

#include "models/control/control_params.hpp"
#include "models/world/world.hpp"
#include "sim/space/nearness.hpp"

/// \file models/control/presence.hpp
/// How much of each actor's strength is felt in each cell.

namespace models {

/// What is felt of one actor in a cell.
struct Felt {
    ActorId actor;
    float strength = 0.0F;  ///< [rebels], >= 0.
};

/// Strength felt in each cell of each actor [rebels], kept only where there is any.
class PresenceField {
  public:
    PresenceField(Geography const& map, ControlParams const& params);

    /// Every living unit is felt around its cell, a hiding one less.
    void rebuild(World const& world);

    /// Cells in which anybody is felt, in the order in which they were found.
    [[nodiscard]] std::span<sim::CellId const> cells() const noexcept { return cells_; }

    /// Whether anybody is felt in a cell.
    [[nodiscard]] bool is_felt(sim::CellId cell) const noexcept {
        return first_[cell.row] != sim::no_row;
    }

    /// Who is felt in a cell, by actor.
    /// \param[out] felt  Replaced; ascending, each actor once; not empty if anybody is felt.
    void who_is_felt(sim::CellId cell, std::vector<Felt>& felt) const;

  private:
    /// One actor in one cell; those of a cell are chained, ascending by actor.
    struct Entry {
        Felt felt;
        std::uint32_t next;  // entry, or no_row
    };

    void add(sim::CellId cell, ActorId actor, float strength);

    double hide_presence_;
    sim::Nearness nearness_;
    std::vector<std::uint32_t> first_;  // entry of each cell, or no_row
    std::vector<Entry> entries_;
    std::vector<sim::CellId> cells_;
};

/// Pace at which shares of control follow presence.
struct AdaptPace {
    double full;           ///< Share of the way in a day where presence is without limit, 0 to 1.
    double half_presence;  ///< Presence at which it is half of that [rebels], > 0.

    AdaptPace(ControlParams const& params) noexcept;

    /// Share of the way in a day, full * total / (total + half_presence).
    /// \param total  Strength felt of all actors [rebels], >= 0.
    [[nodiscard]] float at(float total) const noexcept;
};

/// Strength felt of all actors together [rebels].
[[nodiscard]] float total_strength(std::span<Felt const> felt) noexcept;

/// Move the shares of control of one cell towards the shares of presence.
///
/// share += pace * (strength / total - share), pace = (1 - exp(-1 / adapt_days)) * total /
/// (total + half_presence). Shares stay in [0, 1] and their sum stays at most 1.
///
/// \param felt           Ascending by actor; at least one strength > 0.
/// \param[in,out] share  Control by actor, shape (actors).
void follow_presence(std::span<Felt const> felt, AdaptPace const& pace,
                     std::span<float> share) noexcept;

/// Move the shares of control of one cell towards the one who holds the town it belongs to.
///
/// \param holder  Who holds the town; no_actor lets everybody's share fade.
/// \param pace    Share of the way, 0 to 1.
void follow_holder(ActorId holder, float pace, std::span<float> share) noexcept;

/// Whether follow_holder() would change nothing: the holder has all, or nobody has anything if
/// there is none.
[[nodiscard]] bool has_all(ActorId holder, std::span<float const> share) noexcept;

}  // namespace models
