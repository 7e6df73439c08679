#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "benchmarks/engine/plain_schelling.hpp"
#include "benchmarks/engine/plain_walkers.hpp"
#include "tests/benchmarks/engine/board.hpp"
#include "tests/benchmarks/engine/displacement.hpp"

// A reference for speed is one only if it does the same work.

namespace bench {
namespace {

constexpr sim::Seed seed{11};

TEST(PlainWalkers, AreDisplacedAsDerived) {
    WalkersSpec const spec{.walkers = 100'000, .rows = 201, .columns = 301};
    PlainWalkers walkers{spec, seed};
    constexpr int days = 40;
    std::vector<double> down(spec.walkers);
    std::vector<double> right(spec.walkers);
    for (std::uint32_t i = 0; i < spec.walkers; ++i) {
        down[i] = walkers.walker(i).row();
        right[i] = walkers.walker(i).column();
    }
    for (int day = 0; day < days; ++day) walkers.walk_one_day();
    for (std::uint32_t i = 0; i < spec.walkers; ++i) {
        ASSERT_LT(walkers.walker(i).row(), spec.rows);
        ASSERT_LT(walkers.walker(i).column(), spec.columns);
        down[i] = shortest_way(down[i], walkers.walker(i).row(), spec.rows);
        right[i] = shortest_way(right[i], walkers.walker(i).column(), spec.columns);
    }
    expect_random_walk(down, right, days);
}

TEST(PlainSchelling, SegregatesAndLosesNobody) {
    SchellingSpec const spec;
    PlainSchelling board{spec, scattered_agents(spec, seed), seed};
    EXPECT_EQ(board.agents(), 8000U);
    EXPECT_GT(board.step(), 2000U);
    for (int step = 0; step < 100; ++step) board.step();
    EXPECT_EQ(board.step(), 0U);
    auto const cells = kinds(board, spec);
    EXPECT_EQ(std::ranges::count(cells, Kind::first), 4000);
    EXPECT_EQ(std::ranges::count(cells, Kind::second), 4000);
    EXPECT_GT(share_alike(cells, spec), 0.75);
    for (std::uint32_t cell = 0; cell < cells.size(); ++cell) {
        auto const [alike, unlike] = seen_from(cells, spec, cell);
        if (cells[cell] == Kind::nobody) continue;
        EXPECT_FALSE(is_unhappy(alike, unlike, 50)) << cell;
    }
}

TEST(PlainSchelling, LeavesTheHappyWhereTheyAre) {
    SchellingSpec const spec{.rows = 2, .columns = 8, .wanted_percent = 60};
    auto const cells = drawn(
        "aaa..bbb"
        "aaa..bbb");
    PlainSchelling board{spec, cells, seed};
    EXPECT_EQ(board.step(), 0U);
    EXPECT_EQ(kinds(board, spec), cells);
}

}  // namespace
}  // namespace bench
