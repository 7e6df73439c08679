#include "models/world/cooperation.hpp"

namespace models {

double cooperation(World const& world, sim::CellId cell, double information_half) noexcept {
    double grievance = 0.0;
    for (std::size_t community = 0; community < community_count; ++community) {
        grievance += world.cells.grievance.at(
            CellFields::grievance_row(cell, static_cast<Community>(community)), world.today);
    }
    return 1.0 / (1.0 + grievance / information_half);
}

}  // namespace models
