#include "models/explosives/explosives.hpp"

#include <algorithm>
#include <cmath>

#include "models/purposes.hpp"
#include "models/world/civilian_losses.hpp"
#include "models/world/cooperation.hpp"
#include "models/world/happen.hpp"
#include "models/world/unit_orders.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

std::size_t row(Side side) noexcept {
    return static_cast<std::size_t>(side);
}

/// Units near a cell that would fight an actor and look for its devices.
std::uint32_t searchers(World const& world, UnitsByCell const& by_cell, sim::CellId cell,
                        ActorId actor) {
    std::uint32_t count = 0;
    for (sim::CellId const near : world.map->nearby.cells(cell)) {
        by_cell.for_each(near, [&](UnitId const unit) {
            ActorId const other = world.units.actor[unit.row];
            if (is_out_of_action(world.units.posture[unit.row])) return;
            if (clears_devices(world, other) && would_fight(world, actor, other)) ++count;
        });
    }
    return count;
}

ConflictEvent event_at(World const& world, EventKind kind, std::size_t device) {
    ConflictEvent event;
    event.day = world.today;
    event.kind = kind;
    event.attacker = world.devices.actor[device];
    event.cell = world.devices.cell[device];
    return event;
}

}  // namespace

bool clears_devices(World const& world, ActorId actor) noexcept {
    Side const side = world.actors.side(actor);
    return side == Side::state || side == Side::external || side == Side::peacekeeper;
}

double laying_rate(World const& world, ExplosivesParams const& params, UnitId unit) noexcept {
    auto const& units = world.units;
    auto const& actors = world.actors;
    ActorId const actor = units.actor[unit.row];
    bool const is_able = units.fighters[unit.row] > 0 &&
                         !is_out_of_action(units.posture[unit.row]) &&
                         actors.side(actor) == Side::militant;
    if (!is_able) return 0.0;
    double const habit = actors.lies_low[actor.row] ? params.lies_low : 1.0;
    double const skill = actors.family[actor.row] == Family::jihadist ? 1.0 : params.other_families;
    return params.lay_rate * units.fighters[unit.row] / params.band * actors.tempo[actor.row] *
           actors.cohesion[actor.row] * actors.armament[actor.row] * habit * skill *
           world.cells.calm_attacks[units.cell[unit.row].row];
}

double strike_rate(ExplosivesParams const& params, Posture posture) noexcept {
    switch (posture) {
        case Posture::patrol:
            return params.strike_patrol;
        case Posture::transit:
            return params.strike_transit;
        case Posture::garrison:
        case Posture::hide:
            return params.strike_garrison;
        case Posture::cantoned:
        case Posture::abroad:
            return 0.0;
    }
    return 0.0;
}

double civilian_strike_rate(World const& world, ExplosivesParams const& params,
                            sim::CellId cell) noexcept {
    double traffic = world.map->cells.population[cell.row];
    PlaceId const place = world.map->cells.nearest_place[cell.row];
    if (place != no_place) {
        auto const travelling = static_cast<std::size_t>(MoverStatus::travelling);
        traffic += world.places.people[travelling][place.row];
    }
    return params.strike_civilians * traffic / (traffic + params.half_traffic);
}

ExplosivesProcess::ExplosivesProcess(ExplosivesParams const& params, Geography const& map,
                                     ObservedDays const& observed)
    : params_{params}, observed_{observed}, by_cell_{map.cells.population.size()} {}

void ExplosivesProcess::go_off_under(World& world, std::size_t device, UnitId unit,
                                     sim::Stream& draw) {
    ConflictEvent event = event_at(world, EventKind::remote_explosive, device);
    event.target = world.units.actor[unit.row];
    Side const side = world.actors.side(event.target);
    FatalityParams deaths = params_.deaths;
    if (side == Side::peacekeeper || side == Side::external) deaths.fatal_share *= params_.armour;
    std::uint32_t const dead = draw_deaths(deaths, draw);
    std::uint32_t const bystanders = sim::binomial(draw, dead, deaths.civilian_share);
    event.deaths[row(side)] = lose_fighters(world.units, unit, dead - bystanders);
    event.deaths[row(Side::civilian)] +=
        lose_civilians(world, event.cell, std::nullopt, bystanders, next_event(world));
    event.wounded = sim::poisson(draw, params_.wounded_per_death * event.all_deaths());
    happen(world, event);
}

