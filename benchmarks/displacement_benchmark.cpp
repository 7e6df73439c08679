#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "benchmarks/mali.hpp"
#include "benchmarks/measure.hpp"
#include "models/displacement/dense_flight.hpp"
#include "models/displacement/flight.hpp"
#include "models/schedule/daily.hpp"
#include "models/world/people.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/schedule/schedule.hpp"

// What flight saves by drawing only those who leave, and what those away from home cost.

namespace bench {
namespace {

using models::World;

/// A morning in the worst months of the war of 2012, and everything that is about to happen.
constexpr sim::Day morning{120};

/// Factors on how often households leave.
constexpr std::array urges{1, 4, 16};

models::Scenario mali_with(int urge) {
    auto const base = load_mali().rules.displacement->flight;
    return load_mali(
        {fmt::format("displacement.flight.rate_threat={}", base.rate_threat * urge),
         fmt::format("displacement.flight.rate_takeover={}", base.rate_takeover * urge)});
}

/// One day of a flight process, always the same day: each from its own copy of the world.
template <class Process>
void one_day(benchmark::State& state, World const& world, Process process, int threads) {
    sim::set_threads(threads);
    std::size_t departures = 0;
    for (auto _ : state) {
        World today = world;
        auto const before = today.households.movers().size();
        sim::Stopwatch watch{true};
        process(today);
        double seconds = 0.0;
        watch.add_to(seconds);
        state.SetIterationTime(seconds);
        departures = today.households.movers().size() - before;
    }
    state.counters["households"] = static_cast<double>(world.households.size());
    state.counters["departures"] = static_cast<double>(departures);
}

double households_away(World const& world) {
    std::size_t away = 0;
    for (auto const& mover : world.households.movers()) away += models::is_away(mover.status);
    return static_cast<double>(away);
}

/// Thirty days of the whole model with few or many away from home; time of two of its rules.
void thirty_days(benchmark::State& state, models::Scenario const& scenario, World const& world) {
    sim::set_threads(1);
    for (auto _ : state) {
        World today = world;
        auto const schedule = models::daily_schedule(scenario, today);
        double const days = 30.0;
        double const away_before = households_away(today);
        sim::Timings timings;
        sim::run(today, schedule, std::span<sim::Observer<World> const>{},
                 sim::Day{world.today.value + 30}, {.timings = &timings, .after_day = {}});
        double seconds = 0.0;
        double travel = 0.0;
        for (std::size_t i = 0; i < schedule.size(); ++i) {
            bool const is_flight = schedule[i].name == "flight";
            if (!is_flight && schedule[i].name != "travel") continue;
            double const of_rule = timings.process_seconds[i];
            state.counters[schedule[i].name + "_us/day"] = 1e6 * of_rule / days;
            seconds += of_rule;
            if (!is_flight) travel = of_rule;
        }
        state.SetIterationTime(seconds);
        double const away = 0.5 * (away_before + households_away(today));
        state.counters["away"] = away;
        state.counters["travel_ns/away/day"] = 1e9 * travel / days / away;
    }
}

template <class Function>
void add(std::string const& name, int iterations, Function function) {
    benchmark::RegisterBenchmark(name.c_str(), function)
        ->Unit(benchmark::kMicrosecond)
        ->UseManualTime()
        ->Iterations(iterations)
        ->Repetitions(5)
        ->ReportAggregatesOnly();
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
    using namespace bench;
    std::vector<models::Scenario> scenarios;
    std::vector<World> worlds;
    for (int const urge : urges) {
        scenarios.push_back(mali_with(urge));
        worlds.push_back(morning_of(scenarios.back(), morning));
    }
    auto const& displacement = *scenarios.front().rules.displacement;
    models::FlightProcess const fast{displacement.flight, displacement.travel};
    models::DenseFlightProcess const dense{displacement.flight, displacement.travel};
    World const& usual = worlds.front();
    add("flight/fast", 20, [&](auto& state) { one_day(state, usual, fast, 1); });
    for (int const threads : thread_counts()) {
        add(fmt::format("flight/every_household/threads:{}", threads), 20,
            [&, threads](auto& state) { one_day(state, usual, dense, threads); });
    }
    for (std::size_t i = 0; i < urges.size(); ++i) {
        add(fmt::format("thirty_days/urge:{}", urges[i]), 1,
            [&, i](auto& state) { thirty_days(state, scenarios[i], worlds[i]); });
    }
    return run_benchmarks(argc, argv);
}
