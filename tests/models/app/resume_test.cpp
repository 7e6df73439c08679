#include <fstream>

#include "models/checkpoint/run_checkpoint.hpp"
#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"
#include "tests/models/app/run_fixture.hpp"

namespace models {
namespace {

using namespace testing;

class Resume : public RunScenario {
  protected:
    /// Run until so many days are done in all, as if somebody had pressed Ctrl-C.
    static RunResult run_until(RunOptions const& options, std::uint32_t days) {
        std::uint32_t done = 0;
        RunCallbacks const stop{
            .progress = [&done](RunProgress const& progress) { done = progress.days_done; },
            .should_stop = [&done, days] { return done >= days; }};
        return run_scenario(scenario(), options, stop);
    }

    std::map<std::string, std::vector<std::string>> const& whole() {
        if (whole_.empty()) {
            static_cast<void>(run_scenario(scenario(), options("whole.h5")));
            whole_ = contents("whole.h5");
        }
        return whole_;
    }

    /// \return The paths that differ from a run that was never stopped.
    std::vector<std::string> differing(std::string const& name) {
        std::vector<std::string> paths;
        auto const other = contents(name);
        EXPECT_EQ(other.size(), whole().size());
        for (auto const& [path, values] : whole()) {
            auto const found = other.find(path);
            if (found == other.end() || found->second != values) paths.push_back(path);
        }
        return paths;
    }

    std::string refusal(RunOptions const& options) {
        try {
            static_cast<void>(run_scenario(scenario(), options));
        } catch (sim::InputError const& error) {
            return error.what();
        }
        return "";
    }

  private:
    std::map<std::string, std::vector<std::string>> whole_;
};

TEST_F(Resume, GivesTheSameBytesWhereverItStopped) {
    for (std::uint32_t const days : {1U, 2U, 31U, 32U, 33U, 75U, scenario().days() - 1}) {
        auto wanted = options("stopped.h5");
        wanted.overwrite = sim::Overwrite::yes;
        wanted.resume = true;
        EXPECT_EQ(run_until(wanted, days).end, sim::RunEnd::stopped);
        EXPECT_TRUE(fs::exists(checkpoint_of(wanted.output)));
        auto const result = run_scenario(scenario(), wanted);
        EXPECT_EQ(result.resumed_after, days);
        EXPECT_EQ(result.days, scenario().days());
        EXPECT_EQ(differing("stopped.h5"), std::vector<std::string>{}) << days << " days";
        EXPECT_FALSE(fs::exists(checkpoint_of(wanted.output)));
        EXPECT_FALSE(fs::exists(previous_checkpoint_of(wanted.output)));
    }
}

TEST_F(Resume, GivesTheSameBytesAfterManyStopsAndOnOtherThreads) {
    auto wanted = options("stopped.h5");
    wanted.resume = true;
    for (std::uint32_t days = 20; days < scenario().days(); days += 37) {
        sim::set_threads(1 + static_cast<int>(days % 3));
        EXPECT_EQ(run_until(wanted, days).end, sim::RunEnd::stopped);
    }
    static_cast<void>(run_scenario(scenario(), wanted));
    sim::set_threads(1);
    EXPECT_EQ(differing("stopped.h5"), std::vector<std::string>{});
}

TEST_F(Resume, BeginsAnewWithoutACheckpoint) {
    auto wanted = options("fresh.h5");
    wanted.resume = true;
    EXPECT_EQ(run_scenario(scenario(), wanted).resumed_after, 0U);
    EXPECT_EQ(differing("fresh.h5"), std::vector<std::string>{});
}

TEST_F(Resume, TakesTheCheckpointBeforeADamagedOne) {
    auto wanted = options("stopped.h5");
    wanted.checkpoint_every = 10;
    static_cast<void>(run_until(wanted, 25));
    auto const last = checkpoint_of(wanted.output);
    fs::resize_file(last, fs::file_size(last) / 2);
    wanted.resume = true;
    EXPECT_EQ(run_scenario(scenario(), wanted).resumed_after, 20U);
    EXPECT_EQ(differing("stopped.h5"), std::vector<std::string>{});
}

TEST_F(Resume, RefusesTheCheckpointOfAnotherRunWithTheReason) {
    auto wanted = options("stopped.h5");
    static_cast<void>(run_until(wanted, 25));
    wanted.resume = true;
    auto other_seed = wanted;
    other_seed.seed = 2;
    EXPECT_NE(refusal(other_seed).find("it is of seed 1, not 2"), std::string::npos);
    auto fewer_days = wanted;
    fewer_days.days = 50;
    EXPECT_NE(refusal(fewer_days).find("days, not 50"), std::string::npos);
    EXPECT_TRUE(fs::exists(checkpoint_of(wanted.output)));
}

TEST_F(Resume, NamesADamagedCheckpoint) {
    auto wanted = options("stopped.h5");
    static_cast<void>(run_until(wanted, 25));
    std::ofstream{checkpoint_of(wanted.output), std::ios::trunc} << "not HDF5";
    wanted.resume = true;
    EXPECT_NE(refusal(wanted).find("is damaged"), std::string::npos);
}

}  // namespace
}  // namespace models
