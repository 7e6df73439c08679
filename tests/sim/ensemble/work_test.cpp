#include "sim/ensemble/work.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <map>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

namespace sim {
namespace {

std::vector<std::uint64_t> rows(std::uint64_t n) {
    std::vector<std::uint64_t> all(n);
    std::iota(all.begin(), all.end(), std::uint64_t{0});
    return all;
}

std::string square(std::uint64_t row) {
    return std::to_string(row * row);
}

TEST(RunLocally, DeliversEveryRowOnceForAnyNumberOfJobs) {
    for (int const jobs : {1, 2, 7}) {
        std::map<std::uint64_t, std::string> results;
        run_locally(rows(23), jobs, square,
                    [&](std::uint64_t row, std::string bytes) {
                        EXPECT_TRUE(results.emplace(row, std::move(bytes)).second);
                    },
                    {});
        ASSERT_EQ(results.size(), 23U);
        for (auto const& [row, bytes] : results) EXPECT_EQ(bytes, square(row));
    }
}

TEST(RunLocally, RunsSideBySide) {
    std::atomic<int> running{0}, most{0};
    auto const slow = [&](std::uint64_t) {
        int const now = ++running;
        most = std::max<int>(most, now);
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
        --running;
        return std::string{};
    };
    run_locally(rows(6), 3, slow, [](std::uint64_t, std::string const&) {}, {});
    EXPECT_GE(most, 2);
    EXPECT_LE(most, 3);
}

TEST(RunLocally, FinishesWhatRunsWhenItIsStopped) {
    int delivered = 0;
    run_locally(
        rows(100), 2, square, [&](std::uint64_t, std::string const&) { ++delivered; },
        [asked = 0]() mutable { return ++asked > 10; });
    EXPECT_EQ(delivered, 10);
}

TEST(RunLocally, PassesOnWhatARunThrowsAfterTheOthersAreDelivered) {
    std::atomic<int> begun{0}, ended{0};
    int delivered = 0;
    auto const run = [&](std::uint64_t row) {
        ++begun;
        if (row == 5) throw std::runtime_error("row 5");
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
        ++ended;
        return std::string{};
    };
    EXPECT_THROW(run_locally(rows(1000), 4, run,
                             [&](std::uint64_t, std::string const&) { ++delivered; }, {}),
                 std::runtime_error);
    EXPECT_EQ(delivered, ended);
    EXPECT_EQ(begun, ended + 1);
    EXPECT_LT(begun, 100);
}

TEST(RunLocally, DeliversNothingMoreWhenTheTakerFails) {
    int asked = 0;
    EXPECT_THROW(run_locally(rows(100), 3, square,
                             [&](std::uint64_t, std::string const&) {
                                 ++asked;
                                 throw std::runtime_error("disk full");
                             },
                             {}),
                 std::runtime_error);
    EXPECT_EQ(asked, 1);
}

}  // namespace
}  // namespace sim
