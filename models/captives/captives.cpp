#include "models/captives/captives.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/purposes.hpp"
#include "models/world/happen.hpp"
#include "models/world/unit_orders.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

/// Whether a unit is of the garrison that lost a place today: an enemy of the captor that was there
/// in the open. Control sends it away; until tomorrow it is where it was.
bool gave_way(World const& world, UnitId unit, ActorId captor, PlaceId place) noexcept {
    auto const& units = world.units;
    auto const row = unit.row;
    bool const was_there = units.fighters[row] > 0 && units.station[row] == place &&
                           units.cell[row] == world.map->places.cell[place.row];
    bool const is_open =
        units.posture[row] != Posture::hide && !is_out_of_action(units.posture[row]);
    return was_there && is_open && would_fight(world, units.actor[row], captor);
}

/// They leave the war.
void let_go(World& world, std::size_t group) {
    auto& captives = world.captives;
    auto const side = static_cast<std::size_t>(world.actors.side(captives.fought_for[group]));
    world.totals.fighters_disbanded[side] += captives.people[group];
    captives.people[group] = 0;
}

}  // namespace

double execution_rate(World const& world, CaptivesParams const& params, ActorId holder) noexcept {
    return params.execution_rate * (1.0 - world.actors.restraint[holder.row]);
}

bool is_freed(World const& world, std::size_t group) noexcept {
    ActorId const holder = world.captives.holder[group];
    ActorId const own = world.captives.fought_for[group];
    if (!world.actors.active[holder.row] || !world.actors.active[own.row]) return true;
    if (!would_fight(world, holder, own)) return true;
    ActorId const ruler = world.places.holder[world.captives.place[group].row];
    return ruler == own ||
           (ruler != no_actor && world.relations.at(ruler, own) == Relation::allied);
}

CaptivesProcess::CaptivesProcess(CaptivesParams const& params, Geography const& map,
                                 ObservedDays const& observed)
    : params_{params}, observed_{observed}, informers_{params, map} {}

void CaptivesProcess::execute(World& world, std::size_t group, sim::Stream& draw) const {
    auto& captives = world.captives;
    double const chosen = std::ceil(draw.uniform_positive() * captives.people[group]);
    auto const dead = static_cast<std::uint32_t>(std::min(chosen, params_.largest));
    captives.people[group] -= dead;
    ConflictEvent event;
    event.day = world.today;
    event.kind = EventKind::execution;
    event.attacker = captives.holder[group];
    event.target = captives.fought_for[group];
    event.place = captives.place[group];
    event.cell = world.map->places.cell[event.place.row];
    event.deaths[static_cast<std::size_t>(world.actors.side(event.target))] = dead;
    happen(world, event);
}

void CaptivesProcess::look_after(World& world, std::size_t group) const {
    if (world.captives.people[group] == 0) return;
    if (is_freed(world, group)) {
        let_go(world, group);
        return;
    }
    double const killing = observed_.holds(world.today)
                               ? 0.0
                               : execution_rate(world, params_, world.captives.holder[group]);
    double const release = 1.0 / params_.held_days;
    sim::Stream draw{world.seed, purpose::captives, static_cast<std::uint32_t>(group), world.today};
    if (!draw.bernoulli(-std::expm1(-(killing + release)))) return;
    if (draw.uniform() * (killing + release) < killing) {
        execute(world, group, draw);
    } else {
        let_go(world, group);
    }
}

void CaptivesProcess::take(World& world, ConflictEvent const& capture) const {
    for (std::uint32_t u = 0; u < world.units.size(); ++u) {
        if (!gave_way(world, UnitId{u}, capture.attacker, capture.place)) continue;
        sim::Stream draw{world.seed, purpose::capture, u, world.today};
        auto const taken =
            lose_fighters(world.units, UnitId{u},
                          sim::binomial(draw, world.units.fighters[u], params_.taken_share));
        if (taken == 0) continue;
        world.captives.add(capture.attacker, world.units.actor[u], taken, capture.place,
                           world.today);
    }
}

void CaptivesProcess::operator()(World& world) {
    for (std::size_t group = 0; group < world.captives.size(); ++group) look_after(world, group);
    // Executions of captives are logged while this reads the log, so it goes by number.
    std::size_t const events = world.events.size();
    for (std::size_t i = 0; i < events; ++i) {
        ConflictEvent const event = world.events[i];
        bool const is_capture = event.kind == EventKind::place_taken &&
                                event.attacker != no_actor && event.place != no_place;
        if (is_capture) take(world, event);
    }
    if (!observed_.holds(world.today)) informers_(world);
}

}  // namespace models
