#include "models/exchange/ucdp_writer.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "models/exchange/ucdp_reader.hpp"
#include "models/observed/grid_ids.hpp"
#include "tests/models/exchange/testing.hpp"

namespace {

using models::UcdpEvent;

std::string text_of(std::vector<UcdpEvent> const& events) {
    return models::testing::written(
        [&](models::TextSink const& sink) { models::write_ucdp(events, sink); });
}

TEST(WriteUcdp, WritesAllColumnsInTheirOrder) {
    auto const events = models::read_ucdp(models::testing::samples + "ged-header.csv");
    auto const text = text_of({events[0]});
    auto const header = text.substr(0, text.find('\n'));
    EXPECT_TRUE(header.starts_with("id,relid,year,active_year,code_status,type_of_violence,"));
    EXPECT_TRUE(header.ends_with(",best,high,low,gwnoa,gwnob"));
    EXPECT_EQ(std::ranges::count(header, ','), 48);
    EXPECT_EQ(text.substr(header.size()),
              "\n900001,XXX-2012-1-1-1,2012,1,Clear,1,7001,7001,Nowhere: Government,7101,7101,"
              "Government of Nowhere - Invented Group B,7201,7201,Government of Nowhere,7202,7202,"
              "Invented Group B,2,\"Made Up Times, 2012-01-18, \"\"Invented\"\"\",Made Up Times,"
              "2012-01-18,Invented,nobody,1,Exampletown,Exampletown,North,Upper Nowhere,16.25,"
              "-0.05,POINT (-0.05 16.25),153000,Nowhere,999,Africa,1,1,2012-01-17,2012-01-17,2,3,0,"
              "1,6,9,5,999,\n");
}

TEST(WriteUcdp, IsReadBackTheSame) {
    auto events = models::read_ucdp(models::testing::samples + "ged-header.csv");
    for (std::int64_t id = 1; id <= 3; ++id) {
        events.push_back(models::testing::hostile_ucdp(id));
        events.back().violence = static_cast<models::UcdpViolence>(id);
    }
    auto const text = text_of(events);
    EXPECT_EQ(models::parse_ucdp(text, "t.csv"), events);
    auto const rows = text.substr(text.find('\n') + 1);
    EXPECT_EQ(models::parse_ucdp(rows, "t.csv"), events);  // some releases have no header
}

TEST(WriteUcdp, ComputesACellThatIsNotGiven) {
    auto event = models::testing::hostile_ucdp(1);
    event.priogrid_gid = 0;
    auto const again = models::parse_ucdp(text_of({event}), "t.csv").at(0);
    EXPECT_EQ(again.priogrid_gid, models::priogrid_gid(event.at));
}

}  // namespace
