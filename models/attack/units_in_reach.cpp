#include "models/attack/units_in_reach.hpp"

namespace models {

void UnitsInReach::rebuild(World const& world) {
    by_cell_.rebuild(world.units);
    for (std::uint64_t& bits : is_occupied_) bits = 0;
    for (sim::CellId const cell : by_cell_.occupied()) {
        is_occupied_[cell.row / 64] |= std::uint64_t{1} << (cell.row % 64);
    }
    near_.clear();
    for (sim::CellId const cell : by_cell_.occupied()) {
        auto const cells = world.map->nearby.cells(cell);
        auto const nearness = nearness_.of(cell);
        std::size_t const first = near_.size();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            bool const has_units = (is_occupied_[cells[i].row / 64] >> (cells[i].row % 64)) & 1U;
            if (!has_units) continue;
            near_.push_back({cells[i], nearness[i]});
        }
        range_[cell.row] = {first, near_.size() - first};
    }
}

}  // namespace models
