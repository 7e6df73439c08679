#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "benchmarks/kernel_race.hpp"
#include "benchmarks/mali.hpp"
#include "benchmarks/measure.hpp"
#include "benchmarks/population_runs.hpp"
#include "benchmarks/synthetic_country.hpp"
#include "models/displacement/dense_flight.hpp"
#include "models/displacement/flight.hpp"
#include "models/scenario/first_world.hpp"
#include "models/schedule/daily.hpp"
#include "sim/parallel/threads.hpp"

// That residents cost nothing: countries of more and more of them with as many movers; the dense
// kernel, for which every household decides every day, beside a bare loop; and what the fast path
// saves. Each benchmark takes its turns itself, and the tables below tell what they found.

namespace bench {
namespace {

using models::World;

/// What the benchmarks found.
struct Findings {
    std::vector<PopulationRun> populations;
    std::vector<KernelRace> races;

    /// A whole run of Mali with one way of flight.
    struct Flight {
        std::string name;
        double seconds = 0.0;     ///< Processor time of flight, all days together [s].
        double departures = 0.0;  ///< Households that left home [households].
    };
    std::vector<Flight> flights;
};

constexpr SyntheticMapSize at_density(std::uint32_t density) {
    return {.cells_across = 100, .places_across = 10, .households = 2'500'000, .density = density};
}

void populations(benchmark::State& state, Findings& found) {
    std::vector<PopulationCase> const cases{
        {"residents x 1", at_density(1), 1.0},
        {"residents x 10", at_density(10), 1.0},
        {"residents x 100", at_density(100), 1.0},
        {"residents x 10, movers x 4", at_density(10), 4.0},
        {"residents x 10, movers x 16", at_density(10), 16.0},
    };
    for (auto _ : state) found.populations = run_populations(cases, 3);
}

void race_for_mali(benchmark::State& state, Findings& found) {
    auto const scenario = load_mali();
    auto const world = morning_of(scenario, sim::Day{120});
    for (auto _ : state) {
        found.races.push_back(
            race_kernels("Mali", world, scenario.rules.displacement->flight, 300));
    }
}

void race_for_synthetic(benchmark::State& state, Findings& found) {
    auto const scenario = synthetic_scenario(at_density(10));
    auto const world = models::make_world(scenario, sim::Seed{1});
    for (auto _ : state) {
        found.races.push_back(
            race_kernels("Synthetic country", world, scenario.rules.displacement->flight, 20));
    }
}

/// Mali 2012-2016 with every rule, flight done by another process: what that takes.
template <class Process>
void flight_of_mali(benchmark::State& state, Findings& found, std::string const& name) {
    auto const scenario = load_mali();
    auto const& displacement = *scenario.rules.displacement;
    sim::set_threads(1);
    for (auto _ : state) {
        auto world = models::make_world(scenario, sim::Seed{1});
        auto schedule = models::daily_schedule(scenario, world);
        Findings::Flight flight{name, 0.0, 0.0};
        for (auto& process : schedule) {
            if (process.name != "flight") continue;
            process.step = [&flight, act = Process{displacement.flight, displacement.travel}](
                               World& today) mutable {
                double const before = cpu_seconds();
                act(today);
                flight.seconds += cpu_seconds() - before;
            };
        }
        sim::run(world, schedule, std::span<sim::Observer<World> const>{},
                 sim::Day{scenario.days()});
        flight.departures = static_cast<double>(world.households.movers().size());
        found.flights.push_back(flight);
    }
}

void print(Findings const& found) {
    if (!found.populations.empty()) print(found.populations);
    for (auto const& race : found.races) print(race);
    if (found.flights.size() < 2) return;
    fmt::print("\nFlight over the whole of Mali 2012-2016, processor time of one thread\n");
    for (auto const& flight : found.flights) {
        fmt::print("  {:26} {:8.3f} s, {:.0f} departures\n", flight.name, flight.seconds,
                   flight.departures);
    }
    double const ratio = found.flights[1].seconds / found.flights[0].seconds;
    fmt::print("  dense / fast {:21.1f}     bar 10{}\n", ratio,
               ratio >= 10.0 ? "" : "  NOT REACHED");
}

void add(std::string const& name, std::function<void(benchmark::State&)> const& function) {
    benchmark::RegisterBenchmark(name.c_str(), function)->Unit(benchmark::kSecond)->Iterations(1);
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
    using namespace bench;
    Findings found;
    add("populations", [&](auto& state) { populations(state, found); });
    add("kernels/mali", [&](auto& state) { race_for_mali(state, found); });
    add("kernels/synthetic", [&](auto& state) { race_for_synthetic(state, found); });
    add("flight_of_mali/fast", [&](auto& state) {
        flight_of_mali<models::FlightProcess>(state, found, "fast, leavers drawn");
    });
    add("flight_of_mali/dense", [&](auto& state) {
        flight_of_mali<models::DenseFlightProcess>(state, found, "dense, every household");
    });
    int const code = run_benchmarks(argc, argv);
    if (code == 0) print(found);
    return code;
}
