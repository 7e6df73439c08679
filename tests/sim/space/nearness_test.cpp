#include "sim/space/nearness.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "sim/base/check.hpp"

namespace sim {
namespace {

Grid strip(std::uint32_t columns) {
    std::vector<GridPosition> active;
    for (std::uint32_t column = 0; column < columns; ++column) active.push_back({0, column});
    return {{.south = 10.0, .west = 0.0, .step = 0.1, .rows = 1, .columns = columns}, active};
}

TEST(Nearness, IsThatOfEachNeighbourInTheirOrder) {
    Neighbourhoods const nearby{strip(9), 25.0};
    Nearness const nearness{nearby, 10.0};
    for (std::uint32_t row = 0; row < nearby.size(); ++row) {
        CellId const cell{row};
        auto const km = nearby.distances_km(cell);
        std::size_t i = 0;
        nearness.for_each(nearby, cell, [&](CellId near, double found) {
            ASSERT_LT(i, km.size());
            EXPECT_EQ(near, nearby.cells(cell)[i]);
            EXPECT_EQ(found, std::exp(-km[i++] / 10.0));
        });
        EXPECT_EQ(i, km.size());
    }
}

TEST(Nearness, IsOneInTheCellItself) {
    Neighbourhoods const alone{strip(3), 0.0};
    Nearness const nearness{alone, 10.0};
    std::vector<double> found;
    nearness.for_each(alone, CellId{1}, [&](CellId, double near) { found.push_back(near); });
    EXPECT_EQ(found, std::vector{1.0});
}

TEST(Nearness, NeedsAScale) {
    Neighbourhoods const nearby{strip(3), 25.0};
    EXPECT_THROW(static_cast<void>(Nearness(nearby, 0.0)), ContractError);
}

}  // namespace
}  // namespace sim
