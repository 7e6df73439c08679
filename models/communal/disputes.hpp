#pragma once

#include <optional>
#include <vector>

#include "models/communal/communal_params.hpp"
#include "models/world/world.hpp"

/// \file models/communal/disputes.hpp
/// Quarrels over land, water and grazing that turn violent.

namespace models {

/// Where such quarrels may begin, and how often.
///
/// Cells are drawn in proportion to the people who live there among others on the first day,
/// population x (1 - sum of squared shares of the communities), and the draw is then kept with the
/// share of the highest rate that the day has there. So a day costs its quarrels and no more.
class Disputes {
  public:
    Disputes(CommunalParams const& params, World const& world);

    /// Quarrels of a day at most, on average [events/day].
    [[nodiscard]] double highest_rate() const noexcept { return highest_rate_; }

    /// A cell for one quarrel, or nothing if the day does not have it.
    [[nodiscard]] std::optional<sim::CellId> draw_cell(World const& world, sim::Stream& draw) const;

  private:
    CommunalParams params_;
    std::vector<double> mixed_up_to_;  // people who live among others, summed up to each cell
    double highest_rate_ = 0.0;
};

/// Rate of quarrels in a cell relative to good times, >= 0: (1 + food_effect x food stress +
/// retreat_effect x (1 - services)) x share of the people still at home x what holds violence back.
[[nodiscard]] double dispute_factor(World const& world, CommunalParams const& params,
                                    sim::CellId cell);

}  // namespace models
