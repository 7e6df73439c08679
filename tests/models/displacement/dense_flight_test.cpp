#include "models/displacement/dense_flight.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "models/displacement/flight.hpp"
#include "models/purposes.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/block.hpp"
#include "tests/models/displacement/threatened_world.hpp"

namespace models {
namespace {

/// Cells with strata of every size around those that a batch and a vector take, some without any.
World uneven(std::uint64_t seed = 1) {
    static std::vector<std::uint32_t> const households{1, 2, 0, 7, 1024, 1, 2500, 0, 33, 4};
    static auto const map = test::map_of_cells(households.size());
    return test::threatened_world(map, households, seed);
}

std::vector<double> probabilities_of(World const& world) {
    return flight_probabilities(world, test::plain_params().flight);
}

std::vector<std::uint8_t> decide(World const& world, std::vector<double> const& probabilities,
                                 int threads = 1) {
    int const before = sim::threads();
    sim::set_threads(threads);
    std::vector<std::uint8_t> leaves(world.households.size(), 2);
    decide_flight(world, probabilities, leaves);
    sim::set_threads(before);
    return leaves;
}

/// The random word of every household slot.
std::vector<std::uint32_t> words_of(World const& world) {
    std::vector<std::uint32_t> words(world.households.size());
    sim::fill_uniform_words(world.seed, purpose::departure, world.today, 0, words);
    return words;
}

/// Some households of every stratum leave.
void let_some_leave(World& world) {
    auto params = test::plain_params();
    params.flight.rate_threat = 0.1;
    FlightProcess{params.flight, params.travel}(world);
    ASSERT_GT(world.households.movers().size(), 100U);
}

}  // namespace

TEST(FlightProbabilities, AreThoseOfTheRate) {
    World const world = uneven();
    auto const probabilities = probabilities_of(world);
    ASSERT_EQ(probabilities.size(), 10U);
    for (std::size_t s = 0; s < probabilities.size(); ++s) {
        EXPECT_DOUBLE_EQ(probabilities[s], -std::expm1(-0.01 * static_cast<double>(s + 1) /
                                                       (1.0 + static_cast<double>(s + 1) / 1e9)));
    }
}

TEST(DecideFlight, ComparesTheWordOfEverySlotWithTheProbabilityOfItsStratum) {
    World world = uneven();
    let_some_leave(world);
    auto const probabilities = probabilities_of(world);
    auto const leaves = decide(world, probabilities);
    auto const words = words_of(world);
    auto const& strata = world.households.strata();
    for (std::uint32_t s = 0; s < strata.size(); ++s) {
        for (std::uint32_t i = 0; i < strata.households[s]; ++i) {
            std::uint32_t const slot = strata.first[s] + i;
            bool const is_below = words[slot] < probabilities[s] * 0x1p32;
            ASSERT_EQ(leaves[slot], i < strata.at_home[s] && is_below ? 1 : 0) << slot;
        }
    }
}

TEST(DecideFlight, IsTheSameForAnyThreadCount) {
    World world = uneven();
    let_some_leave(world);
    auto const probabilities = probabilities_of(world);
    EXPECT_EQ(decide(world, probabilities, 1), decide(world, probabilities, 2));
    EXPECT_EQ(decide(world, probabilities, 1), decide(world, probabilities, 7));
}

TEST(DecideFlight, IsExactAtCertainty) {
    World const world = uneven();
    std::vector<double> probabilities(10, 0.0);
    probabilities[4] = 1.0;
    auto const leaves = decide(world, probabilities);
    for (std::uint32_t i = 0; i < leaves.size(); ++i) {
        EXPECT_EQ(leaves[i], i >= 10 && i < 10 + 1024 ? 1 : 0) << i;
    }
}

// A word says no more than 32 bits of a probability do: more bits decide for a word that is equal.
TEST(DecideFlight, IsExactWhereAWordIsNot) {
    auto const decide_first = [](std::uint64_t seed, double above) {
        World const world = uneven(seed);
        std::vector<double> probabilities(10, 0.0);
        probabilities[0] = (static_cast<double>(words_of(world)[0]) + above) * 0x1p-32;
        return decide(world, probabilities)[0];
    };
    int leavers = 0;
    int const seeds = 2000;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        EXPECT_EQ(decide_first(seed, 0.0), 0);
        EXPECT_EQ(decide_first(seed, 1.0), 1);
        leavers += decide_first(seed, 0.25);
    }
    EXPECT_NEAR(leavers, 0.25 * seeds, 5.0 * std::sqrt(0.25 * 0.75 * seeds));
}

TEST(DecideFlight, ChecksWhatItIsGiven) {
    World const world = uneven();
    std::vector<std::uint8_t> leaves(world.households.size());
    EXPECT_THROW(decide_flight(world, std::vector<double>{0.0}, leaves), sim::ContractError);
    leaves.pop_back();
    EXPECT_THROW(decide_flight(world, probabilities_of(world), leaves), sim::ContractError);
}

TEST(DecideFlight, NeedsNobody) {
    World const world = test::small_world(test::small_map({{}, {}}, {{0, 1, 50.0}}));
    EXPECT_TRUE(decide(world, {}).empty());
}

TEST(DenseFlight, SetsOutThoseWhoDecideTo) {
    World world = uneven();
    auto const leaves = decide(world, probabilities_of(world));
    auto const params = test::plain_params();
    DenseFlightProcess{params.flight, params.travel}(world);
    std::vector<std::uint8_t> left(leaves.size(), 0);
    for (Mover const& mover : world.households.movers()) left[mover.household.row] = 1;
    EXPECT_EQ(left, leaves);  // on the first day, slots are households
}

}  // namespace models
