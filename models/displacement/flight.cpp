#include "models/displacement/flight.hpp"

#include <algorithm>
#include <cmath>

#include "models/displacement/hop.hpp"
#include "models/purposes.hpp"
#include "models/world/people.hpp"
#include "sim/base/check.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

// Of a household in a million a year: regions with less count as calm [1/day].
constexpr double least_fear = 1e-6 / 365.0;

/// Whether an armed group holds a place.
bool is_held_by_group(World const& world, PlaceId place) noexcept {
    ActorId const holder = world.places.holder[place.row];
    return holder != no_actor && world.actors.side(holder) == Side::militant;
}

double factor_of(ByCommunity const& factors, Community community, bool is_held_by_group) noexcept {
    ByHolder const& factor = factors[static_cast<std::size_t>(community)];
    return is_held_by_group ? factor.armed_group : factor.otherwise;
}

double capped_rate(FlightParams const& params, double rate) noexcept {
    return std::min(params.max_rate, rate);
}

}  // namespace

double factor_at(World const& world, ByCommunity const& factors, sim::CellId cell,
                 Community community) noexcept {
    return factor_of(factors, community,
                     is_held_by_group(world, world.map->cells.nearest_place[cell.row]));
}

std::vector<double> fear_by_region(World const& world, FlightParams const& params) {
    std::vector<double> fear(world.map->regions.size(), 0.0);
    if (params.rate_region == 0.0) return fear;
    // In the order of the map: the order in which cells came alive must not matter.
    auto const& threat = world.cells.threat;
    for (std::uint32_t cell = 0; cell < threat.size(); ++cell) {
        if (!threat.is_active(cell)) continue;
        auto const region = world.map->cells.region[cell];
        if (region != no_region) fear[region.row] += threat.at(cell, world.today);
    }
    double const half = params.region_half * params.region_half;
    for (double& of_region : fear) {
        double const squared = of_region * of_region;
        of_region = params.rate_region * squared / (squared + half);
    }
    return fear;
}

double urge_to_leave(FlightParams const& params, double threat, double region_fear, double takeover,
                     double food_stress) noexcept {
    // Most cells of a region that is afraid know no threat of their own: no divisions for them.
    double const fear =
        threat == 0.0 ? 0.0 : params.rate_threat * threat / (1.0 + threat / params.threat_half);
    double const loss = params.rate_takeover * takeover;
    return (1.0 + params.food_effect * food_stress) * (fear + region_fear + loss);
}

double crowd_share(FlightParams const& params, double people) noexcept {
    if (people <= params.crowd_people || params.crowd_power == 0.0) return 1.0;
    return std::pow(params.crowd_people / people, params.crowd_power);
}

double urge_to_leave(World const& world, FlightParams const& params, std::span<double const> fear,
                     sim::CellId cell) noexcept {
    auto const region = world.map->cells.region[cell.row];
    return crowd_share(params, world.map->cells.population[cell.row]) *
           urge_to_leave(params, world.cells.threat.at(cell.row, world.today),
                         region == no_region ? 0.0 : fear[region.row],
                         world.cells.takeover.at(cell.row, world.today), world.cells.hunger(cell));
}

double readiness(FlightParams const& params, std::uint32_t at_home,
                 std::uint32_t households) noexcept {
    if (params.frailty == 0.0 || at_home == households) return 1.0;
    return std::pow(static_cast<double>(at_home) / households, params.frailty);
}

double flight_rate(World const& world, FlightParams const& params, StratumId stratum,
                   double urge) noexcept {
    auto const& strata = world.households.strata();
    double const exposure =
        factor_at(world, params.exposure, strata.cell[stratum.row], strata.community[stratum.row]);
    double const ready =
        readiness(params, strata.at_home[stratum.row], strata.households[stratum.row]);
    return capped_rate(params, urge * exposure * ready);
}

void set_out(World& world, TravelParams const& params, StratumId stratum, std::uint32_t i) {
    auto const cell = world.households.strata().cell[stratum.row].row;
    PlaceId const towards = world.map->cells.nearest_place[cell];
    SIM_EXPECTS(towards != no_place);
    MoverId const mover = leave_home(world, stratum, i, towards);
    double const days =
        static_cast<double>(world.map->cells.nearest_place_km[cell]) / params.walk_km_per_day;
    begin_hop(world, mover, hop_after(days, 0.0F));
}

