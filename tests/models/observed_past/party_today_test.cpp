#include "models/observed_past/party_today.hpp"

#include <gtest/gtest.h>

#include "tests/models/small_war.hpp"

/// \file tests/models/observed_past/party_today_test.cpp
/// Whom the parties of an observed event are taken for, and whose fighters die.

namespace models {
namespace {

using namespace testing;

constexpr double reach_km = 60.0;

sim::CellId town(std::uint32_t row) {
    return four_towns()->places.cell[row];
}

/// The war with codes of their own for each actor, and a unit of each.
World war() {
    auto world = small_war();
    world.actors.acled_code = {1, 2, 2, 8};
    add_unit(world, state, 0, 100);
    add_unit(world, rebels, 3, 50);
    add_unit(world, allies_of_rebels, 0, 20);
    add_unit(world, foreigners, 1, 30);
    return world;
}

TEST(PartyToday, IsTheNamedActorWhereverItsUnitsAre) {
    auto const world = war();
    auto const party = party_today(world, {.actor = rebels, .kind = InterCode::rebel_group}, state,
                                   town(0), reach_km);
    EXPECT_EQ(party.actor, rebels);
    EXPECT_EQ(party.side, Side::militant);
}

TEST(PartyToday, PrefersEnemiesOfTheOpponentToThoseNearby) {
    auto const world = war();
    ObservedParty const party{.kind = InterCode::rebel_group};
    // Only the rebels are hostile to the state; their allies are nearer.
    EXPECT_EQ(party_today(world, party, state, town(0), reach_km).actor, rebels);
    // Nobody is hostile to the allies' own enemy here, so the nearer ones are likelier.
    auto peace = world;
    peace.relations.set(state, rebels, Relation::neutral);
    EXPECT_EQ(party_today(peace, party, state, town(0), reach_km).actor, allies_of_rebels);
}

TEST(PartyToday, TakesAnotherOfItsKindForOneThatIsNoMore) {
    auto world = war();
    world.actors.active[rebels.row] = 0;
    auto const party = party_today(world, {.actor = rebels, .kind = InterCode::rebel_group}, state,
                                   town(3), reach_km);
    EXPECT_EQ(party.actor, allies_of_rebels);
}

TEST(PartyToday, IsNobodyWhereNobodyOfTheSideHasFighters) {
    auto world = war();
    world.units.fighters[1] = world.units.fighters[2] = 0;
    auto const party =
        party_today(world, {.kind = InterCode::rebel_group}, state, town(0), reach_km);
    EXPECT_EQ(party.actor, no_actor);
    EXPECT_EQ(party.side, Side::militant);
    EXPECT_EQ(lose_fighters_near(world, party, town(0), reach_km, 5), 0);
}

TEST(PartyToday, KeepsCiviliansCivilians) {
    auto const world = war();
    for (auto const kind : {InterCode::civilians, InterCode::protesters, InterCode::none}) {
        auto const party = party_today(world, {.kind = kind}, state, town(0), reach_km);
        EXPECT_EQ(party.actor, no_actor);
        EXPECT_EQ(party.side, Side::civilian);
    }
}

TEST(PartyToday, NeverTakesOneCommunitysMilitiaForAnothers) {
    auto world = war();
    world.actors.acled_code[rebels.row] = 4;
    world.actors.community[rebels.row] = Community::dogon;
    ObservedParty party{.kind = InterCode::identity_militia, .community = Community::dogon};
    EXPECT_EQ(party_today(world, party, no_actor, town(0), reach_km).actor, rebels);
    party.community = Community::fulani;
    EXPECT_EQ(party_today(world, party, no_actor, town(0), reach_km).actor, no_actor);
}

TEST(LoseFightersNear, TakesTheNearestOfItsOwnThenAlliesAndNoMoreThanAreThere) {
    auto world = war();
    auto const near = add_unit(world, rebels, 0, 4);
    auto const next = add_unit(world, rebels, 1, 5);
    PartyToday const party{.actor = rebels, .side = Side::militant};
    EXPECT_EQ(lose_fighters_near(world, party, town(0), reach_km, 6), 6);
    EXPECT_EQ(world.units.fighters[near.row], 0);
    EXPECT_EQ(world.units.fighters[next.row], 3);
    EXPECT_EQ(world.units.fighters[2], 20);
    EXPECT_EQ(lose_fighters_near(world, party, town(0), reach_km, 10), 10);
    EXPECT_EQ(world.units.fighters[2], 13);
    EXPECT_EQ(lose_fighters_near(world, party, town(0), reach_km, 100), 13);
    EXPECT_EQ(world.units.fighters[1], 50);  // 167 km away
    EXPECT_EQ(world.units.fighters[0], 100);
}

TEST(LoseFightersNear, SparesThoseInACantonmentOrAbroad) {
    auto world = war();
    world.units.posture[1] = Posture::abroad;
    EXPECT_EQ(
        lose_fighters_near(world, {.actor = rebels, .side = Side::militant}, town(3), reach_km, 5),
        0);
}

}  // namespace
}  // namespace models
