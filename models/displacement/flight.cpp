#include "models/displacement/flight.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

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

// Strata that changed are scattered over the memory. It is asked for so many of them before their
// turn.
constexpr std::size_t ahead = 8;

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

double hunger_factor(FlightParams const& params, double food_stress) noexcept {
    return 1.0 + params.food_effect * food_stress;
}

double crowd_share(FlightParams const& params, double people) noexcept {
    if (people <= params.crowd_people || params.crowd_power == 0.0) return 1.0;
    return std::pow(params.crowd_people / people, params.crowd_power);
}

double urge_to_leave(World const& world, FlightParams const& params, std::span<double const> fear,
                     sim::CellId cell) noexcept {
    auto const region = world.map->cells.region[cell.row];
    double const region_fear = region == no_region ? 0.0 : fear[region.row];
    return crowd_share(params, world.map->cells.population[cell.row]) *
           hunger_factor(params, world.cells.hunger(cell)) *
           (region_fear + alarm(params, world.cells.threat.at(cell.row, world.today),
                                world.cells.takeover.at(cell.row, world.today)));
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
    return std::min(params.max_rate, urge * (exposure * ready));
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
    double most_exposed = 0.0;
    for (auto const& factor : flight.exposure) {
        most_exposed = std::max({most_exposed, factor.armed_group, factor.otherwise});
    }
    most_alike_ = flight.max_rate / most_exposed;
}

void FlightProcess::look_at_map(Geography const& map, StratumColumns const& strata) {
    auto const& cells = map.cells;
    auto const outside = static_cast<std::uint32_t>(map.regions.size());
    for (std::size_t cell = 0; cell < cells.population.size(); ++cell) {
        share_.push_back(crowd_share(flight_, cells.population[cell]));
        region_.push_back(cells.region[cell] == no_region ? outside : cells.region[cell].row);
    }
    response_.resize(share_.size());
    due_at_.resize(share_.size(), std::numeric_limits<double>::infinity());
    is_lived_in_.resize(sim::words_for(share_.size()));
    is_alarmed_.resize(is_lived_in_.size());
    is_due_.resize(is_lived_in_.size());
    // Nobody looks around where nobody lives. Few ranges, so that short gaps count as lived in.
    constexpr std::uint32_t short_gap = 16;
    for (sim::CellId const cell : strata.cell) {  // ascending
        bool const is_near = !lived_in_.empty() && cell.row < lived_in_.back().end + short_gap;
        if (!is_near) lived_in_.push_back({cell.row, cell.row});
        lived_in_.back().end = cell.row + 1;
        sim::set_bit(is_lived_in_, cell.row);
    }
    is_groups_.resize(map.places.size());
    has_changed_.resize(is_groups_.size());
}

void FlightProcess::see_what_frightens(World& world) {
    fear_ = fear_by_region(world, flight_);
    fear_.push_back(0.0);
    bool const is_first_day = world.cells.urge_felt.empty() || share_.empty();  // its, or mine
    if (share_.empty()) look_at_map(*world.map, world.households.strata());
    if (is_first_day) {
        world.cells.urge_felt.resize(share_.size());
        seen_hunger_ = never;
    }
    bool has_changed = false;
    for (std::uint32_t place = 0; place < is_groups_.size(); ++place) {
        std::uint8_t const is_groups = is_held_by_group(world, PlaceId{place}) ? 1 : 0;
        has_changed_[place] = is_first_day || is_groups != is_groups_[place];
        has_changed |= has_changed_[place] != 0;
        is_groups_[place] = is_groups;
    }
    if (has_changed) {
        sim::for_each_bit(is_lived_in_, [&](std::uint32_t const cell) {
            if (!has_changed_[world.map->cells.nearest_place[cell].row]) return;
            auto const [first, end] = world.households.strata_of(sim::CellId{cell});
            for (std::uint32_t s = first; s < end; ++s) expose(world, StratumId{s});
            see_when_due(world, cell);
        });
    }
    changed_.clear();
    world.households.take_changed([&](std::uint32_t const s) { changed_.push_back(StratumId{s}); });
    for (std::size_t i = 0; i < changed_.size(); ++i) {
        if (i + ahead < changed_.size()) world.households.prefetch(changed_[i + ahead]);
        expose(world, changed_[i]);
        see_when_due(world, world.households.strata().cell[changed_[i].row].row);
    }
}

double FlightProcess::exposure_of(World const& world, StratumId stratum) const noexcept {
    auto const& strata = world.households.strata();
    PlaceId const place = world.map->cells.nearest_place[strata.cell[stratum.row].row];
    double const factor =
        factor_of(flight_.exposure, strata.community[stratum.row], is_groups_[place.row] != 0);
    return factor * readiness(flight_, strata.at_home[stratum.row], strata.households[stratum.row]);
}

void FlightProcess::expose(World& world, StratumId stratum) const noexcept {
    auto const& strata = world.households.strata();
    double const weight = exposure_of(world, stratum) * strata.at_home[stratum.row];
    DepartureClock& clock = world.households.clock(stratum);
    if (weight != clock.weight) {
        clock.reweigh(weight, world.cells.urge_felt[strata.cell[stratum.row].row]);
    }
}

