#include "models/ensemble/study.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

#include <fstream>

#include "models/app/run_scenario.hpp"
#include "models/app/sweep.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

namespace fs = std::filesystem;

constexpr char const* small = AZALAI_SOURCE_DIR "/tests/app/small-country/small.toml";

TEST(ChangesRulesOnly, KnowsWhatTheMapAndHistoryAreMadeFrom) {
    EXPECT_TRUE(changes_rules_only("attack.rate=0.3"));
    EXPECT_TRUE(changes_rules_only(" output.events = true"));
    EXPECT_TRUE(changes_rules_only("world.takeover_memory_days=9"));
    for (auto const* other : {"world.nearby_km=3", "scenario.last_day=2012-02-02", "edit.0.on=true",
                              " world . nearby_km = 3", "\"world\".nearby_km=3", "=1", ""}) {
        EXPECT_FALSE(changes_rules_only(other)) << other;
    }
}

TEST(ScenarioFamily, GivesWhatLoadingAnewGives) {
    std::vector<std::string> const before{"scenario.last_day=2012-02-10"};
    ScenarioFamily const family{small, before};
    std::vector<std::string> const change{"protest.rate=0.4", "rules.off=[\"explosives\"]",
                                          "world.threat_memory_days=9"};
    auto const quick = family.with(change);
    auto all = before;
    all.insert(all.end(), change.begin(), change.end());
    auto const anew = load_scenario(small, all);
    EXPECT_EQ(quick.map, family.base().map);  // shared
    EXPECT_FALSE(quick.rules.explosives.has_value());
    EXPECT_TRUE(family.base().rules.explosives.has_value());
    auto const run = [](Scenario const& scenario) {
        ReportCounter reports{scenario};
        auto const result = run_scenario(scenario, {});
        return bytes_of(summarise(scenario, result.history, result.agreements, reports, true));
    };
    EXPECT_EQ(run(quick), run(anew));
    EXPECT_NE(run(quick), run(family.base()));
}

TEST(ScenarioFamily, ChangesMemoriesWithTheSameMap) {
    ScenarioFamily const family{small};
    auto const other = family.with({"world.takeover_memory_days = 9"});
    EXPECT_EQ(other.map, family.base().map);
    EXPECT_EQ(other.world.takeover_memory_days, 9.0);
    EXPECT_EQ(other.world.threat_memory_days, family.base().world.threat_memory_days);
    EXPECT_EQ(other.world.state_actor, family.base().world.state_actor);
    EXPECT_THROW(static_cast<void>(family.with({"world.takeover_memory_days=0"})), sim::InputError);
    EXPECT_THROW(static_cast<void>(family.with({"world.other_memory_days=1"})), sim::InputError);
}

TEST(ScenarioFamily, ReadsTheMapAnewWhereItChanges) {
    ScenarioFamily const family{small};
    auto const other = family.with({"world.nearby_km=40"});
    EXPECT_NE(other.map, family.base().map);
    EXPECT_EQ(other.map->nearby_km, 40.0);
}

TEST(ScenarioFamily, RefusesWhatLoadingRefuses) {
    ScenarioFamily const family{small};
    for (auto const* wrong : {"protest.rate=-1", "protest.rat=1", "nothing.rate=1", "protest=1"}) {
        EXPECT_THROW(static_cast<void>(family.with({wrong})), sim::InputError) << wrong;
    }
}

TEST(ShareCores, FillsTheMachineWithRunsOrThreads) {
    auto const use = [](int cores, std::uint64_t runs) {
        auto const share = share_cores(cores, runs);
        return std::pair{share.jobs, share.threads};
    };
    EXPECT_EQ(use(8, 100), (std::pair{8, 1}));
    EXPECT_EQ(use(8, 2), (std::pair{2, 4}));
    EXPECT_EQ(use(8, 3), (std::pair{3, 2}));
    EXPECT_EQ(use(1, 5), (std::pair{1, 1}));
    EXPECT_EQ(use(2, 0), (std::pair{1, 2}));
}

TEST(RunRow, IsTheSameForAnyNumberOfThreads) {
    auto const path =
        fs::path{::testing::TempDir()} / (std::to_string(::getpid()) + "_azalai_study.toml");
    std::ofstream{path} << "name = \"s\"\nscenarios = [\"" << small << "\"]\nseeds = 2\n";
    Study const study{path};
    EXPECT_EQ(run_row(study, 1, 1), run_row(study, 1, 3));
    EXPECT_NE(run_row(study, 0, 1), run_row(study, 1, 1));
    fs::remove(path);
}

}  // namespace
}  // namespace models
