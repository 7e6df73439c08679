#pragma once

#include <cstddef>
#include <vector>

#include "models/recorders/recording.hpp"
#include "models/world/geography.hpp"

/// \file models/recorders/cells_axes.hpp
/// What does not change in `/cells`: the axes, the map and who lives there.

namespace models {

/// The two axes of every map.
struct CellAxes {
    sim::Dimension lat, lon;
};

/// Where each cell in use stands in a map of all rows and columns, from south to north and west to
/// east; shape (cells).
[[nodiscard]] std::vector<std::size_t> positions_in_map(sim::Grid const& grid);

/// Write axes, population, country, region and cercle.
CellAxes write_cell_axes(sim::ResultWriter& writer, Geography const& map);

}  // namespace models
