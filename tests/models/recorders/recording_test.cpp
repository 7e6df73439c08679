#include "models/recorders/recording.hpp"

#include <gtest/gtest.h>

#include "models/world/ids.hpp"

namespace models {
namespace {

TEST(IsDue, OnTheFirstDayThenEverySoOftenAndOnTheLast) {
    sim::Day const last{70};
    std::vector<std::uint32_t> due;
    for (sim::Day day; day <= last; ++day.value) {
        if (is_due(day, 30, last)) due.push_back(day.value);
    }
    EXPECT_EQ(due, (std::vector<std::uint32_t>{0, 30, 60, 70}));
    EXPECT_FALSE(is_due(sim::Day{0}, 0, last));
    EXPECT_FALSE(is_due(last, 0, last));
}

TEST(RowValue, WritesNoneAsMinusOne) {
    EXPECT_EQ(row_value<std::int16_t>(ActorId{7}), 7);
    EXPECT_EQ(row_value<std::int16_t>(no_actor), -1);
}

TEST(FlagWord, KeepsWhatCfAllows) {
    EXPECT_EQ(flag_word("Burkina Faso"), "Burkina_Faso");
    EXPECT_EQ(flag_word("S1-a.b"), "S1-a.b");
    EXPECT_EQ(flag_word("Cote d'Ivoire"), "Cote_d_Ivoire");
    EXPECT_EQ(flag_word(""), "_");
}

TEST(FlagsOf, NumbersNamesAndKeepsThemApart) {
    std::vector<std::string> const names{"A b", "A_b", "C"};
    auto const flags = flags_of(names);
    ASSERT_EQ(flags.size(), 3U);
    EXPECT_EQ(flags[0].meaning, "A_b");
    EXPECT_NE(flags[1].meaning, flags[0].meaning);
    EXPECT_EQ(flags[2].value, 2);
}

}  // namespace
}  // namespace models
