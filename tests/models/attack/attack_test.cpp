#include "models/attack/attack.hpp"
#include "models/aftermath/aftermath.hpp"
#include "models/world/cooperation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "sim/parallel/threads.hpp"
#include "tests/models/small_war.hpp"

namespace models {
namespace {

using namespace testing;

std::size_t row(ActorClass actor_class) {
    return static_cast<std::size_t>(actor_class);
}
std::size_t row(EventKind kind) {
    return static_cast<std::size_t>(kind);
}

AttackParams only_clashes() {
    AttackParams params;
    params.rate[row(ActorClass::rebel)] = 1.0;
    params.value.fill(1.0);
    params.exposure_garrison = 1.0;
    params.exposure_patrol = 2.0;
    params.exposure_hide = 0.0;
    params.season.fill(1.0);
    params.conventional[row(EventKind::armed_clash)] = 1.0;
    params.asymmetric[row(EventKind::remote_explosive)] = 1.0;
    params.regular[row(EventKind::armed_clash)] = 1.0;
    for (auto& kind : params.fatalities) {
        kind = {.fatal_share = 1.0,
                .median = 2.0,
                .log_sd = 0.5,
                .largest = 30.0,
                .civilian_share = 0.1,
                .attacker_odds = 0.5};
    }
    params.momentum_limit = 4.0;
    params.wounded_per_death = 1.0;
    return params;
}

/// Rebels and soldiers in the same town, many units each.
World town_at_war(std::uint64_t seed = 1) {
    World world = small_war(seed);
    for (int u = 0; u < 30; ++u) {
        add_unit(world, state, 1, 100);
        add_unit(world, rebels, 1, 40);
    }
    return world;
}

/// Attacks and what they leave, day by day. \return All events.
std::vector<ConflictEvent> war_of(World& world, AttackParams const& params, int days,
                                  AftermathParams const& traces = {}) {
    AttackProcess attack{params, *world.map};
    AftermathProcess const aftermath{traces, *world.map};
    std::vector<ConflictEvent> events;
    for (int d = 0; d < days; ++d, ++world.today.value) {
        forget_yesterday(world);
        attack(world);
        aftermath(world);
        events.insert(events.end(), world.events.begin(), world.events.end());
    }
    return events;
}

std::uint64_t all_people(World const& world) {
    std::uint64_t people = 0;
    for (auto const home : world.households.strata().people_home) people += home;
    return people;
}

TEST(Attack, NeedsAnEnemyWithinReach) {
    World world = small_war();
    add_unit(world, rebels, 0, 40);
    add_unit(world, state, 3, 100);  // 167 km away
    EXPECT_TRUE(war_of(world, only_clashes(), 100).empty());
}

TEST(Attack, HappensAtTheStatedRate) {
    // One band, one target in the same cell: contact = sqrt(100 / 40), rate = contact / (1 +
    // contact).
    double events = 0.0;
    double const contact = std::sqrt(100.0 / 40.0);
    double const rate = contact / (contact + 1.0);
    int const days = 4'000;
    auto params = only_clashes();
    for (auto& kind : params.fatalities) kind.fatal_share = 0.0;
    World world = small_war();
    add_unit(world, rebels, 1, 40);
    add_unit(world, state, 1, 100);
    events = static_cast<double>(war_of(world, params, days).size());
    EXPECT_NEAR(events, rate * days, 5.0 * std::sqrt(rate * days));
}

TEST(AttackRate, IsTheProductOfItsFactors) {
    World world = small_war();
    UnitId const unit = add_unit(world, rebels, 1, 80);
    auto params = only_clashes();
    params.rate[row(ActorClass::rebel)] = 0.1;
    params.season[0] = 0.5;
    world.actors.tempo[rebels.row] = 3.0;
    world.actors.cohesion[rebels.row] = 0.5;
    double const season = season_today(world, params);
    double const highest = highest_attack_rate(world, params, unit, season, 1.0);
    EXPECT_DOUBLE_EQ(highest, 0.1 * 2.0 * 0.5 * 3.0 * 0.5 * (1.0 + 1.0 / 1.25));
    double const calm = highest_attack_rate(world, params, unit, season, 0.0);
    EXPECT_NEAR(highest_attack_rate(world, params, unit, season, 1e9), 5.0 * calm, 1e-6);
    EXPECT_DOUBLE_EQ(attack_rate(params, highest, 4.0), highest * 4.0 / 5.0);
    EXPECT_EQ(attack_rate(params, highest, 0.0), 0.0);
}

TEST(Attack, TakesWhatItKillsFromTheUnitsAndTheHouseholds) {
    World world = town_at_war();
    std::uint64_t const soldiers = fighters_of(world, state);
    std::uint64_t const fighters = fighters_of(world, rebels);
    std::uint64_t const people = all_people(world);
    auto const events = war_of(world, only_clashes(), 10);
    ASSERT_GT(events.size(), 50U);
    auto const& deaths = world.totals.deaths;
    EXPECT_EQ(fighters_of(world, state) + deaths[0], soldiers);
    EXPECT_EQ(fighters_of(world, rebels) + deaths[3], fighters);
    EXPECT_EQ(all_people(world) + deaths[4], people);
    std::array<std::uint64_t, side_count> by_event{};
    for (auto const& event : events) {
        for (std::size_t s = 0; s < side_count; ++s) by_event[s] += event.deaths[s];
    }
    EXPECT_EQ(by_event, deaths);
}

TEST(Attack, IsHeldBackByAnAgreementBetweenItsPartiesOnly) {
    World world = town_at_war();
    for (int u = 0; u < 5; ++u) add_unit(world, foreigners, 1, 100);
    world.compliance.set(rebels, state, 0.0F);
    for (auto const& event : war_of(world, only_clashes(), 20)) {
        EXPECT_NE(event.target, state);
        if (event.target != no_actor) {
            EXPECT_EQ(event.target, foreigners);
        }
    }
    EXPECT_GT(world.totals.deaths[1], 0U);
}

TEST(Attack, FindsNobodyWhoHidesPerfectly) {
    World world = town_at_war();
    for (auto& posture : world.units.posture) posture = Posture::hide;
    EXPECT_TRUE(war_of(world, only_clashes(), 20).empty());
}

TEST(Attack, TurnsOnCiviliansOnlyWithoutRestraint) {
    World world = small_war();
    for (int u = 0; u < 10; ++u) add_unit(world, rebels, 1, 40);
    auto params = only_clashes();
    params.civilian_value = 1.0;
    params.half_population = 1000.0;
    EXPECT_TRUE(war_of(world, params, 30).empty());
    world.actors.restraint[rebels.row] = 0.0;
    auto const events = war_of(world, params, 30);
    ASSERT_FALSE(events.empty());
    for (auto const& event : events) {
        EXPECT_EQ(event.kind, EventKind::attack_on_civilians);
        EXPECT_EQ(event.deaths[4], event.all_deaths());
    }
}

TEST(Attack, UsesAsymmetricMeansWhileLyingLow) {
    World world = town_at_war();
    world.actors.lies_low[rebels.row] = 1;
    for (auto const& event : war_of(world, only_clashes(), 5)) {
        EXPECT_EQ(event.kind, EventKind::remote_explosive);
    }
}

TEST(Attack, ExcitesMoreAttacksNearby) {
    auto calm = only_clashes();
    for (auto& kind : calm.fatalities) kind.fatal_share = 0.0;
    calm.rate[row(ActorClass::rebel)] = 0.02;
    World one = town_at_war();
    World two = town_at_war();
    auto const without = war_of(one, calm, 200).size();
    auto const with = war_of(two, calm, 200, {.momentum_gain = 2.0}).size();
    EXPECT_GT(static_cast<double>(with), 1.3 * static_cast<double>(without));
}

TEST(Attack, RaisesTheThreatAroundIt) {
    World world = town_at_war();
    auto const events = war_of(world, only_clashes(), 3, {.threat_of_event = 1.0});
    ASSERT_FALSE(events.empty());
    EXPECT_GT(world.cells.threat.at(world.map->places.cell[1].row, world.today), 1.0);
    EXPECT_EQ(world.cells.threat.at(world.map->places.cell[3].row, world.today), 0.0);
}

TEST(Attack, FromTheAirNeedsAircraftAndCostsTheAttackerNobody) {
    World world = small_war();
    for (int u = 0; u < 5; ++u) add_unit(world, foreigners, 0, 100);
    for (int u = 0; u < 20; ++u) add_unit(world, rebels, 3, 40);
    auto params = only_clashes();
    params.rate.fill(0.0);
    params.air_rate.fill(1.0);
    EXPECT_TRUE(war_of(world, params, 50).empty());
    world.actors.has_aircraft[foreigners.row] = 1;
    for (auto const& event : war_of(world, params, 50)) {
        EXPECT_EQ(event.kind, EventKind::air_strike);
        EXPECT_EQ(event.target, rebels);
    }
    EXPECT_EQ(fighters_of(world, foreigners), 500U);
    EXPECT_GT(world.totals.deaths[3], 0U);
}

TEST(Attack, StopsWhenAttackersAreDead) {
    World world = small_war();
    add_unit(world, rebels, 1, 1);
    for (int u = 0; u < 50; ++u) add_unit(world, state, 1, 200);
    auto params = only_clashes();
    params.rate[row(ActorClass::rebel)] = 1e3;
    for (auto& kind : params.fatalities) kind.attacker_odds = 1e3;
    war_of(world, params, 20);
    EXPECT_EQ(fighters_of(world, rebels), 0U);
    EXPECT_EQ(world.totals.deaths[3], 1U);
}

TEST(Attack, IsTheSameForAnyThreadCount) {
    std::vector<std::array<std::uint64_t, side_count>> deaths;
    for (int const threads : {1, 2, 7}) {
        sim::set_threads(threads);
        World world = town_at_war();
        war_of(world, only_clashes(), 20);
        deaths.push_back(world.totals.deaths);
    }
    sim::set_threads(1);
    EXPECT_EQ(deaths[0], deaths[1]);
    EXPECT_EQ(deaths[0], deaths[2]);
}

TEST(Attack, IsNotMadeByThoseInCantonment) {
    World world = town_at_war();
    for (auto& posture : world.units.posture) posture = Posture::cantoned;
    EXPECT_TRUE(war_of(world, only_clashes(), 20).empty());
}

TEST(Attack, IsHeldBackWhereTheCellIsCalm) {
    World world = town_at_war();
    AttackProcess attack{only_clashes(), *world.map};
    for (int d = 0; d < 20; ++d, ++world.today.value) {
        forget_yesterday(world);
        world.cells.calm_attacks.assign(world.cells.calm_attacks.size(), 0.0F);
        attack(world);
        EXPECT_TRUE(world.events.empty());
    }
}

TEST(CivilianWorth, FollowsProtectionPactsAndRestraint) {
    World world = small_war();
    auto params = only_clashes();
    params.civilian_value = 1.0;
    params.pact_mercy = 0.25;
    params.pact_suspicion = 2.0;
    sim::CellId const here = world.map->places.cell[1];
    world.actors.restraint[rebels.row] = 0.5;
    world.actors.restraint[state.row] = 0.5;
    EXPECT_DOUBLE_EQ(civilian_worth(world, params, rebels, here), 0.5);
    world.cells.calm_civilians[here.row] = 0.5F;
    EXPECT_DOUBLE_EQ(civilian_worth(world, params, rebels, here), 0.25);
    EXPECT_DOUBLE_EQ(civilian_worth(world, params, state, here), 0.5);  // not the state's: E5
    world.cells.pact[here.row] = rebels;
    EXPECT_DOUBLE_EQ(civilian_worth(world, params, rebels, here), 0.0625);
    EXPECT_DOUBLE_EQ(civilian_worth(world, params, state, here), 1.0);
}

TEST(Cooperation, FallsWithGrievanceAndComesBack) {
    World world = small_war();
    auto params = only_clashes();
    params.information_half = 2.0;
    sim::CellId const here = world.map->places.cell[1];
    EXPECT_DOUBLE_EQ(cooperation(world, here, params.information_half), 1.0);
    world.cells.grievance.add(CellFields::grievance_row(here, Community::fulani), 2.0, world.today);
    EXPECT_DOUBLE_EQ(cooperation(world, here, params.information_half), 0.5);
    world.today.value += 300;
    EXPECT_GT(cooperation(world, here, params.information_half), 0.99);
}

TEST(Attack, TurnsToPeacekeepersWhenOthersLeave) {
    auto const on_foreigners = [](int soldiers) {
        World world = small_war();
        world.actors.actor_class[foreigners.row] = ActorClass::peacekeeper;
        for (int u = 0; u < soldiers; ++u) add_unit(world, state, 1, 60'000);
        for (int u = 0; u < 10; ++u) add_unit(world, foreigners, 1, 60'000);
        for (int u = 0; u < 5; ++u) add_unit(world, rebels, 1, 40);
        auto params = only_clashes();
        params.half_contact = 0.1;  // attackers always find enough: it is a question of whom
        for (auto& kind : params.fatalities) kind.attacker_odds = 0.0;
        int count = 0;
        for (auto const& event : war_of(world, params, 60)) {
            if (event.target == foreigners) ++count;
        }
        return count;
    };
    int const beside_the_army = on_foreigners(30);
    int const alone = on_foreigners(0);
    EXPECT_GT(beside_the_army, 30);
    EXPECT_GT(alone, 2 * beside_the_army);
}

TEST(Attack, DiffersBetweenSeeds) {
    World one = town_at_war(1);
    World two = town_at_war(2);
    war_of(one, only_clashes(), 20);
    war_of(two, only_clashes(), 20);
    EXPECT_NE(one.totals.deaths, two.totals.deaths);
}

TEST(FindTargets, LetsAStrongerEnemyDeter) {
    World world = small_war();
    UnitId const band = add_unit(world, rebels, 1, 40);
    add_unit(world, state, 1, 400);
    auto params = only_clashes();
    UnitsInReach units_in_reach{*world.map, params.contact_km};
    units_in_reach.rebuild(world);
    std::vector<double> const nobody(world.map->cells.population.size(), 0.0);
    double const bold = find_targets(world, params, units_in_reach, nobody, band, nullptr);
    params.deterrence = 0.5;
    double const shy = find_targets(world, params, units_in_reach, nobody, band, nullptr);
    EXPECT_DOUBLE_EQ(bold, std::sqrt(10.0));
    EXPECT_DOUBLE_EQ(shy, std::sqrt(10.0) / 6.0);
}

}  // namespace
}  // namespace models