void FlightProcess::see_when_due(World const& world, std::uint32_t cell) noexcept {
    double first_due = std::numeric_limits<double>::infinity();
    auto const [first, end] = world.households.strata_of(sim::CellId{cell});
    for (std::uint32_t s = first; s < end; ++s) {
        first_due = std::min(first_due, world.households.strata().clock[s].runs_out_at());
    }
    due_at_[cell] = first_due;
}

void FlightProcess::see_hunger(World const& world) {
    if (seen_hunger_ == world.cells.hunger_since) return;
    seen_hunger_ = world.cells.hunger_since;
    sim::for_each_bit(is_lived_in_, [&](std::uint32_t const cell) {
        response_[cell] =
            share_[cell] * hunger_factor(flight_, world.cells.hunger(sim::CellId{cell}));
    });
}

inline FlightProcess::Urge FlightProcess::urge(World const& world,
                                               std::uint32_t cell) const noexcept {
    std::uint32_t const region = region_[cell];
    double const more = fear_[region] - region_fear_[region] +
                        alarm(flight_, world.cells.threat.at(cell, world.today),
                              world.cells.takeover.at(cell, world.today));
    return {response_[cell] * region_fear_[region], response_[cell] * more};
}

void FlightProcess::feel_urge(World& world) {
    // A fear too small to count is none, but where something else is feared.
    region_fear_ = fear_;
    for (double& fear : region_fear_) fear = fear < least_fear ? 0.0 : fear;
    auto& felt = world.cells.urge_felt;
    std::ranges::fill(is_due_, 0);
    for (auto const& range : lived_in_) {
        feel_region_fear({.first_row = range.first,
                          .response = range.of(response_),
                          .region = range.of(region_),
                          .due_at = range.of(due_at_),
                          .felt = range.of(felt)},
                         region_fear_, most_alike_, is_due_);
    }
    std::ranges::fill(is_alarmed_, 0);
    for (auto const cell : world.cells.threat.active()) sim::set_bit(is_alarmed_, cell);
    for (auto const cell : world.cells.takeover.active()) sim::set_bit(is_alarmed_, cell);
    for (std::size_t word = 0; word < is_alarmed_.size(); ++word) {
        is_alarmed_[word] &= is_lived_in_[word];
    }
    sim::for_each_bit(is_alarmed_, [&](std::uint32_t const cell) {
        auto const [of_region, more] = urge(world, cell);
        felt[cell] += more;
        bool const is_due = felt[cell] > due_at_[cell] || of_region + more > most_alike_;
        if (is_due) sim::set_bit(is_due_, cell);
    });
}

void FlightProcess::operator()(World& world) {
    if (world.households.strata().size() == 0) return;
    see_what_frightens(world);
    see_hunger(world);
    feel_urge(world);
    leavers_.clear();
    sim::for_each_bit(is_due_, [&](std::uint32_t const cell) { pass_day(world, cell); });
    world.households.prefetch(leavers_);
    for (auto const& [stratum, i] : leavers_) set_out(world, travel_, stratum, i);
}

void FlightProcess::pass_day(World& world, std::uint32_t cell) {
    auto const [of_region, more] = urge(world, cell);
    double const urge = of_region + (sim::has_bit(is_alarmed_, cell) ? more : 0.0);
    double const felt = world.cells.urge_felt[cell];
    auto const [first, end] = world.households.strata_of(sim::CellId{cell});
    for (std::uint32_t s = first; s < end; ++s) {
        DepartureClock& clock = world.households.clock(StratumId{s});
        double const most = flight_.max_rate * world.households.strata().at_home[s];
        double const wish = urge * clock.weight;
        bool const is_capped = wish > most;
        if (wish <= 0.0 || (!is_capped && clock.runs_out_at() >= felt)) continue;
        double const hazard = is_capped ? most : wish;
        if (clock.left > 0.0) clock.left = clock.left_at(felt - urge);
        clock.since = felt;
        if (clock.left > hazard) {
            clock.left -= hazard;
        } else {
            run_out(world, StratumId{s}, hazard);
        }
    }
    see_when_due(world, cell);
}

void FlightProcess::run_out(World& world, StratumId stratum, double hazard) {
    std::uint32_t at_home = world.households.strata().at_home[stratum.row];
    double const rate = hazard / at_home;
    double& left = world.households.clock(stratum).left;
    sim::Stream draw{world.seed, purpose::departure, stratum.row, world.today};
    if (left == 0.0) left = sim::exponential(draw, 1.0);
    double day_left = 1.0;
    for (; at_home > 0; --at_home) {
        double const total_rate = rate * at_home;
        if (left > total_rate * day_left) {
            left -= total_rate * day_left;
            return;
        }
        day_left -= left / total_rate;
        leavers_.push_back({stratum, draw.below(at_home)});
        left = sim::exponential(draw, 1.0);
    }
}

}  // namespace models
