#include <gtest/gtest.h>

#include "models/observed_past/past_event.hpp"

/// \file tests/models/observed_past/conversion_test.cpp
/// What events of ACLED's and UCDP's become.

namespace models {
namespace {

constexpr ActorId army{0}, mnla{1}, aqim{2};

PartyNames names() {
    return {{{"FAMA", "Malian Armed Forces"},
             {"MNLA", "National Movement for the Liberation of Azawad"},
             {"AQIM", "Al-Qaeda in the Islamic Maghreb"}},
            "Mali",
            army};
}

AcledEvent battle(std::uint32_t deaths) {
    return {.id = "MLI1",
            .sub_event = AcledSubEvent::armed_clash,
            .actor1 = "MNLA: National Movement for the Liberation of Azawad",
            .inter1 = InterCode::rebel_group,
            .actor2 = "Military Forces of Mali (2012-2013)",
            .inter2 = InterCode::state_forces,
            .fatalities = deaths};
}

TEST(PartyNames, KnowKeysNamesAndThoseWhoFightForTheCountry) {
    auto all = names();
    EXPECT_EQ(all.find("mnla"), mnla);
    EXPECT_EQ(all.find("MNLA: whatever stands behind"), mnla);
    EXPECT_EQ(all.find("Al Qaeda in the Islamic Maghreb (AQIM)"), aqim);
    EXPECT_EQ(all.find("Military Forces of Mali (2002-2012)"), army);
    EXPECT_EQ(all.find("Police Forces of Mali (2013-2020) Gendarmerie"), army);
    EXPECT_EQ(all.find("Government of Mali"), army);
    EXPECT_EQ(all.find("Government of Niger"), no_actor);
    EXPECT_EQ(all.find("Military Forces of Malita"), no_actor);
    EXPECT_EQ(all.find(""), no_actor);
    EXPECT_TRUE(all.add("Signed in Blood", aqim));
    EXPECT_TRUE(all.add("signed-in-blood", aqim));
    EXPECT_FALSE(all.add("Signed in Blood", mnla));
    EXPECT_EQ(all.find("Signed in Blood"), aqim);
}

TEST(PartyNames, SayWhatUcdpHasNoCodeFor) {
    auto const all = names();
    EXPECT_EQ(all.ucdp_party("Civilians").kind, InterCode::civilians);
    EXPECT_EQ(all.ucdp_party("Government of Mali").kind, InterCode::state_forces);
    EXPECT_EQ(all.ucdp_party("Government of France").kind, InterCode::external_forces);
    EXPECT_EQ(all.ucdp_party("AQIM").kind, InterCode::rebel_group);
    EXPECT_FALSE(all.ucdp_party("AQIM").is_unidentified);
    EXPECT_TRUE(all.ucdp_party("XXX1").is_unidentified);
    EXPECT_EQ(all.ucdp_party("Fulani").kind, InterCode::identity_militia);
    EXPECT_EQ(all.ucdp_party("Fulani").community, Community::fulani);
}

TEST(PastEvent, HalvesTheDeadOfABattle) {
    auto const past = past_event(battle(7), names());
    ASSERT_TRUE(past);
    EXPECT_EQ(past->kind, EventKind::armed_clash);
    EXPECT_EQ(past->attacker.actor, mnla);
    EXPECT_EQ(past->target.actor, army);
    EXPECT_EQ(past->attacker_deaths, 3);
    EXPECT_EQ(past->target_deaths, 4);
    EXPECT_EQ(past->civilian_deaths, 0);
}

TEST(PastEvent, TakesAMissingSideOfABattleForAnUnidentifiedGroup) {
    auto event = battle(2);
    event.actor1 = "";
    event.inter1 = InterCode::none;
    auto const past = past_event(event, names());
    ASSERT_TRUE(past);
    EXPECT_TRUE(past->attacker.is_unidentified);
    EXPECT_EQ(past->attacker.kind, InterCode::political_militia);
    EXPECT_EQ(past->attacker_deaths, 1);
}

TEST(PastEvent, GivesTheDeadOfAnExplosionToTheTarget) {
    auto event = battle(5);
    event.sub_event = AcledSubEvent::remote_explosive;
    auto past = past_event(event, names());
    EXPECT_EQ(past->kind, EventKind::remote_explosive);
    EXPECT_EQ(past->attacker_deaths, 0);
    EXPECT_EQ(past->target_deaths, 5);

    event.sub_event = AcledSubEvent::suicide_bomb;
    past = past_event(event, names());
    EXPECT_EQ(past->attacker_deaths, 1);
    EXPECT_EQ(past->target_deaths, 4);

    event.actor2 = "Civilians (Mali)";
    event.inter2 = InterCode::civilians;
    past = past_event(event, names());
    EXPECT_EQ(past->attacker_deaths, 1);
    EXPECT_EQ(past->target_deaths, 0);
    EXPECT_EQ(past->civilian_deaths, 4);
    EXPECT_EQ(past->target.actor, no_actor);
}

TEST(PastEvent, GivesTheDeadOfViolenceAgainstCiviliansToThem) {
    auto event = battle(3);
    event.sub_event = AcledSubEvent::attack;
    event.actor2 = "Civilians (Mali)";
    event.assoc_actor_2 = "Fulani Ethnic Group (Mali)";
    event.inter2 = InterCode::civilians;
    auto past = past_event(event, names());
    EXPECT_EQ(past->kind, EventKind::attack_on_civilians);
    EXPECT_EQ(past->civilian_deaths, 3);
    EXPECT_EQ(past->target.community, Community::fulani);

    event.actor1 = "Dogon Ethnic Militia (Mali)";
    event.inter1 = InterCode::identity_militia;
    past = past_event(event, names());
    EXPECT_EQ(past->kind, EventKind::communal_attack);
    EXPECT_EQ(past->attacker.community, Community::dogon);
}

TEST(PastEvent, HasProtestersKilledByForces) {
    AcledEvent event{.id = "MLI2",
                     .sub_event = AcledSubEvent::peaceful_protest,
                     .actor1 = "Protesters (Mali)",
                     .inter1 = InterCode::protesters};
    EXPECT_EQ(past_event(event, names())->kind, EventKind::protest);

    event.sub_event = AcledSubEvent::violent_demonstration;
    event.fatalities = 2;
    auto past = past_event(event, names());
    EXPECT_EQ(past->kind, EventKind::protest_repressed);
    EXPECT_EQ(past->attacker.kind, InterCode::state_forces);
    EXPECT_EQ(past->civilian_deaths, 2);

    event.sub_event = AcledSubEvent::excessive_force;
    event.actor2 = "Military Forces of Mali (2012-2013)";
    event.inter2 = InterCode::state_forces;
    past = past_event(event, names());
    EXPECT_EQ(past->attacker.actor, army);
}

TEST(PastEvent, LeavesOutWhatIsNoViolence) {
    auto event = battle(0);
    for (auto const kind : {AcledSubEvent::agreement, AcledSubEvent::arrests,
                            AcledSubEvent::non_violent_transfer, AcledSubEvent::looting}) {
        event.sub_event = kind;
        EXPECT_FALSE(past_event(event, names()));
    }
}

TEST(PastEvent, TakesTheSidesOfUcdpAndSharesOutTheUnknown) {
    UcdpEvent event{.violence = UcdpViolence::state_based,
                    .side_a = "Government of Mali",
                    .side_b = "AQIM",
                    .deaths_a = 2,
                    .deaths_b = 4,
                    .deaths_civilians = 1,
                    .deaths_unknown = 3,
                    .best = 10};
    auto past = past_event(event, names());
    EXPECT_EQ(past.attacker.actor, army);
    EXPECT_EQ(past.target.actor, aqim);
    EXPECT_EQ(past.attacker_deaths, 3);
    EXPECT_EQ(past.target_deaths, 6);
    EXPECT_EQ(past.civilian_deaths, 1);
    EXPECT_EQ(past.all_deaths(), event.best);

    event.violence = UcdpViolence::one_sided;
    event.side_b = "Civilians";
    past = past_event(event, names());
    EXPECT_EQ(past.kind, EventKind::attack_on_civilians);
    EXPECT_EQ(past.attacker_deaths, 2);
    EXPECT_EQ(past.civilian_deaths, 8);
    EXPECT_EQ(past.all_deaths(), event.best);
}

}  // namespace
}  // namespace models
