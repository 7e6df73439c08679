#include <gtest/gtest.h>

#include <algorithm>

#include "tests/models/scenario/small_country.hpp"

// Every intervention of models/scenario/README.md, as a user writes it.

namespace models {
namespace {

using test::SmallCountry;

/// An edit that is written over several lines, as the inline table that it is.
std::string one_line(std::string edit) {
    std::ranges::replace(edit, '\n', ' ');
    return edit;
}

Scenario with(std::string const& edit) {
    return SmallCountry{}.load({}, {one_line(edit)});
}

/// Rows of the timeline with an effect.
std::vector<TimelineRow> rows_of(Scenario const& scenario, Effect effect) {
    std::vector<TimelineRow> rows;
    std::ranges::copy_if(scenario.timeline, std::back_inserter(rows),
                         [&](TimelineRow const& row) { return row.effect == effect; });
    return rows;
}

std::int32_t day(unsigned month, unsigned day_of_month) {
    return static_cast<std::int32_t>(
        sim::days_between(sim::make_date(2012, 1, 1), sim::make_date(2012, month, day_of_month)));
}

using Rows = std::vector<std::pair<int, double>>;

/// Day and strength of every row of an actor.
Rows strengths(Scenario const& scenario, std::uint32_t actor) {
    Rows rows;
    for (auto const& row : scenario.forces) {
        if (row.actor.row == actor) rows.emplace_back(row.day, row.strength);
    }
    return rows;
}

constexpr ActorId army{0}, rebels{1}, un{2};

TEST(Interventions, DeployReplacesTheScheduleForAWhile) {
    auto const scenario = with(
        R"(action = "deploy", actor = "UN", from = 2012-03-01, until = 2012-06-01, strength = 400,
           places = ["alpha:3", "beta"])");
    EXPECT_EQ(strengths(scenario, 2),
              (Rows{{day(2, 1), 50.0}, {day(3, 1), 400.0}, {day(6, 1), 80.0}}));
    auto const row = std::ranges::find_if(scenario.forces, [](ForceRow const& one) {
        return one.actor == un && one.day == day(3, 1);
    });
    ASSERT_EQ(row->shares.size(), 2U);
    EXPECT_EQ(row->shares[0].second, 3.0);
    EXPECT_EQ(scenario.edits[0],
              "UN deploys 400 fighters at 2 places from 2012-03-01 until 2012-06-01");
    auto const starts = rows_of(scenario, Effect::actor_start);
    ASSERT_EQ(starts.size(), 2U);
    EXPECT_EQ(starts[1].id, "deploy-2012-03-01");
}

TEST(Interventions, DeployTakesCeilingAndFillRate) {
    auto const scenario = with(
        R"(action = "deploy", actor = "UN", from = 2012-03-01, ceiling = 1000, fill_rate = 0.85,
           places = ["alpha"], allied_with = ["STATE"], hostile_to = ["REBELS"])");
    EXPECT_EQ(strengths(scenario, 2), (Rows{{day(2, 1), 50.0}, {day(3, 1), 850.0}}));
    EXPECT_EQ(rows_of(scenario, Effect::allied).size(), 1U);
    EXPECT_EQ(rows_of(scenario, Effect::hostile).size(), 2U);
}

TEST(Interventions, DeployUndoesTheExitAndTheEndOfConsent) {
    SmallCountry country;
    country.append("timeline.csv",
                   "un-out,2012-05-01,,mandate,UN,,,0,Consent is withdrawn,,\n"
                   "un-end,2012-08-01,,actor_end,UN,,,,The mission ends,,\n");
    auto const scenario = country.load(
        {},
        {R"(action = "deploy", actor = "UN", from = 2012-06-01, strength = 90, places = ["beta"])"});
    EXPECT_TRUE(rows_of(scenario, Effect::actor_end).empty());
    auto const mandates = rows_of(scenario, Effect::mandate);
    ASSERT_EQ(mandates.size(), 1U);
    EXPECT_EQ(mandates[0].ends, day(6, 1));
}

TEST(Interventions, WithdrawGoesMonthByMonthAndBaseByBase) {
    auto const scenario = with(
        R"(action = "withdraw", actor = "UN", from = 2012-04-01, days = 60, order = ["beta", "alpha"])");
    EXPECT_EQ(strengths(scenario, 2),
              (Rows{{day(2, 1), 50.0}, {day(4, 1) + 30, 40.0}, {day(4, 1) + 60, 0.0}}));
    auto const half = std::ranges::find_if(scenario.forces, [](ForceRow const& one) {
        return one.actor == un && one.day == day(4, 1) + 30;
    });
    ASSERT_EQ(half->shares.size(), 1U);  // beta is empty by then
    EXPECT_EQ(rows_of(scenario, Effect::actor_end).size(), 1U);
}

TEST(Interventions, WithdrawFromAPlaceOnly) {
    auto const scenario =
        with(R"(action = "withdraw", actor = "STATE", from = 2012-04-01, place = "region:North")");
    auto const rows = rows_of(scenario, Effect::withdraw);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].region.row, 1U);
    EXPECT_EQ(scenario.edits[0], "STATE leaves region North from 2012-04-01");
}

