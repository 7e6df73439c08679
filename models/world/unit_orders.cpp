#include "models/world/unit_orders.hpp"

#include "sim/base/check.hpp"

namespace models {
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

}  // namespace models
