#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "models/world/kinds.hpp"
#include "models/world/world.hpp"
#include "sim/base/ids.hpp"

/// \file models/world/civilian_losses.hpp
/// Takes civilians who died out of their households, wherever those are.

namespace models {

/// Civilians die in a cell. Each death falls on a household drawn uniformly from the first of these
/// groups that has any: those of the community at home in the cell; in the nearest cell with some,
/// within Geography::nearby_km; the same two of any community; those away from home at the cell's
/// nearest place. Changes households and counts of people only: totals and events are the caller's.
///
/// \param community  Whose civilians they are; nothing if anybody's.
/// \param count      Deaths [people].
/// \param event      Number of the event among those of the day; addresses the draws.
/// \return           Deaths that found somebody [people]; fewer than \p count if nobody is left.
[[nodiscard]] std::uint32_t lose_civilians(World& world, sim::CellId cell,
                                           std::optional<Community> community, std::uint32_t count,
                                           std::uint32_t event);

/// A community of a cell, in proportion to its people at home there times a weight; nothing if none
/// of those with a weight is at home.
/// \param weights  By community, >= 0.  \param u  Uniform draw, 0 <= u < 1.
[[nodiscard]] std::optional<Community> drawn_community(
    World const& world, sim::CellId cell, std::array<double, community_count> const& weights,
    double u);

}  // namespace models
