#include "models/movement/movement.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/purposes.hpp"
#include "models/world/unit_orders.hpp"
#include "sim/base/check.hpp"
#include "sim/random/block.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

/// Place in a straight line between two places, `share` of the way.
sim::GeoPoint between(sim::GeoPoint a, sim::GeoPoint b, double share) noexcept {
    return {a.lat + share * (b.lat - a.lat), a.lon + share * (b.lon - a.lon)};
}

bool has_enemy_garrison(World const& world, ActorId actor, PlaceId place,
                        std::span<double const> garrisons) noexcept {
    ActorId const holder = world.places.holder[place.row];
    return holder != no_actor && would_fight(world, actor, holder) &&
           garrisons[holder.row * world.map->places.size() + place.row] > 0.0;
}

}  // namespace

double redeploy_probability(double surplus, double present, double days) noexcept {
    if (surplus <= 0.0) return 0.0;
    return std::min(1.0, surplus / present) * -std::expm1(-1.0 / days);
}

void Garrisons::count(World const& world) {
    std::size_t const places = world.map->places.size();
    for (std::size_t const at : counted_) people_[at] = 0.0;
    counted_.clear();
    people_.resize(world.actors.size() * places, 0.0);
    for (std::size_t u = 0; u < world.units.size(); ++u) {
        std::size_t const at = world.units.actor[u].row * places + world.units.destination[u].row;
        people_[at] += world.units.fighters[u];
        counted_.push_back(at);
    }
}

StationBalance station_balance(World const& world, ActorId actor,
                               std::span<double const> garrisons) {
    auto const base = world.deployment.of(actor);
    auto const orders = world.orders.of(actor);
    auto const own = garrisons.subspan(actor.row * base.size(), base.size());
    StationBalance balance{std::vector<double>(base.size(), 0.0), {own.begin(), own.end()}, 0.0};
    for (std::uint32_t p = 0; p < base.size(); ++p) {
        double const pull = base[p] + orders[p];
        if (pull == 0.0 || world.barred.is_barred(actor, PlaceId{p})) continue;
        bool const welcome = world.actors.lies_low[actor.row] || orders[p] > 0.0 ||
                             !has_enemy_garrison(world, actor, PlaceId{p}, garrisons);
        if (!welcome) continue;
        balance.wanted[p] = pull;
        balance.weight += pull;
    }
    double const people = std::accumulate(own.begin(), own.end(), 0.0);
    if (balance.weight > 0.0) {
        for (auto& wanted : balance.wanted) wanted *= people / balance.weight;
    }
    return balance;
}

void MovementProcess::travel(World& world, UnitId unit) const {
    auto& units = world.units;
    auto const& map = *world.map;
    double km = params_.speed_km_per_day;
    while (units.posture[unit.row] == Posture::transit) {
        if (units.leg_km_left[unit.row] > km) {
            units.leg_km_left[unit.row] -= static_cast<float>(km);
            break;
        }
        km -= units.leg_km_left[unit.row];
        PlaceId const stop = units.next_stop[unit.row];
        units.leg_km_left[unit.row] = 0.0F;
        if (stop == units.destination[unit.row]) {
            units.station[unit.row] = stop;
            units.posture[unit.row] = Posture::garrison;
        } else {
            begin_leg(world, unit, stop);
        }
    }
    auto const here = map.places.at[units.station[unit.row].row];
    if (units.posture[unit.row] != Posture::transit) {
        units.cell[unit.row] = map.places.cell[units.station[unit.row].row];
        return;
    }
    PlaceId const stop = units.next_stop[unit.row];
    double const leg =
        map.paths.distance_km(sim::NodeId{units.station[unit.row].row}, sim::NodeId{stop.row});
    double const share = 1.0 - units.leg_km_left[unit.row] / leg;
    if (auto const cell = map.grid.cell_at(between(here, map.places.at[stop.row], share))) {
        units.cell[unit.row] = *cell;
    }
}

void MovementProcess::redeploy(World& world, UnitId unit, StationBalance& balance,
                               bool offensive) const {
    auto& units = world.units;
    std::uint32_t const here = units.station[unit.row].row;
    double const size = units.fighters[unit.row];
    double const surplus = balance.present[here] - balance.wanted[here];
    // A unit moves only if that brings the station nearer to its quota.
    if (surplus < 0.5 * size) return;
    bool const given_up = balance.wanted[here] == 0.0;
    double const days =
        offensive || given_up ? params_.offensive_redeploy_days : params_.redeploy_days;
    sim::Stream draw{world.seed, purpose::redeployment, unit.row, world.today};
    if (!draw.bernoulli(redeploy_probability(surplus, balance.present[here], days))) return;

    std::vector<double> lacking(balance.wanted.size());
    for (std::size_t p = 0; p < lacking.size(); ++p) {
        lacking[p] = std::max(0.0, balance.wanted[p] - balance.present[p]);
    }
    auto const choice = sim::weighted_choice(lacking, draw.uniform());
    if (!choice) return;
    send_unit(world, unit, PlaceId{*choice});
    if (units.destination[unit.row].row != *choice) return;
    balance.present[here] -= size;
    balance.present[*choice] += size;
}

void MovementProcess::take_position(World& world, UnitId unit) const {
    auto& units = world.units;
    auto const& map = *world.map;
    sim::CellId const base = map.places.cell[units.station[unit.row].row];
    sim::Stream draw{world.seed, purpose::patrol, unit.row, world.today, patrol_draws_[unit.row]};
    bool const hides = world.actors.lies_low[units.actor[unit.row].row] != 0;
    if (hides && units.posture[unit.row] == Posture::hide && !draw.bernoulli(come_out_chance_)) {
        return;
    }
    bool const out = hides || draw.bernoulli(params_.patrol_share);
    units.posture[unit.row] = hides ? Posture::hide : out ? Posture::patrol : Posture::garrison;
    if (!out) {
        units.cell[unit.row] = base;
        return;
    }
    auto const around = map.nearby.cells(base);
    units.cell[unit.row] = around[draw.below(static_cast<std::uint32_t>(around.size()))];
}

void MovementProcess::operator()(World& world) {
    units_of_.resize(world.actors.size());
    for (auto& list : units_of_) list.clear();
    for (std::uint32_t u = 0; u < world.units.size(); ++u) {
        if (world.units.fighters[u] > 0) units_of_[world.units.actor[u].row].push_back(UnitId{u});
    }
    patrol_draws_.resize(world.units.size());
    sim::fill_first_blocks(world.seed, purpose::patrol, world.today, patrol_draws_);
    garrisons_.count(world);
    for (std::uint32_t a = 0; a < world.actors.size(); ++a) {
        if (units_of_[a].empty()) continue;
        ActorId const actor{a};
        auto const orders = world.orders.of(actor);
        bool const offensive =
            std::any_of(orders.begin(), orders.end(), [](double w) { return w > 0.0; });
        StationBalance balance = station_balance(world, actor, garrisons_.people());
        for (UnitId const unit : units_of_[a]) {
            if (is_out_of_action(world.units.posture[unit.row])) continue;
            if (world.units.posture[unit.row] == Posture::transit) {
                travel(world, unit);
                continue;
            }
            if (balance.weight > 0.0) redeploy(world, unit, balance, offensive);
            if (is_stationed(world, unit)) take_position(world, unit);
        }
    }
}

}  // namespace models
