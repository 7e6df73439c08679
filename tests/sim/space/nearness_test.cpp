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
        ASSERT_EQ(nearness.of(cell).size(), km.size());
        for (std::size_t i = 0; i < km.size(); ++i) {
            EXPECT_EQ(nearness.of(cell)[i], std::exp(-km[i] / 10.0));
        }
    }
}

TEST(Nearness, IsOneInTheCellItself) {
    Neighbourhoods const alone{strip(3), 0.0};
    Nearness const nearness{alone, 10.0};
    ASSERT_EQ(nearness.of(CellId{1}).size(), 1U);
    EXPECT_EQ(nearness.of(CellId{1}).front(), 1.0);
}

TEST(Nearness, NeedsAScale) {
    Neighbourhoods const nearby{strip(3), 25.0};
    EXPECT_THROW(static_cast<void>(Nearness(nearby, 0.0)), ContractError);
}

}  // namespace
}  // namespace sim
