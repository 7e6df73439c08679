#include "sim/ensemble/row_desk.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <optional>
#include <thread>
#include <vector>

namespace {

TEST(RowDesk, GivesEachRowOnceInOrder) {
    std::vector<std::uint64_t> const rows{5, 3, 9};
    sim::RowDesk desk{rows, {}};
    EXPECT_EQ(desk.take(), 5U);
    EXPECT_EQ(desk.take(), 3U);
    EXPECT_TRUE(desk.has_rows_left());
    EXPECT_EQ(desk.take(), 9U);
    EXPECT_FALSE(desk.has_rows_left());
    EXPECT_EQ(desk.take(), std::nullopt);
}

TEST(RowDesk, GivesNothingAfterAHalt) {
    std::vector<std::uint64_t> const rows{1, 2};
    sim::RowDesk desk{rows, {}};
    EXPECT_EQ(desk.take(), 1U);
    desk.halt();
    EXPECT_EQ(desk.take(), std::nullopt);
    EXPECT_TRUE(desk.has_rows_left());
}

TEST(RowDesk, StaysHaltedOnceToldToStop) {
    std::vector<std::uint64_t> const rows{1, 2};
    bool stop = true;
    sim::RowDesk desk{rows, [&] { return stop; }};
    EXPECT_EQ(desk.take(), std::nullopt);
    stop = false;
    EXPECT_EQ(desk.take(), std::nullopt);
    EXPECT_TRUE(desk.has_rows_left());
}

TEST(RowDesk, GivesEachRowOnceToManyThreads) {
    std::vector<std::uint64_t> rows(10'007);
    std::iota(rows.begin(), rows.end(), 0U);
    sim::RowDesk desk{rows, {}};
    std::vector<int> given(rows.size());
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 7; ++i) {
            threads.emplace_back([&] {
                while (auto const row = desk.take()) ++given[*row];
            });
        }
    }
    EXPECT_EQ(given, std::vector<int>(rows.size(), 1));
}

}  // namespace
