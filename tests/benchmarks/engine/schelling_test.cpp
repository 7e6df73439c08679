#include "benchmarks/engine/schelling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/base/check.hpp"
#include "tests/benchmarks/engine/board.hpp"
#include "tests/benchmarks/engine/threads.hpp"

namespace bench {
namespace {

using SchellingThreads = RestoresThreads;

constexpr sim::Seed seed{11};

Schelling scattered(SchellingSpec const& spec) {
    return {spec, scattered_agents(spec, seed), seed};
}

/// The agent in each cell, by row, then column.
std::vector<std::uint32_t> agents(Schelling const& board, SchellingSpec const& spec) {
    std::vector<std::uint32_t> cells;
    for (std::uint32_t i = 0; i < spec.rows * spec.columns; ++i) {
        cells.push_back(board.agent(i / spec.columns, i % spec.columns));
    }
    return cells;
}

TEST(IsUnhappy, ComparesShares) {
    EXPECT_FALSE(is_unhappy(0, 0, 100));  // without neighbours
    EXPECT_FALSE(is_unhappy(1, 1, 50));
    EXPECT_TRUE(is_unhappy(1, 1, 51));
    EXPECT_FALSE(is_unhappy(12, 12, 50));
    EXPECT_TRUE(is_unhappy(11, 13, 50));
    EXPECT_FALSE(is_unhappy(0, 24, 0));
    EXPECT_TRUE(is_unhappy(23, 1, 100));
    EXPECT_FALSE(is_unhappy(24, 0, 100));
    EXPECT_FALSE(is_unhappy(1, 2, 33));
    EXPECT_TRUE(is_unhappy(1, 2, 34));
}

TEST(ScatteredAgents, AreHalfOfEachKind) {
    SchellingSpec const spec{.rows = 9, .columns = 11, .agents = 51};
    auto const cells = scattered_agents(spec, seed);
    EXPECT_EQ(cells.size(), 99U);
    EXPECT_EQ(std::ranges::count(cells, Kind::first), 25);
    EXPECT_EQ(std::ranges::count(cells, Kind::second), 26);
    EXPECT_NE(cells, scattered_agents(spec, sim::Seed{12}));
}

TEST(ScatteredAgents, StandAnywhereAlike) {
    SchellingSpec const spec{.rows = 2, .columns = 5, .agents = 4};
    std::vector<int> taken(10, 0);
    constexpr int boards = 20'000;
    for (std::uint64_t i = 0; i < boards; ++i) {
        auto const cells = scattered_agents(spec, sim::Seed{i});
        for (std::size_t cell = 0; cell < 10; ++cell) taken[cell] += cells[cell] == Kind::first;
    }
    double const p = 0.2;
    for (int const count : taken) {
        EXPECT_NEAR(count, boards * p, 5.0 * std::sqrt(boards * p * (1.0 - p)));
    }
}

// Who moves is exactly who is unhappy when all 24 cells are looked at one by one: for boards
// smaller than a neighbourhood, wider than the blocks of the kernel, sparse and nearly full.
TEST(Schelling, MovesExactlyTheUnhappy) {
    for (auto const& spec :
         {SchellingSpec{.rows = 1, .columns = 1, .agents = 1},
          SchellingSpec{.rows = 2, .columns = 3, .agents = 5},
          SchellingSpec{.rows = 1, .columns = 300, .agents = 200},
          SchellingSpec{.rows = 300, .columns = 1, .agents = 200},
          SchellingSpec{.rows = 31, .columns = 259, .agents = 800},
          SchellingSpec{.rows = 40, .columns = 128, .agents = 5119},
          SchellingSpec{.wanted_percent = 67}, SchellingSpec{.wanted_percent = 100}}) {
        auto board = scattered(spec);
        for (int step = 0; step < 4; ++step) {
            auto const kind = kinds(board, spec);
            auto const before = agents(board, spec);
            std::uint32_t const moved = board.step();
            auto const after = agents(board, spec);
            std::uint32_t unhappy = 0;
            for (std::uint32_t cell = 0; cell < kind.size(); ++cell) {
                if (kind[cell] == Kind::nobody) continue;
                auto const [alike, unlike] = seen_from(kind, spec, cell);
                bool const is = 100 * alike < spec.wanted_percent * (alike + unlike);
                unhappy += is;
                // An unhappy agent never stays: its own cell is not vacant when it draws.
                ASSERT_EQ(after[cell] != before[cell], is) << cell << " at step " << step;
            }
            EXPECT_EQ(moved, unhappy);
        }
    }
}

TEST(Schelling, LosesNobody) {
    SchellingSpec const spec{.wanted_percent = 70};
    auto board = scattered(spec);
    EXPECT_EQ(board.agents(), 8000U);
    auto const kind_before = kinds(board, spec);
    auto const first = agents(board, spec);
    std::vector<Kind> kind_of(8000);
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (first[i] != sim::no_row) kind_of[first[i]] = kind_before[i];
    }
    for (int step = 0; step < 50; ++step) {
        board.step();
        auto const kind = kinds(board, spec);
        std::set<std::uint32_t> seen;  // at most one in a cell, by the shape of the board
        std::uint32_t cell = 0;
        for (auto const agent : agents(board, spec)) {
            ASSERT_EQ(agent == sim::no_row, kind[cell] == Kind::nobody);
            if (agent != sim::no_row) {
                ASSERT_TRUE(seen.insert(agent).second) << "agent twice: " << agent;
                ASSERT_EQ(kind[cell], kind_of[agent]);
            }
            ++cell;
        }
        ASSERT_EQ(seen.size(), 8000U);
    }
    EXPECT_EQ(board.today(), sim::Day{50});
}

TEST(Schelling, Segregates) {
    SchellingSpec const spec;
    auto board = scattered(spec);
    double const before = share_alike(kinds(board, spec), spec);
    EXPECT_NEAR(before, 0.5, 0.02);  // scattered at random
    for (int step = 0; step < 100; ++step) board.step();
    EXPECT_GT(share_alike(kinds(board, spec), spec), before + 0.25);
    EXPECT_EQ(board.step(), 0U);
}

TEST(Schelling, LeavesTheHappyWhereTheyAre) {
    SchellingSpec const spec{.rows = 4, .columns = 8, .wanted_percent = 60};
    auto const cells = drawn(
        "aaa..bbb"
        "aaa..bbb"
        "aaa..bbb"
        "aaa..bbb");
    Schelling board{spec, cells, seed};
    for (int step = 0; step < 10; ++step) EXPECT_EQ(board.step(), 0U);
    EXPECT_EQ(kinds(board, spec), cells);
    EXPECT_EQ(board.today(), sim::Day{10});
}

// The two kinds see each other only across two columns: b stands alone among many.
TEST(Schelling, SeesTwoCellsFar) {
    SchellingSpec const spec{.rows = 1, .columns = 6, .wanted_percent = 1};
    EXPECT_EQ((Schelling{spec, drawn("a.b..."), seed}.step()), 2U);
    EXPECT_EQ((Schelling{spec, drawn("a..b.."), seed}.step()), 0U);
    SchellingSpec const tall{.rows = 6, .columns = 1, .wanted_percent = 1};
    EXPECT_EQ((Schelling{tall, drawn("a.b..."), seed}.step()), 2U);
    EXPECT_EQ((Schelling{tall, drawn("a..b.."), seed}.step()), 0U);
}

TEST(Schelling, StaysWithoutVacancies) {
    SchellingSpec const spec{.rows = 2, .columns = 2};
    auto const cells = drawn("abba");
    Schelling board{spec, cells, seed};
    EXPECT_EQ(board.step(), 0U);
    EXPECT_EQ(kinds(board, spec), cells);
}

// One agent that is never happy, among vacancies: each is as likely as any other.
TEST(Schelling, DrawsVacanciesAlike) {
    SchellingSpec const spec{.rows = 1, .columns = 6, .wanted_percent = 100};
    std::vector<int> chosen(6, 0);
    constexpr int boards = 20'000;
    for (std::uint64_t i = 0; i < boards; ++i) {
        Schelling board{spec, drawn("aab..."), sim::Seed{i}};
        board.step();  // agent 0 moves first
        for (std::uint32_t cell = 0; cell < 6; ++cell) chosen[cell] += board.agent(0, cell) == 0;
    }
    double const p = 1.0 / 3.0;
    EXPECT_EQ(chosen[0] + chosen[1] + chosen[2], 0);
    for (std::size_t cell = 3; cell < 6; ++cell) {
        EXPECT_NEAR(chosen[cell], boards * p, 5.0 * std::sqrt(boards * p * (1.0 - p)));
    }
}

TEST_F(SchellingThreads, AreTheSameForAnyNumber) {
    SchellingSpec const spec{.rows = 331, .columns = 401, .agents = 100'003, .wanted_percent = 60};
    auto const after = [&spec](int threads) {
        sim::set_threads(threads);
        auto board = scattered(spec);
        for (int step = 0; step < 10; ++step) board.step();
        return agents(board, spec);
    };
    auto const one = after(1);
    EXPECT_EQ(one, after(2));
    EXPECT_EQ(one, after(7));
}

TEST(Schelling, RefusesBrokenPreconditions) {
    std::vector<Kind> const six(6);
    EXPECT_THROW((Schelling{{.rows = 2, .columns = 4}, six, seed}), sim::ContractError);
    EXPECT_THROW((Schelling{{.rows = 0, .columns = 6}, {}, seed}), sim::ContractError);
    EXPECT_THROW((Schelling{{.rows = 6, .columns = 0}, {}, seed}), sim::ContractError);
    EXPECT_THROW((Schelling{{.rows = 2, .columns = 3, .wanted_percent = 101}, six, seed}),
                 sim::ContractError);
    EXPECT_THROW(static_cast<void>(scattered_agents({.rows = 2, .columns = 3, .agents = 7}, seed)),
                 sim::ContractError);
}

}  // namespace
}  // namespace bench
