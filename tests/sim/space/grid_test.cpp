#include "sim/space/grid.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "sim/base/check.hpp"

namespace sim {
namespace {

// Two of the six cells are not in use.
Grid four_cells() {
    return {GridSpec{.south = 10.0, .west = -5.0, .step = 0.5, .rows = 2, .columns = 3},
            std::vector<GridPosition>{{0, 0}, {0, 2}, {1, 1}, {1, 2}}};
}

std::vector<GridPosition> all_of(GridSpec const& spec) {
    std::vector<GridPosition> all;
    for (std::uint32_t row = 0; row < spec.rows; ++row) {
        for (std::uint32_t column = 0; column < spec.columns; ++column)
            all.push_back({row, column});
    }
    return all;
}

TEST(Grid, NumbersItsCellsFromSouthToNorthAndWestToEast) {
    auto const grid = four_cells();
    ASSERT_EQ(grid.size(), 4U);
    EXPECT_EQ(grid.cells()[2], CellId{2});
    EXPECT_EQ(grid.row(CellId{1}), 0U);
    EXPECT_EQ(grid.column(CellId{1}), 2U);
    EXPECT_EQ(grid.centre(CellId{2}), (GeoPoint{10.75, -4.25}));
}

TEST(Grid, FindsOnlyCellsInUse) {
    auto const grid = four_cells();
    EXPECT_EQ(grid.find(1, 1), CellId{2});
    EXPECT_EQ(grid.find(0, 1), std::nullopt);
    EXPECT_EQ(grid.find(2, 0), std::nullopt);
    EXPECT_EQ(grid.find(0, 3), std::nullopt);
}

TEST(Grid, FindsTheCellOfAPoint) {
    auto const grid = four_cells();
    EXPECT_EQ(grid.cell_at({10.0, -5.0}), CellId{0});  // the south-western corner belongs to it
    EXPECT_EQ(grid.cell_at({10.5, -4.5}), CellId{2});
    EXPECT_EQ(grid.cell_at({10.2, -4.3}), std::nullopt);  // not in use
    EXPECT_EQ(grid.cell_at({11.0, -4.3}), std::nullopt);  // the northern edge is outside
    EXPECT_EQ(grid.cell_at({9.99, -5.0}), std::nullopt);
    EXPECT_EQ(grid.cell_at({10.2, -3.5}), std::nullopt);
    EXPECT_EQ(grid.cell_at({std::nan(""), 1e300}), std::nullopt);
}

TEST(Grid, FindsEveryCentreAtDecimalSteps) {
    GridSpec const spec{.south = 9.1, .west = -13.7, .step = 0.1, .rows = 170, .columns = 190};
    Grid const grid{spec, all_of(spec)};
    for (CellId const cell : grid.cells()) ASSERT_EQ(grid.cell_at(grid.centre(cell)), cell);
}

TEST(Grid, CoversTheSphere) {
    GridSpec const spec{.south = -90.0, .west = -180.0, .step = 0.9, .rows = 200, .columns = 400};
    Grid const grid{spec, all_of(spec)};
    double total = 0.0;
    for (CellId const cell : grid.cells()) total += grid.area_km2(cell);
    double const sphere = 4.0 * std::numbers::pi * earth_radius_km * earth_radius_km;
    EXPECT_NEAR(total / sphere, 1.0, 1e-12);
}

TEST(Grid, RefusesWhatDoesNotFit) {
    GridSpec const good{.south = 0.0, .west = 0.0, .step = 1.0, .rows = 2, .columns = 2};
    auto const make = [](GridSpec const& spec, std::vector<GridPosition> const& active) {
        static_cast<void>(Grid{spec, active});
    };
    make(good, {});
    EXPECT_THROW(make(good, {{0, 2}}), InputError);
    EXPECT_THROW(make(good, {{2, 0}}), InputError);
    EXPECT_THROW(make(good, {{1, 0}, {0, 1}}), InputError);
    EXPECT_THROW(make(good, {{1, 0}, {1, 0}}), InputError);
    for (double const step : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
        EXPECT_THROW(make({.south = 0, .west = 0, .step = step, .rows = 2, .columns = 2}, {}),
                     InputError);
    }
    EXPECT_THROW(make({.south = 89, .west = 0, .step = 1, .rows = 2, .columns = 1}, {}),
                 InputError);
    EXPECT_THROW(make({.south = 0, .west = 179, .step = 1, .rows = 1, .columns = 2}, {}),
                 InputError);
    EXPECT_THROW(make({.south = std::nan(""), .west = 0, .step = 1, .rows = 1, .columns = 1}, {}),
                 InputError);
}

}  // namespace
}  // namespace sim
