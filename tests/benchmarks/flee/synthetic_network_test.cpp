#include "benchmarks/flee/synthetic_network.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace bench {
namespace {

constexpr sim::Seed seed{1};

/// Number of parts of a network that no road joins.
std::size_t parts(std::uint32_t places,
                  std::vector<std::pair<std::uint32_t, std::uint32_t>> const& roads) {
    std::vector<std::uint32_t> part(places);
    std::iota(part.begin(), part.end(), 0U);
    for (auto const& [a, b] : roads) {
        auto const [kept, lost] = std::minmax(part[a], part[b]);
        std::ranges::replace(part, std::uint32_t{lost}, std::uint32_t{kept});
    }
    std::ranges::sort(part);
    return static_cast<std::size_t>(std::unique(part.begin(), part.end()) - part.begin());
}

}  // namespace

TEST(RoadsBetween, JoinAllPlacesWithFourRoadsEachOnAverage) {
    for (std::uint32_t const count : {23U, 100U, 500U}) {
        auto const roads = roads_between(scattered_places(count, seed));
        EXPECT_EQ(roads.size(), 2 * count);
        EXPECT_EQ(parts(count, roads), 1U) << count;
        for (auto const& [a, b] : roads) EXPECT_LT(a, b);
    }
}

TEST(RoadsBetween, JoinPlacesOnALineToTheNext) {
    auto const roads = roads_between({{0.0, 0.0}, {3.0, 0.0}, {1.0, 0.0}});
    std::vector<std::pair<std::uint32_t, std::uint32_t>> const all{{0, 1}, {0, 2}, {1, 2}};
    EXPECT_EQ(roads, all);
}

TEST(ScatteredPlaces, LieAsCloseWhateverTheirNumber) {
    for (std::uint32_t const count : {100U, 2500U}) {
        auto const places = scattered_places(count, seed);
        ASSERT_EQ(places.size(), count);
        EXPECT_TRUE(std::ranges::is_sorted(
            places, {}, [](PlanePoint point) { return distance_km(point, {}); }));
        auto const within = std::ranges::count_if(
            places, [](PlanePoint point) { return distance_km(point, {}) < 564.19 / 2.0; });
        EXPECT_NEAR(static_cast<double>(within), 25.0, 15.0) << "3 standard deviations";
    }
}

}  // namespace bench
