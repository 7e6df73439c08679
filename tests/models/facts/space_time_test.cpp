#include "models/facts/space_time.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/facts/event_maker.hpp"

namespace models {
namespace {

using testing::event_on;
using testing::fact;
using testing::value_of;

// A place so many km north of the equator.
sim::GeoPoint north(double km) {
    return {km / sim::earth_radius_km * 180.0 / M_PI, 0.0};
}

TEST(Knox, ByHand) {
    std::vector<ObservedEvent> const events{event_on(0, 0, north(0)), event_on(3, 0, north(1)),
                                            event_on(7, 0, north(10)), event_on(67, 0, north(500))};
    auto const table = knox_table(events);
    EXPECT_EQ(table.all(), 6U);
    EXPECT_EQ(table.pairs[0][0], 1U) << "1 km and 3 days lie in the first bands";
    EXPECT_EQ(table.pairs[1][1], 2U) << "9 km, 4 days and 10 km, 7 days";
    EXPECT_EQ(table.pairs[6][4], 1U) << "490 km, 60 days";
    EXPECT_EQ(table.pairs[6][5], 2U);
    // One pair within 1 km, one within 3 days, of six: expected 1 / 6.
    EXPECT_DOUBLE_EQ(table.expected(0, 0), 1.0 / 6.0);
    EXPECT_DOUBLE_EQ(*table.ratio(0, 0), 6.0);
    EXPECT_FALSE(fact(knox_facts(events), "knox_0_1km_0_3d").value) << "too few expected";
    EXPECT_FALSE(table.ratio(2, 0)) << "no pair is 10 to 25 km apart";
}

TEST(Knox, DoesNotDependOnTheOrderOfEvents) {
    std::vector<ObservedEvent> const events{event_on(67, 0, north(500)), event_on(7, 0, north(10)),
                                            event_on(0, 0, north(0)), event_on(3, 0, north(1))};
    EXPECT_EQ(knox_table(events).pairs[1][1], 2U);
    EXPECT_EQ(knox_table(events).pairs[6][4], 1U);
}

TEST(Knox, OfChanceIsOne) {
    auto draw = testing::draws(1);
    std::vector<ObservedEvent> events;
    for (int i = 0; i < 4000; ++i) {
        auto const day = draw.below(1000);
        events.push_back(event_on(day, 0, {2.0 * draw.uniform(), 2.0 * draw.uniform()}));
    }
    auto const facts = knox_facts(events);
    ASSERT_TRUE(fact(facts, "knox_1_10km_0_3d").value);
    for (auto const& one : facts) {
        if (!one.value) continue;  // within 1 km less than a pair may be expected
        double const tolerance = 5.0 / std::sqrt(static_cast<double>(one.n));
        EXPECT_NEAR(*one.value, 1.0, std::max(tolerance, 0.02)) << one.key;
    }
}

TEST(Knox, SeesEventsThatFollowNearby) {
    auto draw = testing::draws(2);
    std::vector<ObservedEvent> events;
    for (int i = 0; i < 500; ++i) {
        auto const day = draw.below(1000);
        sim::GeoPoint const at{5.0 * draw.uniform(), 5.0 * draw.uniform()};
        events.push_back(event_on(day, 0, at));
        events.push_back(event_on(day + 2, 0, {at.lat + 0.04, at.lon}));
    }
    auto const facts = knox_facts(events);
    EXPECT_GT(value_of(facts, "knox_1_10km_0_3d"), 5.0);
    EXPECT_NEAR(value_of(facts, "knox_100_200km_28_60d"), 1.0, 0.1);
}

TEST(NearestEvent, ByHand) {
    // The first two lie in the first 90 days; the last sees no other of its own day.
    std::vector<ObservedEvent> const events{
        event_on(79, 0, north(-5)),   event_on(80, 0, north(0)),   event_on(100, 0, north(30)),
        event_on(170, 0, north(100)), event_on(191, 0, north(90)), event_on(191, 0, north(85))};
    auto const facts = nearest_event_facts(events, testing::period(365));
    // 30 km (to day 80); 70 km (to day 100; day 80 is 90 days before, 100 km); 10 and 15 km.
    EXPECT_EQ(fact(facts, "nearest_event_median_km").n, 4U);
    EXPECT_NEAR(value_of(facts, "nearest_event_median_km"), 22.5, 1e-6);
    EXPECT_NEAR(value_of(facts, "nearest_event_p75_km"), 40.0, 1e-6);
    EXPECT_FALSE(fact(nearest_event_facts({}, testing::period(9)), "nearest_event_p75_km").value);
}

TEST(NearestEvent, LeavesOutThoseWithNoneBefore) {
    std::vector<ObservedEvent> const events{event_on(100, 0, north(0)),
                                            event_on(191, 0, north(30))};
    EXPECT_EQ(fact(nearest_event_facts(events, testing::period(365)), "nearest_event_p95_km").n,
              0U);
}

}  // namespace
}  // namespace models
