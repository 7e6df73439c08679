#include "models/displacement/travel.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/displacement/borders.hpp"
#include "models/displacement/flight.hpp"
#include "models/displacement/hop.hpp"
#include "models/world/people.hpp"
#include "tests/models/displacement/small_world.hpp"

namespace models {
namespace {

/// Only the camp at the end of a line of places attracts anybody, and nobody returns.
DisplacementParams to_the_camp() {
    DisplacementParams params = test::plain_params();
    params.destination.town = 0.0;
    params.destination.foreign_town = 0.0;
    params.return_home = {};
    return params;
}

/// A town, towns on the way, and a camp abroad; home is \p home_km from the first.
std::shared_ptr<Geography> line(std::vector<double> const& kilometres, double home_km = 0.0,
                                std::vector<Closure> closures = {}) {
    std::vector<test::SmallPlace> places{{.home_km = home_km}};
    std::vector<test::SmallRoute> routes;
    for (std::uint32_t i = 0; i < kilometres.size(); ++i) {
        places.push_back({});
        routes.push_back({i, i + 1, kilometres[i]});
    }
    places.back() = {.kind = PlaceKind::camp, .country = 1};
    return test::small_map(places, routes, std::move(closures));
}

/// A world with one household, which has just set out.
World one_leaver(std::shared_ptr<Geography const> map, DisplacementParams const& params) {
    World world = test::small_world(std::move(map));
    test::settle_households(world, 0, 1);
    set_out(world, params.travel, StratumId{0}, 0);
    return world;
}

/// Let days pass up to, not including, \p end.
void pass_days(World& world, TravelProcess& travel, std::uint32_t end) {
    for (; world.today.value < end; ++world.today.value) {
        update_routes(world);
        travel(world);
    }
}

/// Day on which the only mover has settled abroad.
std::uint32_t day_of_refuge(World world, DisplacementParams const& params) {
    TravelProcess travel{params, world.map};
    while (world.households.movers()[0].status != MoverStatus::refugee &&
           world.today.value < 1000) {
        pass_days(world, travel, world.today.value + 1);
    }
    return world.households.movers()[0].since.value;
}

}  // namespace

TEST(HopAfter, CountsWholeDaysAndKeepsTheRest) {
    Hop hop = hop_after(2.25, 0.0F);
    EXPECT_EQ(hop.days, 3U);
    EXPECT_FLOAT_EQ(hop.spare_day, 0.75F);
    hop = hop_after(0.5, hop.spare_day);
    EXPECT_EQ(hop.days, 0U);
    EXPECT_FLOAT_EQ(hop.spare_day, 0.25F);
    hop = hop_after(1.0, 0.0F);
    EXPECT_EQ(hop.days, 1U);
    EXPECT_EQ(hop.spare_day, 0.0F);
}

TEST(HopAfter, MakesAJourneyAsLongAsItsSum) {
    for (int const parts : {1, 3, 7, 10, 49, 100}) {
        std::uint32_t days = 0;
        float spare = 0.0F;
        for (int i = 0; i < parts; ++i) {
            Hop const hop = hop_after(7.0 / parts, spare);
            days += hop.days;
            spare = hop.spare_day;
        }
        EXPECT_EQ(days, 7U) << parts;
    }
}

TEST(Travel, TakesDistanceOverSpeed) {
    DisplacementParams const params = to_the_camp();  // 20 km/day on foot, 100 along routes
    EXPECT_EQ(day_of_refuge(one_leaver(line({250.0}), params), params), 3U);
    EXPECT_EQ(day_of_refuge(one_leaver(line({300.0}), params), params), 3U);
    EXPECT_EQ(day_of_refuge(one_leaver(line({301.0}), params), params), 4U);
    EXPECT_EQ(day_of_refuge(one_leaver(line({30.0, 10.0, 40.0, 20.0}), params), params), 1U);
    EXPECT_EQ(day_of_refuge(one_leaver(line({30.0, 10.0, 40.0, 21.0}), params), params), 2U);
    EXPECT_EQ(day_of_refuge(one_leaver(line({150.0}, 30.0), params), params), 3U);
    EXPECT_EQ(day_of_refuge(one_leaver(line({151.0}, 30.0), params), params), 4U);
}

TEST(Travel, CountsPeopleAtTheLastPlaceTheyPassed) {
    DisplacementParams const params = to_the_camp();
    World world = one_leaver(line({150.0, 100.0}), params);
    TravelProcess travel{params, world.map};
    auto const& on_the_way = world.places.people[static_cast<std::size_t>(MoverStatus::travelling)];
    pass_days(world, travel, 2);
    EXPECT_EQ(on_the_way, (std::vector<std::uint32_t>{6, 0, 0}));
    pass_days(world, travel, 3);
    EXPECT_EQ(on_the_way, (std::vector<std::uint32_t>{0, 6, 0}));
    pass_days(world, travel, 4);
    EXPECT_EQ(on_the_way, (std::vector<std::uint32_t>{0, 0, 0}));
    EXPECT_TRUE(count_people(world).sums_are_true);
}

TEST(Borders, OpenAndCloseOnTheirDates) {
    World world = test::small_world(
        line({10.0, 10.0}, 0.0,
             {{RouteId{1}, sim::Day{2}, sim::Day{4}}, {RouteId{1}, sim::Day{3}, sim::Day{5}}}));
    std::vector<int> open;
    for (; world.today.value < 7; ++world.today.value) {
        update_routes(world);
        EXPECT_EQ(world.route_open[0], 1);
        open.push_back(world.route_open[1]);
    }
    EXPECT_EQ(open, (std::vector<int>{1, 1, 0, 0, 0, 1, 1}));
}

TEST(Borders, LetNobodyThroughAndGoOnTheDayTheyOpen) {
    DisplacementParams params = to_the_camp();
    params.travel.patience_days = 7;
    World world =
        one_leaver(line({50.0, 100.0}, 0.0, {{RouteId{1}, sim::Day{0}, sim::Day{30}}}), params);
    TravelProcess travel{params, world.map};
    auto const& movers = world.households.movers();
    pass_days(world, travel, 30);
    EXPECT_EQ(movers[0].status, MoverStatus::held);
    EXPECT_EQ(movers[0].place, PlaceId{1});
    EXPECT_EQ(movers[0].since, sim::Day{1});
    pass_days(world, travel, 31);
    EXPECT_EQ(movers[0].status, MoverStatus::travelling);
    pass_days(world, travel, 32);
    EXPECT_EQ(movers[0].status, MoverStatus::refugee);
    EXPECT_EQ(movers[0].since, sim::Day{31});
    EXPECT_TRUE(count_people(world).sums_are_true);
}

TEST(Borders, MakeTheImpatientGoElsewhere) {
    DisplacementParams params = to_the_camp();
    World world =
        one_leaver(line({50.0, 100.0}, 0.0, {{RouteId{1}, sim::Day{0}, sim::Day{1000}}}), params);
    TravelProcess travel{params, world.map};
    pass_days(world, travel, 5);
    EXPECT_EQ(world.households.movers()[0].status, MoverStatus::held);
    params.destination.town = 1.0;  // now the towns would do
    TravelProcess other{params, world.map};
    pass_days(world, other, 20);
    EXPECT_EQ(world.households.movers()[0].status, MoverStatus::displaced);
    EXPECT_TRUE(count_people(world).sums_are_true);
}

TEST(Camps, TakeNoMoreThanTheirCapacity) {
    DisplacementParams const params = to_the_camp();
    auto map = line({100.0});
    map->places.capacity[1] = 100;
    World world = test::small_world(map);
    test::settle_households(world, 0, 100);  // of six
    for (int i = 0; i < 100; ++i) set_out(world, params.travel, StratumId{0}, 0);
    TravelProcess travel{params, map};
    pass_days(world, travel, 20);
    auto const count = count_people(world);
    EXPECT_EQ(count.away[static_cast<std::size_t>(MoverStatus::refugee)], 96U);
    EXPECT_EQ(count.away[static_cast<std::size_t>(MoverStatus::held)], 504U);
    EXPECT_TRUE(count.sums_are_true);
}

TEST(Camps, TakeNobodyBeforeTheyOpen) {
    DisplacementParams const params = to_the_camp();
    auto map = line({100.0});
    map->places.opens[1] = sim::Day{40};
    EXPECT_EQ(day_of_refuge(one_leaver(map, params), params), 41U);
}

TEST(Travel, IgnoresTheDead) {
    DisplacementParams const params = to_the_camp();
    World world = one_leaver(line({250.0}), params);
    TravelProcess travel{params, world.map};
    pass_days(world, travel, 1);
    for (int i = 0; i < 6; ++i) lose_person_away(world, MoverId{0});
    pass_days(world, travel, 10);
    EXPECT_EQ(world.households.movers()[0].status, MoverStatus::extinct);
    EXPECT_EQ(count_people(world).all(), 0U);
    EXPECT_TRUE(count_people(world).sums_are_true);
}

}  // namespace models
