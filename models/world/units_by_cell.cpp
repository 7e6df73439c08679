#include "models/world/units_by_cell.hpp"

namespace models {

void UnitsByCell::rebuild(UnitStore const& units) {
    for (sim::CellId const cell : used_) first_[cell.row] = no_entry;
    used_.clear();
    next_.assign(units.size(), no_entry);
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        if (units.fighters[u] == 0) continue;
        std::uint32_t& first = first_[units.cell[u].row];
        if (first == no_entry) used_.push_back(units.cell[u]);
        next_[u] = first;
        first = u;
    }
}

}  // namespace models
