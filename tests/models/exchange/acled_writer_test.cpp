#include "models/exchange/acled_writer.hpp"

#include <gtest/gtest.h>

#include "models/exchange/acled_reader.hpp"
#include "tests/models/exchange/testing.hpp"

namespace {

using models::AcledCodes;
using models::AcledEvent;
using models::InterCode;

std::string text_of(std::vector<AcledEvent> const& events, AcledCodes codes) {
    return models::testing::written(
        [&](models::TextSink const& sink) { models::write_acled(events, codes, sink); });
}

AcledEvent clash() {
    return {.id = "XXX1",
            .date = sim::make_date(2012, 1, 17),
            .actor1 = "A",
            .inter1 = InterCode::external_forces,
            .actor2 = "B",
            .inter2 = InterCode::civilians,
            .iso = 999,
            .at = {.lat = 16.25, .lon = -0.05},
            .notes = "a, b",
            .fatalities = 2};
}

constexpr char const* header =
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
    "notes,fatalities,tags,timestamp\n";

TEST(WriteAcled, WritesTheColumnsOfTodayInTheirOrder) {
    EXPECT_EQ(
        text_of({clash()}, AcledCodes::text),
        header + std::string{"XXX1,2012-01-17,2012,1,Political violence,Battles,Armed clash,A,,"
                             "External/Other forces,B,,Civilians,External/Other forces-Civilians,,"
                             "999,,,,,,,16.25,-0.05,1,,,\"a, b\",2,,\n"});
}

TEST(WriteAcled, WritesCodesAsNumbersWhenAsked) {
    auto alone = clash();
    alone.inter2 = InterCode::none;
    alone.targets_civilians = true;
    EXPECT_EQ(text_of({clash(), alone}, AcledCodes::number),
              header + std::string{
                           "XXX1,2012-01-17,2012,1,Political violence,Battles,Armed clash,A,,8,"
                           "B,,7,78,,999,,,,,,,16.25,-0.05,1,,,\"a, b\",2,,\n"
                           "XXX1,2012-01-17,2012,1,Political violence,Battles,Armed clash,A,,8,"
                           "B,,0,80,Civilian targeting,999,,,,,,,16.25,-0.05,1,,,\"a, b\",2,,\n"});
}

TEST(WriteAcled, WritesAHeaderWithoutEvents) {
    EXPECT_EQ(text_of({}, AcledCodes::text), header);
}

TEST(WriteAcled, IsReadBackTheSame) {
    std::vector<AcledEvent> events{clash()};
    for (std::size_t i = 0; i < models::acled_sub_event_names.size(); ++i) {
        auto event = models::testing::hostile_acled(static_cast<int>(i));
        event.sub_event = static_cast<models::AcledSubEvent>(i);
        event.inter1 = static_cast<InterCode>(i % models::inter_code_names.size());
        event.targets_civilians = i % 2 == 0;
        events.push_back(event);
    }
    for (auto const codes : {AcledCodes::text, AcledCodes::number}) {
        EXPECT_EQ(models::parse_acled(text_of(events, codes), "t.csv"), events);
    }
}

TEST(WriteAcled, WritesEverySampleSoThatItIsReadBackTheSame) {
    for (auto const* name : {"acled-current.csv", "acled-old.csv", "acled-semicolon.csv",
                             "acled-monadic.csv", "acled-pandas.csv"}) {
        auto const events = models::read_acled(models::testing::samples + name);
        EXPECT_EQ(models::parse_acled(text_of(events, AcledCodes::text), "t.csv"), events) << name;
    }
}

TEST(WriteAcled, PassesALongTableOnInParts) {
    std::vector<AcledEvent> events;
    for (int i = 0; i < 2000; ++i) events.push_back(models::testing::hostile_acled(i));
    std::size_t parts = 0;
    std::string text;
    models::write_acled(events, AcledCodes::text, [&](std::string_view part) {
        ++parts;
        text += part;
    });
    EXPECT_GT(parts, 2U);
    EXPECT_EQ(models::parse_acled(text, "t.csv"), events);
}

}  // namespace
