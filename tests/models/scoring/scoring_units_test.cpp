#include "models/scoring/scoring_units.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "models/scoring/event_counts.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

// Three rows and columns of half a degree; the eastern column lies abroad.
ResultMap small_map() {
    std::vector<std::int16_t> const units{0, 0, -1, 0, 1, -1, 1, 1, -1};
    return {.country = "Land",
            .regions = {"South Land", "North"},
            .cercles = {"South Land", "North"},
            .lat = {10.25, 10.75, 11.25},
            .lon = {0.25, 0.75, 1.25},
            .country_of = {0, 0, 1, 0, 0, 1, 0, 0, 1},
            .region_of = units,
            .cercle_of = units};
}

ObservedEvent event_at(double lat, double lon, std::string admin1 = {}, std::string admin2 = {}) {
    return {.date = sim::make_date(1980, 3, 5),
            .admin1 = std::move(admin1),
            .admin2 = std::move(admin2),
            .at = {.lat = lat, .lon = lon},
            .deaths = 4};
}

TEST(ScoringUnits, TakeTheNameFirst) {
    ScoringUnits const units{UnitKind::region, small_map()};
    auto const place = units.place_of(event_at(11.2, 0.3, "SOUTH land", "North"));
    EXPECT_EQ(place.placing, Placing::by_name);
    EXPECT_EQ(place.unit, 0U);
}

TEST(ScoringUnits, TakeTheSecondNameForCercles) {
    ScoringUnits const units{UnitKind::cercle, small_map()};
    EXPECT_EQ(units.place_of(event_at(10.1, 0.1, "South Land", "north")).unit, 1U);
}

TEST(ScoringUnits, TakeTheCellWithoutAKnownName) {
    ScoringUnits const units{UnitKind::region, small_map()};
    auto const place = units.place_of(event_at(10.6, 0.9, "Elsewhere"));
    EXPECT_EQ(place.placing, Placing::by_coordinates);
    EXPECT_EQ(place.unit, 1U);
    EXPECT_EQ(units.place_of(event_at(10.4, 0.9)).unit, 0U);
    EXPECT_EQ(units.place_of(event_at(10.5, 0.5)).unit, 1U) << "north and east of an edge";
}

TEST(ScoringUnits, LeaveOutsideWhatLiesAbroadOrBeyondTheMap) {
    ScoringUnits const units{UnitKind::region, small_map()};
    double const nan = std::numeric_limits<double>::quiet_NaN();
    for (auto const& event : {event_at(10.2, 1.2), event_at(9.9, 0.2), event_at(11.6, 0.2),
                              event_at(10.2, -0.1), event_at(nan, 0.2)}) {
        EXPECT_EQ(units.place_of(event).placing, Placing::outside);
    }
}

TEST(ScoringUnits, AreCellsOfPrioGridWithTheCountryInThem) {
    ScoringUnits const units{UnitKind::priogrid, small_map()};
    // Row 10.0 to 10.5 is the 201st, column 0.0 to 0.5 the 361st: (201 - 1) * 720 + 361.
    ASSERT_EQ(units.size(), 6U);
    EXPECT_EQ(units.names().front(), "144361");
    EXPECT_EQ(units.gids()[2], 144361 + 720);
    auto const place = units.place_of(event_at(10.6, 0.1, "North"));
    EXPECT_EQ(place.placing, Placing::by_coordinates);
    EXPECT_EQ(place.unit, 2U);
    EXPECT_EQ(units.place_of(event_at(10.6, 1.1, "North")).placing, Placing::outside);
}

TEST(ScoringUnits, NeedAMap) {
    EXPECT_THROW((ScoringUnits{UnitKind::region,
                               {.regions = {"A"},
                                .lat = {1},
                                .lon = {1},
                                .country_of = {0},
                                .region_of = {0},
                                .cercle_of = {0}}}),
                 sim::InputError);
    auto abroad = small_map();
    abroad.country_of.assign(9, 1);
    EXPECT_THROW((ScoringUnits{UnitKind::priogrid, abroad}), sim::InputError);
}

TEST(EventCounts, CountByMonthUnitAndKind) {
    ScoringUnits const units{UnitKind::region, small_map()};
    std::vector<ObservedEvent> events{event_at(10.1, 0.1), event_at(10.1, 0.1),
                                      event_at(10.1, 0.1, "North"), event_at(10.1, 1.2)};
    events[1].kind = ObservedKind::explosion;
    auto late = event_at(10.1, 0.1);
    late.date = sim::make_date(1980, 4, 1);
    events.push_back(late);
    auto const placed = place_events(events, units);

    MonthRange const march{.first = 3, .count = 1};
    auto const all = tally(placed, march);
    EXPECT_EQ(all.by_name, 1U);
    EXPECT_EQ(all.by_coordinates, 2U);
    EXPECT_EQ(all.outside, 1U);
    EXPECT_EQ(all.all(), 4U);

    CountTable table{3, {.first = 3, .count = 2}, units.size()};
    count_events(placed, Outcome::deaths, {}, 0, table);
    count_events(placed, Outcome::events, {}, 1, table);
    count_events(placed, Outcome::deaths, ObservedKind::explosion, 2, table);
    EXPECT_EQ(std::vector(table.draw(0).begin(), table.draw(0).end()),
              (std::vector<std::uint32_t>{8, 4, 4, 0}));
    EXPECT_EQ(std::vector(table.draw(1).begin(), table.draw(1).end()),
              (std::vector<std::uint32_t>{2, 1, 1, 0}));
    EXPECT_EQ(std::vector(table.draw(2).begin(), table.draw(2).end()),
              (std::vector<std::uint32_t>{4, 0, 0, 0}));

    CountTable march_only{1, march, units.size()};
    count_events(placed, Outcome::events, {}, 0, march_only);
    EXPECT_EQ(march_only.draw(0)[0], 2U);
}

}  // namespace
}  // namespace models
