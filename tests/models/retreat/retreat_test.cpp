#include "models/retreat/retreat.hpp"

#include <gtest/gtest.h>

#include "sim/config/toml_file.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

RetreatParams params() {
    return {.loss_per_event = 1.0,
            .loss_to_enemies = 4.0,
            .value_of_post = 1.0,
            .value_of_people = 1.0,
            .half_people = 1000.0,
            .value_of_road = 0.5,
            .leave_rate = 0.05,
            .return_rate = 0.02,
            .calm_events = 0.5,
            .fall_days = 100.0,
            .rise_days = 400.0};
}

/// The state has posts in all four towns; town 0 is the largest of the region.
World posted_war() {
    World world = small_war();
    for (std::uint32_t town = 0; town < town_count; ++town) {
        world.deployment.of(state)[town] = 1.0;
        add_unit(world, state, town, 20);
    }
    return world;
}

World after(World world, RetreatParams const& with, std::uint32_t from, std::uint32_t to) {
    RetreatProcess process{with, *world.map};
    for (std::uint32_t day = from; day < to; ++day) {
        world.today = sim::Day{day};
        process(world);
    }
    return world;
}

double weight(World const& world, std::uint32_t town) {
    return world.deployment.of(state)[town];
}

TEST(Loss, FollowsTheFormula) {
    EXPECT_DOUBLE_EQ(expected_loss(params(), 2.0, 0.0, 50.0), 2.0);
    EXPECT_DOUBLE_EQ(expected_loss(params(), 0.0, 30.0, 10.0), 3.0);
    EXPECT_DOUBLE_EQ(value_of(params(), 1000.0, 0.0), 2.0);
    EXPECT_NEAR(value_of(params(), 0.0, 1000.0), 1.0, 1e-12);
    EXPECT_DOUBLE_EQ(leave_hazard(params(), 3.0, 1.5), 0.05);
    EXPECT_DOUBLE_EQ(leave_hazard(params(), 1.0, 1.5), 0.0);
}

TEST(Retreat, LeavesNothingInCalm) {
    World const world = after(posted_war(), params(), 0, 400);
    EXPECT_TRUE(world.left_posts.empty());
    for (std::uint32_t town = 0; town < town_count; ++town) EXPECT_EQ(weight(world, town), 1.0);
}

TEST(Retreat, LeavesPostsAmongEnemiesButNoRegionalCapital) {
    World world = posted_war();
    for (std::uint32_t const town : {0U, 2U}) add_unit(world, rebels, town, 2000);
    World const left = after(world, params(), 0, 200);
    ASSERT_EQ(left.left_posts.size(), 1U);
    EXPECT_EQ(left.left_posts[0].place, PlaceId{2});
    EXPECT_EQ(weight(left, 2), 0.0);
    EXPECT_EQ(weight(left, 0), 1.0);
    EXPECT_EQ(weight(left, 1), 1.0);

    auto off = params();
    off.leave_rate = 0.0;
    EXPECT_TRUE(after(world, off, 0, 200).left_posts.empty());
    world.compliance.set(state, rebels, 0.0F);
    world.relations.set(state, rebels, Relation::neutral);
    EXPECT_TRUE(after(world, params(), 0, 200).left_posts.empty());
}

TEST(Retreat, StaysWhereFriendsAreStrong) {
    World world = posted_war();
    add_unit(world, rebels, 2, 100);
    add_unit(world, foreigners, 2, 5000);
    EXPECT_TRUE(after(world, params(), 0, 200).left_posts.empty());
}

TEST(Retreat, ComesBackWhenItIsCalmAndThePlaceStillHolds) {
    World world = posted_war();
    add_unit(world, rebels, 2, 2000);
    world = after(world, params(), 0, 200);
    ASSERT_EQ(world.left_posts.size(), 1U);
    world.units.fighters.back() = 0;
    World taken = world;
    taken.places.holder[2] = rebels;
    world = after(world, params(), 200, 900);
    EXPECT_TRUE(world.left_posts.empty());
    EXPECT_EQ(weight(world, 2), 1.0);
    EXPECT_EQ(weight(after(taken, params(), 200, 900), 2), 0.0);
}

