#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "models/world/ids.hpp"
#include "models/world/kinds.hpp"
#include "sim/base/bits.hpp"
#include "sim/base/ids.hpp"
#include "sim/random/stream.hpp"
#include "sim/space/grid.hpp"

/// \file models/world/household_store.hpp
/// Every household of the country. At rest one costs five bytes, its share of its stratum, and no
/// time.

namespace models {

/// When the next household of a stratum leaves, by the urge to leave that its cell has felt
/// (CellFields::urge_felt). A clock that nothing changes needs no work from day to day.
struct DepartureClock {
    double left = 0.0;    ///< Hazard left at `since`, summed over the households at home [1], > 0;
                          ///< 0 = not drawn.
    double since = 0.0;   ///< Urge that the cell had felt then [1].
    double weight = 0.0;  ///< Hazard by urge: exposure of all households at home [1], >= 0.

    /// Hazard left once the cell has felt so much; above 0 if the clock is drawn.
    [[nodiscard]] double left_at(double felt) const noexcept {
        if (left == 0.0) return 0.0;
        return std::max(std::numeric_limits<double>::min(), left - (felt - since) * weight);
    }

    /// How much the cell has felt when it runs out: at once if it is not drawn, never if nobody
    /// would leave.
    [[nodiscard]] double runs_out_at() const noexcept {
        if (weight == 0.0) return std::numeric_limits<double>::infinity();
        return left == 0.0 ? since : since + left / weight;
    }

    /// From now on the hazard has another weight.
    void reweigh(double new_weight, double felt) noexcept {
        left = left_at(felt);
        since = felt;
        weight = new_weight;
    }
};

/// Strata: the households of one community in one cell. They share every hazard, so which of them
/// leaves is a uniform choice. One column per attribute; shape (strata).
struct StratumColumns {
    std::vector<sim::CellId> cell;           ///< Home cell.
    std::vector<Community> community;        ///< Their community.
    std::vector<std::uint32_t> first;        ///< First household row; they are contiguous.
    std::vector<std::uint32_t> households;   ///< How many [households]; constant.
    std::vector<std::uint32_t> at_home;      ///< How many live at home today [households].
    std::vector<std::uint32_t> people_home;  ///< People at home today [people].
    std::vector<DepartureClock> clock;       ///< When the next household leaves.

    [[nodiscard]] std::size_t size() const noexcept { return cell.size(); }
};

/// What a household away from home is after.
enum class MoverAim : std::uint8_t {
    shelter,           ///< A place to stay.
    home_from_inside,  ///< Home, from inside the country.
    home_from_abroad,  ///< Home, from another country.
};

/// A household that has left home, from a departure on. A record, not a row of columns: who acts on
/// a day is scattered over all who ever left, and all that is known of one lies in one cache line.
struct alignas(64) Mover {
    HouseholdId household;           ///< Which household.
    StratumId stratum;               ///< Its home.
    sim::CellId home;                ///< The cell of that.
    PlaceId place;                   ///< Where it is, or the last place it passed.
    PlaceId next_stop = no_place;    ///< Where it arrives next while travelling; no_place while it
                                     ///< walks between its home and `place`.
    PlaceId destination = no_place;  ///< Where it wants to be; no_place if it has to choose.
    PlaceId refuge = no_place;       ///< Where it last settled, or no_place.
    float spare_day = 0.0F;          ///< Share of today left after its last hop [day], 0 to 1.
    sim::Day left_home;              ///< Day of departure.
    sim::Day since;                  ///< Day on which the status began.
    sim::Day due = never;            ///< Day on which it acts next, or `never`.
    std::uint32_t slot = 0;          ///< Where its store keeps it in order; for the store alone.
    Community community{};           ///< Of its home.
    std::uint8_t people = 0;         ///< People in it [people].
    MoverStatus status = MoverStatus::travelling;  ///< What became of it.
    MoverAim aim = MoverAim::shelter;              ///< What it is after.
};

/// A household at home, as leave() takes it.
struct HouseholdAtHome {
    StratumId stratum;    ///< Its home.
    std::uint32_t i = 0;  ///< Which of those at home in it.
};

/// Every household of the country.
///
/// The rows of a stratum are contiguous in `order_`: first those at home (household rows), then
/// those away (mover rows). A departure or return swaps two entries; nobody else is touched.
class HouseholdStore {
  public:
    /// Make room for so many strata and households, so that adding them reserves no more than they
    /// take.
    void reserve(std::size_t strata, std::size_t households);