TEST(Interventions, ReinforceByFactorOrFighters) {
    EXPECT_EQ(strengths(with(R"(action = "reinforce", actor = "UN", from = 2012-03-01,
                                until = 2012-05-01, factor = 2)"),
                        2),
              (Rows{{day(2, 1), 50.0}, {day(3, 1), 100.0}, {day(4, 1), 160.0}, {day(5, 1), 80.0}}));
    EXPECT_EQ(
        strengths(with(R"(action = "reinforce", actor = "UN", from = 2012-03-01, fighters = 25)"),
                  2),
        (Rows{{day(2, 1), 50.0}, {day(3, 1), 75.0}, {day(4, 1), 105.0}}));
}

TEST(Interventions, RelocateKeepsTheStrength) {
    auto const scenario = with(
        R"(action = "relocate", actor = "UN", from = 2012-03-01, until = 2012-05-01, places = ["beta"])");
    for (auto const& row : scenario.forces) {
        if (row.actor != un) continue;
        bool const is_inside = row.day >= day(3, 1) && row.day < day(5, 1);
        EXPECT_EQ(row.shares.size() == 1 && row.shares[0].first == PlaceId{1}, is_inside)
            << row.day;
    }
    EXPECT_EQ(strengths(scenario, 2),
              (Rows{{day(2, 1), 50.0}, {day(3, 1), 50.0}, {day(4, 1), 80.0}, {day(5, 1), 80.0}}));
}

TEST(Interventions, RemandateProtectionRestraintAndCeiling) {
    auto const scenario = with(
        R"(action = "remandate", actor = "UN", from = 2012-03-01, until = 2012-09-01, protection = 2,
           place = "region:North", restraint = 1.0, ceiling = 200)");
    auto const protection = rows_of(scenario, Effect::protection);
    ASSERT_EQ(protection.size(), 1U);
    EXPECT_EQ(protection[0].value, 2.0);
    EXPECT_EQ(protection[0].ends, day(9, 1));
    auto const restraint = rows_of(scenario, Effect::restraint);
    ASSERT_EQ(restraint.size(), 2U);
    EXPECT_EQ(restraint[1].value, 0.9);  // as the table has it
    EXPECT_EQ(strengths(scenario, 2)[1], (std::pair{day(3, 1), 180.0}));
}

TEST(Interventions, CeasefireAndItsBreaking) {
    auto const signed_one = with(
        R"(action = "ceasefire", between = ["STATE", "REBELS"], from = 2012-03-01, kind = "preliminary",
           holds = true)");
    auto const rows = rows_of(signed_one, Effect::ceasefire);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].agreement, AgreementKind::preliminary);
    EXPECT_TRUE(rows[0].holds);
    auto const broken =
        with(R"(action = "break", between = ["REBELS", "STATE"], from = 2012-07-01)");
    EXPECT_EQ(rows_of(broken, Effect::break_agreement).size(), 1U);
    EXPECT_EQ(broken.edits[0], "the agreement of REBELS and STATE breaks on 2012-07-01");
}

