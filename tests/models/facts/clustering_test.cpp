#include "models/facts/clustering.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/observed/grid_ids.hpp"
#include "tests/models/facts/event_maker.hpp"

namespace models {
namespace {

using testing::event_on;
using testing::fact;
using testing::value_of;

// Cells of a square with its south-western corner at 12 N, 2 W.
std::vector<std::int32_t> square(int side) {
    std::vector<std::int32_t> cells;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            cells.push_back(priogrid_gid({12.25 + 0.5 * row, -1.75 + 0.5 * column}));
        }
    }
    return cells;
}

TEST(Gini, ByHand) {
    EXPECT_DOUBLE_EQ(*gini({3, 3, 3}), 0.0);
    EXPECT_DOUBLE_EQ(*gini({0, 0, 0, 8}), 0.75);
    EXPECT_DOUBLE_EQ(*gini({3, 1}), 0.25);
    EXPECT_FALSE(gini({0, 0}));
    EXPECT_FALSE(gini({}));
}

TEST(MoransI, ByHand) {
    // In a square of two by two all are neighbours of all: I = -1 / 3 whatever the values.
    EXPECT_NEAR(*morans_i(square(2), std::vector<double>{1, 7, 2, 4}), -1.0 / 3.0, 1e-12);
    // Deviations -1, 2, -1 by row, their squares sum to 18. Of 40 ordered pairs 8 lie within the
    // outer rows (8 x 1), 4 within the middle one (4 x 4), 28 between rows (28 x -2).
    std::vector<double> const stripes{0, 0, 0, 3, 3, 3, 0, 0, 0};
    EXPECT_NEAR(*morans_i(square(3), stripes), -0.4, 1e-12);
}

TEST(MoransI, OfChanceIsAboutZeroAndOfAGradientAboutOne) {
    auto draw = testing::draws(1);
    std::vector<double> chance, gradient;
    for (int i = 0; i < 900; ++i) {
        chance.push_back(draw.uniform());
        gradient.push_back(i / 30);
    }
    EXPECT_NEAR(*morans_i(square(30), chance), -1.0 / 899.0, 4.0 / std::sqrt(4.0 * 900.0));
    EXPECT_GT(*morans_i(square(30), gradient), 0.9);
}

TEST(MoransI, JoinsCellsAcrossLongitude180) {
    std::vector<std::int32_t> const cells{priogrid_gid({0.25, 179.75}),
                                          priogrid_gid({0.25, -179.75})};
    EXPECT_NEAR(*morans_i(cells, std::vector<double>{1, 2}), -1.0, 1e-12);
    std::vector<std::int32_t> const two_rows_apart{priogrid_gid({0.25, 179.75}),
                                                   priogrid_gid({1.25, -179.75})};
    EXPECT_FALSE(morans_i(two_rows_apart, std::vector<double>{1, 2}));
}

TEST(MoransI, IsNothingWithoutNeighboursOrDifferences) {
    EXPECT_FALSE(morans_i({}, {}));
    EXPECT_FALSE(morans_i(square(3), std::vector<double>(9, 1.0)));
    EXPECT_FALSE(morans_i(std::vector<std::int32_t>{1, 50'000}, std::vector<double>{1, 2}));
}

TEST(ClusteringFacts, TakeLogsOfCounts) {
    auto context = testing::period(365);
    context.cells = square(3);
    sim::GeoPoint const corner{12.3, -1.6}, beside{12.3, -1.1};
    std::vector<ObservedEvent> events(7, event_on(0, 1, corner));
    events.push_back(event_on(0, 1, beside));
    std::vector<double> logs(9, 0.0);
    logs[0] = std::log(8.0);
    logs[1] = std::log(2.0);
    EXPECT_NEAR(value_of(clustering_facts(events, context), "moran_events"),
                *morans_i(context.cells, logs), 1e-12);
}

TEST(ClusteringFacts, CountEventsInCells) {
    auto context = testing::period(365);
    context.cells = square(2);
    sim::GeoPoint const inside{12.3, -1.6}, outside{30.0, 5.0};
    std::vector<ObservedEvent> const events{event_on(0, 1, inside), event_on(9, 0, inside),
                                            event_on(9, 0, outside)};
    auto const facts = clustering_facts(events, context);
    EXPECT_DOUBLE_EQ(value_of(facts, "gini_cells_events"), 0.75);
    EXPECT_DOUBLE_EQ(value_of(facts, "active_cells"), 1.0);
    EXPECT_DOUBLE_EQ(value_of(facts, "active_cells_2018"), 1.0);
    EXPECT_NEAR(value_of(facts, "moran_events_2018"), -1.0 / 3.0, 1e-12);
    EXPECT_EQ(fact(facts, "moran_events").n, 4U);
}

}  // namespace
}  // namespace models
