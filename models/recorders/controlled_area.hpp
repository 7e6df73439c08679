#pragma once

#include <vector>

#include "models/world/world.hpp"

/// \file models/recorders/controlled_area.hpp
/// How much of the country each actor controls.

namespace models {

/// Area of the simulated country that each actor controls [km2], shape (actors): the sum over its
/// cells of share times area.
[[nodiscard]] std::vector<double> controlled_area_km2(World const& world);

}  // namespace models
