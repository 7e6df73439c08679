#include "models/displacement/borders.hpp"

#include <algorithm>

#include "models/displacement/hop.hpp"

namespace models {
namespace {

/// Wake the households that wait at a route that is open now.
void release_held(World& world) {
    auto const& movers = world.households.movers();
    for (std::uint32_t m = 0; m < movers.size(); ++m) {
        Mover const& mover = movers[m];
        if (mover.status != MoverStatus::held || mover.destination == no_place) continue;
        auto const link = world.map->paths.next_hop(sim::NodeId{mover.place.row},
                                                    sim::NodeId{mover.destination.row});
        if (link && world.route_open[link->row]) wake(world, MoverId{m}, world.today);
    }
}

}  // namespace

void update_routes(World& world) {
    auto const& closures = world.map->closures;
    auto const was_open = world.route_open;
    for (Closure const& closure : closures) world.route_open[closure.route.row] = 1;
    for (Closure const& closure : closures) {
        bool const is_today = closure.from <= world.today && world.today < closure.until;
        if (is_today) world.route_open[closure.route.row] = 0;
    }
    bool const has_opened = std::ranges::any_of(closures, [&](Closure const& closure) {
        return world.route_open[closure.route.row] > was_open[closure.route.row];
    });
    if (has_opened) release_held(world);
}

}  // namespace models
