#include "models/app/run_scenario.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"
#include "tests/models/app/run_fixture.hpp"

namespace models {
namespace {

using namespace testing;

TEST_F(RunScenario, GivesTheSameFileForAnyThreadCount) {
    std::map<std::string, std::vector<std::string>> first;
    for (int const threads : {1, 2, 7}) {
        sim::set_threads(threads);
        auto const name = std::to_string(threads) + ".h5";
        static_cast<void>(run_scenario(scenario(), options(name)));
        if (first.empty()) first = contents(name);
        EXPECT_EQ(contents(name), first) << threads;
    }
    sim::set_threads(1);
    EXPECT_GT(first["/events/day"].size(), 20U);
    EXPECT_NE(first["/totals/refugees"].back(), "0");
}

TEST_F(RunScenario, GivesAnotherWarForAnotherSeed) {
    static_cast<void>(run_scenario(scenario(), options("1.h5", 1)));
    static_cast<void>(run_scenario(scenario(), options("2.h5", 2)));
    EXPECT_NE(contents("1.h5")["/events/deaths"], contents("2.h5")["/events/deaths"]);
    EXPECT_EQ(contents("1.h5")["/cells/country"], contents("2.h5")["/cells/country"]);
}

TEST_F(RunScenario, NeitherMakesNorLosesPeople) {
    static_cast<void>(run_scenario(scenario(), options("run.h5")));
    sim::ResultReader const reader{folder_ / "run.h5", result_identity()};
    auto const deaths = reader.read<std::int32_t>("/totals/deaths");
    std::vector<std::vector<std::int32_t>> stocks;
    for (auto const* name : {"at_home", "travelling", "waiting", "idps", "refugees"}) {
        stocks.push_back(reader.read<std::int32_t>(std::string{"/totals/"} + name));
    }
    std::int64_t people = 0;
    for (auto const population : scenario().map->cells.population) people += population;
    auto const civilian = static_cast<std::size_t>(Side::civilian);
    std::int64_t dead = 0;
    for (std::size_t day = 0; day < stocks[0].size(); ++day) {
        std::int64_t alive = 0;
        for (auto const& stock : stocks) alive += stock[day];
        dead += deaths[day * side_count + civilian];
        ASSERT_EQ(alive + dead, people) << "day " << day;
    }
    EXPECT_GT(dead, 0);
}

TEST_F(RunScenario, EventsAndMapsAddUpToTheTotals) {
    static_cast<void>(run_scenario(scenario(), options("run.h5")));
    sim::ResultReader const reader{folder_ / "run.h5", result_identity()};
    auto const sum = [&reader](char const* path) {
        std::int64_t total = 0;
        for (auto const value : reader.read<std::int32_t>(path)) total += std::max(value, 0);
        return total;
    };
    EXPECT_GT(sum("/totals/deaths"), 0);
    EXPECT_EQ(sum("/events/deaths"), sum("/totals/deaths"));
    EXPECT_EQ(sum("/cells/deaths"), sum("/totals/deaths"));
    EXPECT_EQ(sum("/cells/events"), sum("/totals/events"));
    EXPECT_EQ(sum("/places/settled"), sum("/totals/idps") + sum("/totals/refugees"));
    EXPECT_EQ(sum("/refugees/people"), sum("/totals/refugees"));
    EXPECT_EQ(sum("/idps/people"), sum("/totals/idps"));
}

TEST_F(RunScenario, CountingOnListsChangesNothingButTheLists) {
    auto without = scenario();
    without.registrations = {};
    static_cast<void>(run_scenario(scenario(), options("with.h5")));
    static_cast<void>(run_scenario(without, options("without.h5")));
    auto with_lists = contents("with.h5");
    auto as_they_are = contents("without.h5");
    EXPECT_EQ(as_they_are["/refugees/registered"], as_they_are["/refugees/people"]);
    EXPECT_EQ(as_they_are["/places/registered"], as_they_are["/places/settled"]);
    for (auto const* path :
         {"/refugees/registered", "/places/registered", "/figures/simulated"}) {
        EXPECT_NE(with_lists[path], as_they_are[path]) << path;
        with_lists.erase(path);
        as_they_are.erase(path);
    }
    EXPECT_EQ(with_lists, as_they_are);
}

TEST_F(RunScenario, ListsHoldMoreThanArePresentUntilTheyAreVerified) {
    static_cast<void>(run_scenario(scenario(), options("run.h5")));
    sim::ResultReader const reader{folder_ / "run.h5", result_identity()};
    auto const present = reader.read<std::int32_t>("/refugees/people");
    auto const registered = reader.read<std::int32_t>("/refugees/registered");
    auto const settled = reader.read<std::int32_t>("/places/settled");
    auto const listed = reader.read<std::int32_t>("/places/registered");
    std::size_t const countries = 2, places = 6, home = 4, epsilon = 4, camp = 5;
    ASSERT_EQ(settled.size(), 91 * places);
    std::int32_t most = 0;
    for (std::size_t day = 0; day < 91; ++day) {
        auto const at = [&](auto const& column, std::size_t place) {
            return column[day * places + place];
        };
        for (std::size_t place = 0; place < home; ++place) {
            ASSERT_EQ(at(listed, place), at(settled, place)) << day;
        }
        double const camp_factor = day < 50 ? 1.5 : 1.0;  // verified on 20 February
        double const town_factor = day < 60 ? 1.5 : 1.0;  // on 1 March
        ASSERT_EQ(at(listed, camp), std::llround(camp_factor * at(settled, camp))) << day;
        ASSERT_EQ(at(listed, epsilon), std::llround(town_factor * at(settled, epsilon))) << day;
        ASSERT_EQ(registered[day * countries + 1], at(listed, camp) + at(listed, epsilon)) << day;
        most = std::max(most, registered[day * countries + 1] - present[day * countries + 1]);
    }
    EXPECT_GT(most, 0);
}

TEST_F(RunScenario, ReturnsByOriginAddUpToTheTotals) {
    static_cast<void>(run_scenario(scenario(), options("run.h5")));
    sim::ResultReader const reader{folder_ / "run.h5", result_identity()};
    auto const daily = [&reader](std::string const& path, std::size_t width) {
        auto const all = reader.read<std::int32_t>(path);
        std::vector<std::int32_t> sums(all.size() / width, 0);
        for (std::size_t i = 0; i < all.size(); ++i) sums[i / width] += all[i];
        return sums;
    };
    auto const from_abroad = daily("/totals/refugees_returned", 1);
    EXPECT_EQ(daily("/refugees/returned", scenario().map->countries.size()), from_abroad);
    EXPECT_EQ(daily("/idps/returned", scenario().map->regions.size()),
              daily("/totals/idps_returned", 1));
    EXPECT_GT(std::accumulate(from_abroad.begin(), from_abroad.end(), 0), 0);
}

TEST_F(RunScenario, NeedsNoFile) {
    auto const result = run_scenario(scenario(), {.seed = 1, .days = 10});
    EXPECT_EQ(result.days, 10U);
    EXPECT_EQ(result.history.days().size(), 10U);
    EXPECT_TRUE(result.file.empty());
    EXPECT_EQ(result.timings.process_seconds.size(), result.process_names.size());
}

TEST_F(RunScenario, StoppedKeepsWhatItHasUnderPart) {
    static_cast<void>(run_scenario(scenario(), options("whole.h5")));
    int days = 0;
    auto const result = run_scenario(scenario(), options("run.h5"),
                                     {.progress = [&days](RunProgress const&) { ++days; },
                                      .should_stop = [&days] { return days == 40; }});
    EXPECT_EQ(result.end, sim::RunEnd::stopped);
    EXPECT_FALSE(fs::exists(folder_ / "run.h5"));
    sim::ResultReader const part{result.file, result_identity()};
    EXPECT_FALSE(part.is_complete());
    auto refugees = sim::ResultReader{folder_ / "whole.h5", result_identity()}.read<std::int32_t>(
        "/totals/refugees");
    refugees.resize(40);
    EXPECT_EQ(part.read<std::int32_t>("/totals/refugees"), refugees);
}

TEST_F(RunScenario, ReplacesAFileOnlyWhenAsked) {
    auto two_days = options("run.h5");
    two_days.days = 2;
    static_cast<void>(run_scenario(scenario(), two_days));
    EXPECT_THROW(static_cast<void>(run_scenario(scenario(), two_days)), sim::InputError);
    two_days.overwrite = sim::Overwrite::yes;
    EXPECT_NO_THROW(static_cast<void>(run_scenario(scenario(), two_days)));
}

TEST_F(RunScenario, RefusesMoreDaysThanTheScenarioHas) {
    auto too_long = options("run.h5");
    too_long.days = 10'000;
    EXPECT_THROW(static_cast<void>(run_scenario(scenario(), too_long)), sim::InputError);
    EXPECT_TRUE(fs::is_empty(folder_));
}

}  // namespace
}  // namespace models
