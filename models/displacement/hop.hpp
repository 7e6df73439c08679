#pragma once

#include <cstdint>

#include "models/world/world.hpp"

/// \file models/displacement/hop.hpp
/// How long a stretch of way takes, in whole days with the remainder carried.

namespace models {

/// A stretch of way between two places.
struct Hop {
    std::uint32_t days = 0;  ///< Days until it ends; 0 if it ends on the day it began [d].
    float spare_day = 0.0F;  ///< Share of the last day that is left over [day], 0 to 1.
};

/// A stretch that takes \p duration, begun with \p spare_day of today left.
///
/// A journey of several stretches ends on the same day as one stretch of their sum, within a
/// tenth of a second.
///
/// \param duration   [day], >= 0 and below 10^9.
/// \param spare_day  [day], 0 to 1.
[[nodiscard]] Hop hop_after(double duration, float spare_day) noexcept;

/// A mover acts again on a day. \pre day >= today.
void wake(World& world, MoverId mover, sim::Day day);

/// A mover is on its way until the hop ends.
void begin_hop(World& world, MoverId mover, Hop hop);

}  // namespace models
