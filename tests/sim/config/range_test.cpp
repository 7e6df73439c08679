#include "sim/config/range.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace {

TEST(Range, HoldsItsBoundsUnlessExcluded) {
    sim::Range const closed{.minimum = 0.0, .maximum = 1.0};
    EXPECT_TRUE(contains(closed, 0.0));
    EXPECT_TRUE(contains(closed, 1.0));
    EXPECT_FALSE(contains(closed, std::nextafter(1.0, 2.0)));
    sim::Range const open{
        .minimum = 0.0, .maximum = 1.0, .minimum_excluded = true, .maximum_excluded = true};
    EXPECT_FALSE(contains(open, 0.0));
    EXPECT_FALSE(contains(open, 1.0));
    EXPECT_TRUE(contains(open, 0.5));
}

TEST(Range, HoldsOnlyFiniteNumbers) {
    EXPECT_TRUE(contains(sim::Range{}, -1e308));
    EXPECT_FALSE(contains(sim::Range{}, std::numeric_limits<double>::infinity()));
    EXPECT_FALSE(contains(sim::Range{}, std::numeric_limits<double>::quiet_NaN()));
}

TEST(Range, SaysWhatItDemands) {
    EXPECT_EQ(describe(sim::Range{}), "must be a number");
    EXPECT_EQ(describe(sim::Range{.unit = "km"}), "must be a number km");
    EXPECT_EQ(describe(sim::Range{.minimum = 0.0, .unit = "1/day"}), "must be >= 0 1/day");
    EXPECT_EQ(describe(sim::Range{.minimum = 0.1, .maximum = 1.0, .maximum_excluded = true}),
              "must be >= 0.1 and < 1");
    EXPECT_EQ(describe(sim::IntegerRange{}), "must be a whole number");
    EXPECT_EQ(describe(sim::IntegerRange{.minimum = 1, .unit = "people"}),
              "must be a whole number >= 1 people");
}

TEST(IntegerRange, IsExactBeyondDoubles) {
    std::int64_t const large = (std::int64_t{1} << 53) + 1;
    EXPECT_FALSE(contains(sim::IntegerRange{.maximum = large - 1}, large));
}

TEST(ShortestText, ReadsBackTheSame) {
    EXPECT_EQ(sim::shortest_text(0.1), "0.1");
    EXPECT_EQ(sim::shortest_text(3.0), "3");
    EXPECT_EQ(sim::shortest_text(1.0 / 3.0), "0.3333333333333333");
    EXPECT_EQ(sim::shortest_text(-1e20), "-1e+20");
}

}  // namespace
