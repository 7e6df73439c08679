#include "models/control/capture.hpp"

#include <cmath>
#include <limits>

#include "models/purposes.hpp"
#include "models/world/happen.hpp"
#include "models/world/unit_orders.hpp"
#include "sim/random/stream.hpp"

namespace models {
namespace {

/// The state that a foreign force or an allied militia fights for, or the captor itself.
ActorId takes_for(World const& world, ActorId captor) noexcept {
    bool const is_foreign = world.actors.side(captor) == Side::external ||
                            world.actors.side(captor) == Side::peacekeeper;
    for (std::uint32_t a = 0; a < world.actors.size(); ++a) {
        if (world.actors.actor_class[a] != ActorClass::state || !world.actors.active[a]) continue;
        if (is_foreign || world.relations.at(captor, ActorId{a}) == Relation::allied) {
            return ActorId{a};
        }
    }
    return captor;
}

/// Whether a unit holds ground: it neither hides nor sits in a cantonment.
bool is_open(Posture posture) noexcept {
    return posture != Posture::hide && !is_out_of_action(posture);
}

/// Nearest place that the actor or an ally holds, other than \p from.
PlaceId nearest_refuge(World const& world, ActorId actor, PlaceId from) {
    PlaceId best = no_place;
    double best_km = std::numeric_limits<double>::infinity();
    for (std::uint32_t p = 0; p < world.map->places.size(); ++p) {
        ActorId const holder = world.places.holder[p];
        if (p == from.row || holder == no_actor) continue;
        if (holder != actor && world.relations.at(holder, actor) != Relation::allied) continue;
        double const km = world.map->paths.distance_km(sim::NodeId{from.row}, sim::NodeId{p});
        if (km < best_km) {
            best_km = km;
            best = PlaceId{p};
        }
    }
    return best;
}

/// Whether an actor holds a place, or is an ally of who does.
bool holds(World const& world, ActorId actor, PlaceId place) noexcept {
    ActorId const holder = world.places.holder[place.row];
    return holder != no_actor &&
           (actor == holder || world.relations.at(actor, holder) == Relation::allied);
}

/// Whether the holder of a place, or an ally, has fighters there.
bool has_garrison(World const& world, PlaceId place, StrengthAtPlaces const& strength) {
    bool has_one = false;
    strength.for_each(place, [&](ActorId actor, double) { has_one |= holds(world, actor, place); });
    return has_one;
}

/// Holder of the nearest place of the country with a garrison, or no_actor.
ActorId nearest_ruler(World const& world, PlaceId from, std::span<std::uint8_t const> garrisoned) {
    ActorId ruler = no_actor;
    double best_km = std::numeric_limits<double>::infinity();
    for (std::uint32_t p = 0; p < garrisoned.size(); ++p) {
        if (!garrisoned[p]) continue;
        double const km = world.map->paths.distance_km(sim::NodeId{from.row}, sim::NodeId{p});
        if (km < best_km) {
            best_km = km;
            ruler = world.places.holder[p];
        }
    }
    return ruler;
}

}  // namespace

StrengthAtPlaces::StrengthAtPlaces(World const& world)
    : actors_(world.actors.size()),
      strength_(world.map->places.size() * actors_, 0.0),
      who_(world.map->places.size(), actors_) {
    look(world);
}

void StrengthAtPlaces::look(World const& world) {
    for (std::size_t place = 0; place < world.map->places.size(); ++place) {
        who_.for_each(place,
                      [&](std::uint32_t actor) { strength_[place * actors_ + actor] = 0.0; });
        who_.clear(place);
    }
    for (std::uint32_t u = 0; u < world.units.size(); ++u) {
        if (!is_stationed(world, UnitId{u}) || !is_open(world.units.posture[u])) continue;
        ActorId const actor = world.units.actor[u];
        double const strength = world.units.fighters[u] * world.actors.strength_per_fighter(actor);
        if (strength <= 0.0) continue;
        std::size_t const place = world.units.station[u].row;
        strength_[place * actors_ + actor.row] += strength;
        who_.insert(place, actor.row);
    }
}

Standoff standoff_at(World const& world, PlaceId place, StrengthAtPlaces const& strength) {
    ActorId const holder = world.places.holder[place.row];
    Standoff standoff;
    strength.for_each(place, [&](ActorId actor, double here) {
        if (holds(world, actor, place)) standoff.holders += here;
    });
    double strongest = 0.0;
    strength.for_each(place, [&](ActorId actor, double here) {
        if (holds(world, actor, place)) return;
        // A ceasefire protects those who are there, not a place that they have left.
        bool const may_take =
            holder == no_actor || would_fight(world, actor, holder) ||
            (standoff.holders == 0.0 && world.relations.at(actor, holder) == Relation::hostile);
        if (!may_take) return;
        standoff.challengers += here;
        if (here > strongest) {
            strongest = here;
            standoff.strongest = actor;
        }
    });
    return standoff;
}

void capture(World& world, PlaceId place, ActorId captor, ControlParams const& params) {
    auto const& map = *world.map;
    ActorId const loser = world.places.holder[place.row];
    ActorId const holder = takes_for(world, captor);
    world.places.holder[place.row] = holder;
    world.places.held_since[place.row] = world.today;
    for (std::uint32_t u = 0; u < world.units.size(); ++u) {
        if (!is_stationed(world, UnitId{u}) || world.units.station[u] != place) continue;
        if (!is_open(world.units.posture[u])) continue;
        ActorId const actor = world.units.actor[u];
        if (!would_fight(world, actor, captor) && !would_fight(world, actor, holder)) continue;
        PlaceId const refuge = nearest_refuge(world, actor, place);
        if (refuge != no_place) send_unit(world, UnitId{u}, refuge);
    }
    ConflictEvent event;
    event.day = world.today;
    event.kind = EventKind::place_taken;
    event.attacker = captor;
    event.target = loser;
    event.cell = map.places.cell[place.row];
    event.place = place;
    happen(world, event);

    auto const around = map.nearby.cells(event.cell);
    auto const distance = map.nearby.distances_km(event.cell);
    for (std::size_t i = 0; i < around.size(); ++i) {
        world.cells.takeover.add(around[i].row,
                                 params.capture_shock * std::exp(-distance[i] / params.presence_km),
                                 world.today);
    }
}

void follow_neighbours(World& world, StrengthAtPlaces const& strength,
                       ControlParams const& params) {
    auto const places = static_cast<std::uint32_t>(world.map->places.size());
    std::vector<std::uint8_t> garrisoned(places, 0);
    for (std::uint32_t p = 0; p < places; ++p) {
        garrisoned[p] = world.map->is_home(PlaceId{p}) && has_garrison(world, PlaceId{p}, strength);
    }
    double const chance = -std::expm1(-1.0 / params.neglect_days);
    for (std::uint32_t p = 0; p < places; ++p) {
        PlaceId const place{p};
        if (garrisoned[p] || !world.map->is_home(place)) continue;
        if (world.map->places.kind[p] == PlaceKind::camp) continue;
        sim::Stream draw{world.seed, purpose::neglect, p, world.today};
        if (!draw.bernoulli(chance)) continue;
        ActorId const ruler = nearest_ruler(world, place, garrisoned);
        ActorId const holder = world.places.holder[p];
        if (ruler == no_actor || ruler == holder) continue;
        if (holder == no_actor || would_fight(world, ruler, holder)) {
            capture(world, place, ruler, params);
        }
    }
}

void change_hands(World& world, StrengthAtPlaces const& strength, ControlParams const& params) {
    follow_neighbours(world, strength, params);
    for (std::uint32_t p = 0; p < world.map->places.size(); ++p) {
        PlaceId const place{p};
        if (!world.map->is_home(place) || world.map->places.kind[p] == PlaceKind::camp) continue;
        Standoff const standoff = standoff_at(world, place, strength);
        if (standoff.challengers <= params.rout_ratio * standoff.holders) continue;
        sim::Stream draw{world.seed, purpose::rout, p, world.today};
        if (standoff.holders > 0.0 && !draw.bernoulli(-std::expm1(-1.0 / params.rout_days))) {
            continue;
        }
        capture(world, place, standoff.strongest, params);
    }
}

}  // namespace models
