#include "sim/space/neighbourhoods.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "sim/base/check.hpp"

namespace sim {
namespace {

// About a third of the cells unused, without any pattern that follows rows or columns.
Grid sieve(GridSpec const& spec) {
    std::vector<GridPosition> active;
    for (std::uint32_t row = 0; row < spec.rows; ++row) {
        for (std::uint32_t column = 0; column < spec.columns; ++column) {
            if ((row * row + 7 * column) % 3 != 0) active.push_back({row, column});
        }
    }
    return {spec, active};
}

TEST(Neighbourhoods, HoldExactlyTheCellsWithinTheRadius) {
    // Far north the columns crowd: a window by kilometres at the equator would miss neighbours.
    for (double const south : {-3.0, 9.0, 70.0}) {
        auto const grid =
            sieve({.south = south, .west = -12.0, .step = 0.5, .rows = 20, .columns = 30});
        for (double const radius_km : {0.0, 60.0, 75.0, 300.0}) {
            Neighbourhoods const near{grid, radius_km};
            ASSERT_EQ(near.size(), grid.size());
            std::size_t total = 0;
            for (CellId const cell : grid.cells()) {
                std::vector<CellId> expected;
                for (CellId const other : grid.cells()) {
                    double const km = great_circle_km(grid.centre(cell), grid.centre(other));
                    if (km <= radius_km) expected.push_back(other);
                }
                auto const found = near.cells(cell);
                ASSERT_TRUE(std::ranges::equal(found, expected)) << south << ' ' << radius_km;
                for (std::size_t i = 0; i < found.size(); ++i) {
                    double const km = great_circle_km(grid.centre(cell), grid.centre(found[i]));
                    ASSERT_NEAR(near.distances_km(cell)[i], km, 1e-4);
                }
                std::vector<CellId> in_runs;
                for (auto const& run : near.runs(cell)) {
                    for (std::uint32_t i = 0; i < run.count; ++i) {
                        ASSERT_EQ(near.run_distances_km()[run.distance + i],
                                  near.distances_km(cell)[in_runs.size()]);
                        in_runs.push_back(CellId{run.first.row + i});
                    }
                }
                ASSERT_TRUE(std::ranges::equal(in_runs, expected));
                total += found.size();
            }
            EXPECT_EQ(near.total(), total);
        }
    }
}

TEST(Neighbourhoods, HoldTheCellItselfAtDistanceZero) {
    auto const grid = sieve({.south = 10, .west = 0, .step = 1, .rows = 3, .columns = 3});
    Neighbourhoods const alone{grid, 0.0};
    for (CellId const cell : grid.cells()) {
        ASSERT_EQ(alone.cells(cell).size(), 1U);
        EXPECT_EQ(alone.cells(cell).front(), cell);
        EXPECT_EQ(alone.distances_km(cell).front(), 0.0F);
    }
}

TEST(Neighbourhoods, OfAnEmptyGridAreNone) {
    Grid const empty{{.south = 0, .west = 0, .step = 1, .rows = 2, .columns = 2}, {}};
    EXPECT_EQ(Neighbourhoods(empty, 50.0).total(), 0U);
}

TEST(Neighbourhoods, RefuseANegativeRadius) {
    auto const grid = sieve({.south = 10, .west = 0, .step = 1, .rows = 3, .columns = 3});
    EXPECT_THROW(static_cast<void>(Neighbourhoods(grid, -1.0)), ContractError);
}

}  // namespace
}  // namespace sim
