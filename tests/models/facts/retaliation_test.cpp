#include "models/facts/retaliation.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/facts/event_maker.hpp"

namespace models {
namespace {

using testing::event_on;
using testing::fact;
using testing::period;
using testing::value_of;

ObservedEvent between(std::int64_t day, ObservedKind kind, InterCode a, InterCode b) {
    auto event = event_on(day);
    event.kind = kind;
    event.inter1 = a;
    event.inter2 = b;
    return event;
}

ObservedEvent rebels_on_state(std::int64_t day) {
    return between(day, ObservedKind::battle, InterCode::rebel_group, InterCode::state_forces);
}

ObservedEvent state_on_civilians(std::int64_t day) {
    return between(day, ObservedKind::on_civilians, InterCode::state_forces, InterCode::civilians);
}

ObservedEvent militia_on_civilians(std::int64_t day, std::string const& name) {
    auto event =
        between(day, ObservedKind::on_civilians, InterCode::civilians, InterCode::identity_militia);
    event.actor2 = name;
    return event;
}

// Append many events that are the same.
void add(std::vector<ObservedEvent>& events, int times, ObservedEvent const& event) {
    events.insert(events.end(), static_cast<std::size_t>(times), event);
}

TEST(Retaliation, ByHand) {
    // A on day 100. B on days 102, 105, 115 and, far away, on day 103; of the baseline 308 on days
    // 10 and 300: two for each of the 365 - 57 days that are not near.
    auto far = state_on_civilians(103);
    far.at = {0.0, 1.0};
    std::vector<ObservedEvent> events{rebels_on_state(100), state_on_civilians(102),
                                      state_on_civilians(105), state_on_civilians(115), far};
    add(events, 308, state_on_civilians(10));
    add(events, 308, state_on_civilians(300));
    auto const facts = retaliation_facts(events, period(365));
    auto const value = [&facts](std::string const& window) {
        return value_of(facts, "retaliation_rebel_state_civilians_" + window);
    };
    EXPECT_DOUBLE_EQ(value("0d"), 0.0);
    EXPECT_NEAR(value("1_3d"), 1.0 / 6.0, 1e-9);
    EXPECT_NEAR(value("4_7d"), 1.0 / 8.0, 1e-9);
    EXPECT_NEAR(value("1_7d"), 2.0 / 14.0, 1e-9);
    EXPECT_DOUBLE_EQ(value("8_14d"), 0.0);
    EXPECT_NEAR(value("15_28d"), 1.0 / 28.0, 1e-9);
    EXPECT_EQ(fact(facts, "retaliation_rebel_state_civilians_1_7d").n, 2U);
    // The other way round: B of day 100 is 90 and 200 days from 616 A.
    EXPECT_DOUBLE_EQ(value_of(facts, "retaliation_state_civilians_rebel_1_7d"), 0.0);
}

TEST(Retaliation, CutsWindowsAtTheEndOfThePeriod) {
    // Days 70 to 99 are near; two B for each of the 70 others; only day 99 of days 1 to 3 exists.
    std::vector<ObservedEvent> events{rebels_on_state(98), state_on_civilians(99)};
    add(events, 140, state_on_civilians(0));
    auto const facts = retaliation_facts(events, period(100));
    EXPECT_NEAR(value_of(facts, "retaliation_rebel_state_civilians_1_3d"), 0.5, 1e-9);
    EXPECT_FALSE(fact(facts, "retaliation_rebel_state_civilians_4_7d").value);
}

TEST(Retaliation, IsNothingWhereLessThanOneIsExpected) {
    std::vector<ObservedEvent> events{rebels_on_state(100), state_on_civilians(101)};
    add(events, 308, state_on_civilians(300));
    auto facts = retaliation_facts(events, period(365));
    EXPECT_NEAR(value_of(facts, "retaliation_rebel_state_civilians_1_3d"), 1.0 / 3.0, 1e-9);
    events.resize(100);
    facts = retaliation_facts(events, period(365));
    EXPECT_FALSE(fact(facts, "retaliation_rebel_state_civilians_1_3d").value);
    EXPECT_EQ(fact(facts, "retaliation_rebel_state_civilians_1_3d").n, 1U);
}

TEST(Retaliation, TellsMilitiasByWords) {
    std::string const fulani = "Fulani Communal Militia (Mali)";
    std::vector<ObservedEvent> events{militia_on_civilians(100, "Dan Na Ambassagou: Dogon Militia"),
                                      militia_on_civilians(104, fulani),
                                      militia_on_civilians(105, "Bambara Communal Militia (Mali)")};
    add(events, 308, militia_on_civilians(300, fulani));
    auto context = period(365);
    EXPECT_FALSE(fact(retaliation_facts(events, context), "retaliation_militia_a_b_1_7d").value);
    context.militia_a = {"dogon", "dan na ambassagou"};
    context.militia_b = {"Fulani"};
    auto const facts = retaliation_facts(events, context);
    EXPECT_EQ(fact(facts, "retaliation_militia_a_b_1_7d").n, 1U);
    EXPECT_NEAR(value_of(facts, "retaliation_militia_a_b_1_7d"), 1.0 / 7.0, 1e-9);
    EXPECT_DOUBLE_EQ(value_of(facts, "retaliation_militia_b_a_1_7d"), 0.0);
}

TEST(Retaliation, OfChanceIsOne) {
    auto draw = testing::draws(1);
    std::vector<ObservedEvent> events;
    for (int i = 0; i < 3000; ++i) {
        bool const is_a = draw.bernoulli(0.5);
        std::int64_t const day = draw.below(2000);
        events.push_back(is_a ? rebels_on_state(day) : state_on_civilians(day));
        events.back().at = {draw.uniform(), draw.uniform()};
    }
    auto const facts = retaliation_facts(events, period(2000));
    for (std::string const window : {"0d", "1_3d", "1_7d", "8_14d", "15_28d"}) {
        auto const one = fact(facts, "retaliation_rebel_state_civilians_" + window);
        EXPECT_NEAR(*one.value, 1.0, 5.0 / std::sqrt(static_cast<double>(one.n))) << window;
    }
}

}  // namespace
}  // namespace models
