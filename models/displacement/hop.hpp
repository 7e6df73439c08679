#pragma once

#include <algorithm>
#include <cstdint>

#include "models/world/world.hpp"
#include "sim/base/check.hpp"

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
[[nodiscard]] inline Hop hop_after(double duration, float spare_day) noexcept {
    constexpr double rounding = 1e-6;  // of a day; forgives what the float columns lose
    double const missing = duration - static_cast<double>(spare_day);
    double const least = std::max(0.0, missing - rounding);
    auto days = static_cast<std::uint32_t>(least);
    if (days < least) ++days;  // rounded up, without asking the library
    return {days, static_cast<float>(std::clamp(days - missing, 0.0, 1.0))};
}

/// A mover acts again on a day. \pre day >= today.
inline void wake(World& world, MoverId mover, sim::Day day) {
    SIM_EXPECTS(day >= world.today);
    world.households.mover(mover).due = day;
    world.movers_due.add(mover, day);
}

/// A mover is on its way until the hop ends.
inline void begin_hop(World& world, MoverId mover, Hop hop) {
    world.households.mover(mover).spare_day = hop.spare_day;
    wake(world, mover, sim::Day{world.today.value + hop.days});
}

}  // namespace models
