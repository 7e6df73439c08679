#include "models/buffer_zone/buffer_zone.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/purposes.hpp"
#include "models/world/unit_orders.hpp"
#include "sim/space/geo.hpp"

namespace models {
namespace {

/// Nearest place along routes that is not barred to an actor and that \p is_wanted.
template <class IsWanted>
PlaceId nearest_outside(World const& world, ActorId actor, PlaceId from, IsWanted&& is_wanted) {
    PlaceId best = no_place;
    double best_km = std::numeric_limits<double>::infinity();
    for (std::uint32_t p = 0; p < world.map->places.size(); ++p) {
        if (world.barred.is_barred(actor, PlaceId{p}) || !is_wanted(PlaceId{p})) continue;
        double const km = world.map->paths.distance_km(sim::NodeId{from.row}, sim::NodeId{p});
        if (km < best_km) {
            best_km = km;
            best = PlaceId{p};
        }
    }
    return best;
}

/// Where a unit goes that must leave: the nearest place where its actor wants to be, else the
/// nearest that it holds, else the nearest of the country that no enemy holds.
PlaceId refuge_of(World const& world, ActorId actor, PlaceId from) {
    auto const base = world.deployment.of(actor);
    auto const orders = world.orders.of(actor);
    auto const wanted = [&](PlaceId p) { return base[p.row] + orders[p.row] > 0.0; };
    if (auto const p = nearest_outside(world, actor, from, wanted); p != no_place) return p;
    auto const held = [&](PlaceId p) { return world.places.holder[p.row] == actor; };
    if (auto const p = nearest_outside(world, actor, from, held); p != no_place) return p;
    return nearest_outside(world, actor, from, [&](PlaceId p) {
        ActorId const holder = world.places.holder[p.row];
        return world.map->is_home(p) && (holder == no_actor || !would_fight(world, actor, holder));
    });
}

bool may_go(World const& world, UnitId unit) noexcept {
    return is_stationed(world, unit) && !is_out_of_action(world.units.posture[unit.row]);
}

void log_breach(World& world, Measure const& zone) {
    world.political_log.push_back({.day = world.today,
                                   .kind = PoliticalKind::zone_breached,
                                   .actor = zone.other,
                                   .other = zone.actor,
                                   .place = zone.place});
}

}  // namespace

ZoneGround ground_around(Geography const& map, PlaceId centre, double radius_km) {
    ZoneGround ground{.centre = centre,
                      .radius_km = radius_km,
                      .has_place = std::vector<std::uint8_t>(map.places.size(), 0),
                      .has_cell = std::vector<std::uint8_t>(map.grid.size(), 0),
                      .cells = {}};
    auto const middle = map.places.at[centre.row];
    for (std::size_t p = 0; p < map.places.size(); ++p) {
        ground.has_place[p] = sim::great_circle_km(middle, map.places.at[p]) <= radius_km ? 1 : 0;
    }
    for (auto const cell : map.grid.cells()) {
        if (sim::great_circle_km(middle, map.grid.centre(cell)) > radius_km) continue;
        ground.has_cell[cell.row] = 1;
        ground.cells.push_back(cell);
    }
    return ground;
}

double enforcement_of(World const& world, BufferZoneParams const& params, ActorId enforcer,
                      ZoneGround const& ground) noexcept {
    double strength = 0.0;
    for (std::uint32_t u = 0; u < world.units.size(); ++u) {
        if (world.units.actor[u] != enforcer || world.units.fighters[u] == 0) continue;
        if (!ground.has_cell[world.units.cell[u].row]) continue;
        strength += world.units.fighters[u] * world.actors.strength_per_fighter(enforcer);
    }
    return strength / (strength + params.half_strength);
}

ZoneGround const& BufferZoneProcess::ground_of(Geography const& map, PlaceId centre,
                                               double radius_km) {
    auto const found = std::ranges::find_if(grounds_, [&](ZoneGround const& ground) {
        return ground.centre == centre && ground.radius_km == radius_km;
    });
    if (found != grounds_.end()) return *found;
    grounds_.push_back(ground_around(map, centre, radius_km));
    return grounds_.back();
}

void BufferZoneProcess::empty_zone(World& world, Measure const& zone,
                                   ZoneGround const& ground) const {
    bool const grace_is_over = zone.age == std::ceil(params_.grace_days);
    for (std::uint32_t u = 0; u < world.units.size(); ++u) {
        UnitId const unit{u};
        if (world.units.actor[u] != zone.other || !may_go(world, unit)) continue;
        if (!ground.has_place[world.units.station[u].row]) continue;
        if (grace_is_over) log_breach(world, zone);
        sim::Stream draw{world.seed, purpose::zone_leave, u, world.today};
        if (!draw.bernoulli(-std::expm1(-1.0 / params_.leave_days))) continue;
        PlaceId const refuge = refuge_of(world, zone.other, world.units.station[u]);
        if (refuge != no_place) send_unit(world, unit, refuge);
    }
}

void BufferZoneProcess::defy_zone(World& world, Measure const& zone, ZoneGround const& ground,
                                  double enforced) const {
    double const rate = params_.defy_rate * (1.0 - params_.enforcement * enforced);
    if (rate <= 0.0) return;
    for (std::uint32_t u = 0; u < world.units.size(); ++u) {
        UnitId const unit{u};
        if (world.units.actor[u] != zone.other || !may_go(world, unit)) continue;
        PlaceId const station = world.units.station[u];
        if (ground.has_place[station.row]) continue;
        double const km =
            world.map->paths.distance_km(sim::NodeId{station.row}, sim::NodeId{zone.place.row});
        if (km > ground.radius_km + params_.defy_reach_km) continue;
        sim::Stream draw{world.seed, purpose::zone_defy, u, world.today};
        if (!draw.bernoulli(-std::expm1(-rate))) continue;
        send_unit(world, unit, zone.place);
        if (world.units.destination[u] == zone.place) log_breach(world, zone);
    }
}

void BufferZoneProcess::operator()(World& world) {
    world.barred.clear();
    auto const places = world.map->places.size();
    for_each_measure(world.measures, MeasureKind::buffer_zone, [&](Measure const& zone) {
        auto const& ground = ground_of(*world.map, zone.place, zone.value);
        for (std::uint32_t p = 0; p < places; ++p) {
            if (ground.has_place[p]) {
                world.barred.bar(zone.other, PlaceId{p}, world.actors.size(), places);
            }
        }
    });
    for_each_measure(world.measures, MeasureKind::buffer_zone, [&](Measure const& zone) {
        auto const& ground = ground_of(*world.map, zone.place, zone.value);
        double const enforced = enforcement_of(world, params_, zone.actor, ground);
        // A zone with several parties has a row for each; its calm counts once.
        bool is_first = true;
        for (auto const& before : world.measures) {
            if (&before == &zone) break;
            is_first = is_first && !(before.kind == zone.kind && before.actor == zone.actor &&
                                     before.place == zone.place && before.value == zone.value);
        }
        auto const calm = static_cast<float>(1.0 - params_.enforcement * enforced);
        for (auto const cell : ground.cells) {
            if (is_first) world.cells.calm_attacks[cell.row] *= calm;
        }
        empty_zone(world, zone, ground);
        defy_zone(world, zone, ground, enforced);
    });
}

}  // namespace models
