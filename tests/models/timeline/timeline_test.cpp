#include "models/timeline/timeline.hpp"

#include <gtest/gtest.h>

#include "models/timeline/timeline_params.hpp"
#include "sim/base/check.hpp"
#include "sim/config/toml_file.hpp"
#include "tests/models/timeline/politics_world.hpp"

namespace models {
namespace {

using namespace testing;

TEST(FaultOf, IsEmptyForRowsThatSayEnough) {
    EXPECT_EQ(fault_of({.effect = Effect::note}), "");
    EXPECT_EQ(fault_of({.effect = Effect::actor_start, .actor = rebels, .value = 500.0}), "");
    EXPECT_EQ(fault_of({.effect = Effect::offensive, .actor = rebels, .place = north}), "");
    EXPECT_EQ(fault_of({.effect = Effect::mandate, .actor = peacekeepers, .value = 11200.0}), "");
}

TEST(FaultOf, NamesWhatIsMissing) {
    EXPECT_EQ(fault_of({.effect = Effect::actor_end}), "actor_end needs an actor");
    EXPECT_EQ(fault_of({.effect = Effect::hostile, .actor = rebels}),
              "hostile needs another actor");
    EXPECT_EQ(fault_of({.effect = Effect::merge, .actor = rebels, .other = rebels}),
              "merge needs two different actors");
    EXPECT_EQ(fault_of({.effect = Effect::withdraw, .actor = state}),
              "withdraw needs a place or a region");
    EXPECT_EQ(fault_of({.effect = Effect::split, .actor = splinter, .other = rebels}),
              "split needs a value");
}

TEST(FaultOf, NamesTheRangeOfAValue) {
    EXPECT_EQ(fault_of({.effect = Effect::split, .actor = splinter, .other = rebels, .value = 1.5}),
              "the value of split must be from 0 to 1");
    EXPECT_EQ(fault_of({.effect = Effect::cohesion, .actor = state, .value = -1.25}),
              "the value of cohesion must be from -1 to 1");
    EXPECT_EQ(fault_of({.begins = 3, .ends = 3, .effect = Effect::food_stress, .value = 0.5}),
              "food_stress must end after it begins");
}

TEST(IsOpen, IncludesTheFirstDayAndNotTheEnd) {
    TimelineRow const row{.begins = 2, .ends = 4};
    EXPECT_FALSE(is_open(row, sim::Day{1}));
    EXPECT_TRUE(is_open(row, sim::Day{2}));
    EXPECT_TRUE(is_open(row, sim::Day{3}));
    EXPECT_FALSE(is_open(row, sim::Day{4}));
    EXPECT_TRUE(is_open({.begins = -5}, sim::Day{4000}));
}

TEST(ReadTimelineParams, ReadsEveryKeyAndChecksIt) {
    std::string const good =
        "cohesion_recovery_days = 180\noffensive_share = 0.4\nscripted_collapse = true\n";
    auto const params = read_timeline_params(sim::TomlFile::parse(good, "t").root());
    EXPECT_DOUBLE_EQ(params.cohesion_recovery_days, 180.0);
    EXPECT_DOUBLE_EQ(params.offensive_share, 0.4);
    EXPECT_TRUE(params.scripted_collapse);
    for (std::string const bad :
         {"cohesion_recovery_days = 0\noffensive_share = 0.4\nscripted_collapse = true\n",
          "cohesion_recovery_days = 9\noffensive_share = 1\nscripted_collapse = true\n",
          "cohesion_recovery_days = 9\noffensive_share = 0.4\n"}) {
        auto const file = sim::TomlFile::parse(bad, "t");
        EXPECT_THROW(static_cast<void>(read_timeline_params(file.root())), sim::InputError) << bad;
    }
}

}  // namespace
}  // namespace models
