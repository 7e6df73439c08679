#include "models/forces/first_holders.hpp"

namespace models {

ActorId state_of(ActorStore const& actors) noexcept {
    for (std::uint32_t i = 0; i < actors.size(); ++i) {
        if (actors.actor_class[i] == ActorClass::state) return ActorId{i};
    }
    return no_actor;
}

void first_holders(World& world) {
    auto const& map = *world.map;
    world.places.holder.assign(map.places.size(), no_actor);
    world.places.held_since.assign(map.places.size(), sim::Day{0});
    ActorId const state = state_of(world.actors);
    for (std::uint32_t i = 0; i < map.places.size(); ++i) {
        bool const is_town = map.places.kind[i] == PlaceKind::town;
        if (is_town && map.is_home(PlaceId{i})) world.places.holder[i] = state;
    }
}

}  // namespace models
