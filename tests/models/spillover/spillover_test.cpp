#include "models/spillover/spillover.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

/// The four towns, the last of which lies abroad.
std::shared_ptr<Geography const> towns_with_a_border() {
    auto map = std::make_shared<Geography>(*four_towns());
    map->countries.emplace_back("Abroad");
    map->places.country[3] = CountryId{1};
    return map;
}

World border_world(std::uint64_t seed = 1) {
    World world = small_war(seed);
    world.map = towns_with_a_border();
    world.actors.family[rebels.row] = Family::jihadist;
    for (int i = 0; i < 40; ++i) add_unit(world, rebels, 2, 40);
    return world;
}

SpilloverParams params() {
    return {.border_km = 100.0, .cross_rate = 0.5, .threat_half = 1.0, .stay_days = 5.0};
}

void frighten(World& world) {
    for (std::uint32_t c = 0; c < world.cells.threat.size(); ++c) {
        world.cells.threat.add(c, 10.0, world.today);
    }
}

int abroad(World const& world) {
    int count = 0;
    for (auto const posture : world.units.posture) count += posture == Posture::abroad ? 1 : 0;
    return count;
}

TEST(KmToBorder, IsTheShortestWayToAPlaceAbroad) {
    auto const km = km_to_border(*towns_with_a_border());
    EXPECT_EQ(km, (std::vector<double>{180.0, 120.0, 60.0, 0.0}));
    EXPECT_TRUE(std::isinf(km_to_border(*four_towns())[0]));
}

TEST(Spillover, IsDrivenByDanger) {
    World calm = border_world();
    SpilloverProcess{params(), *calm.map}(calm);
    EXPECT_EQ(abroad(calm), 0);
    World hot = border_world();
    frighten(hot);
    SpilloverProcess{params(), *hot.map}(hot);
    EXPECT_NEAR(abroad(hot), 40.0 * (1.0 - std::exp(-0.5 * 10.0 / 11.0)), 10.0);
}

TEST(Spillover, IsForJihadistsNearTheBorderOnly) {
    World others = border_world();
    others.actors.family[rebels.row] = Family::separatist;
    frighten(others);
    SpilloverProcess{params(), *others.map}(others);
    EXPECT_EQ(abroad(others), 0);
    World far = border_world();
    frighten(far);
    auto with = params();
    with.border_km = 59.0;
    SpilloverProcess{with, *far.map}(far);
    EXPECT_EQ(abroad(far), 0);
}

TEST(Spillover, EndsWithAReturnToTheStation) {
    World world = border_world();
    frighten(world);
    SpilloverProcess const process{params(), *world.map};
    process(world);
    ASSERT_GT(abroad(world), 0);
    auto const before = fighters_of(world, rebels);
    for (int day = 0; day < 400; ++day) {
        ++world.today.value;
        process(world);
    }
    EXPECT_EQ(abroad(world), 0);  // calm by now, so that nobody crosses again
    EXPECT_EQ(fighters_of(world, rebels), before);
    for (auto const cell : world.units.cell) EXPECT_EQ(cell, world.map->places.cell[2]);
}

TEST(Spillover, DiffersBetweenSeedsAndNotBetweenRuns) {
    auto const crossed = [](std::uint64_t seed) {
        World world = border_world(seed);
        frighten(world);
        SpilloverProcess{params(), *world.map}(world);
        return world.units.posture;
    };
    EXPECT_EQ(crossed(1), crossed(1));
    EXPECT_NE(crossed(1), crossed(2));
}

}  // namespace
}  // namespace models::testing
