#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <span>

#include "benchmarks/synthetic_country.hpp"
#include "models/scenario/first_households.hpp"
#include "models/scenario/first_world.hpp"
#include "models/world/people.hpp"
#include "sim/schedule/schedule.hpp"
#include "tests/models/displacement/counted_memory.hpp"
#include "tests/sim/random/kolmogorov_smirnov.hpp"

// What residents cost: a few bytes, and nothing else.

namespace models {
namespace {

Scenario country(std::uint32_t density, std::uint32_t households = 100'000) {
    return bench::synthetic_scenario(
        {.cells_across = 40, .places_across = 8, .households = households, .density = density});
}

void run(World& world, Scenario const& scenario, std::uint32_t days) {
    sim::run(world, bench::synthetic_schedule(scenario, world),
             std::span<sim::Observer<World> const>{}, sim::Day{days});
}

/// Bytes that a world took to make, and bytes that it has grown by since.
struct Bytes {
    double at_rest = 0.0;
    double grown = 0.0;
    double households = 0.0;
    double movers = 0.0;
};

Bytes bytes_of_a_run(Scenario const& scenario) {
    auto const held = [] { return static_cast<double>(test::bytes_held()); };
    double const before = held();
    World world = make_world(scenario, sim::Seed{1});
    Bytes bytes{.at_rest = held() - before,
                .households = static_cast<double>(world.households.size())};
    run(world, scenario, 60);
    bytes.grown = held() - before - bytes.at_rest;
    bytes.movers = static_cast<double>(world.households.movers().size());
    return bytes;
}

}  // namespace

TEST(Population, TakesAtMostSixteenBytesAHouseholdAtRest) {
    if (!test::counts_memory) GTEST_SKIP() << "a sanitizer has an allocator of its own";
    auto const scenario = country(10);
    std::size_t const before = test::bytes_held();
    auto const store = first_households(*scenario.map, scenario.communities,
                                        scenario.world.household_size_mean, sim::Seed{1});
    auto const bytes = static_cast<double>(test::bytes_held() - before);
    auto const households = static_cast<double>(store.size());
    EXPECT_NEAR(households, 1e6, 0.05e6);
    EXPECT_LE(bytes / households, 16.0);
    EXPECT_LE(bytes / households, 6.0);  // five, and the strata
    EXPECT_NEAR(static_cast<double>(store.bytes_at_rest()), bytes, 0.01 * bytes);
}

TEST(Population, TakesAtMostSixteenBytesForEveryHouseholdMore) {
    if (!test::counts_memory) GTEST_SKIP() << "a sanitizer has an allocator of its own";
    Bytes const few = bytes_of_a_run(country(1)), many = bytes_of_a_run(country(10));
    double const more = many.households - few.households;
    EXPECT_GT(more, 8.0 * few.households);
    EXPECT_LE((many.at_rest - few.at_rest) / more, 16.0);
}

TEST(Population, GrowsInARunByThoseWhoLeaveOnly) {
    if (!test::counts_memory) GTEST_SKIP() << "a sanitizer has an allocator of its own";
    Bytes const few = bytes_of_a_run(country(1)), many = bytes_of_a_run(country(10));
    EXPECT_GT(few.movers, 500.0);
    EXPECT_NEAR(many.movers, few.movers, 0.2 * few.movers);
    // Ten times the households take no more; room in reserve goes by powers of two.
    EXPECT_LE(many.grown, 1.2 * few.grown);
    EXPECT_LE(many.grown / many.movers, 200.0);
}

// How many leave depends on residents only in that few of many have left already, and that the last
// household of a small stratum is a small one: together 4 %, half of what 40 runs let us see.
TEST(Population, LeavesInTheSameNumbersAtAnyDensity) {
    if (!test::counts_memory) GTEST_SKIP() << "a sanitizer has an allocator of its own";
    auto const departures = [](std::uint32_t density) {
        auto const scenario = bench::synthetic_scenario(
            {.cells_across = 20, .places_across = 4, .households = 50'000, .density = density});
        std::map<std::size_t, std::uint64_t> times;
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            World world = make_world(scenario, sim::Seed{seed});
            run(world, scenario, 30);
            ++times[world.households.movers().size()];
        }
        return times;
    };
    double const score = sim::kolmogorov_smirnov_score(departures(1), departures(10));
    EXPECT_GT(sim::kolmogorov_smirnov_chance(score), 1e-6) << score;
}

TEST(Population, KeepsEveryPersonOfASyntheticCountry) {
    if (!test::counts_memory) GTEST_SKIP() << "a sanitizer has an allocator of its own";
    auto const scenario = country(1);
    World world = make_world(scenario, sim::Seed{1});
    auto const before = count_people(world);
    EXPECT_NEAR(static_cast<double>(before.all()), 500'000.0, 5'000.0);
    run(world, scenario, 200);
    auto const after = count_people(world);
    EXPECT_TRUE(after.sums_are_true);
    EXPECT_EQ(after.all(), before.all());
    // Everything that can become of a household happens to some.
    EXPECT_GT(world.totals.idps_returned, 0U);
    for (auto const status :
         {MoverStatus::travelling, MoverStatus::displaced, MoverStatus::refugee}) {
        EXPECT_GT(after.away[static_cast<std::size_t>(status)], 0U);
    }
}

}  // namespace models