void ExplosivesProcess::go_off_among_people(World& world, std::size_t device, sim::Stream& draw) {
    ConflictEvent event = event_at(world, EventKind::remote_explosive, device);
    event.deaths[row(Side::civilian)] = lose_civilians(
        world, event.cell, std::nullopt, draw_deaths(params_.deaths, draw), next_event(world));
    event.wounded = sim::poisson(draw, params_.wounded_per_death * event.all_deaths());
    happen(world, event);
}

bool ExplosivesProcess::may_go_on(World& world, std::size_t device) {
    auto& devices = world.devices;
    if (world.today >= devices.expires[device]) {
        ++devices.all_expired;
        return false;
    }
    sim::CellId const cell = devices.cell[device];
    ActorId const owner = devices.actor[device];
    double const found = params_.find_rate * searchers(world, by_cell_, cell, owner) *
                         cooperation(world, cell, params_.information_half);
    double const people = civilian_strike_rate(world, params_, cell);
    double under = 0.0;
    passers_.clear();
    by_cell_.for_each(cell, [&](UnitId const unit) {
        // What is buried knows no truce, but its own side knows where it lies.
        ActorId const other = world.units.actor[unit.row];
        if (world.relations.at(owner, other) != Relation::hostile) return;
        double const rate = strike_rate(params_, world.units.posture[unit.row]);
        if (rate <= 0.0) return;
        passers_.push_back({unit, rate});
        under += rate;
    });
    double const all = found + people + under;
    if (all <= 0.0) return true;

    sim::Stream draw{world.seed, purpose::device_fate, devices.number[device], world.today};
    if (!draw.bernoulli(-std::expm1(-all))) return true;
    if (observed_.holds(world.today)) {
        ++devices.all_expired;
        return false;
    }
    double const what = draw.uniform() * all;
    if (what < found) {
        ++devices.all_found;
        happen(world, event_at(world, EventKind::device_found, device));
        return false;
    }
    ++devices.all_struck;
    if (what < found + people || passers_.empty()) {
        go_off_among_people(world, device, draw);
        return false;
    }
    weights_.clear();
    for (Passer const& passer : passers_) weights_.push_back(passer.rate);
    auto const who = sim::weighted_choice(weights_, draw.uniform());
    go_off_under(world, device, passers_[*who].unit, draw);
    return false;
}

void ExplosivesProcess::lay_near(World& world, UnitId unit, sim::Stream& draw) {
    ActorId const actor = world.units.actor[unit.row];
    sim::CellId const here = world.units.cell[unit.row];
    double const days = sim::exponential(draw, 1.0 / params_.life_days);
    double const where = draw.uniform();
    if (searchers(world, by_cell_, here, actor) == 0) return;
    roads_.clear();
    for (sim::CellId const cell : world.map->nearby.cells(here)) {
        if (world.map->cells.road_km[cell.row] <= params_.road_km) roads_.push_back(cell);
    }
    if (roads_.empty()) return;
    auto const chosen = static_cast<std::size_t>(where * static_cast<double>(roads_.size()));
    auto const life = static_cast<std::uint32_t>(std::clamp(std::ceil(days), 1.0, 1e6));
    world.devices.lay(actor, roads_[chosen], world.today, sim::Day{world.today.value + life});
}

void ExplosivesProcess::lay(World& world) {
    layers_.resize(world.actors.size());
    layer_ids_.resize(world.actors.size());
    for (auto& weights : layers_) weights.clear();
    for (auto& ids : layer_ids_) ids.clear();
    for (std::uint32_t u = 0; u < world.units.size(); ++u) {
        double const rate = laying_rate(world, params_, UnitId{u});
        if (rate <= 0.0) continue;
        layers_[world.units.actor[u].row].push_back(rate);
        layer_ids_[world.units.actor[u].row].push_back(UnitId{u});
    }
    for (std::uint32_t a = 0; a < layers_.size(); ++a) {
        if (layers_[a].empty()) continue;
        double sum = 0.0;
        for (double const rate : layers_[a]) sum += rate;
        sim::Stream draw{world.seed, purpose::device_laying, a, world.today};
        for (std::uint32_t left = sim::poisson(draw, sum); left > 0; --left) {
            auto const who = sim::weighted_choice(layers_[a], draw.uniform());
            lay_near(world, layer_ids_[a][*who], draw);
        }
    }
}

void ExplosivesProcess::operator()(World& world) {
    by_cell_.rebuild(world.units);
    world.devices.keep([&](std::size_t device) { return may_go_on(world, device); });
    // Those laid today wait for tomorrow.
    lay(world);
}

}  // namespace models
