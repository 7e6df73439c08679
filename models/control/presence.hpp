#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/control/control_params.hpp"
#include "models/world/world.hpp"
#include "sim/base/bits.hpp"
#include "sim/space/nearness.hpp"

/// \file models/control/presence.hpp
/// How much of each actor's strength is felt in each cell.

namespace models {

/// What is felt of an actor in a cell.
struct Felt {
    ActorId actor;
    float strength = 0.0F;  ///< [rebels], > 0.
};

/// What is felt of all actors together [rebels], added up in their order.
[[nodiscard]] float sum_of(std::span<Felt const> felt) noexcept;

/// Strength felt of each actor in each cell [rebels]. Only cells where there is any cost time.
class PresenceField {
  public:
    PresenceField(World const& world, ControlParams const& params);

    /// Every living unit is felt around its cell, a hiding one less.
    void rebuild(World const& world);

    /// Cells in which anybody is felt, ascending.
    [[nodiscard]] std::span<sim::CellId const> cells() const noexcept { return cells_; }

    /// Who is felt in a cell, ascending by actor.
    [[nodiscard]] std::span<Felt const> felt(sim::CellId cell) const noexcept {
        return std::span{felt_}.subspan(range_[cell.row].first, range_[cell.row].count);
    }

  private:
    /// A unit that is felt.
    struct Band {
        sim::CellId cell;
        double strength;  // [rebels], > 0
    };

    /// Who was found to be felt where.
    struct Found {
        sim::CellId cell;
        Felt felt;
    };

    /// Where who is felt in a cell stands in felt_.
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    /// Add what is felt of some units around them, to the sums by cell.
    static void add_presence(sim::Neighbourhoods const& nearby, std::span<double const> nearness,
                             std::span<Band const> bands, std::span<float> felt) noexcept;

    /// Find out where all units of one actor are felt: one after the other, they are felt in much
    /// the same cells.
    void spread(sim::Neighbourhoods const& nearby, ActorId actor);

    /// Bring what was found into the order of the cells.
    void sort_by_cell();

    double hide_presence_;
    sim::Nearness nearness_;
    std::vector<sim::CellId> cells_;
    std::vector<Range> range_;  // by cell
    std::vector<Felt> felt_;    // by cell, then by actor

    // Scratch.
    std::vector<std::vector<Band>> bands_of_;  // of today, by actor
    std::vector<float> of_actor_;              // sums by cell; 0 but while one actor is looked at
    std::vector<std::uint64_t> is_reached_;    // a bit for each cell where that one is, or anybody
    std::vector<Found> found_;                 // by actor
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
/// adapt_days)) * total / (total + half_presence). Shares stay in [0, 1] and their sum stays at
/// most 1.
///
/// \param felt           Of each actor that is felt, ascending.
/// \param total          sum_of() them, > 0.
/// \param[in,out] share  Control by actor, shape (actors).
/// \param[in,out] nobody  Scratch: zeros, and zeros again; shape (actors).
void follow_presence(std::span<Felt const> felt, float total, float way, std::span<float> share,
                     std::span<float> nobody);

/// Move the shares of control of one cell towards the one who holds the town it belongs to.
///
/// \param holder  Who holds the town; no_actor lets everybody's share fade.
/// \param pace    Share of the way, 0 to 1.
void follow_holder(ActorId holder, float pace, std::span<float> share) noexcept;

/// Whether follow_holder() would change nothing: the holder has all, or nobody has anything if
/// there is none.
[[nodiscard]] bool has_all(ActorId holder, std::span<float const> share) noexcept;

}  // namespace models
