#include "models/facts/fact_report.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "tests/models/facts/event_maker.hpp"

namespace models {
namespace {

FactContext two_years() {
    auto context = testing::period(730);
    context.regions = {"North"};
    context.units = {"A", "B"};
    context.cells = {151'000, 151'001};
    return context;
}

TEST(ComputeFacts, HasTheSameKeysWhateverHappened) {
    auto const context = two_years();
    auto const quiet = compute_facts({}, context);
    std::vector<ObservedEvent> const events{testing::event_on(3, 4), testing::event_on(500, 0)};
    auto const war = compute_facts(events, context);
    ASSERT_EQ(quiet.size(), war.size());
    std::set<std::string> keys;
    for (std::size_t i = 0; i < quiet.size(); ++i) {
        EXPECT_EQ(quiet[i].key, war[i].key);
        EXPECT_TRUE(keys.insert(quiet[i].key).second) << quiet[i].key << " is there twice";
    }
    EXPECT_TRUE(keys.contains("moran_events_2019"));
    EXPECT_TRUE(keys.contains("gap_memory_north"));
}

TEST(ComputeFacts, NeverGivesWhatIsNoNumber) {
    for (std::size_t n : {0U, 1U, 2U, 40U}) {
        std::vector<ObservedEvent> const events(n, testing::event_on(3, 4));
        for (auto const& one : compute_facts(events, two_years())) {
            EXPECT_TRUE(!one.value || std::isfinite(*one.value)) << one.key << " of " << n;
        }
    }
}

TEST(ComputeFacts, OfFewDaysIsPossible) {
    EXPECT_FALSE(compute_facts({}, testing::period(1)).empty());
}

}  // namespace
}  // namespace models
