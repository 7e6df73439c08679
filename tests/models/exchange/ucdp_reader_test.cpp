#include "models/exchange/ucdp_reader.hpp"

#include <gtest/gtest.h>

#include "models/observed/grid_ids.hpp"
#include "tests/models/exchange/testing.hpp"

namespace {

using models::ReadReport;
using models::UcdpEvent;
using models::UcdpViolence;
using models::testing::samples;
using sim::make_date;

TEST(ReadUcdp, ReadsEveryColumn) {
    ReadReport report;
    auto const events = models::read_ucdp(samples + "ged-header.csv", &report);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(report.rows, 2U);
    EXPECT_EQ(report.events, 2U);
    EXPECT_TRUE(report.ignored_columns.empty());
    UcdpEvent first;
    first.id = 900'001;
    first.relid = "XXX-2012-1-1-1";
    first.active_year = true;
    first.code_status = "Clear";
    first.conflict_name = "Nowhere: Government";
    first.dyad_name = "Government of Nowhere - Invented Group B";
    first.side_a = "Government of Nowhere";
    first.side_b = "Invented Group B";
    first.conflict_id = 7001;
    first.dyad_id = 7101;
    first.side_a_id = 7201;
    first.side_b_id = 7202;
    first.number_of_sources = 2;
    first.source_article = "Made Up Times, 2012-01-18, \"Invented\"";
    first.source_office = "Made Up Times";
    first.source_date = "2012-01-18";
    first.source_headline = "Invented";
    first.source_original = "nobody";
    first.where_coordinates = first.where_description = "Exampletown";
    first.adm_1 = "North";
    first.adm_2 = "Upper Nowhere";
    first.at = {.lat = 16.25, .lon = -0.05};
    first.priogrid_gid = 153'000;
    first.country = "Nowhere";
    first.country_id = 999;
    first.region = "Africa";
    first.date_start = first.date_end = make_date(2012, 1, 17);
    first.deaths_a = 2;
    first.deaths_b = 3;
    first.deaths_unknown = 1;
    first.best = 6;
    first.high = 9;
    first.low = 5;
    first.gwnoa = "999";
    EXPECT_EQ(events[0], first);
    EXPECT_EQ(events[1].violence, UcdpViolence::one_sided);
    EXPECT_FALSE(events[1].active_year);
    EXPECT_EQ(events[1].number_of_sources, -1);
    EXPECT_EQ(events[1].date_end, make_date(2012, 2, 5));
}

TEST(ReadUcdp, ReadsTheSameWithoutHeaderAndWithSemicolons) {
    auto const events = models::read_ucdp(samples + "ged-header.csv");
    EXPECT_EQ(models::read_ucdp(samples + "ged-no-header.csv"), events);
    EXPECT_EQ(models::read_ucdp(samples + "ged-semicolon.csv"), events);
    EXPECT_EQ(models::read_ucdp(samples + "ged-semicolon-no-header.csv"), events);
}

TEST(ReadUcdp, FillsInWhatMayBeLeftOut) {
    ReadReport report;
    auto const events = models::parse_ucdp(
        ",ID,type_of_violence,latitude,longitude,date_start,deaths_a,deaths_b,deaths_civilians,"
        "deaths_unknown,best,high,low,active_year,mine\n"
        "0,7,2,16.25,-0.05,2012-01-17,1.0,0,0,0,1,1,0,TRUE,x\n",
        "t.csv", &report);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].date_end, make_date(2012, 1, 17));
    EXPECT_EQ(events[0].priogrid_gid, models::priogrid_gid({.lat = 16.25, .lon = -0.05}));
    EXPECT_EQ(events[0].number_of_sources, -1);
    EXPECT_TRUE(events[0].active_year);
    EXPECT_EQ(events[0].where_prec, 1);
    EXPECT_EQ(report.ignored_columns, (std::vector<std::string>{"", "mine"}));
}

TEST(ReadUcdp, CountsLinesFromTheFirstWithoutHeader) {
    auto const broken = "900001" + std::string(48, ',') + "\n";
    EXPECT_EQ(models::testing::message_of([&] { return models::parse_ucdp(broken, "t.csv"); }),
              "t.csv:1: column 'type_of_violence' = \"\" (must not be empty). Write the text.");
}

}  // namespace
