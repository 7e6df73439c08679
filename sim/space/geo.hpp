#pragma once

/// \file sim/space/geo.hpp
/// Points on the Earth and the distances between them.

namespace sim {

/// Mean radius of the Earth R1 [km].
///
/// \see Moritz (2000), "Geodetic Reference System 1980", doi:10.1007/s001900050278 (IUGG).
inline constexpr double earth_radius_km = 6371.0088;

/// A point on the Earth, WGS 84.
struct GeoPoint {
    double lat = 0.0;  ///< Latitude [degrees north], -90 to 90.
    double lon = 0.0;  ///< Longitude [degrees east], any; 360 degrees apart is the same place.

    friend constexpr bool operator==(GeoPoint, GeoPoint) = default;
};

/// Degrees as radians.
[[nodiscard]] double radians(double degrees) noexcept;

/// Distance along the surface of a sphere of earth_radius_km [km], by the haversine formula.
///
/// Within 0.6 % of the distance on the ellipsoid; symmetric to the last bit.
[[nodiscard]] double great_circle_km(GeoPoint a, GeoPoint b) noexcept;

}  // namespace sim
