#include "benchmarks/engine/walkers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/base/check.hpp"
#include "sim/random/block.hpp"
#include "tests/benchmarks/engine/displacement.hpp"
#include "tests/benchmarks/engine/threads.hpp"

namespace bench {
namespace {

using WalkersThreads = RestoresThreads;

constexpr sim::Seed seed{5};

std::vector<std::uint16_t> copy(std::span<std::uint16_t const> values) {
    return {values.begin(), values.end()};
}

/// Rows, then columns, after some days with a number of threads.
std::vector<std::uint16_t> positions(int threads, int days) {
    sim::set_threads(threads);
    Walkers walkers{{.walkers = 10'007, .rows = 50, .columns = 70}, seed};  // a prime number
    for (int day = 0; day < days; ++day) walkers.walk_one_day();
    auto all = copy(walkers.row());
    all.insert(all.end(), walkers.column().begin(), walkers.column().end());
    return all;
}

TEST_F(WalkersThreads, AreTheSameForAnyNumber) {
    auto const one = positions(1, 30);
    EXPECT_NE(one, positions(1, 29));
    EXPECT_EQ(one, positions(2, 30));
    EXPECT_EQ(one, positions(7, 30));
}

// Every walker by hand: its word, its eighth, its step; on the smallest grid all meet the borders.
TEST(Walkers, StepAsTheirWordSays) {
    constexpr std::array<std::array<int, 2>, 8> steps{
        {{-1, -1}, {-1, 0}, {-1, 1}, {0, -1}, {0, 1}, {1, -1}, {1, 0}, {1, 1}}};
    Walkers walkers{{.walkers = 3001, .rows = 3, .columns = 4}, seed};
    std::vector<std::uint32_t> words(3001);
    for (std::uint32_t day = 0; day < 3; ++day) {
        auto const row = copy(walkers.row());
        auto const column = copy(walkers.column());
        EXPECT_EQ(walkers.today(), sim::Day{day});
        walkers.walk_one_day();
        sim::fill_uniform_words(seed, sim::Purpose{2}, sim::Day{day}, 0, words);
        for (std::size_t i = 0; i < words.size(); ++i) {
            auto const [down, right] = steps[words[i] >> 29];
            ASSERT_EQ(walkers.row()[i], (row[i] + down + 3) % 3) << i;
            ASSERT_EQ(walkers.column()[i], (column[i] + right + 4) % 4) << i;
        }
    }
}

// A coordinate changes by -1, 0, 1 with chances 3/8, 2/8, 3/8: mean 0, variance 3/4 a day; the
// two are uncorrelated.
TEST(Walkers, AreDisplacedAsDerived) {
    WalkersSpec const spec{.walkers = 100'000, .rows = 201, .columns = 301};
    Walkers walkers{spec, seed};
    auto const row = copy(walkers.row());
    auto const column = copy(walkers.column());
    constexpr int days = 40;  // too few to walk half way around
    for (int day = 0; day < days; ++day) walkers.walk_one_day();
    std::vector<double> down(spec.walkers);
    std::vector<double> right(spec.walkers);
    for (std::size_t i = 0; i < down.size(); ++i) {
        down[i] = shortest_way(row[i], walkers.row()[i], spec.rows);
        right[i] = shortest_way(column[i], walkers.column()[i], spec.columns);
    }
    expect_random_walk(down, right, days);
}

TEST(Walkers, StandEverywhereAtFirst) {
    Walkers const walkers{{.walkers = 120'000, .rows = 30, .columns = 40}, seed};
    std::vector<int> here(1200, 0);
    for (std::size_t i = 0; i < walkers.row().size(); ++i) {
        ASSERT_LT(walkers.row()[i], 30);
        ASSERT_LT(walkers.column()[i], 40);
        ++here[walkers.row()[i] * std::size_t{40} + walkers.column()[i]];
    }
    // Chi-square of 1,199 degrees of freedom: mean 1,199, standard deviation sqrt(2 x 1,199).
    double chi_square = 0.0;
    for (int const count : here) chi_square += (count - 100.0) * (count - 100.0) / 100.0;
    EXPECT_NEAR(chi_square, 1199.0, 5.0 * std::sqrt(2.0 * 1199.0));
}

TEST(Walkers, RefuseAGridWithoutRoom) {
    EXPECT_THROW((Walkers{{.walkers = 1, .rows = 2}, seed}), sim::ContractError);
    EXPECT_THROW((Walkers{{.walkers = 1, .columns = 2}, seed}), sim::ContractError);
    EXPECT_THROW((Walkers{{.walkers = 1, .rows = 65'535}, seed}), sim::ContractError);
    EXPECT_THROW((Walkers{{.walkers = 1, .columns = 65'535}, seed}), sim::ContractError);
}

// The highest coordinates that 16 bits hold.
TEST(Walkers, CrossTheBordersOfTheWidestGrid) {
    Walkers walkers{{.walkers = 1'000'000, .rows = 65'534, .columns = 65'534}, seed};
    auto const row = copy(walkers.row());
    walkers.walk_one_day();
    bool crossed = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        ASSERT_LE(std::abs(shortest_way(row[i], walkers.row()[i], 65'534)), 1.0) << i;
        crossed = crossed || std::abs(row[i] - walkers.row()[i]) > 1;
    }
    EXPECT_TRUE(crossed);
}

}  // namespace
}  // namespace bench
