#pragma once

#include "models/world/world.hpp"

/// \file models/displacement/borders.hpp
/// Routes and borders that close and open on their dates.

namespace models {

/// Close and open the routes that Geography::closures names, by date; households that wait at one
/// that opens may go on today. Other routes stay as they are.
void update_routes(World& world);

}  // namespace models
