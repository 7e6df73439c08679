#include "sim/config/nearest.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

TEST(EditDistance, CountsEachKindOfEditOnce) {
    EXPECT_EQ(sim::edit_distance("rate", "rate"), 0U);
    EXPECT_EQ(sim::edit_distance("rate", "rates"), 1U);  // insertion
    EXPECT_EQ(sim::edit_distance("rate", "rae"), 1U);    // deletion
    EXPECT_EQ(sim::edit_distance("rate", "rafe"), 1U);   // substitution
    EXPECT_EQ(sim::edit_distance("rate", "raet"), 1U);   // swap
    EXPECT_EQ(sim::edit_distance("", "abc"), 3U);
    EXPECT_EQ(sim::edit_distance("ca", "abc"), 3U);  // 2 in the unrestricted distance
    EXPECT_EQ(sim::edit_distance("kitten", "sitting"), 3U);
}

TEST(Nearest, SuggestsOnlyWhatIsNear) {
    std::vector<std::string> const keys{"rate", "range_km", "tau_days"};
    EXPECT_EQ(sim::nearest("raet", keys), "rate");
    EXPECT_EQ(sim::nearest("taudays", keys), "tau_days");
    EXPECT_EQ(sim::nearest("RATE", keys), "rate");
    EXPECT_EQ(sim::nearest("ceasefire", keys), std::nullopt);
    EXPECT_EQ(sim::nearest("", keys), std::nullopt);
    EXPECT_EQ(sim::nearest(std::string(100'000, 'a'), keys), std::nullopt);
}

TEST(Nearest, DoesNotSwapOneLetterForAnother) {
    std::vector<std::string> const keys{"a", "b"};
    EXPECT_EQ(sim::nearest("x", keys), std::nullopt);
}

TEST(Nearest, PrefersTheNearerThenTheFirst) {
    std::vector<std::string> const keys{"rates", "rate", "rater"};
    EXPECT_EQ(sim::nearest("ratee", keys), "rates");
    EXPECT_EQ(sim::nearest("rat", keys), "rate");
}

}  // namespace
