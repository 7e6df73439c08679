#include "models/ensemble/scenario_cache.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace models {
namespace {

TEST(ScenarioCache, LoadsOnceForAllThreads) {
    ScenarioCache cache{2};
    std::atomic<int> loads{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                auto const scenario = cache.get(7, [&] {
                    ++loads;
                    std::this_thread::sleep_for(std::chrono::milliseconds{5});
                    Scenario one;
                    one.name = "seven";
                    return one;
                });
                EXPECT_EQ(scenario->name, "seven");
            });
        }
    }
    EXPECT_EQ(loads, 1);
}

TEST(ScenarioCache, ForgetsTheOneNotAskedForLongest) {
    ScenarioCache cache{2};
    int loads = 0;
    auto const load = [&loads] {
        ++loads;
        return Scenario{};
    };
    for (std::uint64_t const key : {1U, 2U, 1U, 3U, 1U}) static_cast<void>(cache.get(key, load));
    EXPECT_EQ(loads, 3);
    static_cast<void>(cache.get(2, load));
    EXPECT_EQ(loads, 4);
}

TEST(ScenarioCache, PassesOnWhatLoadingThrows) {
    ScenarioCache cache{2};
    auto const fail = []() -> Scenario { throw std::runtime_error("no"); };
    EXPECT_THROW(static_cast<void>(cache.get(1, fail)), std::runtime_error);
}

}  // namespace
}  // namespace models
