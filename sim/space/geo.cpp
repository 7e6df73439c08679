#include "sim/space/geo.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sim {

double radians(double degrees) noexcept {
    return degrees * (std::numbers::pi / 180.0);
}

double great_circle_km(GeoPoint a, GeoPoint b) noexcept {
    double const half_lat = std::sin(0.5 * radians(b.lat - a.lat));
    double const half_lon = std::sin(0.5 * radians(b.lon - a.lon));
    double const both = std::cos(radians(a.lat)) * std::cos(radians(b.lat));
    double const haversine = half_lat * half_lat + both * (half_lon * half_lon);
    return 2.0 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(haversine)));
}

}  // namespace sim
