#include "models/world/unit_orders.hpp"

#include "sim/base/check.hpp"

namespace models {
namespace {

// Below this factor on its attacks, a pair of actors counts as being at peace.
constexpr float peace_below = 0.5F;

}  // namespace

void begin_leg(World& world, UnitId unit, PlaceId from) {
    auto& units = world.units;
    auto const& map = *world.map;
    auto const hop =
        map.paths.next_hop(sim::NodeId{from.row}, sim::NodeId{units.destination[unit.row].row});
    SIM_EXPECTS(hop.has_value());
    units.station[unit.row] = from;
    units.next_stop[unit.row] = PlaceId{map.graph.other_end(*hop, sim::NodeId{from.row}).row};
    units.leg_km_left[unit.row] = static_cast<float>(map.graph.route(*hop).length_km);
    units.posture[unit.row] = Posture::transit;
}

void send_unit(World& world, UnitId unit, PlaceId destination) {
    auto const from = world.units.station[unit.row];
    if (from == destination) return;
    auto const way = world.map->paths.next_hop(sim::NodeId{from.row}, sim::NodeId{destination.row});
    if (!way) return;
    world.units.destination[unit.row] = destination;
    begin_leg(world, unit, from);
}

bool is_stationed(World const& world, UnitId unit) noexcept {
    return world.units.fighters[unit.row] > 0 && world.units.posture[unit.row] != Posture::transit;
}

bool would_fight(World const& world, ActorId a, ActorId b) noexcept {
    return world.relations.at(a, b) == Relation::hostile &&
           world.compliance.at(a, b) >= peace_below;
}

}  // namespace models
