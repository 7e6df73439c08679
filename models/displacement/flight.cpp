#include "models/displacement/flight.hpp"

#include <algorithm>
#include <cmath>

#include "models/displacement/clocks.hpp"
#include "models/displacement/hop.hpp"
#include "models/purposes.hpp"
#include "models/world/people.hpp"
#include "sim/base/bits.hpp"
#include "sim/base/check.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

// Of a household in a million a year: regions with less count as calm [1/day].
constexpr double least_fear = 1e-6 / 365.0;

double capped_rate(FlightParams const& params, double rate) noexcept {
    return std::min(params.max_rate, rate);
}

}  // namespace

std::vector<double> fear_by_region(World const& world, FlightParams const& params) {
    std::vector<double> fear(world.map->regions.size(), 0.0);
    if (params.rate_region == 0.0) return fear;
    // In the order of the map: the order in which cells came alive must not matter.
    auto const& threat = world.cells.threat;
    std::vector<std::uint64_t> marks(sim::words_for(threat.size()), 0);
    for (auto const cell : threat.active()) sim::set_bit(marks, cell);
    sim::for_each_bit(marks, [&](std::uint32_t cell) {
        auto const region = world.map->cells.region[cell];
        if (region != no_region) fear[region.row] += threat.at(cell, world.today);
    });
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
    return capped_rate(params, urge * (exposure * ready));
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
}

void FlightProcess::look_at_map(World const& world) {
    auto const& cells = world.map->cells;
    auto const outside = static_cast<std::uint32_t>(world.map->regions.size());
    for (std::size_t cell = 0; cell < cells.population.size(); ++cell) {
        share_.push_back(crowd_share(flight_, cells.population[cell]));
        region_.push_back(cells.region[cell] == no_region ? outside : cells.region[cell].row);
    }
    urge_.resize(share_.size());
    is_lived_in_.resize(share_.size());
    // Nobody looks around where nobody lives. Few ranges, so that short gaps count as lived in.
    constexpr std::uint32_t short_gap = 16;
    for (sim::CellId const cell : world.households.strata().cell) {  // ascending
        bool const is_near = !lived_in_.empty() && cell.row < lived_in_.back().end + short_gap;
        if (!is_near) lived_in_.push_back({cell.row, cell.row});
        lived_in_.back().end = cell.row + 1;
        is_lived_in_[cell.row] = 1;
    }
    is_groups_.resize(world.places.holder.size());
    has_changed_.resize(is_groups_.size());
}

void FlightProcess::see_what_frightens(World& world) {
    fear_ = fear_by_region(world, flight_);
    fear_.push_back(0.0);
    bool const is_first_day = exposure_.empty();
    bool has_changed = false;
    for (std::uint32_t place = 0; place < is_groups_.size(); ++place) {
        std::uint8_t const is_groups = is_held_by_group(world, PlaceId{place}) ? 1 : 0;
        has_changed_[place] = is_first_day || is_groups != is_groups_[place];
        has_changed |= has_changed_[place] != 0;
        is_groups_[place] = is_groups;
    }
    auto const& strata = world.households.strata();
    auto const expose = [&](std::uint32_t const s) { exposure_[s] = exposure_of(world, s); };
    exposure_.resize(strata.size());
    if (has_changed) {
        for (std::uint32_t s = 0; s < strata.size(); ++s) {
            PlaceId const place = world.map->cells.nearest_place[strata.cell[s].row];
            if (has_changed_[place.row]) expose(s);
        }
    }
    if (flight_.frailty > 0.0) world.households.take_changed(expose);
}

double FlightProcess::exposure_of(World const& world, std::uint32_t stratum) const noexcept {
    auto const& strata = world.households.strata();
    PlaceId const place = world.map->cells.nearest_place[strata.cell[stratum].row];
    double const factor =
        factor_of(flight_.exposure, strata.community[stratum], is_groups_[place.row] != 0);
    return factor * readiness(flight_, strata.at_home[stratum], strata.households[stratum]);
}

void FlightProcess::feel_urge(World const& world) {
    // A fear too small to count is none, but where something else is feared.
    auto felt = fear_;
    for (double& fear : felt) fear = fear < least_fear ? 0.0 : fear;
    auto const& food = world.cells.food_stress;
    auto const& lean = world.cells.lean_season;
    for (auto const& [first, end] : lived_in_) {
        auto const of = [first = first, count = end - first](auto const& by_cell) {
            return std::span{by_cell}.subspan(first, count);
        };
        feel_region_fear({.share = of(share_),
                          .region = of(region_),
                          .food_stress = of(food),
                          .lean_season = of(lean.empty() ? food : lean)},
                         felt, flight_.food_effect, std::span{urge_}.subspan(first, end - first));
    }
    auto const& threat = world.cells.threat;
    auto const& takeover = world.cells.takeover;
    auto const look = [&](std::uint32_t const cell) {
        if (!is_lived_in_[cell]) return;
        double const danger = threat.is_active(cell) ? threat.at(cell, world.today) : 0.0;
        double const loss = takeover.is_active(cell) ? takeover.at(cell, world.today) : 0.0;
        urge_[cell] = share_[cell] * urge_to_leave(flight_, danger, fear_[region_[cell]], loss,
                                                   world.cells.hunger(sim::CellId{cell}));
    };
    for (auto const cell : threat.active()) look(cell);
    for (auto const cell : takeover.active()) {
        if (!threat.is_active(cell)) look(cell);
    }
}

void FlightProcess::operator()(World& world) {
    auto const& strata = world.households.strata();
    if (strata.size() == 0) return;
    if (share_.empty()) look_at_map(world);
    see_what_frightens(world);
    feel_urge(world);
    run_out_.clear();
    run_clocks(
        {&world.households.clock(StratumId{0}), strata.size()}, strata.at_home,
        {.urge = urge_, .cell = strata.cell, .exposure = exposure_, .most = flight_.max_rate},
        run_out_);
    leavers_.clear();
    for (auto const s : run_out_) {
        double const rate = capped_rate(flight_, urge_[strata.cell[s].row] * exposure_[s]);
        run_out_clock(world, StratumId{s}, rate);
    }
    world.households.prefetch(leavers_);
    for (auto const& [stratum, i] : leavers_) set_out(world, travel_, stratum, i);
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
