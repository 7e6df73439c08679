#include "sim/space/nearest.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/ids.hpp"
#include "sim/parallel/threads.hpp"

namespace sim {
namespace {

// More than the rounding error of a chord of the unit sphere, so that no tie is missed; 60 nm.
constexpr double rounding = 1e-14;

}  // namespace

NearestPoints::Direction NearestPoints::direction_of(GeoPoint point) noexcept {
    double const lat = radians(point.lat);
    double const lon = radians(point.lon);
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

NearestPoints::NearestPoints(std::span<GeoPoint const> points) {
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        by_lat_.push_back({radians(points[i].lat), direction_of(points[i]), i});
    }
    std::ranges::stable_sort(by_lat_, {}, &Entry::lat);
}

std::uint32_t NearestPoints::find(GeoPoint query) const noexcept {
    double const lat = radians(query.lat);
    auto const direction = direction_of(query);
    double best = std::numeric_limits<double>::infinity();  // squared chord
    std::uint32_t best_index = no_row;

    // Looks at one point. False if it and all beyond it are too far north or south to matter.
    auto const look = [&](Entry const& entry) noexcept {
        double const gap = 2.0 * std::sin(0.5 * std::abs(entry.lat - lat)) - rounding;
        if (gap > 0.0 && gap * gap > best) return false;
        double chord = 0.0;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            double const side = entry.direction[axis] - direction[axis];
            chord += side * side;
        }
        if (chord < best || (chord == best && entry.index < best_index)) {
            best = chord;
            best_index = entry.index;
        }
        return true;
    };

    auto const middle = std::ranges::lower_bound(by_lat_, lat, {}, &Entry::lat);
    auto north = middle;
    auto south = middle;
    bool looks_north = true, looks_south = true;
    while (looks_north || looks_south) {  // by turns, so that the first near point cuts both ways
        looks_north = looks_north && north != by_lat_.end() && look(*north++);
        looks_south = looks_south && south != by_lat_.begin() && look(*--south);
    }
    return best_index;
}

std::vector<std::uint32_t> nearest(std::span<GeoPoint const> points,
                                   std::span<GeoPoint const> queries) {
    NearestPoints const index{points};
    std::vector<std::uint32_t> found(queries.size());
    for_rows(static_cast<std::uint32_t>(queries.size()),
             [&](std::uint32_t row) noexcept { found[row] = index.find(queries[row]); });
    return found;
}

}  // namespace sim
