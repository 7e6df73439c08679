#include "models/recorders/controlled_area.hpp"

#include <algorithm>

namespace models {

std::vector<double> controlled_area_km2(World const& world) {
    auto const actors = world.actors.size();
    auto const& map = *world.map;
    std::vector<double> area(actors, 0.0);
    // All cells of a row have one area, so their shares are summed first: single precision is
    // enough for the few hundred cells of a row, and twice as fast.
    std::vector<float> shares_of_row(actors, 0.0F);
    auto const end_row = [&](double cell_area) {
        for (std::size_t actor = 0; actor < actors; ++actor) {
            area[actor] += static_cast<double>(shares_of_row[actor]) * cell_area;
        }
        std::ranges::fill(shares_of_row, 0.0F);
    };
    auto const cells = map.grid.cells();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        auto const cell = cells[i];
        if (map.is_home(map.cells.country[cell.row])) {
            float const* const shares = world.cells.control_of(cell, actors).data();
            float* const sums = shares_of_row.data();
#pragma omp simd
            for (std::size_t actor = 0; actor < actors; ++actor) sums[actor] += shares[actor];
        }
        bool const is_row_done =
            i + 1 == cells.size() || map.grid.row(cells[i + 1]) != map.grid.row(cell);
        if (is_row_done) end_row(map.grid.area_km2(cell));
    }
    return area;
}

}  // namespace models
