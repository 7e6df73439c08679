#pragma once

#include <vector>

#include "models/reporting/reporting_params.hpp"
#include "models/world/world.hpp"

/// \file models/reporting/report_place.hpp
/// Where events are said to have been.

namespace models {

/// The names that observers have for places; made once for a map.
class ReportPlaces {
  public:
    ReportPlaces(ReportingParams const& params, Geography const& map);

    /// Whether a cell is in the capital of its cercle: the place that has the cercle's name.
    [[nodiscard]] bool is_capital(sim::CellId cell) const noexcept {
        return is_capital_[cell.row] != 0;
    }

    /// Where an event in a cell is said to have been: there, in the nearest town, or in the town
    /// that has the name of the region.
    [[nodiscard]] ReportedPlace place_of(sim::CellId cell, sim::Stream& draw) const;

    /// A place, named and known.
    [[nodiscard]] ReportedPlace exactly(PlaceId place) const noexcept { return town(place, 1); }

    /// The largest town of the country, where what has no place of its own is said to have been.
    [[nodiscard]] ReportedPlace national_capital() const noexcept;

  private:
    [[nodiscard]] ReportedPlace town(PlaceId place, int precision) const noexcept;

    ReportingParams params_;
    Geography const* map_;
    std::vector<PlaceId> town_in_;          // shape (cells): the town that the cell is in, if any
    std::vector<std::uint8_t> is_capital_;  // shape (cells)
    std::vector<PlaceId> region_town_;      // shape (regions)
    PlaceId national_capital_ = no_place;
};

}  // namespace models