TEST(Interventions, TalksAndMonitors) {
    auto const talks = with(
        R"(action = "mediate", between = ["STATE", "REBELS"], from = 2012-03-01, until = 2012-06-01, skill = 2)");
    auto const rows = rows_of(talks, Effect::mediation);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].value, 2.0);
    auto const open_ended =
        with(R"(action = "mediate", between = ["STATE", "REBELS"], from = 2012-03-01)");
    EXPECT_EQ(rows_of(open_ended, Effect::mediation)[0].ends, 366);  // to the last day
    auto const monitors = with(
        R"(action = "monitor", actor = "UN", parties = ["STATE", "REBELS"], from = 2012-03-01)");
    EXPECT_EQ(rows_of(monitors, Effect::monitor).size(), 2U);
    EXPECT_EQ(monitors.edits[0], "UN monitors agreements of STATE and REBELS from 2012-03-01");
}

TEST(Interventions, RelationsOfAPair) {
    auto const scenario = with(
        R"(action = "relate", between = ["UN", "REBELS"], from = 2012-03-01, relation = "hostile")");
    EXPECT_EQ(rows_of(scenario, Effect::hostile).size(), 2U);
}

TEST(Interventions, BufferZoneOfAnyRadius) {
    auto const scenario = with(
        R"(action = "buffer_zone", actor = "UN", keep_out = ["REBELS", "STATE"], place = "beta",
           radius_km = 150, from = 2012-03-01, until = 2012-06-01)");
    auto const rows = rows_of(scenario, Effect::buffer_zone);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].value, 150.0);
    EXPECT_EQ(rows[1].other, army);
}

TEST(Interventions, JointPatrols) {
    auto const scenario = with(
        R"(action = "joint_patrol", between = ["STATE", "REBELS"], place = "region:North", from = 2012-03-01,
           until = 2012-03-05)");
    EXPECT_EQ(rows_of(scenario, Effect::joint_patrol).size(), 1U);
}

TEST(Interventions, DemobilisationAndAmnesty) {
    EXPECT_EQ(
        rows_of(with(R"(action = "ddr", actor = "UN", groups = ["REBELS"], from = 2012-03-01)"),
                Effect::ddr)
            .size(),
        1U);
    EXPECT_EQ(
        rows_of(
            with(R"(action = "amnesty", actor = "STATE", groups = ["REBELS"], from = 2012-03-01)"),
            Effect::amnesty)
            .size(),
        1U);
}

TEST(Interventions, SanctionsOnSomeOrOnAll) {
    auto const all = with(R"(action = "sanction", share = 0.4, from = 2012-03-01)");
    ASSERT_EQ(rows_of(all, Effect::sanctions).size(), 1U);
    EXPECT_EQ(rows_of(all, Effect::sanctions)[0].actor, no_actor);
    EXPECT_EQ(all.edits[0],
              "sanctions take 40 % of the income of all armed groups from 2012-03-01");
    auto const one =
        with(R"(action = "sanction", actors = ["REBELS"], share = 0.4, from = 2012-03-01)");
    EXPECT_EQ(rows_of(one, Effect::sanctions)[0].actor, rebels);
}

TEST(Interventions, AidForAnAreaOrEverybody) {
    EXPECT_EQ(
        with(R"(action = "aid", place = "region:South", share = 0.3, from = 2012-03-01)").edits[0],
        "aid meets 30 % of needs, region South, from 2012-03-01");
    EXPECT_EQ(with(R"(action = "aid", share = 0.3, from = 2012-03-01)").edits[0],
              "aid meets 30 % of needs, everywhere, from 2012-03-01");
}

