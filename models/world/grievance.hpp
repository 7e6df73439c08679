#pragma once

#include "models/world/world.hpp"

/// \file models/world/grievance.hpp
/// Grievance against the state in a cell.

namespace models {

/// Grievance of all communities of a cell together [events], >= 0.
[[nodiscard]] double grievance_of_all(World const& world, sim::CellId cell) noexcept;

}  // namespace models
