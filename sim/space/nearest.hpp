#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/space/geo.hpp"

/// \file sim/space/nearest.hpp
/// Which of many points lies nearest.

namespace sim {

/// Finds the nearest of a fixed set of points, exactly and without looking at all of them.
class NearestPoints {
  public:
    explicit NearestPoints(std::span<GeoPoint const> points);

    /// Index of the point nearest to \p query by great circle; of equally near points the lowest.
    /// \return no_row if there are no points.
    [[nodiscard]] std::uint32_t find(GeoPoint query) const noexcept;

  private:
    // Unit vector from the centre of the Earth: chords are ordered as great circles, and cheaper.
    using Direction = std::array<double, 3>;

    struct Entry {
        double lat;  // [radians]
        Direction direction;
        std::uint32_t index;  // in the points given
    };

    [[nodiscard]] static Direction direction_of(GeoPoint point) noexcept;

    std::vector<Entry> by_lat_;  // from south to north
};

/// Index in \p points of the point nearest to each query; shape (queries).
[[nodiscard]] std::vector<std::uint32_t> nearest(std::span<GeoPoint const> points,
                                                 std::span<GeoPoint const> queries);

}  // namespace sim
