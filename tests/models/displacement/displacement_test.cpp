#include <gtest/gtest.h>

#include "models/displacement/borders.hpp"
#include "models/displacement/flight.hpp"
#include "models/displacement/travel.hpp"
#include "models/world/civilian_losses.hpp"
#include "models/world/people.hpp"
#include "sim/random/stream.hpp"
#include "tests/models/displacement/small_world.hpp"

/// All rules of displacement together, under a war made of random events.

namespace models {
namespace {

constexpr std::uint32_t days = 3 * 365;
constexpr std::uint32_t camp_capacity = 2000;

/// Eight towns, a camp and a town abroad; the border closes twice.
World country(std::uint64_t seed) {
    std::vector<test::SmallPlace> places(8, {.population = 3000, .home_km = 15.0});
    places.push_back({.kind = PlaceKind::camp, .country = 1, .capacity = camp_capacity});
    places.push_back({.kind = PlaceKind::foreign_town, .country = 1});
    std::vector<test::SmallRoute> routes;
    for (std::uint32_t i = 0; i + 1 < places.size(); ++i) routes.push_back({i, i + 1, 37.0});
    routes.push_back({0, 4, 60.0});
    World world = test::small_world(test::small_map(places, routes,
                                                    {{RouteId{7}, sim::Day{50}, sim::Day{90}},
                                                     {RouteId{7}, sim::Day{400}, sim::Day{600}}}),
                                    seed);
    for (std::uint32_t cell = 0; cell < 8; ++cell) {
        test::settle_households(world, cell, 300, Community::tuareg, 5);
        test::settle_households(world, cell, 200, Community::songhai, 1);
    }
    return world;
}

/// A day of war: now and then an event somewhere, with its fear and its dead.
void wage_war(World& world) {
    sim::Stream draw{world.seed, sim::Purpose{99}, 0, world.today};
    if (!draw.bernoulli(0.1)) return;
    std::uint32_t const cell = draw.below(8);
    world.cells.threat.add(cell, 5.0, world.today);
    world.cells.takeover.add(cell, 0.5, world.today);
    world.places.holder[cell] = ActorId{draw.below(2)};
    world.totals.deaths[static_cast<std::size_t>(Side::civilian)] +=
        lose_civilians(world, sim::CellId{cell}, std::nullopt, draw.below(20), 0);
    world.cells.threat.prune(world.today);
    world.cells.takeover.prune(world.today);
}

template <class Watch>
void run(World& world, Watch&& watch) {
    DisplacementParams const params = test::plain_params();
    FlightProcess flight{params.flight, params.travel};
    TravelProcess travel{params, world.map};
    for (; world.today.value < days; ++world.today.value) {
        update_routes(world);
        wage_war(world);
        flight(world);
        travel(world);
        watch();
    }
}

}  // namespace

TEST(Displacement, KeepsEveryPersonEveryDay) {
    World world = country(1);
    std::uint64_t const people = count_people(world).all();
    auto const refugees = static_cast<std::size_t>(MoverStatus::refugee);
    run(world, [&] {
        auto const count = count_people(world);
        auto const dead = world.totals.deaths[static_cast<std::size_t>(Side::civilian)];
        ASSERT_TRUE(count.sums_are_true) << world.today.value;
        ASSERT_EQ(count.all() + dead, people) << world.today.value;
        ASSERT_LE(world.places.people[refugees][8], camp_capacity);
    });
    // Everything must have happened for this to mean anything.
    EXPECT_GT(world.totals.departures, 5000U);
    EXPECT_GT(world.totals.idps_returned, 1000U);
    EXPECT_GT(world.totals.refugees_returned, 100U);
    EXPECT_GT(world.totals.deaths[static_cast<std::size_t>(Side::civilian)], 100U);
}

TEST(Displacement, IsDecidedByTheSeed) {
    auto const after = [](std::uint64_t seed) {
        World world = country(seed);
        run(world, [] {});
        return world;
    };
    World const one = after(1), again = after(1), other = after(2);
    EXPECT_EQ(one.places.people, again.places.people);
    auto const is_same = [](Mover const& mover, Mover const& twin) {
        return mover.household == twin.household && mover.due == twin.due;
    };
    EXPECT_TRUE(std::ranges::equal(one.households.movers(), again.households.movers(), is_same));
    EXPECT_NE(one.places.people, other.places.people);
}

}  // namespace models
