#include "models/displacement/settled_shares.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "tests/models/displacement/small_world.hpp"
#include "tests/sim/random/chi_square.hpp"

namespace models {
namespace {

constexpr auto songhai = static_cast<std::size_t>(Community::songhai);

/// Two towns and two camps abroad, with people of one community settled in them.
World settled_world(std::uint32_t town, std::uint32_t camp, std::uint32_t other_camp) {
    World world = test::small_world(test::small_map(
        {{}, {}, {.kind = PlaceKind::camp, .country = 1}, {.kind = PlaceKind::camp, .country = 1}},
        {{0, 1, 10.0}, {1, 2, 10.0}, {2, 3, 10.0}}));
    world.places.settled[songhai] = {0, town, camp, other_camp};
    return world;
}

}  // namespace

TEST(SettledShares, AreThoseOfTheSideOfTheBorder) {
    SettledShares shares{*settled_world(0, 0, 0).map};
    EXPECT_EQ(shares.total(Community::songhai), 0.0);
    shares.update(settled_world(40, 30, 10));
    EXPECT_DOUBLE_EQ(shares.share(Community::songhai, PlaceId{0}), 0.0);
    EXPECT_DOUBLE_EQ(shares.share(Community::songhai, PlaceId{1}), 1.0);
    EXPECT_DOUBLE_EQ(shares.share(Community::songhai, PlaceId{2}), 0.75);
    EXPECT_DOUBLE_EQ(shares.share(Community::songhai, PlaceId{3}), 0.25);
    EXPECT_DOUBLE_EQ(shares.total(Community::songhai), 2.0);
    EXPECT_EQ(shares.total(Community::tuareg), 0.0) << "communities have networks of their own";
    shares.update(settled_world(0, 5, 0));
    EXPECT_DOUBLE_EQ(shares.total(Community::songhai), 1.0);
}

TEST(SettledShares, AreDrawnInProportion) {
    SettledShares shares{*settled_world(0, 0, 0).map};
    shares.update(settled_world(40, 30, 10));
    sim::Stream draw{sim::Seed{1}, sim::Purpose{99}, 0, sim::Day{0}};
    std::map<std::uint32_t, int> counts;
    for (int i = 0; i < 20'000; ++i) ++counts[shares.draw(Community::songhai, draw).row];
    EXPECT_EQ(counts.count(0), 0U);
    EXPECT_LT(sim::chi_square_score({{1, 0.5}, {2, 0.375}, {3, 0.125}}, counts), 4.0);
}

// The guide says where the search begins; it must end where a search from the start would.
TEST(SettledShares, AreDrawnAsASearchThroughAllOfThemWould) {
    for (std::uint32_t const places : {1U, 2U, 3U, 8U, 37U}) {
        World world = test::small_world(test::small_map(std::vector<test::SmallPlace>(places), {}));
        SettledShares shares{*world.map};
        // Everybody in the last place; then many places without anybody; then all uneven.
        std::vector<std::uint32_t> last(places, 0), few(places, 0), uneven(places, 0);
        last.back() = 5;
        for (std::uint32_t i = 0; i < places; ++i) {
            few[i] = i % 7 == 0 ? 10'000 : 0;
            uneven[i] = 1 + i * i * i;
        }
        for (auto const& settled : {last, few, uneven, last}) {
            world.places.settled[songhai] = settled;
            shares.update(world);
            std::vector<double> sums;
            double sum = 0.0, people = 0.0;
            for (auto const count : settled) people += count;
            for (auto const count : settled) sums.push_back(sum += count / people);
            sim::Stream draw{sim::Seed{places}, sim::Purpose{99}, 0, sim::Day{0}};
            for (int i = 0; i < 2000; ++i) {
                auto same = draw;
                auto const above = std::upper_bound(sums.begin(), sums.end(), same.uniform() * sum);
                ASSERT_EQ(shares.draw(Community::songhai, draw).row, above - sums.begin())
                    << places << " places, draw " << i;
            }
        }
    }
}

TEST(SettledShares, AreNoneAgainWhenEverybodyHasLeft) {
    SettledShares shares{*settled_world(0, 0, 0).map};
    shares.update(settled_world(40, 30, 10));
    shares.update(settled_world(0, 0, 0));
    EXPECT_EQ(shares.total(Community::songhai), 0.0);
    shares.update(settled_world(0, 0, 3));
    sim::Stream draw{sim::Seed{1}, sim::Purpose{99}, 0, sim::Day{0}};
    for (int i = 0; i < 100; ++i) EXPECT_EQ(shares.draw(Community::songhai, draw), PlaceId{3});
}

}  // namespace models