TEST(Retreat, ForgetsAPostThatOthersHaveManned) {
    World world = posted_war();
    world.left_posts.push_back({state, PlaceId{3}, 5.0});
    world = after(world, params(), 0, 1);
    EXPECT_TRUE(world.left_posts.empty());
    EXPECT_EQ(weight(world, 3), 1.0);
}

TEST(Services, FallWhereTheStateIsGoneAndComeBackSlowly) {
    World world = posted_war();
    world.places.holder[0] = rebels;  // every cell of this map belongs to town 0
    world = after(world, params(), 1, 301);
    EXPECT_NEAR(world.cells.services[7], std::exp(-300.0 / 100.0), 1e-4);
    world.places.holder[0] = state;
    float const before = world.cells.services[7];
    world = after(world, params(), 301, 601);
    EXPECT_NEAR(world.cells.services[7], 1.0 - (1.0 - before) * std::exp(-300.0 / 400.0), 1e-4);
}

TEST(Services, DoNotComeBackUnderThreatUnlessAidBringsThem) {
    World world = posted_war();
    world.cells.services.assign(world.cells.services.size(), 0.2F);
    world.cells.threat.add(7, 1e6, {0});
    world = after(world, params(), 0, 31);
    EXPECT_FLOAT_EQ(world.cells.services[7], 0.2F);
    EXPECT_GT(world.cells.services[50], 0.2F);
    world.measures.push_back(
        {.key = "row", .kind = MeasureKind::aid, .value = 0.6, .has_value = true});
    world = after(world, params(), 31, 61);
    EXPECT_FLOAT_EQ(world.cells.services[7], 0.6F);
    EXPECT_GE(world.cells.services[50], 0.6F);
}

TEST(Services, FallAroundAPostThatWasLeft) {
    World world = posted_war();
    world.deployment.of(state)[0] = 0.0;
    world.left_posts.push_back({state, PlaceId{0}, 1.0});
    auto never_back = params();
    never_back.return_rate = 0.0;
    world = after(world, never_back, 1, 31);
    EXPECT_NEAR(world.cells.services[7], std::exp(-0.3), 1e-5);
}

TEST(Retreat, IsTheSameForTheSameSeed) {
    World world = posted_war();
    for (std::uint32_t const town : {1U, 2U, 3U}) add_unit(world, rebels, town, 100);
    World const one = after(world, params(), 0, 40);
    World const two = after(world, params(), 0, 40);
    ASSERT_EQ(one.left_posts.size(), two.left_posts.size());
    for (std::size_t i = 0; i < one.left_posts.size(); ++i) {
        EXPECT_EQ(one.left_posts[i].place, two.left_posts[i].place);
    }
}

TEST(ReadRetreatParams, ReadsEveryKeyAndChecksIt) {
    std::string const good =
        "loss_per_event = 1\nloss_to_enemies = 2\nvalue_of_post = 3\nvalue_of_people = 4\n"
        "half_people = 5\nvalue_of_road = 6\nleave_rate = 0.7\nreturn_rate = 0.8\n"
        "calm_events = 9\nfall_days = 10\nrise_days = 11\n";
    auto const root = sim::TomlFile::parse(good, "t").root();
    EXPECT_DOUBLE_EQ(read_retreat_params(root).rise_days, 11.0);
    root.finish();
    auto bad = good;
    bad.replace(bad.find("fall_days = 10"), 14, "fall_days = 0");
    EXPECT_THROW(static_cast<void>(read_retreat_params(sim::TomlFile::parse(bad, "t").root())),
                 sim::InputError);
}

}  // namespace
}  // namespace models::testing
