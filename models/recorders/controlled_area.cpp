#include "models/recorders/controlled_area.hpp"

#include <algorithm>

#include "sim/base/wide.hpp"

namespace models {

namespace {

/// Add the shares of all actors in some cells, one after the other, to their sums.
/// \param shares  Shape (cells, actors).
SIM_WIDE void add_shares(std::span<float const> shares, std::span<float> sums) noexcept {
    std::size_t const actors = sums.size();
    float* const sum = sums.data();
    for (std::size_t first = 0; first < shares.size(); first += actors) {
        float const* const of_cell = shares.data() + first;
#pragma omp simd
        for (std::size_t actor = 0; actor < actors; ++actor) sum[actor] += of_cell[actor];
    }
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
    std::span const control{world.cells.control};
    auto const cells = map.grid.cells();
    auto const is_home = [&](std::size_t i) {
        return map.is_home(map.cells.country[cells[i].row]);
    };
    auto const is_same_row = [&](std::size_t i, std::size_t other) {
        return other < cells.size() && map.grid.row(cells[other]) == map.grid.row(cells[i]);
    };
    for (std::size_t i = 0, end = 0; i < cells.size(); i = end) {
        end = i + 1;  // of cells side by side that are all at home, or all abroad
        while (is_same_row(i, end) && is_home(end) == is_home(i)) ++end;
        if (is_home(i)) {
            add_shares(control.subspan(cells[i].row * actors, (end - i) * actors), shares_of_row);
        }
        if (!is_same_row(i, end)) end_row(map.grid.area_km2(cells[i]));
    }
    return area;
}

}  // namespace models
