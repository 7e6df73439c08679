#include "models/facts/lethality.hpp"

#include <gtest/gtest.h>

#include "tests/models/facts/event_maker.hpp"

namespace models {
namespace {

using testing::event_on;
using testing::fact;
using testing::value_of;

ObservedEvent attack(std::uint32_t deaths, InterCode a, InterCode b) {
    auto event = event_on(3, deaths);
    event.kind = ObservedKind::on_civilians;
    event.sub_event = AcledSubEvent::attack;
    event.inter1 = a;
    event.inter2 = b;
    return event;
}

TEST(LethalityFacts, AreMeansBySubEvent) {
    std::vector<ObservedEvent> events{event_on(0, 8), event_on(1, 0), event_on(2, 1),
                                      attack(1, InterCode::rebel_group, InterCode::civilians)};
    auto const facts = lethality_facts(events);
    EXPECT_DOUBLE_EQ(value_of(facts, "lethality_mean_armedclash"), 3.0);
    EXPECT_DOUBLE_EQ(value_of(facts, "lethality_fatal_share_armedclash"), 2.0 / 3.0);
    EXPECT_EQ(fact(facts, "lethality_mean_armedclash").n, 3U);
    EXPECT_DOUBLE_EQ(value_of(facts, "lethality_mean_attack"), 1.0);
    EXPECT_FALSE(fact(facts, "lethality_mean_suicidebomb").value);
    EXPECT_EQ(fact(facts, "lethality_mean_agreement").key, "missing") << "is no violence";
}

TEST(KindFacts, ByHand) {
    std::vector<ObservedEvent> events{attack(3, InterCode::civilians, InterCode::political_militia),
                                      attack(2, InterCode::rebel_group, InterCode::civilians),
                                      event_on(0, 5), event_on(0, 0)};
    events[0].actor1 = "Unidentified Armed Group (Mali)";
    events[2].inter1 = InterCode::state_forces;
    events[3].inter1 = InterCode::rebel_group;
    events[3].inter2 = InterCode::state_forces;
    auto const facts = kind_facts(events, testing::period(365));
    EXPECT_DOUBLE_EQ(value_of(facts, "events_2018"), 4.0);
    EXPECT_DOUBLE_EQ(value_of(facts, "deaths_2018"), 10.0);
    EXPECT_DOUBLE_EQ(value_of(facts, "one_sided_events_2018"), 0.5);
    EXPECT_DOUBLE_EQ(value_of(facts, "one_sided_deaths_2018"), 0.5);
    EXPECT_DOUBLE_EQ(value_of(facts, "interaction_37"), 0.25);
    EXPECT_DOUBLE_EQ(value_of(facts, "interaction_12"), 0.25);
    EXPECT_DOUBLE_EQ(value_of(facts, "interaction_10"), 0.25);
    EXPECT_DOUBLE_EQ(value_of(facts, "interaction_44"), 0.0);
    EXPECT_EQ(fact(facts, "interaction_21").key, "missing");
    EXPECT_DOUBLE_EQ(value_of(facts, "unidentified_share"), 0.25);
    EXPECT_EQ(fact(kind_facts(events, testing::period(200)), "events_2018").key, "missing");
}

}  // namespace
}  // namespace models
