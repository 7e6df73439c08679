#include "sim/space/geo.hpp"

#include <gtest/gtest.h>

#include <numbers>

namespace sim {
namespace {

constexpr GeoPoint kidal{18.444305, 1.401523};
constexpr GeoPoint gao{16.27091, -0.04021};

TEST(GreatCircle, MeasuresKidalToGao) {
    EXPECT_NEAR(great_circle_km(kidal, gao), 285.6, 0.5);
    EXPECT_EQ(great_circle_km(gao, kidal), great_circle_km(kidal, gao));
}

TEST(GreatCircle, KnowsTheQuartersOfTheGlobe) {
    double const quarter = 0.5 * std::numbers::pi * earth_radius_km;
    EXPECT_NEAR(great_circle_km({0, 0}, {0, 90}), quarter, 1e-9);
    EXPECT_NEAR(great_circle_km({0, 17}, {90, -60}), quarter, 1e-9);
    EXPECT_NEAR(great_circle_km({0, 0}, {0, 180}), 2 * quarter, 1e-9);
    EXPECT_NEAR(great_circle_km({-90, 0}, {90, 45}), 2 * quarter, 1e-9);
    EXPECT_NEAR(great_circle_km({50, 5}, {-50, -175}), 2 * quarter, 1e-3);
}

TEST(GreatCircle, IsPreciseNearZeroAndAcrossTheDateLine) {
    EXPECT_EQ(great_circle_km(gao, gao), 0.0);
    double const metre = 0.001 / earth_radius_km * 180.0 / std::numbers::pi;
    EXPECT_NEAR(great_circle_km({16, 0}, {16 + metre, 0}), 0.001, 1e-9);
    EXPECT_NEAR(great_circle_km({10, 179.5}, {10, -179.5}), great_circle_km({10, 0}, {10, 1}),
                1e-9);
}

}  // namespace
}  // namespace sim
