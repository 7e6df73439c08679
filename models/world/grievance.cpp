#include "models/world/grievance.hpp"

namespace models {

double grievance_of_all(World const& world, sim::CellId cell) noexcept {
    double sum = 0.0;
    for (std::size_t community = 0; community < community_count; ++community) {
        sum += world.cells.grievance.at(
            CellFields::grievance_row(cell, static_cast<Community>(community)), world.today);
    }
    return sum;
}

}  // namespace models
