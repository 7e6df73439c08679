#include "models/facts/places.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/random/distributions.hpp"
#include "tests/models/facts/event_maker.hpp"

namespace models {
namespace {

using testing::event_on;
using testing::fact;
using testing::value_of;

CountTable const three_by_four{{0, 2, 1, 0}, {0, 0, 0, 0}, {5, 1, 0, 3}};

TEST(ZeroShare, ByHand) {
    EXPECT_DOUBLE_EQ(*zero_share(three_by_four), 7.0 / 12.0);
    EXPECT_FALSE(zero_share({}));
}

TEST(Persistence, ByHand) {
    // Active months with a next one: 2, 1 in the first row, 5, 1 in the third; two go on.
    auto const found = persistence(three_by_four);
    EXPECT_DOUBLE_EQ(*found.after_active, 2.0 / 4.0);
    EXPECT_DOUBLE_EQ(*found.after_quiet, 2.0 / 5.0);
    EXPECT_EQ(found.n_active, 4U);
    EXPECT_EQ(found.n_quiet, 5U);
    EXPECT_FALSE(persistence({{1}, {0}}).after_active);
}

TEST(TopShare, ByHand) {
    EXPECT_DOUBLE_EQ(*top_share(three_by_four, 1), 9.0 / 12.0);
    EXPECT_DOUBLE_EQ(*top_share(three_by_four, 2), 1.0);
    EXPECT_DOUBLE_EQ(*top_share(three_by_four, 10), 1.0);
    EXPECT_FALSE(top_share({{0, 0}}, 1));
}

TEST(Taylor, OfPoissonCountsIsOne) {
    auto draw = testing::draws(1);
    CountTable table;
    for (int unit = 0; unit < 60; ++unit) {
        std::vector<double> row;
        double const mean = std::exp(0.1 * unit - 2.0);
        for (int month = 0; month < 400; ++month) row.push_back(sim::poisson(draw, mean));
        table.push_back(row);
    }
    EXPECT_NEAR(*taylor(table).exponent, 1.0, 0.03);
    EXPECT_EQ(taylor(table).n, 60U);
}

TEST(Taylor, OfScaledCountsIsTwo) {
    CountTable table;
    for (double const scale : {1.0, 2.0, 5.0, 7.0, 30.0}) {
        table.push_back({1 * scale, 4 * scale, 2 * scale});
    }
    EXPECT_NEAR(*taylor(table).exponent, 2.0, 1e-12);
    table.pop_back();
    EXPECT_FALSE(taylor(table).exponent);
}

TEST(PlaceFacts, CountByUnitAndMonth) {
    auto context = testing::period(365);
    context.units = {"Timbuktu", "Gourma-Rharous"};
    std::vector<ObservedEvent> events{event_on(0, 3), event_on(40, 0), event_on(41, 1),
                                      event_on(42, 9)};
    events[0].admin2 = "Gourma Rharous";
    events[0].location = "Gourma-Rharous";
    events[1].admin2 = events[2].admin2 = "timbuktu";
    events[1].location = "Ber";
    events[3].admin2 = "Elsewhere";
    auto const facts = place_facts(events, context);
    EXPECT_DOUBLE_EQ(value_of(facts, "zero_share_events"), 22.0 / 24.0);
    EXPECT_EQ(fact(facts, "zero_share_events").n, 24U);
    EXPECT_DOUBLE_EQ(value_of(facts, "persistence_events_quiet"), 1.0 / 20.0);
    EXPECT_DOUBLE_EQ(value_of(facts, "top5_units_deaths"), 1.0);
    EXPECT_DOUBLE_EQ(value_of(facts, "urban_share_2018"), 0.25);
}

}  // namespace
}  // namespace models
