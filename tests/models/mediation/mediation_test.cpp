#include "models/mediation/mediation.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/world/happen.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

MediationParams params() {
    return {.scripted_rounds = true,
            .spontaneous = true,
            .memory_days = 100.0,
            .half_deaths = 50.0,
            .begin_rate = 0.02,
            .round_days = 10.0,
            .success = 0.5,
            .give_up = 0.0,
            .jihadist_will = 0.25,
            .held_days = 60.0};
}

void fight(World& world, ActorId a, ActorId b, std::uint32_t dead, std::uint32_t civilians = 0) {
    ConflictEvent event;
    event.day = world.today;
    event.attacker = a;
    event.target = b;
    event.deaths[static_cast<std::size_t>(Side::militant)] = dead;
    event.deaths[static_cast<std::size_t>(Side::civilian)] = civilians;
    happen(world, event);
}

/// A war that has cost `dead` fighters, and the measures of its days.
World war_of(std::uint32_t dead, std::uint64_t seed, bool has_talks) {
    World world = small_war(seed);
    fight(world, rebels, state, dead);
    if (has_talks) {
        world.measures = {
            {.key = "talks", .kind = MeasureKind::mediation, .actor = state, .other = rebels}};
    }
    return world;
}

/// Days until state and rebels agree; `limit` if they do not.
std::uint32_t days_to_agree(World world, MediationParams const& with, std::uint32_t limit) {
    MediationProcess const rule{with};
    for (std::uint32_t day = 0; day < limit; ++day) {
        world.today = sim::Day{day};
        rule(world);
        world.events.clear();
        if (agreement_between(world.agreements, state, rebels) != no_agreement) return day;
    }
    return limit;
}

double mean_days(std::uint32_t dead, MediationParams const& with, bool has_talks,
                 double legitimacy = 1.0) {
    double sum = 0.0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        World world = war_of(dead, seed, has_talks);
        world.legitimacy = legitimacy;
        sum += days_to_agree(std::move(world), with, 300);
    }
    return sum / 60.0;
}

TEST(MutualDeaths, AreOfFightersAndFade) {
    World world = small_war();
    fight(world, rebels, state, 10, 100);
    remember_mutual_deaths(world, 100.0);
    EXPECT_FLOAT_EQ(world.memories.mutual_deaths.at(state, rebels), 10.0F);
    EXPECT_FLOAT_EQ(world.memories.mutual_deaths.at(state, allies_of_rebels), 0.0F);
    world.events.clear();
    remember_mutual_deaths(world, 100.0);
    EXPECT_NEAR(world.memories.mutual_deaths.at(rebels, state), 10.0 * std::exp(-0.01), 1e-4);
}

TEST(Fatigue, IsTheFormulaByHand) {
    World world = small_war();
    EXPECT_EQ(fatigue(world, params(), state, rebels), 0.0);
    fight(world, rebels, state, 150);
    remember_mutual_deaths(world, 100.0);
    EXPECT_DOUBLE_EQ(fatigue(world, params(), state, rebels), 0.75);
}

TEST(Readiness, FallsWithoutLegitimacyAndWithJihadists) {
    World world = small_war();
    world.legitimacy = 0.5;
    EXPECT_DOUBLE_EQ(readiness(world, params(), state, rebels), 0.5);
    EXPECT_DOUBLE_EQ(readiness(world, params(), rebels, allies_of_rebels), 1.0);
    world.actors.family[rebels.row] = Family::jihadist;
    EXPECT_DOUBLE_EQ(readiness(world, params(), state, rebels), 0.125);
}

