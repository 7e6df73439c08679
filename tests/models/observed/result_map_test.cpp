#include "models/observed/result_map.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "models/observed/grid_ids.hpp"

namespace models {
namespace {

ResultMap two_by_two() {
    return {.country = "Mali",
            .regions = {"North"},
            .cercles = {"Timbuktu", "Dire"},
            .lat = {12.25, 12.75},
            .lon = {-1.75, -1.25},
            .country_of = {0, 0, 1, -1},
            .region_of = {0, 0, -1, -1},
            .cercle_of = {0, 1, -1, -1}};
}

TEST(ResultMap, FindsCellsByTheirPlace) {
    auto const map = two_by_two();
    EXPECT_EQ(map.cell_at({12.0, -2.0}), 0U);
    EXPECT_EQ(map.cell_at({12.99, -1.01}), 3U);
    EXPECT_EQ(map.cell_at({12.5, -1.5}), 3U) << "north and east of an edge";
    EXPECT_FALSE(map.cell_at({13.01, -1.5}));
    EXPECT_FALSE(map.cell_at({12.5, -0.99}));
    EXPECT_FALSE(map.cell_at({std::numeric_limits<double>::quiet_NaN(), -1.5}));
}

TEST(ResultMap, NamesTheCellsOfPrioGridWithTheCountryInThem) {
    EXPECT_EQ(two_by_two().home_gids(), (std::vector<std::int32_t>{priogrid_gid({12.25, -1.75}),
                                                                   priogrid_gid({12.25, -1.25})}));
}

}  // namespace
}  // namespace models
