#include "models/timeline/timeline_process.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"
#include "tests/models/timeline/politics_world.hpp"

namespace models {
namespace {

using namespace testing;

TimelineParams const params{
    .cohesion_recovery_days = 100.0, .offensive_share = 0.6, .scripted_collapse = false};
TimelineParams const scripted{
    .cohesion_recovery_days = 100.0, .offensive_share = 0.6, .scripted_collapse = true};

TEST(Apply, SetsRelationsBothWays) {
    World world = politics_world();
    apply({.effect = Effect::hostile, .actor = rebels, .other = state}, params, world);
    EXPECT_EQ(world.relations.at(state, rebels), Relation::hostile);
    apply({.effect = Effect::allied, .actor = rebels, .other = state}, params, world);
    EXPECT_EQ(world.relations.at(state, rebels), Relation::allied);
    apply({.effect = Effect::neutral, .actor = rebels, .other = state}, params, world);
    EXPECT_EQ(world.relations.at(rebels, state), Relation::neutral);
}

TEST(Apply, StartsAnActorAtThePlaceNamedIfItHasNoPlan) {
    World world = politics_world();
    TimelineRow const row{.effect = Effect::actor_start, .actor = splinter, .place = east};
    apply(row, params, world);
    EXPECT_EQ(copy_of(world.deployment.of(splinter)),
              (std::vector<double>{0.0, 0.0, 1.0, 0.0, 0.0}));
    world.deployment.of(militia)[north.row] = 2.0;
    apply({.effect = Effect::actor_start, .actor = militia, .place = east}, params, world);
    EXPECT_EQ(world.deployment.of(militia)[east.row], 0.0);
}

TEST(Apply, WithdrawsFromAPlaceOrARegion) {
    World world = politics_world();
    auto const weights = world.deployment.of(state);
    std::fill(weights.begin(), weights.end(), 1.0);
    apply({.effect = Effect::withdraw, .actor = state, .place = capital}, params, world);
    EXPECT_EQ(copy_of(weights), (std::vector<double>{0.0, 1.0, 1.0, 1.0, 1.0}));
    apply({.effect = Effect::withdraw, .actor = state, .region = north_region}, params, world);
    EXPECT_EQ(copy_of(weights), (std::vector<double>{0.0, 0.0, 0.0, 1.0, 0.0}));
}

TEST(Apply, DeploysToTheTownsOfARegion) {
    World world = politics_world();
    world.deployment.of(state)[north.row] = 1.0;
    apply({.effect = Effect::deploy_region, .actor = state, .region = north_region, .value = 4.0},
          params, world);
    EXPECT_EQ(copy_of(world.deployment.of(state)), (std::vector<double>{0.0, 4.0, 1.0, 0.0, 0.0}));
}

TEST(Apply, BeginsAgreementsOfTheKindGiven) {
    World world = politics_world();
    go_to(world, 12);
    apply({.id = "talks",
           .effect = Effect::ceasefire,
           .actor = state,
           .other = rebels,
           .agreement = AgreementKind::preliminary,
           .holds = true},
          params, world);
    apply({.id = "peace", .effect = Effect::accord, .actor = state, .other = militia}, params,
          world);
    auto const& agreements = world.agreements;
    ASSERT_EQ(agreements.size(), 2U);
    EXPECT_EQ(agreements.key[0], "talks");
    EXPECT_EQ(agreements.kind[0], AgreementKind::preliminary);
    EXPECT_EQ(agreements.cannot_collapse[0], 1);
    EXPECT_EQ(agreements.begins[0], sim::Day{12});
    EXPECT_EQ(agreements.kind[1], AgreementKind::definitive);
    EXPECT_EQ(agreements.cannot_collapse[1], 0);
}

TEST(Apply, EndsCeasefiresOnlyWhereHistoryIsScripted) {
    World world = politics_world();
    TimelineRow const end{.effect = Effect::ceasefire_end, .actor = rebels, .other = state};
    apply(end, scripted, world);  // nothing to end
    apply({.effect = Effect::ceasefire, .actor = state, .other = rebels}, params, world);
    apply(end, params, world);
    EXPECT_EQ(world.agreements.state[0], AgreementState::in_force);
    apply(end, scripted, world);
    EXPECT_EQ(world.agreements.state[0], AgreementState::collapsed);
    apply({.effect = Effect::ceasefire, .actor = state, .other = rebels, .holds = true}, params,
          world);
    apply(end, scripted, world);
    EXPECT_EQ(world.agreements.state[1], AgreementState::in_force);
}

TEST(Apply, DoesNothingToAnActorThatIsNotThere) {
    World world = politics_world();
    apply({.effect = Effect::split, .actor = rebels, .other = splinter, .value = 0.5}, params,
          world);
    apply({.effect = Effect::merge, .actor = splinter, .other = rebels}, params, world);
    EXPECT_EQ(world.actors.active, politics_world().actors.active);
}

TEST(Apply, RefusesARowWithAFault) {
    World world = politics_world();
    EXPECT_THROW(apply({.effect = Effect::merge, .actor = rebels}, params, world),
                 sim::ContractError);
}

TEST(Cohesion, FallsWithinItsBoundsAndHeals) {
    World world = politics_world();
    TimelineRow const blow{.effect = Effect::cohesion, .actor = state, .value = -0.8};
    apply(blow, params, world);
    EXPECT_DOUBLE_EQ(world.actors.cohesion[state.row], 1.0 - 0.8);
    for (int day = 0; day < 100; ++day) heal_cohesion(params, world.actors);
    EXPECT_NEAR(world.actors.cohesion[state.row], 1.0 - 0.8 * std::exp(-1.0), 1e-12);
    apply(blow, params, world);
    EXPECT_DOUBLE_EQ(world.actors.cohesion[state.row], 0.0);
    EXPECT_DOUBLE_EQ(world.actors.cohesion[rebels.row], 1.0);
    EXPECT_THROW(heal_cohesion({}, world.actors), sim::ContractError);
}

TEST(TimelineProcess, AppliesTheRowsOfTheDayAndOnDayZeroThePast) {
    Timeline const timeline{
        {.begins = -20, .effect = Effect::hostile, .actor = state, .other = rebels},
        {.begins = 0, .effect = Effect::allied, .actor = state, .other = rebels},
        {.begins = 3, .effect = Effect::neutral, .actor = state, .other = rebels},
        {.begins = 3, .effect = Effect::cohesion, .actor = state, .value = -0.5},
    };
    TimelineProcess const process{timeline, params};
    World world = politics_world();
    process(world);
    EXPECT_EQ(world.relations.at(state, rebels), Relation::allied);  // the later row has its way
    for (std::uint32_t day = 1; day < 4; ++day) {
        EXPECT_EQ(world.relations.at(state, rebels), Relation::allied);
        go_to(world, day);
        process(world);
    }
    EXPECT_EQ(world.relations.at(state, rebels), Relation::neutral);
    EXPECT_DOUBLE_EQ(world.actors.cohesion[state.row], 0.5);
}

TEST(TimelineProcess, RefusesDisorderAndFaults) {
    TimelineRow const early{.begins = 1};
    TimelineRow const late{.begins = 2};
    EXPECT_NO_THROW((TimelineProcess{{early, late}, params}));
    EXPECT_THROW((TimelineProcess{{late, early}, params}), sim::ContractError);
    EXPECT_THROW((TimelineProcess{{{.effect = Effect::merge}}, params}), sim::ContractError);
}

TEST(TimelineProcess, IsTheSameForAnyThreadCount) {
    Timeline const timeline{
        {.begins = 0, .effect = Effect::split, .actor = splinter, .other = rebels, .value = 0.4}};
    auto const owners = [&](int threads) {
        int const usual = sim::threads();
        sim::set_threads(threads);
        World world = politics_world();
        for (int i = 0; i < 50; ++i) add_unit(world, rebels, 37, north);
        TimelineProcess{timeline, params}(world);
        sim::set_threads(usual);
        return world.units.actor;
    };
    EXPECT_EQ(owners(1), owners(2));
    EXPECT_EQ(owners(1), owners(7));
}

}  // namespace
}  // namespace models
