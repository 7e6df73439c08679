#include "sim/space/nearest.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "sim/base/ids.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/stream.hpp"

namespace sim {
namespace {

std::vector<GeoPoint> scatter(std::uint32_t count, std::uint32_t entity, GeoPoint south_west,
                              GeoPoint north_east) {
    Stream draw{Seed{5}, Purpose{0}, entity, Day{0}};
    std::vector<GeoPoint> points(count);
    for (auto& [lat, lon] : points) {
        lat = south_west.lat + draw.uniform() * (north_east.lat - south_west.lat);
        lon = south_west.lon + draw.uniform() * (north_east.lon - south_west.lon);
    }
    return points;
}

TEST(Nearest, AgreesWithLookingAtEveryPoint) {
    struct Box {
        GeoPoint south_west, north_east;
    };
    for (auto const [low, high] : {Box{{10, -12}, {25, 4}}, Box{{-90, -180}, {90, 180}}}) {
        auto const points = scatter(300, 1, low, high);
        auto const queries = scatter(1000, 2, low, high);
        auto const found = nearest(points, queries);
        for (std::size_t i = 0; i < queries.size(); ++i) {
            double least = 1e9;
            for (auto const& point : points) {
                least = std::min(least, great_circle_km(point, queries[i]));
            }
            ASSERT_NEAR(great_circle_km(points[found[i]], queries[i]), least, 1e-6);
        }
    }
}

TEST(Nearest, TakesTheLowestOfEquallyNearPoints) {
    std::vector<GeoPoint> const points{{50, 50}, {15, 1}, {15, 1}, {15, -1}, {15, 1}};
    NearestPoints const index{points};
    EXPECT_EQ(index.find({15, 1}), 1U);
    EXPECT_EQ(index.find({15, 0}), 1U);
}

// Straight north or south of a pair the tie lies at the very edge of what is searched.
TEST(Nearest, MissesNoTieByRounding) {
    for (auto const point : scatter(1000, 5, {-80, -180}, {80, 180})) {
        std::vector<GeoPoint> const pair{point, point};
        NearestPoints const index{pair};
        ASSERT_EQ(index.find({point.lat + 0.37, point.lon}), 0U);
        ASSERT_EQ(index.find({point.lat - 0.37, point.lon}), 0U);
    }
}

TEST(Nearest, IsTheSameForAnyThreadCount) {
    auto const points = scatter(100, 3, {10, -12}, {25, 4});
    auto const queries = scatter(1009, 4, {10, -12}, {25, 4});
    int const before = threads();
    set_threads(1);
    auto const alone = nearest(points, queries);
    set_threads(7);
    EXPECT_EQ(nearest(points, queries), alone);
    set_threads(before);
}

TEST(Nearest, IsNoneAmongNoPoints) {
    EXPECT_EQ(NearestPoints{{}}.find({0, 0}), no_row);
    EXPECT_TRUE(nearest({}, {}).empty());
}

}  // namespace
}  // namespace sim
