#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/control/control_params.hpp"
#include "models/world/world.hpp"
#include "sim/space/nearness.hpp"

/// \file models/control/presence.hpp
/// How much of each actor's strength is felt in each cell.

namespace models {

/// Strength felt of each actor in each cell [rebels]. Only cells where there is any cost time.
class PresenceField {
  public:
    PresenceField(World const& world, ControlParams const& params);

    /// Every living unit is felt around its cell, a hiding one less.
    void rebuild(World const& world);

    /// Cells in which anybody is felt, in the order in which they were found.
    [[nodiscard]] std::span<sim::CellId const> cells() const noexcept { return cells_; }

    /// Whether anybody is felt in a cell.
    [[nodiscard]] bool is_felt(sim::CellId cell) const noexcept { return is_felt_[cell.row] != 0; }

    /// What is felt of each actor in a cell [rebels], >= 0. Shape (actors).
    [[nodiscard]] std::span<float const> strength(sim::CellId cell) const noexcept {
        return std::span{strength_}.subspan(cell.row * actors_, actors_);
    }

    /// The sum of strength() of a cell, by actor [rebels].
    [[nodiscard]] float total(sim::CellId cell) const noexcept;

  private:
    double hide_presence_;
    sim::Nearness nearness_;
    std::size_t actors_;
    std::size_t words_;                  // that have a bit for each actor
    std::vector<float> strength_;        // shape (cells, actors); 0 in cells where nobody is felt
    std::vector<std::uint64_t> who_;     // a bit for each who is felt; shape (cells, words)
    std::vector<std::uint8_t> is_felt_;  // by cell
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

/// Move the shares of control of one cell towards the shares of presence.
///
/// share += way * (strength / total - share), way = AdaptPace::at(total) = (1 - exp(-1 /
/// adapt_days))
/// * total / (total + half_presence). Shares stay in [0, 1] and their sum stays at most 1.
///
/// \param strength       Felt of each actor [rebels], >= 0. Shape (actors).
/// \param total          Their sum, > 0.
/// \param[in,out] share  Control by actor, shape (actors).
void follow_presence(std::span<float const> strength, float total, float way,
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
