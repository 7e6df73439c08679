#include "sim/parallel/threads.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <bit>
#include <cmath>
#include <numeric>
#include <vector>

namespace sim {
namespace {

// Restores the number of threads after each test.
class Threads : public testing::Test {
  protected:
    ~Threads() override { set_threads(before_); }

  private:
    int before_ = threads();
};

constexpr std::uint32_t rows = 1'000'003;  // prime: no thread, block or group gets an equal share

// Terms of very different size, so that any other order of addition gives other bits.
double term(std::uint32_t row) noexcept {
    return std::ldexp(1.0 + 1.0 / (row + 1.0), static_cast<int>(row % 61) - 30);
}

TEST_F(Threads, AreAsManyAsWereSet) {
    set_threads(7);
    EXPECT_EQ(threads(), 7);
    std::atomic<int> seen = 0;
#pragma omp parallel
    if (omp_get_thread_num() == 0) seen = omp_get_num_threads();
    EXPECT_EQ(seen, 7);
    EXPECT_THROW(set_threads(0), ContractError);
}

TEST_F(Threads, VisitEveryRowOnce) {
    for (int const count : {1, 2, 7}) {
        set_threads(count);
        for (std::uint32_t const n : {0U, 1U, 5U, 10'007U}) {
            std::vector<int> visits(n, 0);
            for_rows(n, [&](std::uint32_t row) noexcept { ++visits[row]; });
            EXPECT_EQ(visits, std::vector<int>(n, 1)) << count;
        }
    }
}

TEST_F(Threads, SumToTheSameBits) {
    std::vector<double> values(rows);
    for (std::uint32_t row = 0; row < rows; ++row) values[row] = term(row);

    // The documented order, written out.
    double expected = 0.0;
    for (std::uint32_t begin = 0; begin < rows; begin += sum_block) {
        double block = 0.0;
        for (auto row = begin; row < std::min(rows, begin + sum_block); ++row) block += term(row);
        expected += block;
    }
    for (int const count : {1, 2, 7}) {
        set_threads(count);
        EXPECT_EQ(std::bit_cast<std::uint64_t>(ordered_sum(values)),
                  std::bit_cast<std::uint64_t>(expected))
            << count;
        EXPECT_EQ(std::bit_cast<std::uint64_t>(parallel_sum(rows, term)),
                  std::bit_cast<std::uint64_t>(expected))
            << count;
    }
}

TEST_F(Threads, SumShortAndWholeBlocks) {
    auto const one = [](std::uint32_t) noexcept { return 1; };
    for (std::uint32_t const n :
         {0U, 1U, sum_block - 1, sum_block, sum_block + 1, 256 * sum_block, 256 * sum_block + 1}) {
        EXPECT_EQ(parallel_sum(n, one), n);
    }
    EXPECT_EQ(ordered_sum({}), 0.0);
}

}  // namespace
}  // namespace sim
