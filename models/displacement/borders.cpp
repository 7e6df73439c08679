#include "models/displacement/borders.hpp"

#include <algorithm>

#include "models/displacement/hop.hpp"

namespace models {
namespace {

/// Whether a closure names the route for today.
bool is_closed(World const& world, RouteId route) {
    auto const& closures = world.map->closures;
    return std::any_of(closures.begin(), closures.end(), [&](Closure const& closure) {
        return closure.route == route && closure.from <= world.today && world.today < closure.until;
    });
}

/// Wake the households that wait at a route that is open now.
void release_held(World& world) {
    auto const& movers = world.households.movers();
    for (std::uint32_t m = 0; m < movers.size(); ++m) {
        if (movers.status[m] != MoverStatus::held || movers.destination[m] == no_place) continue;
        auto const link = world.map->paths.next_hop(sim::NodeId{movers.place[m].row},
                                                    sim::NodeId{movers.destination[m].row});
        if (link && world.route_open[link->row]) wake(world, MoverId{m}, world.today);
    }
}

}  // namespace

void update_routes(World& world) {
    bool has_opened = false;
    for (Closure const& closure : world.map->closures) {
        std::uint8_t& is_open = world.route_open[closure.route.row];
        bool const was_open = is_open != 0;
        is_open = is_closed(world, closure.route) ? 0 : 1;
        has_opened |= is_open != 0 && !was_open;
    }
    if (has_opened) release_held(world);
}

}  // namespace models
