#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/displacement/displacement_params.hpp"
#include "models/world/world.hpp"

/// \file models/displacement/flight.hpp
/// When households leave home.

namespace models {

/// Whether an armed group holds a place.
[[nodiscard]] inline bool is_held_by_group(World const& world, PlaceId place) noexcept {
    ActorId const holder = world.places.holder[place.row];
    return holder != no_actor && world.actors.side(holder) == Side::militant;
}

/// Factor by community and by who holds a place.
[[nodiscard]] inline double factor_of(ByCommunity const& factors, Community community,
                                      bool is_held_by_group) noexcept {
    ByHolder const& factor = factors[static_cast<std::size_t>(community)];
    return is_held_by_group ? factor.armed_group : factor.otherwise;
}

/// Factor by community and by who holds the place nearest to a cell.
[[nodiscard]] inline double factor_at(World const& world, ByCommunity const& factors,
                                      sim::CellId cell, Community community) noexcept {
    return factor_of(factors, community,
                     is_held_by_group(world, world.map->cells.nearest_place[cell.row]));
}

/// How frightened the people of each region are of a war in it, near or not [1/day].
///
/// rate_region * T^2 / (T^2 + region_half^2) with T the threat summed over the cells of the region:
/// single attacks frighten who is near, a war all. Our assumption (README.md, D10).
///
/// \return Shape (regions).
[[nodiscard]] std::vector<double> fear_by_region(World const& world, FlightParams const& params);

/// What people fear of what happens near them [1/day]:
/// rate_threat * threat / (1 + threat / threat_half) + rate_takeover * takeover.
/// Loss of control and fear drive flight more than deaths do: MODEL.md 3.7; the form is our
/// assumption (README.md, D1).
///
/// \param threat    Recent violence nearby [events], >= 0.
/// \param takeover  Recent loss of control to an armed group [share of control], >= 0.
[[nodiscard]] inline double alarm(FlightParams const& params, double threat,
                                  double takeover) noexcept {
    return params.rate_threat * threat / (1.0 + threat / params.threat_half) +
           params.rate_takeover * takeover;
}

/// How much readier to leave the hungry are [1]: 1 + food_effect * food_stress.
/// \param food_stress  0 (none) to 1 (famine).
[[nodiscard]] double hunger_factor(FlightParams const& params, double food_stress) noexcept;

/// Share of the people of a cell to whom what happens in it is near, 0 to 1.
///
/// 1 up to crowd_people, (crowd_people / people)^crowd_power above: a fight in a city of a million
/// is near to fewer of its people than one in a village. Our assumption (README.md, D7).
///
/// \param people  Residents of the cell [people].
[[nodiscard]] double crowd_share(FlightParams const& params, double people) noexcept;

/// Rate at which a household of exposure 1 would leave a cell today, before the cap [1/day]:
/// crowd_share() * hunger_factor() * (fear of the region + alarm()).
/// \param fear  fear_by_region() of today.
[[nodiscard]] double urge_to_leave(World const& world, FlightParams const& params,
                                   std::span<double const> fear, sim::CellId cell) noexcept;

/// How ready those still at home are to leave, beside all who live there: 0 to 1.
///
/// (at_home / households)^frailty, which is what remains where readiness is spread by a gamma law
/// of mean 1 and variance `frailty`: the readiest leave first. Our assumption (README.md, D12).
///
/// \param households  Of a stratum, wherever they are, > 0.
[[nodiscard]] double readiness(FlightParams const& params, std::uint32_t at_home,
                               std::uint32_t households) noexcept;

/// Rate at which a household leaves, where its cell has an urge to leave [1/day].
///
/// min(max_rate, urge * exposure of its community * readiness() of its stratum this morning).
[[nodiscard]] double flight_rate(World const& world, FlightParams const& params, StratumId stratum,
                                 double urge) noexcept;

/// The i-th household at home sets out on foot to the place nearest to its home.
/// \pre i < strata().at_home, and its cell has a nearest place.
void set_out(World& world, TravelParams const& params, StratumId stratum, std::uint32_t i);

/// Households leave home, exactly as if each had left with probability 1 - exp(-rate * 1 day).
///
/// Only leavers are drawn. For all others a clock of their stratum waits until their cell has felt
/// enough: from day to day, only cells are looked at (README.md).
class FlightProcess {
  public:
    FlightProcess(FlightParams const& flight, TravelParams const& travel);

    /// One day. \pre The day after the last, of the same world; or the first of one with the same
    /// map and strata.
    void operator()(World& world);

  private:
    /// What stays the same all through a run.
    void look_at_map(Geography const& map, StratumColumns const& strata);

    /// How frightened each region is today, and how exposed each stratum.
    void see_what_frightens(World& world);

    /// Exposure and readiness of a stratum today.
    [[nodiscard]] double exposure_of(World const& world, StratumId stratum) const noexcept;

    /// Let the clock of a stratum run by its exposure of today.
    void expose(World& world, StratumId stratum) const noexcept;

    /// When the first clock of a cell runs out.
    void see_when_due(World const& world, std::uint32_t cell) noexcept;

    /// How ready to leave the people of each cell are, hungry as they are.
    void see_hunger(World const& world);

    /// Urge to leave a cell today [1/day].
    struct Urge {
        double of_region;  ///< By what its region fears,
        double more;       ///< and more where people fear for themselves.
    };
    [[nodiscard]] Urge urge(World const& world, std::uint32_t cell) const noexcept;

    /// Let every cell feel its urge to leave, and see where a clock may run out.
    void feel_urge(World& world);

    /// The day of a cell where a clock may run out, or where a rate may be capped.
    void pass_day(World& world, std::uint32_t cell);

    /// Let households leave, one after the other, until the clock outlasts the day.
    /// \param hazard  Of the whole stratum for the day, > 0.
    void run_out(World& world, StratumId stratum, double hazard);

    /// Cells by number.
    struct CellRange {
        std::uint32_t first;
        std::uint32_t end;  // one past the last

        /// What a column knows of them.
        [[nodiscard]] auto of(auto& by_cell) const noexcept {
            return std::span{by_cell}.subspan(first, end - first);
        }
    };

    FlightParams flight_;
    TravelParams travel_;
    double most_alike_;                  // no rate is capped where the urge is at most this [1/day]
    std::vector<double> share_;          // crowd_share(), by cell; empty before the first day
    std::vector<std::uint32_t> region_;  // of each cell; the number of regions outside of all
    std::vector<double> response_;       // share_ * hunger_factor(), by cell
    sim::Day seen_hunger_ = never;       // CellFields::hunger_since of that
    std::vector<double> fear_;           // of today, by region and outside of all
    std::vector<double> region_fear_;    // of those who fear nothing else
    std::vector<std::uint8_t> is_groups_;    // 1 if an armed group holds it today, by place
    std::vector<std::uint8_t> has_changed_;  // 1 if that is not known of yesterday, by place
    std::vector<CellRange> lived_in_;        // where people live, ascending
    std::vector<double> due_at_;             // when the first clock runs out, by cell, as
                                             // CellFields::urge_felt; never where nobody lives

    std::vector<std::uint64_t> is_lived_in_;  // a bit for each cell where people live,
    std::vector<std::uint64_t> is_alarmed_;   // where they fear more today than their region does,
    std::vector<std::uint64_t> is_due_;       // and where a clock may run out today
    std::vector<StratumId> changed_;          // strata where people left or came home; scratch
    std::vector<HouseholdAtHome>
        leavers_;  // of today, each once the ones before have left; scratch
};

}  // namespace models
