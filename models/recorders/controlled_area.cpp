#include "models/recorders/controlled_area.hpp"

#include <algorithm>

#include "sim/base/wide.hpp"

namespace models {

namespace {

/// Add the shares of all actors in a cell to their sums.
SIM_WIDE void add_shares(std::span<float const> shares, std::span<float> sums) noexcept {
    float const* const of_cell = shares.data();
    float* const sum = sums.data();
#pragma omp simd
    for (std::size_t actor = 0; actor < sums.size(); ++actor) sum[actor] += of_cell[actor];
}

}  // namespace

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
            add_shares(world.cells.control_of(cell, actors), shares_of_row);
        }
        bool const is_row_done =
            i + 1 == cells.size() || map.grid.row(cells[i + 1]) != map.grid.row(cell);
        if (is_row_done) end_row(map.grid.area_km2(cell));
    }
    return area;
}

}  // namespace models
