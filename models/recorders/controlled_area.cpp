#include "models/recorders/controlled_area.hpp"

namespace models {

std::vector<double> controlled_area_km2(World const& world) {
    auto const actors = world.actors.size();
    auto const& map = *world.map;
    std::vector<double> area(actors, 0.0);
    for (auto const cell : map.grid.cells()) {
        if (!map.is_home(map.cells.country[cell.row])) continue;
        auto const shares = world.cells.control_of(cell, actors);
        double const cell_area = map.grid.area_km2(cell);
        for (std::size_t actor = 0; actor < actors; ++actor) {
            area[actor] += static_cast<double>(shares[actor]) * cell_area;
        }
    }
    return area;
}

}  // namespace models
