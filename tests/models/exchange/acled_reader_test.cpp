#include "models/exchange/acled_reader.hpp"

#include <gtest/gtest.h>

#include "tests/models/exchange/testing.hpp"

namespace {

using models::AcledEvent;
using models::AcledSubEvent;
using models::InterCode;
using models::ReadReport;
using models::testing::samples;
using sim::make_date;

std::vector<AcledEvent> parsed(std::string text) {
    return models::parse_acled(std::move(text), "t.csv");
}

/// The only event of a file with the required columns and one more.
AcledEvent event_with(std::string const& column, std::string const& value) {
    return parsed("event_date,latitude,longitude,fatalities," + column + "\n2020-01-01,1,2,0," +
                  value + "\n")
        .at(0);
}

TEST(ReadAcled, ReadsTheColumnsOfToday) {
    ReadReport report;
    auto const events = models::read_acled(samples + "acled-current.csv", &report);
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(report.rows, 3U);
    EXPECT_EQ(report.events, 3U);
    EXPECT_EQ(report.merged_rows, 0U);
    EXPECT_EQ(report.guessed_sub_events, 0U);
    EXPECT_TRUE(report.ignored_columns.empty());
    AcledEvent const first{
        .id = "XXX1",
        .date = make_date(2020, 10, 31),
        .time_precision = 1,
        .sub_event = AcledSubEvent::armed_clash,
        .actor1 = "Invented Force A",
        .inter1 = InterCode::state_forces,
        .actor2 = "Invented Group B",
        .inter2 = InterCode::rebel_group,
        .targets_civilians = false,
        .iso = 999,
        .region = "Nowhere Region",
        .country = "Nowhere",
        .admin1 = "North",
        .admin2 = "Upper Nowhere",
        .admin3 = "Somewhere",
        .location = "Exampletown",
        .at = {.lat = 16.25, .lon = -0.05},
        .geo_precision = 1,
        .source = "Made Up Times",
        .source_scale = "National",
        .notes =
            "An invented clash, with a comma, a \"quote\" and\na second line; nobody was there.",
        .fatalities = 3,
        .tags = "crowd size=no report",
        .timestamp = 1'600'000'000};
    EXPECT_EQ(events[0], first);
    EXPECT_TRUE(events[1].targets_civilians);
    EXPECT_EQ(events[1].location, "Côté-d’Exemple");
    EXPECT_EQ(events[1].assoc_actor_1, "Invented Ally; Other Ally");
    EXPECT_EQ(events[2].inter2, InterCode::none);
    EXPECT_EQ(events[2].geo_precision, 3);
}

TEST(ReadAcled, ReadsTheColumnsUntil2023) {
    ReadReport report;
    auto const events = models::read_acled(samples + "acled-old.csv", &report);
    ASSERT_EQ(events.size(), 3U);
    EXPECT_TRUE(report.ignored_columns.empty());
    EXPECT_EQ(events[0].date, make_date(2018, 6, 29));
    EXPECT_EQ(events[1].date, make_date(2017, 1, 1));
    EXPECT_EQ(events[2].date, make_date(2012, 1, 10));
    EXPECT_EQ(events[0].inter1, InterCode::rebel_group);
    EXPECT_EQ(events[0].inter2, InterCode::civilians);
    EXPECT_EQ(events[2].inter2, InterCode::none);
    EXPECT_TRUE(events[0].targets_civilians);  // an explosion with civilians on one side
    EXPECT_FALSE(events[1].targets_civilians);
    EXPECT_EQ(events[0].tags, "");
}

TEST(ReadAcled, ReadsSemicolonsAByteOrderMarkAndCrlf) {
    ReadReport report;
    auto const events = models::read_acled(samples + "acled-semicolon.csv", &report);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(report.ignored_columns, (std::vector<std::string>{"population_1km"}));
    EXPECT_EQ(events[0].id, "XXX21");
    EXPECT_EQ(events[0].notes, "Invented; semicolon,\r\nand a line");
    EXPECT_EQ(events[1].notes, "plain, comma");
    EXPECT_EQ(events[1].sub_event, AcledSubEvent::shelling);
    EXPECT_EQ(events[1].date, make_date(2012, 1, 10));
}

TEST(ReadAcled, JoinsTheRowsOfAMonadicExport) {
    ReadReport report;
    auto const events = models::read_acled(samples + "acled-monadic.csv", &report);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(report.rows, 3U);
    EXPECT_EQ(report.merged_rows, 1U);
    EXPECT_EQ(events[0].id, "XXX31");
    EXPECT_EQ(events[0].actor1, "Invented Force A");
    EXPECT_EQ(events[0].actor2, "Invented Group B");
    EXPECT_EQ(events[0].assoc_actor_2, "Friends of B");
    EXPECT_EQ(events[0].inter2, InterCode::rebel_group);
    EXPECT_EQ(events[0].fatalities, 5U);
    EXPECT_EQ(events[1].id, "XXX32");
    EXPECT_EQ(events[1].actor2, "");
}

TEST(ReadAcled, JudgesCivilianTargetingOfAMonadicExportOnceItIsJoined) {
    auto const events = parsed(
        "event_id_cnty,event_date,sub_event_type,actor1,inter1,latitude,longitude,fatalities\n"
        "X1,2020-01-01,Grenade,A,2,1,2,0\nX1,2020-01-01,Grenade,B,7,1,2,0\n");
    ASSERT_EQ(events.size(), 1U);
    EXPECT_TRUE(events[0].targets_civilians);
}

TEST(ReadAcled, ReadsWhatPandasWrote) {
    ReadReport report;
    auto const events = models::read_acled(samples + "acled-pandas.csv", &report);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(report.ignored_columns, (std::vector<std::string>{""}));
    EXPECT_EQ(report.guessed_sub_events, 1U);
    EXPECT_EQ(events[0].sub_event, AcledSubEvent::government_regains_territory);
    EXPECT_EQ(events[0].inter1, InterCode::state_forces);
    EXPECT_EQ(events[0].fatalities, 5U);
    EXPECT_EQ(events[1].sub_event, AcledSubEvent::remote_explosive);
    EXPECT_EQ(events[1].inter2, InterCode::none);
    EXPECT_EQ(events[1].time_precision, 2);
}

TEST(ReadAcled, GivesATypeWithoutSubEventTheCommonestOne) {
    auto const sub_event = [](char const* type) {
        return event_with("event_type", type).sub_event;
    };
    EXPECT_EQ(sub_event("Battles"), AcledSubEvent::armed_clash);
    EXPECT_EQ(sub_event("Explosions/Remote violence"), AcledSubEvent::remote_explosive);
    EXPECT_EQ(sub_event("VIOLENCE AGAINST CIVILIANS"), AcledSubEvent::attack);
    EXPECT_EQ(sub_event("Protests"), AcledSubEvent::peaceful_protest);
    EXPECT_EQ(sub_event("Riots"), AcledSubEvent::violent_demonstration);
    EXPECT_EQ(sub_event("Riots/Protests"), AcledSubEvent::peaceful_protest);
    EXPECT_EQ(sub_event("Strategic developments"), AcledSubEvent::looting);
    EXPECT_EQ(sub_event("Battle-No change of territory"), AcledSubEvent::armed_clash);
    EXPECT_EQ(sub_event("Headquarters or base established"), AcledSubEvent::base_established);
}

TEST(ReadAcled, PrefersTheSubEventToTheType) {
    auto const events = parsed(
        "event_date,latitude,longitude,fatalities,event_type,sub_event_type,interaction,year\n"
        "2020-01-01,1,2,0,Protests,Suicide bomb,99,1066\n");
    EXPECT_EQ(events.at(0).sub_event, AcledSubEvent::suicide_bomb);
}

TEST(ReadAcled, FindsCivilianTargetingWhereTheFileDoesNotSay) {
    EXPECT_TRUE(event_with("sub_event_type", "Attack").targets_civilians);
    EXPECT_TRUE(
        event_with("sub_event_type", "Excessive force against protesters").targets_civilians);
    EXPECT_FALSE(event_with("sub_event_type", "Armed clash").targets_civilians);
    EXPECT_FALSE(event_with("sub_event_type", "Grenade").targets_civilians);
    EXPECT_TRUE(event_with("sub_event_type,inter1", "Mob violence,Civilians").targets_civilians);
    EXPECT_FALSE(event_with("sub_event_type,civilian_targeting", "Attack,").targets_civilians);
}

TEST(ReadAcled, KeepsRowsWithoutAnIdApart) {
    auto const events = parsed(
        "event_date,sub_event_type,actor1,latitude,longitude,fatalities\n"
        "2020-01-01,Attack,A,1,2,0\n2020-01-01,Attack,A,1,2,0\n");
    EXPECT_EQ(events.size(), 2U);
}

TEST(ReadAcled, ReadsATableWithoutEvents) {
    EXPECT_TRUE(parsed("event_date,sub_event_type,latitude,longitude,fatalities\n").empty());
}

}  // namespace
