#pragma once

#include "models/world/geography.hpp"
#include "models/world/measure.hpp"

/// \file models/world/measure_area.hpp
/// Where a measure holds.

namespace models {

/// Whether a measure holds at a place: it names that place, its region, or neither.
[[nodiscard]] inline bool covers(Measure const& measure, Geography const& map,
                                 PlaceId place) noexcept {
    bool const is_here = measure.place == no_place || measure.place == place;
    bool const is_in =
        measure.region == no_region || measure.region == map.places.region[place.row];
    return is_here && is_in;
}

}  // namespace models
