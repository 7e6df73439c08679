#include "models/world/cooperation.hpp"

#include "models/world/grievance.hpp"

namespace models {

double cooperation(World const& world, sim::CellId cell, double information_half) noexcept {
    return 1.0 / (1.0 + grievance_of_all(world, cell) / information_half);
}

}  // namespace models
