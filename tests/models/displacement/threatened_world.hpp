#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "tests/models/displacement/small_world.hpp"

/// \file tests/models/displacement/threatened_world.hpp
/// A world in which every cell has another reason to flee.

namespace models::test {

/// So many cells with a town each; a route joins the first two.
inline std::shared_ptr<Geography const> map_of_cells(std::size_t cells) {
    return small_map(std::vector<SmallPlace>(cells), {{0, 1, 50.0}});
}

/// Cell i has households[i] households in one stratum, and a threat of i + 1.
inline World threatened_world(std::shared_ptr<Geography const> map,
                              std::span<std::uint32_t const> households, std::uint64_t seed) {
    World world = small_world(std::move(map), seed);
    for (std::uint32_t cell = 0; cell < households.size(); ++cell) {
        settle_households(world, cell, households[cell]);
        world.cells.threat.add(cell, 1.0 + cell, sim::Day{0});
    }
    return world;
}

}  // namespace models::test