TEST(Interventions, HandOverAPlace) {
    auto const scenario =
        with(R"(action = "handover", actor = "REBELS", place = "beta", from = 2012-03-01)");
    ASSERT_EQ(rows_of(scenario, Effect::handover).size(), 1U);
    EXPECT_EQ(rows_of(scenario, Effect::handover)[0].place, PlaceId{1});
}

TEST(Interventions, BordersCloseAndOpen) {
    auto const history = SmallCountry{}.load();
    auto const closed = with(
        R"(action = "close_border", country = "Bland", from = 2012-06-01, until = 2012-07-01)");
    ASSERT_EQ(closed.map->closures.size(), history.map->closures.size() + 1);
    EXPECT_EQ(closed.map->closures.back().from, sim::Day{static_cast<std::uint32_t>(day(6, 1))});

    // History closes it from 10 to 19 January; five days of that stay open now.
    auto const open =
        with(R"(action = "open_border", country = "Bland", from = 2012-01-12, until = 2012-01-17)");
    auto const is_border = [&](Closure const& closure) { return closure.route == RouteId{1}; };
    EXPECT_EQ(std::ranges::count_if(open.map->closures, is_border), 2);
    EXPECT_EQ(history.map->closures.size() + 1, open.map->closures.size());
}

struct WrongEdit {
    std::string edit;
    std::string word;  // what the message must say
};

TEST(Interventions, ThatAreWrongAreRefused) {
    std::vector<WrongEdit> const wrong{
        {R"(action = "deploy", actor = "UN", from = 2012-03-01, strength = 3, places = ["alfa"])",
         "no such place"},
        {R"(action = "deploy", actor = "UN", from = 2012-03-01, strength = 3, places = ["alpha:x"])",
         "weight"},
        {R"(action = "deploy", actor = "UN", from = 2012-03-01, strength = 3, places = [])",
         "place"},
        {R"(action = "deploy", actor = "UN", from = 2012-03-01, places = ["alpha"])", "strength"},
        {R"(action = "deploy", actor = "UN", from = 2011-03-01, strength = 3, places = ["alpha"])",
         "outside the period"},
        {R"(action = "withdraw", actor = "REBELS", from = 2012-03-01)", "no force in the schedule"},
        {R"(action = "reinforce", actor = "UN", from = 2012-03-01)", "fighters"},
        {R"(action = "remandate", actor = "UN", from = 2012-03-01)", "changes nothing"},
        {R"(action = "ceasefire", between = ["STATE"], from = 2012-03-01)", "at least 2"},
        {R"(action = "ceasefire", between = ["STATE", "STATE"], from = 2012-03-01)", "twice"},
        {R"(action = "ceasefire", between = ["STATE", "UN", "REBELS"], from = 2012-03-01)", "two"},
        {R"(action = "mediate", between = ["STATE", "REBELS"], from = 2012-03-01, until = 2012-03-01)",
         "until"},
        {R"(action = "buffer_zone", actor = "UN", keep_out = ["REBELS"], place = "region:North",
            radius_km = 20, from = 2012-03-01)",
         "not a region"},
        {R"(action = "buffer_zone", actor = "UN", keep_out = ["REBELS"], place = "beta", radius_km = 0,
            from = 2012-03-01)",
         "radius_km"},
        {R"(action = "sanction", share = 1.5, from = 2012-03-01)", "share"},
        {R"(action = "close_border", country = "Aland", from = 2012-03-01)", "neighbour"},
        {R"(action = "close_border", country = "Blandia", from = 2012-03-01)", "country"},
        {R"(action = "ddr", actor = "UN", groups = ["UN"], from = 2012-03-01)", "itself"},
    };
    for (auto const& one : wrong) {
        auto const message = SmallCountry{}.refusal({}, {one_line(one.edit)});
        EXPECT_NE(message.find(one.word), std::string::npos) << one.edit << "\n" << message;
    }
}

}  // namespace
}  // namespace models
