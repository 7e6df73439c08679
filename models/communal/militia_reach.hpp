#pragma once

#include <array>
#include <vector>

#include "models/world/world.hpp"

/// \file models/communal/militia_reach.hpp
/// Where a community has a militia at hand.

namespace models {

/// For each community and cell, a militia of that community with a unit within
/// Geography::nearby_km; rebuilt each day at the cost of the militias' units.
class MilitiaReach {
  public:
    explicit MilitiaReach(std::size_t cells) { near_.fill(std::vector<ActorId>(cells, no_actor)); }

    void rebuild(World const& world);

    /// A militia of a community near a cell, or no_actor. Of several, that of the youngest unit.
    [[nodiscard]] ActorId near(sim::CellId cell, Community community) const noexcept {
        return near_[static_cast<std::size_t>(community)][cell.row];
    }

  private:
    /// What a militia marked, to be cleared the next day.
    struct Mark {
        std::size_t community;
        sim::CellId cell;
    };

    std::array<std::vector<ActorId>, community_count> near_;  // shape (communities, cells)
    std::vector<Mark> marks_;
};

}  // namespace models