FlightProcess::FlightProcess(FlightParams const& flight, TravelParams const& travel)
    : flight_{flight}, travel_{travel} {
    SIM_EXPECTS(flight.threat_half > 0.0 && flight.max_rate >= 0.0);
    SIM_EXPECTS(travel.walk_km_per_day > 0.0);
    for (std::size_t i = 0; i < community_count; ++i) {
        exposure_[0][i] = factor_of(flight.exposure, static_cast<Community>(i), false);
        exposure_[1][i] = factor_of(flight.exposure, static_cast<Community>(i), true);
    }
}

void FlightProcess::look_for_homes(World const& world) {
    if (flight_.frailty > 0.0) readiness_.resize(world.households.strata().size());
    auto const& cells = world.map->cells;
    for (std::uint32_t cell = 0; cell < cells.population.size(); ++cell) {
        auto const [first, last] = world.households.strata_of(sim::CellId{cell});
        if (first == last) continue;
        homes_.push_back({.cell = sim::CellId{cell},
                          .first = first,
                          .last = last,
                          .region = cells.region[cell],
                          .place = cells.nearest_place[cell],
                          .share = crowd_share(flight_, cells.population[cell])});
    }
}

double FlightProcess::readiness_of(StratumColumns const& strata, std::uint32_t stratum) noexcept {
    if (flight_.frailty == 0.0) return 1.0;
    Readiness& known = readiness_[stratum];
    if (known.at_home != strata.at_home[stratum]) {
        known = {strata.at_home[stratum],
                 readiness(flight_, strata.at_home[stratum], strata.households[stratum])};
    }
    return known.value;
}

void FlightProcess::see_what_frightens(World const& world) {
    fear_ = fear_by_region(world, flight_);
    is_groups_.resize(world.places.holder.size());
    for (std::uint32_t place = 0; place < is_groups_.size(); ++place) {
        is_groups_[place] = is_held_by_group(world, PlaceId{place});
    }
}

void FlightProcess::operator()(World& world) {
    if (homes_.empty()) look_for_homes(world);
    see_what_frightens(world);
    leavers_.clear();
    // In the order of the map, not of the war, which is also how movers are numbered. A look at
    // every cell is quicker than sorting those where something happens.
    auto const& threat = world.cells.threat;
    auto const& takeover = world.cells.takeover;
    for (Home const& home : homes_) {
        auto const cell = home.cell.row;
        double const fear = home.region == no_region ? 0.0 : fear_[home.region.row];
        bool const is_threatened = threat.is_active(cell);
        bool const is_taken = takeover.is_active(cell);
        if (!is_threatened && !is_taken && fear < least_fear) continue;
        double const urge = urge_to_leave(
            flight_, is_threatened ? threat.at(cell, world.today) : 0.0, fear,
            is_taken ? takeover.at(cell, world.today) : 0.0, world.cells.hunger(home.cell));
        run_clocks(world, home, home.share * urge);
    }
    world.households.prefetch(leavers_);
    for (auto const& [stratum, i] : leavers_) set_out(world, travel_, stratum, i);
}

void FlightProcess::run_clocks(World& world, Home const& home, double urge) {
    auto const& strata = world.households.strata();
    auto const& exposure = exposure_[is_groups_[home.place.row]];
    for (std::uint32_t s = home.first; s < home.last; ++s) {
        double const of_community = exposure[static_cast<std::size_t>(strata.community[s])];
        double const rate = capped_rate(flight_, urge * of_community * readiness_of(strata, s));
        double const hazard = rate * strata.at_home[s];
        double& clock = world.households.clock(StratumId{s});
        if (clock > hazard) {  // nobody leaves, as nearly always
            clock -= hazard;
        } else {
            run_out_clock(world, StratumId{s}, rate);
        }
    }
}

void FlightProcess::run_out_clock(World& world, StratumId stratum, double rate) {
    if (rate <= 0.0) return;
    std::uint32_t at_home = world.households.strata().at_home[stratum.row];
    double& clock = world.households.clock(stratum);
    sim::Stream draw{world.seed, purpose::departure, stratum.row, world.today};
    if (clock <= 0.0) clock = sim::exponential(draw, 1.0);
    double day_left = 1.0;
    for (; at_home > 0; --at_home) {
        double const total_rate = rate * at_home;
        if (clock > total_rate * day_left) {
            clock -= total_rate * day_left;
            return;
        }
        day_left -= clock / total_rate;
        leavers_.push_back({stratum, draw.below(at_home)});
        clock = sim::exponential(draw, 1.0);
    }
}

}  // namespace models
