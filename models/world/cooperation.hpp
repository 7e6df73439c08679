#pragma once

#include "models/world/world.hpp"

/// \file models/world/cooperation.hpp
/// What people tell the state of those who hide or bury something among them.

namespace models {

/// How much people of a cell tell the state, 0 to 1: 1 / (1 + grievance / information_half), with
/// the grievance of all communities there.
/// \param information_half  Grievance at which they tell half as much [events], > 0.
/// \see Condra and Shapiro (2012), doi:10.1111/j.1540-5907.2011.00542.x.
[[nodiscard]] double cooperation(World const& world, sim::CellId cell,
                                 double information_half) noexcept;

}  // namespace models
