#include "models/world/happen.hpp"

namespace models {

void happen(World& world, ConflictEvent const& event) {
    for (std::size_t side = 0; side < side_count; ++side) {
        world.totals.deaths[side] += event.deaths[side];
    }
    world.totals.wounded += event.wounded;
    ++world.totals.events[static_cast<std::size_t>(event.kind)];
    world.events.push_back(event);
}

}  // namespace models
