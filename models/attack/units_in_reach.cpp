#include "models/attack/units_in_reach.hpp"

namespace models {

void UnitsInReach::rebuild(World const& world) {
    by_cell_.rebuild(world.units);
    near_.clear();
    for (sim::CellId const cell : by_cell_.occupied()) {
        auto const cells = world.map->nearby.cells(cell);
        auto const nearness = nearness_.of(cell);
        std::size_t const first = near_.size();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (by_cell_.empty(cells[i])) continue;
            near_.push_back({cells[i], nearness[i]});
        }
        range_[cell.row] = {first, near_.size() - first};
    }
}

}  // namespace models
