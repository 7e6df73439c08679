#pragma once

#include <cstdint>

#include "sim/calibration/design.hpp"
#include "sim/calibration/implausibility.hpp"
#include "sim/calibration/points.hpp"

/// \file sim/calibration/region_sample.hpp
/// Points of the region that history matching has left, uniform in the unit cube: the prior there.

namespace sim::calibration {

/// How points are looked for.
struct RegionSampleOptions {
    std::uint32_t wanted = 500;         ///< Points, >= 1.
    std::uint32_t candidates = 20'000;  ///< Prior draws tried at most, >= 1.
    std::uint32_t steps = 40;           ///< Steps of each chain, >= 1.
};

/// What was found.
struct RegionSample {
    Points points;                 ///< At most `wanted`; fewer (none) only if nothing was found.
    std::uint32_t candidates = 0;  ///< Prior draws tried ...
    std::uint32_t accepted = 0;    ///< ... of which the region contains so many.
};

/// Points of the region: prior draws that lie in it and, for those still missing, the ends of
/// chains that begin at the points found, or at the \p known points that lie in it.
///
/// A chain's step is a slice along a line (Neal 2003, doi:10.1214/aos/1056562461, with the whole
/// chord of the cube as first interval): parallel to an axis, or to the difference of two starting
/// points, by turns. Chains of finite length stay near their starts when parts of the region are
/// far apart; the number of steps is our choice.
///
/// \param round  Number of the wave, so that each has its own draws; < 2^30.
/// \post The same for any number of threads.
[[nodiscard]] RegionSample sample_region(Draws draws, std::uint32_t round, Region const& region,
                                         Points const& known, RegionSampleOptions const& options);

/// \p count of the points, each the one farthest from those chosen before; the first is row 0.
/// Gonzalez (1985), doi:10.1016/0304-3975(85)90224-5. All of them if there are not so many.
[[nodiscard]] Points farthest_points(Points const& points, std::size_t count);

}  // namespace sim::calibration
