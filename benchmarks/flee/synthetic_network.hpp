#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "sim/random/stream.hpp"

/// \file benchmarks/flee/synthetic_network.hpp
/// Places on a plane and the roads between them, for any number of places.

namespace bench {

/// A place on the plane.
struct PlanePoint {
    double east_km = 0.0;   ///< From the middle [km].
    double north_km = 0.0;  ///< From the middle [km].
};

/// Straight distance [km].
[[nodiscard]] double distance_km(PlanePoint a, PlanePoint b) noexcept;

/// Places scattered evenly over a disc, the nearest to the middle first. As many on 100 km x 100 km
/// whatever their number: one.
[[nodiscard]] std::vector<PlanePoint> scattered_places(std::uint32_t places, sim::Seed seed);

/// Pairs of places with a road: the shortest roads that join all of them, then each place and its
/// nearest neighbours until a place has four roads on average.
///
/// \return Each pair once, the lower row first.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> roads_between(
    std::vector<PlanePoint> const& places);

}  // namespace bench
