#include "models/communal/militia_reach.hpp"

namespace models {

void MilitiaReach::rebuild(World const& world) {
    for (Mark const& mark : marks_) near_[mark.community][mark.cell.row] = no_actor;
    marks_.clear();
    auto const& units = world.units;
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        ActorId const owner = units.actor[u];
        auto const community = world.actors.community[owner.row];
        bool const is_militia =
            world.actors.actor_class[owner.row] == ActorClass::identity_militia && community;
        if (!is_militia || units.fighters[u] == 0 || is_out_of_action(units.posture[u])) {
            continue;
        }
        auto const row = static_cast<std::size_t>(*community);
        for (sim::CellId const cell : world.map->nearby.cells(units.cell[u])) {
            near_[row][cell.row] = owner;
            marks_.push_back({row, cell});
        }
    }
}

}  // namespace models
