#pragma once

#include <string_view>

#include "sim/space/grid.hpp"

/// \file models/scenario/grid_header.hpp
/// The comment line of a grid table that says where its rows and columns lie.

namespace models {

/// Read the line `# grid: south=10 west=-12.3 step=0.1 rows=152 columns=167`, which must stand
/// before the header of the table.
/// \param name  File name for messages.
/// \throws InputError with file and line if it is missing, or a value is missing, unknown, there
///         twice, not a number or off the globe.
[[nodiscard]] sim::GridSpec read_grid_header(std::string_view text, std::string_view name);

}  // namespace models
