#include "models/schedule/daily.hpp"

#include <gtest/gtest.h>

#include "models/scenario/first_world.hpp"

namespace models {
namespace {

std::vector<std::string> names_of(Scenario const& scenario) {
    auto const world = make_world(scenario, {1});
    std::vector<std::string> names;
    for (auto const& process : daily_schedule(scenario, world)) names.push_back(process.name);
    return names;
}

Scenario small_country() {
    return load_scenario(AZALAI_SOURCE_DIR "/tests/app/small-country/small.toml");
}

TEST(DailySchedule, HasTheRulesInTheirOrder) {
    EXPECT_EQ(names_of(small_country()),
              (std::vector<std::string>{
                  "timeline", "seasons",      "economy",      "recruitment", "forces",
                  "politics", "mediation",    "agreement",    "cantonment",  "forget_yesterday",
                  "retreat",  "buffer_zone",  "joint_patrol", "election",    "spillover",
                  "movement", "peacekeeping", "attack",       "communal",    "explosives",
                  "hostages", "kidnapping",   "protest",      "control",     "captives",
                  "pacts",    "aftermath",    "reporting",    "borders",     "flight",
                  "travel"}));
}

TEST(DailySchedule, LeavesOutWhatTheScenarioDoesNotSwitchOn) {
    auto scenario = small_country();
    scenario.rules = {};
    scenario.rules.control = ControlParams{.presence_km = 10.0};
    EXPECT_EQ(names_of(scenario), (std::vector<std::string>{"forget_yesterday", "control"}));
}

}  // namespace
}  // namespace models