TEST(NextKind, GoesUpAfterWhatHeldAndRenewsWhatDidNot) {
    AgreementStore agreements;
    auto const had = [&](AgreementKind kind, std::uint32_t days) {
        auto const id =
            begin_agreement(agreements, {.kind = kind, .a = state, .b = rebels}, sim::Day{100});
        end_agreement(agreements, id, AgreementState::collapsed, sim::Day{100 + days});
        return next_kind(agreements, rebels, state, 60.0);
    };
    EXPECT_EQ(next_kind(agreements, state, rebels, 60.0), AgreementKind::cessation);
    EXPECT_EQ(had(AgreementKind::cessation, 59), AgreementKind::cessation);
    EXPECT_EQ(had(AgreementKind::cessation, 60), AgreementKind::preliminary);
    EXPECT_EQ(had(AgreementKind::preliminary, 10), AgreementKind::preliminary);
    EXPECT_EQ(had(AgreementKind::preliminary, 90), AgreementKind::definitive);
    EXPECT_EQ(had(AgreementKind::definitive, 900), AgreementKind::definitive);
    EXPECT_EQ(next_kind(agreements, state, foreigners, 60.0), AgreementKind::cessation);
}

TEST(Mediation, NeedsFightingToTireThem) {
    EXPECT_EQ(mean_days(0, params(), true), 300.0);
    double const after_much = mean_days(500, params(), true);
    EXPECT_LT(after_much, mean_days(20, params(), true));
    EXPECT_LT(after_much, 100.0);
}

TEST(Mediation, SucceedsSoonerBetweenWhomPeopleAccept) {
    EXPECT_LT(mean_days(200, params(), true), mean_days(200, params(), true, 0.2));
}

TEST(Mediation, DoesNothingWhereItIsSwitchedOff) {
    auto off = params();
    off.scripted_rounds = false;
    off.spontaneous = false;
    EXPECT_EQ(mean_days(500, off, true), 300.0);
    auto scripted = params();
    scripted.spontaneous = false;
    EXPECT_EQ(mean_days(500, scripted, false), 300.0);
    EXPECT_LT(mean_days(500, scripted, true), 200.0);
    auto by_themselves = params();
    by_themselves.scripted_rounds = false;
    EXPECT_LT(mean_days(500, by_themselves, false), 250.0);
    by_themselves.begin_rate = 0.0;
    EXPECT_EQ(mean_days(500, by_themselves, false), 300.0);
    auto hopeless = params();
    hopeless.success = 0.0;
    EXPECT_EQ(mean_days(500, hopeless, true), 300.0);
}

TEST(Mediation, LeavesThoseAloneWhomAnAgreementBindsOrWhoAreAtPeace) {
    for (bool const is_bound : {true, false}) {
        World world = war_of(500, 1, true);
        if (is_bound) {
            begin_agreement(world.agreements, {.key = "old", .a = state, .b = rebels}, world.today);
        } else {
            world.relations.set(state, rebels, Relation::neutral);
        }
        for (std::uint32_t day = 0; day < 200; ++day) {
            world.today = sim::Day{day};
            MediationProcess{params()}(world);
            world.events.clear();
        }
        EXPECT_EQ(world.agreements.size(), is_bound ? 1U : 0U);
        EXPECT_TRUE(world.political_log.empty());
    }
}

TEST(Mediation, NamesItsAgreementsAndRenewsThem) {
    World world = war_of(500, 1, true);
    auto sure = params();
    sure.round_days = 1e-9;
    sure.success = 1.0;
    sure.memory_days = 1e9;
    sure.half_deaths = 1e-9;
    MediationProcess const rule{sure};
    rule(world);
    world.events.clear();
    ASSERT_EQ(world.agreements.size(), 1U);
    EXPECT_EQ(world.agreements.key[0], "talks-STATE-REBELS-1");
    EXPECT_EQ(world.agreements.kind[0], AgreementKind::cessation);
    world.today = sim::Day{80};
    end_agreement(world.agreements, AgreementId{0}, AgreementState::collapsed, world.today);
    rule(world);
    ASSERT_EQ(world.agreements.size(), 2U);
    EXPECT_EQ(world.agreements.key[1], "talks-STATE-REBELS-2");
    EXPECT_EQ(world.agreements.kind[1], AgreementKind::preliminary);
    EXPECT_EQ(count_of(world.political_log, PoliticalKind::talks_succeeded), 2U);
}

TEST(Mediation, IsTheSameForTheSameSeed) {
    EXPECT_EQ(days_to_agree(war_of(300, 5, true), params(), 300),
              days_to_agree(war_of(300, 5, true), params(), 300));
}

}  // namespace
}  // namespace models::testing
