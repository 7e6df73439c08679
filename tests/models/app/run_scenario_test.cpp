#include "models/app/run_scenario.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "models/recorders/result_format.hpp"
#include "sim/base/check.hpp"
#include "sim/io/result_reader.hpp"
#include "sim/parallel/threads.hpp"

namespace models {
namespace {

namespace fs = std::filesystem;

class RunScenario : public ::testing::Test {
  protected:
    RunScenario() {
        folder_ = fs::path{::testing::TempDir()} /
                  (std::string{"azalai_run_"} +
                   ::testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    ~RunScenario() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    static Scenario const& scenario() {
        static Scenario const small =
            load_scenario(AZALAI_SOURCE_DIR "/tests/app/small-country/small.toml");
        return small;
    }

    RunOptions options(std::string const& name, std::uint64_t seed = 1) const {
        RunOptions options;
        options.seed = seed;
        options.output = folder_ / name;
        return options;
    }

    /// Every number of a file but those of this very run, by path.
    std::map<std::string, std::vector<std::string>> contents(std::string const& name) const {
        sim::ResultReader const reader{folder_ / name, result_identity()};
        std::map<std::string, std::vector<std::string>> all;
        for (auto const& dataset : reader.datasets()) {
            if (dataset.path.starts_with("/provenance/this_run/")) continue;
            all[dataset.path] = values(reader, dataset);
        }
        return all;
    }

    fs::path folder_;

  private:
    template <class T>
    static std::vector<std::string> texts(std::vector<T> const& numbers) {
        std::vector<std::string> all;
        for (auto const number : numbers) all.push_back(std::to_string(number));
        return all;
    }

    static std::vector<std::string> values(sim::ResultReader const& reader,
                                           sim::DatasetDescription const& dataset) {
        auto const& path = dataset.path;
        if (dataset.type == "text") return reader.read_text(path);
        if (dataset.type == "int8") return texts(reader.read<std::int8_t>(path));
        if (dataset.type == "int16") return texts(reader.read<std::int16_t>(path));
        if (dataset.type == "int32") return texts(reader.read<std::int32_t>(path));
        if (dataset.type == "uint64") return texts(reader.read<std::uint64_t>(path));
        if (dataset.type == "float32") return texts(reader.read<float>(path));
        return texts(reader.read<double>(path));
    }
};

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
