#include "models/election/election.hpp"

#include <gtest/gtest.h>

#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

ElectionParams const params{.attack_bonus = 0.5,
                            .half_threat = 2.0,
                            .usual_turnout = 0.6,
                            .enough_turnout = 0.4,
                            .legitimacy_gain = 0.5};

World world_with_polls() {
    World world = small_war();
    world.legitimacy = 0.5;
    world.measures = {{.key = "polls", .kind = MeasureKind::election, .actor = state}};
    return world;
}

float& control_in(World& world, std::uint32_t cell, ActorId actor) {
    return world.cells.control_of(sim::CellId{cell}, world.actors.size())[actor.row];
}

/// Rebels take half of the control of half of the hundred cells.
void contest(World& world) {
    for (std::uint32_t c = 0; c < 50; ++c) {
        control_in(world, c, state) = 0.5F;
        control_in(world, c, rebels) = 0.5F;
    }
}

TEST(ShareClosed, CountsWhatEnemiesControlAndWhatIsInDanger) {
    World world = small_war();
    EXPECT_EQ(share_closed(world, params, state, no_region), 0.0);
    contest(world);
    EXPECT_NEAR(share_closed(world, params, state, no_region), 0.25, 1e-9);
    for (std::uint32_t c = 50; c < 100; ++c) world.cells.threat.add(c, 2.0, world.today);
    EXPECT_NEAR(share_closed(world, params, state, no_region), 0.5, 1e-9);
    world.cells.threat.add(0, 6.0, world.today);  // 0.75 of this cell rather than 0.5
    EXPECT_NEAR(share_closed(world, params, state, no_region), 0.5025, 1e-9);
    EXPECT_NEAR(share_closed(world, params, state, RegionId{0}), 0.5025, 1e-9);
    EXPECT_EQ(share_closed(world, params, state, RegionId{7}), 0.0);
    world.compliance.set(state, rebels, 0.1F);  // a ceasefire: only the danger counts
    EXPECT_NEAR(share_closed(world, params, state, no_region), 0.2575, 1e-9);
}

TEST(Election, RaisesLegitimacyIfPeopleCanVoteAndLowersItIfNot) {
    World calm = world_with_polls();
    ElectionProcess{params}(calm);
    EXPECT_NEAR(calm.legitimacy, 0.5 + 0.5 * (0.6 - 0.4), 1e-9);
    EXPECT_EQ(calm.stations_closed, 0.0);
    World war = world_with_polls();
    contest(war);
    for (std::uint32_t c = 50; c < 100; ++c) war.cells.threat.add(c, 2.0, war.today);
    ElectionProcess{params}(war);
    EXPECT_NEAR(war.stations_closed, 0.5, 1e-9);
    EXPECT_NEAR(war.legitimacy, 0.5 + 0.5 * (0.3 - 0.4), 1e-9);
    EXPECT_NEAR(sum_of(war.political_log, PoliticalKind::polls_held), 0.5, 1e-9);
}

TEST(Election, CountsOnceHoweverLongItLasts) {
    World world = world_with_polls();
    ElectionProcess{params}(world);
    double const after = world.legitimacy;
    world.measures[0].age = 1;
    ElectionProcess{params}(world);
    EXPECT_DOUBLE_EQ(world.legitimacy, after);
    EXPECT_EQ(count_of(world.political_log, PoliticalKind::polls_held), 1U);
}

TEST(Election, DrawsAttacksWhereControlIsContestedOnly) {
    World world = world_with_polls();
    contest(world);
    world.measures[0].age = 3;
    ElectionProcess{params}(world);
    EXPECT_FLOAT_EQ(world.cells.calm_attacks[0], 1.5F);
    EXPECT_FLOAT_EQ(world.cells.calm_attacks[99], 1.0F);
    World without = world_with_polls();
    contest(without);
    without.measures.clear();
    ElectionProcess{params}(without);
    EXPECT_FLOAT_EQ(without.cells.calm_attacks[0], 1.0F);
    World elsewhere = world_with_polls();
    contest(elsewhere);
    elsewhere.measures[0].region = RegionId{7};
    ElectionProcess{params}(elsewhere);
    EXPECT_FLOAT_EQ(elsewhere.cells.calm_attacks[0], 1.0F);
}

TEST(Election, KeepsLegitimacyInItsRange) {
    auto strong = params;
    strong.legitimacy_gain = 100.0;
    World world = world_with_polls();
    ElectionProcess{strong}(world);
    EXPECT_EQ(world.legitimacy, 1.0);
}

}  // namespace
}  // namespace models::testing
