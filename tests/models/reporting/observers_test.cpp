#include <gtest/gtest.h>

#include <numeric>

#include "models/reporting/active_dyads.hpp"
#include "models/reporting/reporting.hpp"
#include "tests/models/reporting/reporting_world.hpp"

namespace models {
namespace {

using namespace testing;
using Numbers = std::array<std::uint32_t, side_count>;

class ADay : public ::testing::Test {
  protected:
    ADay() : world_{day_to_report()}, params_{perfect_observers()} {
        params_.ucdp_attention = 1.0;
        params_.headline_foreigners = 1.0;
        params_.precise_in_towns = 1.0;
    }

    /// The day's reports, once everything has happened.
    Reports const& reports() {
        ReportingProcess{params_, *world_.map}(world_);
        return world_.reports;
    }

    World world_;
    ReportingParams params_;
};

TEST_F(ADay, HasEveryKindOfEventInAcledsWords) {
    using enum EventKind;
    using Sub = AcledSubEvent;
    std::vector<std::pair<EventKind, Sub>> const kinds{{armed_clash, Sub::armed_clash},
                                                       {remote_explosive, Sub::remote_explosive},
                                                       {shelling, Sub::shelling},
                                                       {suicide_bomb, Sub::suicide_bomb},
                                                       {complex_attack, Sub::armed_clash},
                                                       {air_strike, Sub::air_strike},
                                                       {attack_on_civilians, Sub::attack},
                                                       {communal_attack, Sub::attack},
                                                       {execution, Sub::attack},
                                                       {abduction, Sub::abduction},
                                                       {hostage_siege, Sub::attack},
                                                       {protest, Sub::peaceful_protest},
                                                       {protest_repressed, Sub::excessive_force},
                                                       {device_found, Sub::disrupted_weapons_use},
                                                       {handover, Sub::non_violent_transfer}};
    for (auto const& [kind, sub_event] : kinds) {
        happen(world_, event_in_town(world_, kind, 0, 1));
    }
    auto const& written = reports().acled;
    ASSERT_EQ(written.size(), kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        EXPECT_EQ(written[i].sub_event, kinds[i].second) << i;
        EXPECT_EQ(written[i].event, i);
        EXPECT_EQ(written[i].fatalities, 1U);
    }
}

TEST_F(ADay, NumbersEventsSinceTheRunBegan) {
    happen(world_, event_in_town(world_, EventKind::armed_clash, 0, 0, 1));
    world_.events.clear();
    ++world_.today.value;
    happen(world_, event_in_town(world_, EventKind::armed_clash, 0, 0, 1));
    EXPECT_EQ(reports().acled.at(0).event, 1U);
}

TEST_F(ADay, TellsATownTakenByABattleAsOne) {
    auto clash = event_in_town(world_, EventKind::complex_attack, 0, 0, 7);
    clash.target = state;
    happen(world_, clash);
    auto taken = event_in_town(world_, EventKind::place_taken, 0, 0);
    taken.place = PlaceId{0};
    happen(world_, taken);
    auto const& written = reports().acled;
    ASSERT_EQ(written.size(), 1U);
    EXPECT_EQ(written[0].sub_event, AcledSubEvent::non_state_actor_overtakes_territory);
    EXPECT_EQ(written[0].fatalities, 7U);
}

TEST_F(ADay, TellsATownTakenWithoutABattleToo) {
    auto taken = event_in_town(world_, EventKind::place_taken, 0, 0);
    taken.attacker = state;
    happen(world_, taken);
    auto const& written = reports().acled;
    ASSERT_EQ(written.size(), 1U);
    EXPECT_EQ(written[0].sub_event, AcledSubEvent::government_regains_territory);
    EXPECT_EQ(written[0].fatalities, 0U);
    EXPECT_EQ(written[0].actor2, ReportedActor{});
}

TEST_F(ADay, NamesTheParties) {
    auto clash = event_in_town(world_, EventKind::armed_clash, 0, 0, 1);
    clash.target = state;
    happen(world_, clash);
    auto communal = event_in_town(world_, EventKind::communal_attack, 0, 3);
    communal.attacker = no_actor;
    communal.avenger = Community::dogon;
    communal.victims = Community::fulani;
    happen(world_, communal);
    auto const& written = reports().acled;
    ASSERT_EQ(written.size(), 2U);
    EXPECT_EQ(written[0].actor1, (ReportedActor{InterCode::rebel_group, rebels}));
    EXPECT_EQ(written[0].actor2, (ReportedActor{InterCode::state_forces, state}));
    EXPECT_FALSE(written[0].targets_civilians);
    EXPECT_EQ(written[1].actor1,
              (ReportedActor{InterCode::identity_militia, no_actor, Community::dogon}));
    EXPECT_EQ(written[1].actor2,
              (ReportedActor{InterCode::civilians, no_actor, Community::fulani}));
    EXPECT_TRUE(written[1].targets_civilians);
}

TEST_F(ADay, LeavesUnidentifiedAttackersToAcledAlone) {
    params_.unidentified_on_civilians = 1.0;
    happen(world_, event_in_town(world_, EventKind::attack_on_civilians, 0, 9));
    EXPECT_EQ(reports().acled.at(0).actor1, (ReportedActor{InterCode::political_militia}));
    EXPECT_TRUE(reports().ucdp.empty());
    EXPECT_EQ(reports().headlines.size(), 1U);
}

TEST_F(ADay, IsUnknownToWhoPaysNoAttention) {
    params_.attention = 0.0;
    happen(world_, event_in_town(world_, EventKind::attack_on_civilians, 0, 9));
    EXPECT_TRUE(reports().acled.empty());
    EXPECT_TRUE(reports().ucdp.empty());
}

TEST_F(ADay, HasUcdpsEventsOnlyWithADeath) {
    happen(world_, event_in_town(world_, EventKind::attack_on_civilians, 0, 0));
    EXPECT_EQ(reports().acled.size(), 1U);
    EXPECT_TRUE(reports().ucdp.empty());
}

TEST_F(ADay, HasThreeTypesOfViolence) {
    auto on_state = event_in_town(world_, EventKind::armed_clash, 0, 2, 4);
    on_state.target = foreigners;
    on_state.deaths[static_cast<std::size_t>(Side::militant)] = 3;
    on_state.attacker_deaths = 3;
    happen(world_, on_state);
    auto on_group = event_in_town(world_, EventKind::armed_clash, 0, 1);
    on_group.target = allies_of_rebels;
    happen(world_, on_group);
    happen(world_, event_in_town(world_, EventKind::attack_on_civilians, 0, 5));
    auto const& written = reports().ucdp;
    ASSERT_EQ(written.size(), 3U);
    // Foreigners fight in the dyad of the government, which is side a.
    EXPECT_EQ(written[0].violence, UcdpViolence::state_based);
    EXPECT_EQ(written[0].side_a.actor, state);
    EXPECT_EQ(written[0].side_b.actor, rebels);
    EXPECT_EQ(written[0].deaths_a, 4U);
    EXPECT_EQ(written[0].deaths_b, 3U);
    EXPECT_EQ(written[0].deaths_civilians, 2U);
    EXPECT_EQ(written[0].best, 9U);
    EXPECT_EQ(written[1].violence, UcdpViolence::non_state);
    EXPECT_EQ(written[2].violence, UcdpViolence::one_sided);
    EXPECT_EQ(written[2].deaths_civilians, 5U);
}

TEST_F(ADay, HasSumsThatAgreeWhateverTheCounts) {
    params_.count_spread = 0.5;
    params_.rival_counts = 2.0;
    params_.ucdp_unknown_side = 0.3;
    for (int i = 0; i < 200; ++i) {
        auto event = event_in_town(world_, EventKind::armed_clash, 0, 3, 5);
        event.target = state;
        event.deaths[static_cast<std::size_t>(Side::militant)] = 4;
        event.attacker_deaths = 4;
        happen(world_, event);
    }
    for (auto const& report : reports().ucdp) {
        EXPECT_EQ(
            report.deaths_a + report.deaths_b + report.deaths_civilians + report.deaths_unknown,
            report.best);
        EXPECT_LE(report.low, report.best);
        EXPECT_LE(report.best, report.high);
    }
    // ACLED takes the lowest count that UCDP knows.
    std::map<std::uint32_t, std::uint32_t> lowest;
    for (auto const& report : reports().ucdp) lowest[report.event] = report.low;
    int compared = 0;
    for (auto const& report : reports().acled) {
        if (!lowest.contains(report.event)) continue;
        EXPECT_EQ(report.fatalities, lowest[report.event]);
        ++compared;
    }
    EXPECT_GT(compared, 150);
}

TEST_F(ADay, HasSomeEventsTwice) {
    params_.double_counting = 0.25;
    for (int i = 0; i < 1000; ++i) {
        happen(world_, event_in_town(world_, EventKind::armed_clash, 0, 0, 1));
    }
    EXPECT_NEAR(static_cast<double>(reports().acled.size()), 1250.0, 60.0);
}

TEST_F(ADay, HasHeadlinesOfLargeAndForeignLosses) {
    params_.headline_deaths = 6.0;
    params_.headline_foreigners = 5.0;
    auto const share = [&](std::uint32_t civilians, std::uint32_t peacekeepers) {
        world_ = day_to_report();
        for (int i = 0; i < 4000; ++i) {
            auto event = event_in_town(world_, EventKind::armed_clash, 0, civilians);
            event.deaths[static_cast<std::size_t>(Side::peacekeeper)] = peacekeepers;
            happen(world_, event);
        }
        return static_cast<double>(reports().headlines.size()) / 4000.0;
    };
    EXPECT_EQ(share(0, 0), 0.0);
    EXPECT_NEAR(share(6, 0), 0.632, 0.03);
    EXPECT_NEAR(share(1, 1), 0.632, 0.03);
    EXPECT_NEAR(share(1, 0), 0.154, 0.03);
}

TEST_F(ADay, HasAgreementsAndSplitsAmongAcledsRows) {
    begin_agreement(world_.agreements, {.key = "old", .a = state, .b = rebels}, sim::Day{0});
    world_.today = sim::Day{5};
    begin_agreement(world_.agreements, {.key = "new", .a = state, .b = allies_of_rebels},
                    sim::Day{5});
    world_.political_log.push_back(
        {.day = sim::Day{5}, .kind = PoliticalKind::split, .actor = rebels});
    world_.political_log.push_back(
        {.day = sim::Day{5}, .kind = PoliticalKind::talks_begun, .actor = rebels});
    auto const& written = reports().acled;
    ASSERT_EQ(written.size(), 2U);
    EXPECT_EQ(written[0].sub_event, AcledSubEvent::agreement);
    EXPECT_EQ(written[0].event, no_event);
    EXPECT_EQ(written[0].where.place, PlaceId{3});
    EXPECT_EQ(written[1].sub_event, AcledSubEvent::change_to_group);
}

TEST(BySide, SharesACountByLargestRemainders) {
    EXPECT_EQ(by_side(10, {1, 0, 0, 1, 2}), (Numbers{3, 0, 0, 2, 5}));
    EXPECT_EQ(by_side(0, {1, 0, 0, 1, 2}), (Numbers{0, 0, 0, 0, 0}));
    EXPECT_EQ(by_side(3, {0, 0, 0, 0, 0}), (Numbers{0, 0, 0, 0, 3}));
    for (std::uint32_t count = 0; count < 50; ++count) {
        auto const shares = by_side(count, {3, 1, 0, 7, 2});
        EXPECT_EQ(std::accumulate(shares.begin(), shares.end(), 0U), count);
    }
}

TEST(ListedByUcdp, NeedsTwentyFiveDeathsInOneYear) {
    auto const report = [](std::uint32_t day, UcdpViolence violence, ActorId a, ActorId b,
                           std::uint32_t best) {
        UcdpReport one;
        one.when.day = sim::Day{day};
        one.violence = violence;
        one.side_a.actor = a;
        one.side_b.actor = b;
        one.best = best;
        return one;
    };
    using enum UcdpViolence;
    std::vector<UcdpReport> const reports{
        report(10, state_based, state, rebels, 24),  // the first two: 25 in 2012
        report(20, state_based, state, rebels, 1),
        report(400, state_based, state, rebels, 1),             // of the same dyad, another year
        report(300, state_based, state, allies_of_rebels, 20),  // 2012 and 2013: 20 each
        report(400, state_based, state, allies_of_rebels, 20),
        report(30, one_sided, rebels, no_actor, 25)};
    EXPECT_EQ(listed_by_ucdp(reports, sim::make_date(2012, 1, 1)),
              (std::vector<std::uint8_t>{1, 1, 1, 0, 0, 1}));
}

}  // namespace
}  // namespace models
