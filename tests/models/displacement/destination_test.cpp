#include "models/displacement/destination.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "models/world/people.hpp"
#include "tests/models/displacement/small_world.hpp"
#include "tests/sim/random/chi_square.hpp"

namespace models {
namespace {

/// A town, another town, a base, a camp and a town abroad, and a town that no route leads to.
std::shared_ptr<Geography> six_places(std::uint32_t camp_capacity = 0) {
    return test::small_map({{.population = 5000},
                            {.population = 20'000},
                            {.kind = PlaceKind::base},
                            {.kind = PlaceKind::camp, .country = 1, .capacity = camp_capacity},
                            {.kind = PlaceKind::foreign_town, .country = 1},
                            {.population = 9000}},
                           {{0, 1, 80.0}, {1, 2, 10.0}, {1, 3, 120.0}, {3, 4, 50.0}});
}

DestinationParams varied_params() {
    DestinationParams params = test::plain_params().destination;
    params.camp = 4.0;
    params.foreign_town = 2.0;
    params.kin = {{Community::tuareg, "Abroad", 3.0}, {Community::tuareg, "North", 0.5}};
    return params;
}

/// What each of many households that stand at place 0 chooses; 99 if nothing.
std::map<std::uint32_t, int> choices(World& world, DestinationParams const& params,
                                     Community community,
                                     ClosedRoutes closed = ClosedRoutes::unknown) {
    constexpr std::uint32_t households = 20'000;
    DestinationTables tables{params, world.map};
    tables.hear_news(world);
    test::settle_households(world, 0, households, community);
    std::map<std::uint32_t, int> counts;
    for (std::uint32_t i = 0; i < households; ++i) {
        MoverId const mover = leave_home(world, StratumId{0}, 0, PlaceId{0});
        auto const place =
            choose_destination(world, params, tables, world.households.mover(mover), closed);
        ++counts[place ? place->row : 99];
    }
    return counts;
}

/// The shares that weights times factors give.
std::map<std::uint32_t, double> shares(World const& world, DestinationParams const& params,
                                       Community community,
                                       std::map<std::uint32_t, double> factor) {
    DestinationTables const tables{params, world.map};
    double sum = 0.0;
    for (std::uint32_t p = 0; p < world.map->places.size(); ++p) {
        if (factor.count(p) == 0) factor[p] = 1.0;
        factor[p] *= tables.weight(PlaceId{0}, PlaceId{p}, community);
        sum += factor[p];
    }
    for (auto& [place, share] : factor) share /= sum;
    return factor;
}

}  // namespace

TEST(DestinationWeight, IsTheFormulaOfThePage) {
    DestinationTables const tables{varied_params(), six_places()};
    auto const weight = [&](std::uint32_t to, Community community) {
        return tables.weight(PlaceId{0}, PlaceId{to}, community);
    };
    EXPECT_DOUBLE_EQ(weight(0, Community::songhai), std::sqrt(6000.0) / 10.0);
    EXPECT_DOUBLE_EQ(weight(1, Community::songhai), std::sqrt(21'000.0) / 90.0);
    EXPECT_DOUBLE_EQ(weight(1, Community::tuareg), 0.5 * std::sqrt(21'000.0) / 90.0);
    EXPECT_DOUBLE_EQ(weight(3, Community::songhai), 4.0 * std::sqrt(2000.0) / 210.0);
    EXPECT_DOUBLE_EQ(weight(3, Community::tuareg), 3.0 * 4.0 * std::sqrt(2000.0) / 210.0);
    EXPECT_EQ(weight(2, Community::songhai), 0.0) << "a base takes nobody";
    EXPECT_EQ(weight(5, Community::songhai), 0.0) << "no route leads there";
}

TEST(DestinationTables, RefuseKinInAPlaceThatIsNotOnTheMap) {
    DestinationParams params = varied_params();
    params.kin.push_back({Community::arab, "Atlantis", 1.0});
    EXPECT_THROW((DestinationTables{params, six_places()}), sim::InputError);
}

TEST(Calm, FallsToNothingAtTheLimits) {
    DestinationParams const params = test::plain_params().destination;  // limits 2 and 0.5
    EXPECT_DOUBLE_EQ(calm(params, 0.0, 0.0), 1.0);
    EXPECT_DOUBLE_EQ(calm(params, 0.5, 0.25), 0.75 * 0.5);
    EXPECT_EQ(calm(params, 2.0, 0.0), 0.0);
    EXPECT_EQ(calm(params, 3.0, 0.9), 0.0);
}

TEST(ChooseDestination, FollowsTheWeights) {
    for (Community const community : {Community::songhai, Community::tuareg}) {
        World world = test::small_world(six_places());
        auto const expected = shares(world, varied_params(), community, {});
        EXPECT_LT(sim::chi_square_score(expected, choices(world, varied_params(), community)), 4.0);
    }
}

TEST(ChooseDestination, FollowsThoseWhoHaveSettled) {
    DestinationParams params = varied_params();
    params.network = 15.0;
    World world = test::small_world(six_places());
    auto& settled = world.places.settled[static_cast<std::size_t>(Community::songhai)];
    settled = {0, 10, 0, 30, 90, 0};
    // Of those inside the country all are at place 1, of those abroad a quarter at place 3.
    auto const expected = shares(world, varied_params(), Community::songhai,
                                 {{1, 1.0 + 15.0}, {3, 1.0 + 15.0 * 0.25}, {4, 1.0 + 15.0 * 0.75}});
    World same = world;
    EXPECT_LT(sim::chi_square_score(expected, choices(world, params, Community::songhai)), 4.0);
    auto const others = shares(same, varied_params(), Community::tuareg, {});
    EXPECT_LT(sim::chi_square_score(others, choices(same, params, Community::tuareg)), 4.0)
        << "another community follows nobody";
}

TEST(DestinationTables, KnowOnlyTheNewsTheyHeard) {
    DestinationParams params = varied_params();
    params.network = 15.0;
    World world = test::small_world(six_places());
    DestinationTables tables{params, world.map};
    double const before = tables.weight(PlaceId{0}, PlaceId{3}, Community::songhai);
    world.places.settled[static_cast<std::size_t>(Community::songhai)][3] = 7;
    EXPECT_EQ(tables.weight(PlaceId{0}, PlaceId{3}, Community::songhai), before);
    tables.hear_news(world);
    EXPECT_DOUBLE_EQ(tables.weight(PlaceId{0}, PlaceId{3}, Community::songhai), 16.0 * before);
}

TEST(DestinationTables, KnowWhetherAllRoutesAreOpenFromTheNews) {
    World world = test::small_world(six_places());
    DestinationTables tables{varied_params(), world.map};
    EXPECT_FALSE(tables.are_all_routes_open()) << "nobody has told them";
    tables.hear_news(world);
    EXPECT_TRUE(tables.are_all_routes_open());
    world.route_open.back() = 0;
    EXPECT_TRUE(tables.are_all_routes_open()) << "this morning they were";
    tables.hear_news(world);
    EXPECT_FALSE(tables.are_all_routes_open());
    world.route_open.back() = 1;
    tables.hear_news(world);
    EXPECT_TRUE(tables.are_all_routes_open());
}

TEST(ChooseDestination, IsTheSameWithAndWithoutALookAtTheWayIfAllRoutesAreOpen) {
    World knowing = test::small_world(six_places());
    World unknowing = knowing;
    EXPECT_EQ(choices(knowing, varied_params(), Community::songhai, ClosedRoutes::avoided),
              choices(unknowing, varied_params(), Community::songhai, ClosedRoutes::unknown));
}

TEST(ChooseDestination, NeedsTheNewsOfTheDay) {
    World world = test::small_world(six_places());
    auto const params = varied_params();
    DestinationTables tables{params, world.map};
    test::settle_households(world, 0, 1);
    MoverId const mover = leave_home(world, StratumId{0}, 0, PlaceId{0});
    auto const choose = [&] {
        return choose_destination(world, params, tables, world.households.mover(mover),
                                  ClosedRoutes::avoided);
    };
    EXPECT_THROW(static_cast<void>(choose()), sim::ContractError);
    tables.hear_news(world);
    EXPECT_TRUE(choose());
    ++world.today.value;
    EXPECT_THROW(static_cast<void>(choose()), sim::ContractError);
}

TEST(ChooseDestination, WeighsPlacesByTheirCalm) {
    World world = test::small_world(six_places());
    world.cells.threat.add(0, 10.0, sim::Day{0});
    world.cells.threat.add(1, 1.0, sim::Day{0});
    world.cells.threat.add(3, 10.0, sim::Day{0});  // abroad, where it does not count
    auto const expected = shares(world, varied_params(), Community::songhai, {{0, 0.0}, {1, 0.5}});
    auto const counts = choices(world, varied_params(), Community::songhai);
    EXPECT_EQ(counts.count(0), 0U);
    EXPECT_LT(sim::chi_square_score(expected, counts), 4.0);
}

TEST(ChooseDestination, AvoidsFullCampsAndThoseNotOpen) {
    World full = test::small_world(six_places(30'000));
    full.places.people[static_cast<std::size_t>(MoverStatus::refugee)][3] = 29'995;  // 6 come
    EXPECT_EQ(choices(full, varied_params(), Community::songhai).count(3), 0U);

    auto map = six_places();
    map->places.opens[3] = sim::Day{1};
    World early = test::small_world(map);
    EXPECT_EQ(choices(early, varied_params(), Community::songhai).count(3), 0U);

    map->places.opens[3] = sim::Day{0};
    map->places.closes[3] = sim::Day{0};
    World late = test::small_world(map);
    EXPECT_EQ(choices(late, varied_params(), Community::songhai).count(3), 0U);

    map->places.closes[3] = never;
    map->camp_closures = {{PlaceId{3}, sim::Day{0}, sim::Day{5}}};
    World closed = test::small_world(map);
    EXPECT_EQ(choices(closed, varied_params(), Community::songhai).count(3), 0U);
    World reopened = test::small_world(map);
    reopened.today = sim::Day{5};
    EXPECT_GT(choices(reopened, varied_params(), Community::songhai).count(3), 0U);
}

TEST(ChooseDestination, AvoidsClosedRoutesOnlyIfTheyAreKnown) {
    World world = test::small_world(six_places());
    world.route_open[2] = 0;  // the border
    EXPECT_TRUE(is_way_open(world, PlaceId{0}, PlaceId{2}));
    EXPECT_FALSE(is_way_open(world, PlaceId{0}, PlaceId{4}));
    EXPECT_FALSE(is_way_open(world, PlaceId{0}, PlaceId{5})) << "there is no way";
    World same = world;
    EXPECT_GT(choices(world, varied_params(), Community::tuareg).count(3), 0U);
    auto const counts = choices(same, varied_params(), Community::tuareg, ClosedRoutes::avoided);
    EXPECT_EQ(counts.count(3) + counts.count(4), 0U);
    EXPECT_GT(counts.at(1), 0);
}

TEST(ChooseDestination, GivesUpWhenNothingWillDo) {
    World world = test::small_world(test::small_map({{}, {}}, {{0, 1, 10.0}}));
    for (std::uint32_t cell : {0U, 1U}) world.cells.threat.add(cell, 10.0, sim::Day{0});
    auto const counts = choices(world, varied_params(), Community::songhai);
    EXPECT_EQ(counts, (std::map<std::uint32_t, int>{{99, 20'000}}));
}

}  // namespace models
