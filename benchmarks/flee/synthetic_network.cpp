#include "benchmarks/flee/synthetic_network.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <set>

namespace bench {
namespace {

using Road = std::pair<std::uint32_t, std::uint32_t>;

constexpr sim::Purpose scatter{1};
constexpr double spacing_km = 100.0;

Road road(std::uint32_t a, std::uint32_t b) noexcept {
    return {std::min(a, b), std::max(a, b)};
}

/// The shortest roads that join all places (Prim's algorithm).
std::set<Road> spanning_roads(std::vector<PlanePoint> const& places) {
    std::set<Road> roads;
    std::vector<double> km(places.size(), std::numeric_limits<double>::infinity());
    std::vector<std::uint32_t> nearest(places.size(), 0);
    std::vector<std::uint8_t> is_joined(places.size(), 0);
    std::uint32_t last = 0;
    for (std::size_t joined = 1; joined < places.size(); ++joined) {
        is_joined[last] = 1;
        std::uint32_t next = 0;
        double least = std::numeric_limits<double>::infinity();
        for (std::uint32_t i = 0; i < places.size(); ++i) {
            if (is_joined[i] != 0) continue;
            double const to_last = distance_km(places[i], places[last]);
            if (to_last < km[i]) {
                km[i] = to_last;
                nearest[i] = last;
            }
            if (km[i] < least) {
                least = km[i];
                next = i;
            }
        }
        roads.insert(road(next, nearest[next]));
        last = next;
    }
    return roads;
}

/// The nearest neighbours of each place, nearest first.
std::vector<std::vector<std::uint32_t>> neighbours_of(std::vector<PlanePoint> const& places,
                                                      std::size_t count) {
    std::vector<std::vector<std::uint32_t>> all(places.size());
    std::vector<std::uint32_t> rows(places.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        std::iota(rows.begin(), rows.end(), 0U);
        auto const middle = rows.begin() + static_cast<std::ptrdiff_t>(count + 1);
        std::partial_sort(rows.begin(), middle, rows.end(), [&](auto a, auto b) {
            return distance_km(places[i], places[a]) < distance_km(places[i], places[b]);
        });
        all[i].assign(rows.begin() + 1, middle);  // the nearest to a place is itself
    }
    return all;
}

}  // namespace

double distance_km(PlanePoint a, PlanePoint b) noexcept {
    return std::hypot(a.east_km - b.east_km, a.north_km - b.north_km);
}

std::vector<PlanePoint> scattered_places(std::uint32_t places, sim::Seed seed) {
    double const edge_km = spacing_km * std::sqrt(places / std::numbers::pi);
    std::vector<PlanePoint> points;
    for (std::uint32_t i = 0; i < places; ++i) {
        sim::Stream draw{seed, scatter, i, sim::Day{0}};
        double const km = edge_km * std::sqrt(draw.uniform());
        double const angle = 2.0 * std::numbers::pi * draw.uniform();
        points.push_back({km * std::cos(angle), km * std::sin(angle)});
    }
    std::ranges::sort(points, {}, [](PlanePoint point) { return distance_km(point, {}); });
    return points;
}

std::vector<Road> roads_between(std::vector<PlanePoint> const& places) {
    auto roads = spanning_roads(places);
    std::size_t const wanted = 2 * places.size();
    std::size_t const most = std::min<std::size_t>(8, places.size() - 1);
    auto const neighbours = neighbours_of(places, most);
    for (std::size_t rank = 0; rank < most; ++rank) {
        for (std::uint32_t i = 0; i < places.size() && roads.size() < wanted; ++i) {
            roads.insert(road(i, neighbours[i][rank]));
        }
    }
    return {roads.begin(), roads.end()};
}

}  // namespace bench
