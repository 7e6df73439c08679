#include "models/politics/politics.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/world/happen.hpp"
#include "tests/models/small_war.hpp"

namespace models::testing {
namespace {

inline constexpr ActorId spare{4}, bandits{5};

PoliticsParams params() {
    return {.memory_days = 50.0,
            .betrayal_rate = 0.02,
            .kin_loyalty = 0.25,
            .alliance_rate = 0.02,
            .stranger_trust = 0.5,
            .split_rate = 0.01,
            .concession_effect = 2.0,
            .concession_days = 100.0,
            .strike_effect = 0.5,
            .spoils_effect = 1.0,
            .split_least = 100.0,
            .split_share = 0.2,
            .banditry_share = 0.25,
            .merger_rate = 0.02,
            .merger_half = 100.0,
            .coup_rate = 0.02,
            .coup_half_losses = 100.0,
            .coup_cohesion = 0.4,
            .coup_legitimacy = 0.5,
            .coup_flight = 0.5,
            .legitimacy_level = 0.6,
            .legitimacy_days = 300.0};
}

void add_actor(World& world, char const* key, ActorClass actor_class, bool is_active) {
    auto& actors = world.actors;
    actors.key.emplace_back(key);
    actors.name.emplace_back(key);
    actors.actor_class.push_back(actor_class);
    actors.acled_code.push_back(2);
    actors.has_aircraft.push_back(0);
    actors.restraint.push_back(1.0);
    actors.quality.push_back(1.0);
    actors.active.push_back(is_active ? 1 : 0);
    actors.target_strength.push_back(0.0);
    actors.tempo.push_back(1.0);
    actors.cohesion.push_back(1.0);
    actors.lies_low.push_back(0);
    actors.family.push_back(Family::unaligned);
    actors.community.push_back(std::nullopt);
    actors.funds.push_back(0.0);
    actors.arms.push_back(0.0);
    actors.armament.push_back(1.0);
}

/// The small war with two rebel groups in the field, an actor that waits, and criminals.
World politics_at_war(std::uint64_t seed = 1) {
    World world = small_war(seed);
    add_actor(world, "SPLINTER-1", ActorClass::rebel, false);
    add_actor(world, "BANDITS", ActorClass::other, true);
    auto const actors = world.actors.size();
    world.relations = {actors, Relation::neutral};
    world.compliance = {actors, 1.0F};
    world.relations.set(state, rebels, Relation::hostile);
    world.relations.set(state, allies_of_rebels, Relation::hostile);
    world.relations.set(rebels, allies_of_rebels, Relation::allied);
    world.deployment = {actors, town_count};
    world.orders = {actors, town_count};
    world.cells.control.assign(world.map->cells.population.size() * actors, 0.0F);
    world.momentum.assign(actors, FadingField{world.map->cells.population.size(), 10.0, 1e-3});
    for (int i = 0; i < 6; ++i) add_unit(world, rebels, 2, 40);
    for (int i = 0; i < 2; ++i) add_unit(world, allies_of_rebels, 3, 40);
    for (std::uint32_t town = 0; town < 3; ++town) add_unit(world, state, town, 100);
    world.actors.target_strength[rebels.row] = 240.0;
    world.actors.target_strength[allies_of_rebels.row] = 80.0;
    world.deployment.of(rebels)[2] = 1.0;
    world.deployment.of(allies_of_rebels)[3] = 1.0;
    world.deployment.of(state)[0] = 1.0;
    world.places.holder = {state, state, rebels, rebels};
    return world;
}

std::uint64_t everybody(World const& world) {
    std::uint64_t sum = 0;
    for (auto const fighters : world.units.fighters) sum += fighters;
    return sum;
}

void live(World& world, PoliticsParams const& with, std::uint32_t days) {
    PoliticsProcess const rule{with};
    for (std::uint32_t day = 0; day < days; ++day) {
        rule(world);
        world.events.clear();
        ++world.today.value;
    }
}

TEST(RememberLosses, CountsWhoseDeadTheyAre) {
    World world = politics_at_war();
    ConflictEvent clash;
    clash.attacker = rebels;
    clash.target = state;
    clash.attacker_deaths = 3;
    clash.deaths[static_cast<std::size_t>(Side::militant)] = 3;
    clash.deaths[static_cast<std::size_t>(Side::state)] = 7;
    happen(world, clash);
    clash.target = allies_of_rebels;
    clash.deaths[static_cast<std::size_t>(Side::state)] = 0;
    clash.deaths[static_cast<std::size_t>(Side::militant)] = 8;
    happen(world, clash);
    ConflictEvent strike;
    strike.kind = EventKind::air_strike;
    strike.attacker = foreigners;
    strike.target = rebels;
    happen(world, strike);
    remember_losses(world, 50.0);
    EXPECT_DOUBLE_EQ(world.memories.losses[state.row], 7.0);
    EXPECT_DOUBLE_EQ(world.memories.losses[rebels.row], 6.0);
    EXPECT_DOUBLE_EQ(world.memories.losses[allies_of_rebels.row], 5.0);
    EXPECT_DOUBLE_EQ(world.memories.strikes[rebels.row], 1.0);
    world.events.clear();
    remember_losses(world, 50.0);
    EXPECT_DOUBLE_EQ(world.memories.losses[state.row], 7.0 * std::exp(-0.02));
}

TEST(BetrayalRate, RisesWithTheStrongerAndWithTheSpoilsGone) {
    World world = politics_at_war();
    auto const rate = [&] {
        return betrayal_rate(world, params(), rebels, allies_of_rebels, fighters_of_all(world));
    };
    double const unequal = rate();
    EXPECT_DOUBLE_EQ(unequal, 0.02 * 2.0 * 0.75);  // 240 against 80, nothing left to win
    world.places.holder = {state, state, state, state};
    EXPECT_DOUBLE_EQ(rate(), 0.0);
    world.places.holder[2] = rebels;
    EXPECT_DOUBLE_EQ(rate(), 0.5 * unequal);
    world.actors.family[rebels.row] = Family::jihadist;
    world.actors.family[allies_of_rebels.row] = Family::jihadist;
    EXPECT_DOUBLE_EQ(rate(), 0.125 * unequal);
    for (int i = 0; i < 4; ++i) add_unit(world, allies_of_rebels, 3, 40);
    EXPECT_LT(rate(), 0.125 * unequal);
}

TEST(AllianceRate, NeedsACommonEnemy) {
    World world = politics_at_war();
    EXPECT_DOUBLE_EQ(alliance_rate(world, params(), rebels, allies_of_rebels), 0.01);
    world.actors.family[rebels.row] = Family::separatist;
    world.actors.family[allies_of_rebels.row] = Family::separatist;
    EXPECT_DOUBLE_EQ(alliance_rate(world, params(), rebels, allies_of_rebels), 0.02);
    world.relations.set(state, rebels, Relation::neutral);
    EXPECT_DOUBLE_EQ(alliance_rate(world, params(), rebels, allies_of_rebels), 0.0);
}

TEST(SplitRate, RisesWithConcessionsStrikesAndUnequalSpoils) {
    World world = politics_at_war();
    auto const rate = [&] { return split_rate(world, params(), rebels); };
    EXPECT_DOUBLE_EQ(rate(), 0.01);
    world.places.holder[2] = state;
    EXPECT_DOUBLE_EQ(rate(), 0.02);
    world.memories.strikes.assign(world.actors.size(), 2.0);
    EXPECT_DOUBLE_EQ(rate(), 0.03);
    begin_agreement(world.agreements, {.a = state, .b = rebels}, world.today);
    EXPECT_DOUBLE_EQ(rate(), 0.05);
    world.agreements.implementation[0] = 0.5;
    EXPECT_DOUBLE_EQ(rate(), 0.04);
    world.today = sim::Day{101};
    EXPECT_DOUBLE_EQ(rate(), 0.03);
}

TEST(MergerRate, IsOfWeakKinWithACommonEnemy) {
    World world = politics_at_war();
    auto const rate = [&] {
        return merger_rate(world, params(), rebels, allies_of_rebels, fighters_of_all(world));
    };
    EXPECT_DOUBLE_EQ(rate(), 0.0);
    world.actors.family[rebels.row] = Family::jihadist;
    world.actors.family[allies_of_rebels.row] = Family::jihadist;
    EXPECT_DOUBLE_EQ(rate(), 0.02 * 100.0 / 180.0);
    world.units.fighters[6] = 0;
    EXPECT_DOUBLE_EQ(rate(), 0.02 * 100.0 / 140.0);
    world.relations.set(rebels, allies_of_rebels, Relation::hostile);
    EXPECT_DOUBLE_EQ(rate(), 0.0);
}

TEST(CoupRate, RisesWithLossesDiscordAndLowLegitimacy) {
    World world = politics_at_war();
    EXPECT_EQ(coup_rate(world, params(), state), 0.0);
    world.memories.losses.assign(world.actors.size(), 100.0);
    EXPECT_DOUBLE_EQ(coup_rate(world, params(), state), 0.01);
    world.actors.cohesion[state.row] = 0.5;
    EXPECT_DOUBLE_EQ(coup_rate(world, params(), state), 0.015);
    world.legitimacy = 0.5;
    EXPECT_DOUBLE_EQ(coup_rate(world, params(), state), 0.0225);
}

TEST(Politics, ChangesNothingButLegitimacyWhileSwitchedOff) {
    World world = politics_at_war();
    auto const before = world.units.actor;
    live(world, params(), 1000);
    EXPECT_TRUE(world.political_log.empty());
    EXPECT_EQ(world.units.actor, before);
    EXPECT_EQ(world.relations.at(rebels, allies_of_rebels), Relation::allied);
    EXPECT_DOUBLE_EQ(world.legitimacy, 0.6);
}

TEST(Politics, EndsAlliancesAndMakesThem) {
    auto with = params();
    with.betrayal = true;
    World world = politics_at_war();
    live(world, with, 1000);
    EXPECT_EQ(world.relations.at(rebels, allies_of_rebels), Relation::hostile);
    ASSERT_EQ(count_of(world.political_log, PoliticalKind::betrayed), 1U);
    EXPECT_EQ(world.political_log[0].actor, rebels);
    World apart = politics_at_war();
    apart.relations.set(rebels, allies_of_rebels, Relation::neutral);
    live(apart, with, 1000);
    EXPECT_EQ(count_of(apart.political_log, PoliticalKind::allied), 1U);
}

TEST(Politics, SplitsAGroupWithoutLosingAnybody) {
    auto with = params();
    with.split = true;
    World world = politics_at_war();
    world.actors.family[rebels.row] = Family::separatist;
    auto const before = everybody(world);
    live(world, with, 1000);
    ASSERT_EQ(count_of(world.political_log, PoliticalKind::split), 1U);  // one spare actor
    EXPECT_EQ(world.actors.active[spare.row], 1);
    EXPECT_EQ(world.actors.family[spare.row], Family::separatist);
    EXPECT_EQ(world.relations.at(spare, state), Relation::hostile);
    EXPECT_EQ(world.relations.at(bandits, state), Relation::neutral);
    double const share = world.political_log[0].value;
    auto const leaving = static_cast<std::uint64_t>(std::llround(share * 240.0));
    EXPECT_EQ(fighters_of(world, spare) + fighters_of(world, bandits), leaving);
    EXPECT_EQ(fighters_of(world, bandits),
              static_cast<std::uint64_t>(std::llround(0.25 * static_cast<double>(leaving))));
    EXPECT_EQ(everybody(world), before);
    EXPECT_NEAR(world.actors.target_strength[spare.row] +
                    world.actors.target_strength[bandits.row] +
                    world.actors.target_strength[rebels.row],
                240.0, 1e-9);
}

TEST(Politics, SplitsNoGroupThatIsSmall) {
    auto with = params();
    with.split = true;
    with.split_least = 1000.0;
    World world = politics_at_war();
    live(world, with, 1000);
    EXPECT_TRUE(world.political_log.empty());
}

TEST(Politics, MergesTheWeakerIntoTheStronger) {
    auto with = params();
    with.merger = true;
    World world = politics_at_war();
    world.actors.family[rebels.row] = Family::jihadist;
    world.actors.family[allies_of_rebels.row] = Family::jihadist;
    live(world, with, 1000);
    ASSERT_EQ(count_of(world.political_log, PoliticalKind::merged), 1U);
    EXPECT_EQ(world.actors.active[allies_of_rebels.row], 0);
    EXPECT_EQ(fighters_of(world, rebels), 320U);
}

TEST(Politics, HasCoupsOnlyOfBeatenArmies) {
    auto with = params();
    with.coup = true;
    World calm = politics_at_war();
    live(calm, with, 1000);
    EXPECT_EQ(count_of(calm.political_log, PoliticalKind::coup), 0U);
    World beaten = politics_at_war();
    beaten.memories.losses.assign(beaten.actors.size(), 1e6);
    live(beaten, with, 1);
    with.coup_rate = 1e9;
    beaten.today = sim::Day{5};
    live(beaten, with, 1);
    EXPECT_EQ(count_of(beaten.political_log, PoliticalKind::coup), 1U);
    EXPECT_DOUBLE_EQ(beaten.actors.cohesion[state.row], 0.6);
    EXPECT_NEAR(beaten.legitimacy, 0.3, 1e-9);
    EXPECT_EQ(fighters_of(beaten, state), 300U);
    with.coup_flight = 1.0;
    live(beaten, with, 1);
    for (std::uint32_t u = 8; u < 11; ++u) {
        EXPECT_EQ(beaten.units.destination[u], PlaceId{0});
    }
}

TEST(Politics, LosesLegitimacyInScriptedCoupsAndRegainsIt) {
    World world = politics_at_war();
    live(world, params(), 1);
    world.measures = {{.key = "coup", .kind = MeasureKind::coup, .actor = state}};
    live(world, params(), 1);
    EXPECT_NEAR(world.legitimacy, 0.3, 1e-12);
    world.measures[0].age = 1;
    live(world, params(), 300);
    EXPECT_NEAR(world.legitimacy, 0.6 - 0.3 * std::exp(-1.0), 1e-9);
}

TEST(Politics, IsTheSameForTheSameSeed) {
    auto with = params();
    with.betrayal = with.split = with.merger = with.coup = true;
    World world = politics_at_war(3);
    World same = politics_at_war(3);
    live(world, with, 500);
    live(same, with, 500);
    EXPECT_EQ(world.units.actor, same.units.actor);
    EXPECT_EQ(world.political_log.size(), same.political_log.size());
}

}  // namespace
}  // namespace models::testing