    /// Append a stratum with its households.
    /// \pre Every size is 1 to 255. Cells come in ascending order. Rows stay below sim::no_row.
    StratumId add_stratum(sim::CellId cell, Community community,
                          std::span<std::uint8_t const> sizes);

    [[nodiscard]] std::size_t size() const noexcept { return people_.size(); }
    [[nodiscard]] StratumColumns const& strata() const noexcept { return strata_; }

    /// The strata of a cell, as the first and one past the last row; equal if nobody lives there.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> strata_of(
        sim::CellId cell) const noexcept {
        if (std::size_t{cell.row} + 1 >= first_of_cell_.size()) return {0, 0};
        return {first_of_cell_[cell.row], first_of_cell_[cell.row + 1]};
    }

    /// Households that have left home at least once, one row per departure.
    [[nodiscard]] std::vector<Mover> const& movers() const noexcept { return movers_; }
    [[nodiscard]] std::vector<Mover>& movers() noexcept { return movers_; }
    [[nodiscard]] Mover const& mover(MoverId mover) const noexcept { return movers_[mover.row]; }
    [[nodiscard]] Mover& mover(MoverId mover) noexcept { return movers_[mover.row]; }
    [[nodiscard]] DepartureClock& clock(StratumId stratum) noexcept {
        return strata_.clock[stratum.row];
    }

    /// People in a household today [people].
    [[nodiscard]] std::uint8_t people(HouseholdId household) const noexcept {
        return people_[household.row];
    }

    /// The i-th household at home in a stratum. \pre i < strata().at_home.
    [[nodiscard]] HouseholdId at_home(StratumId stratum, std::uint32_t i) const noexcept {
        return HouseholdId{order_[strata_.first[stratum.row] + i]};
    }

    /// Calls visit(row of a stratum) for each in which a household left or came home since the last
    /// call, ascending.
    template <class Visit>
    void take_changed(Visit&& visit) {
        sim::for_each_bit(changed_, visit);
        std::ranges::fill(changed_, 0);
    }

    /// Ask memory for the columns of a stratum. Changes nothing else.
    void prefetch(StratumId stratum) const noexcept;

    /// Ask memory for all that leave() will need of some households, for all of them at once: there
    /// are too many residents for any cache, and waiting for one leaver after another takes longer
    /// than all the rest. Changes nothing else. \pre Each i < strata().at_home.
    void prefetch(std::span<HouseholdAtHome const> leavers) const noexcept;

    /// The same for come_home() of one mover, in three steps: each asks for where the next looks.
    void prefetch_return(MoverId mover, int step) const noexcept;

    /// The i-th household at home leaves. It starts as `travelling`, on foot to `from`, where it
    /// has to choose a destination.
    /// \pre i < strata().at_home
    MoverId leave(StratumId stratum, std::uint32_t i, PlaceId from, sim::Day today);

    /// A household comes home and can be chosen to leave again. \pre It is not home yet.
    void come_home(MoverId mover, sim::Day today);

    /// One person of the i-th household at home dies. A household with nobody left becomes extinct.
    /// \pre i < strata().at_home
    void lose_person_at_home(StratumId stratum, std::uint32_t i, sim::Day today);

    /// One person of a household away from home dies. \pre It has people and is not home.
    void lose_person_away(MoverId mover, sim::Day today);

    /// Memory that the columns of households and strata hold, the room in reserve included and
    /// the columns of movers apart [byte].
    [[nodiscard]] std::size_t bytes_at_rest() const noexcept;

    /// Write or read the state; for checkpoints.
    template <class Archive>
    void serialize(Archive& archive) {
        archive(strata_, movers_, first_of_cell_, people_, order_);
        changed_.resize(sim::words_for(strata_.size()), 0);
    }

  private:
    StratumColumns strata_;
    std::vector<Mover> movers_;                 // shape (movers)
    std::vector<std::uint32_t> first_of_cell_;  // row of each cell's first stratum, and one more
    std::vector<std::uint8_t> people_;          // by household
    std::vector<std::uint32_t> order_;          // see above
    std::vector<std::uint64_t> changed_;        // a bit for each stratum; not part of the state
};

}  // namespace models
