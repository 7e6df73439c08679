#include <memory>

#include "models/observed_past/observed_past.hpp"
#include "tests/models/app/run_fixture.hpp"

/// \file tests/models/observed_past/resume_test.cpp
/// A run with an observed past that was stopped and taken on gives the same file.

namespace models::testing {
namespace {

class ObservedPastResumed : public RunScenario {
  protected:
    ObservedPastResumed() : country_{scenario()} {
        auto past = std::make_shared<ObservedPast>();
        past->until = country_.first_day + std::chrono::days{39};
        past->reach_km = 100.0;
        for (std::uint32_t day = 0; day < 40; day += 2) {
            past->events.push_back({.day = sim::Day{day},
                                    .cell = country_.map->places.cell[2],
                                    .attacker = {.actor = ActorId{1}},
                                    .target = {.actor = ActorId{0}},
                                    .attacker_deaths = 6,
                                    .target_deaths = 7,
                                    .civilian_deaths = 3});
        }
        country_.observed_past = std::move(past);
    }

    Scenario country_;
};

TEST_F(ObservedPastResumed, GivesTheSameFileBeforeAndAfterTheDay) {
    static_cast<void>(run_scenario(country_, options("whole.h5")));
    for (std::uint32_t const days : {20U, 40U, 60U}) {
        auto wanted = options("stopped.h5");
        wanted.overwrite = sim::Overwrite::yes;
        wanted.resume = true;
        std::uint32_t done = 0;
        RunCallbacks const stop{
            .progress = [&done](RunProgress const& progress) { done = progress.days_done; },
            .should_stop = [&done, days] { return done >= days; }};
        EXPECT_EQ(run_scenario(country_, wanted, stop).end, sim::RunEnd::stopped);
        EXPECT_EQ(run_scenario(country_, wanted).resumed_after, days);
        EXPECT_EQ(contents("stopped.h5"), contents("whole.h5")) << days << " days";
    }
    auto const written = contents("whole.h5");
    EXPECT_EQ(written.at("/observed_past/until"), std::vector<std::string>{"2012-02-09"});
    EXPECT_EQ(written.at("/observed_past/unplaced").size(), side_count);
}

TEST_F(ObservedPastResumed, WritesNothingOfItWithoutOne) {
    static_cast<void>(run_scenario(scenario(), options("free.h5")));
    EXPECT_EQ(contents("free.h5").count("/observed_past/until"), 0);
    EXPECT_EQ(contents("free.h5").count("/observed_past/unplaced"), 0);
}

}  // namespace
}  // namespace models::testing
