#include "benchmarks/flee/synthetic_instance.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "models/flee/run.hpp"

namespace bench {
namespace {

namespace flee = models::flee;

flee::Instance written(SyntheticSpec const& spec) {
    ScratchFolder const folder;
    write_synthetic_instance(folder.path(), spec);
    return flee::load_instance(folder.path());
}

}  // namespace

TEST(SyntheticInstance, IsWhatItsSpecSays) {
    auto const instance = written({.places = 50, .days = 40, .displaced = 9'001, .people = 45'000});
    EXPECT_TRUE(instance.warnings.empty());
    EXPECT_EQ(instance.places.size(), 50U);
    EXPECT_EQ(instance.days, 40U);
    EXPECT_EQ(instance.links.size(), 200U) << "both ways";
    EXPECT_EQ(instance.camps.size(), 5U);
    EXPECT_EQ(instance.counts.registered.back(), 9'001);
    EXPECT_EQ(instance.counts.registered.front(), 0);
    auto const& people = instance.places.population;
    EXPECT_EQ(std::accumulate(people.begin(), people.end(), 0.0), 45'000.0);
    for (auto const camp : instance.camps) {
        EXPECT_NE(instance.places.is_abroad[camp], 0);
        EXPECT_GE(instance.places.capacity[camp], 9'001 / 5 * 1.5 - 1.0);
    }
    EXPECT_EQ(instance.conflicts.size(), 15U) << "every third of 45 towns";
    EXPECT_EQ(instance.conflicts.front().day, 0U);
    EXPECT_LT(instance.conflicts.back().day, 27U);
    EXPECT_FALSE(instance.closures.empty());
}

TEST(SyntheticInstance, RunsUnderTheRulesOfFlee) {
    auto const instance = written({.places = 23, .days = 60, .displaced = 2'000});
    auto const run = flee::run_seeds(instance, 1, 1).front();
    EXPECT_EQ(run.agents.back(), 2'000);
    EXPECT_GT(run.work.departures, 2'000U);
    EXPECT_GT(std::accumulate(run.camps.end() - 3, run.camps.end(), 0), 500);
}

TEST(ScratchFolder, VanishesWithItsFiles) {
    std::filesystem::path path;
    {
        ScratchFolder const folder;
        path = folder.path();
        write_synthetic_instance(path, {.places = 10, .days = 2});
        EXPECT_TRUE(std::filesystem::exists(path / "simsetting.yml"));
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace bench
