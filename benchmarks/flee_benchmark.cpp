#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "benchmarks/flee/moves.hpp"
#include "benchmarks/flee/synthetic_instance.hpp"
#include "benchmarks/flee_report.hpp"
#include "benchmarks/measure.hpp"
#include "models/app/flee_households.hpp"
#include "models/app/flee_parameters.hpp"
#include "models/displacement/destination.hpp"
#include "models/flee/flight.hpp"
#include "models/flee/instance.hpp"
#include "models/flee/out_csv.hpp"
#include "models/flee/result_file.hpp"
#include "models/flee/run.hpp"
#include "models/scenario/first_world.hpp"
#include "models/scenario/flee_scenario.hpp"
#include "models/schedule/daily.hpp"
#include "sim/io/part_file.hpp"
#include "sim/parallel/threads.hpp"
#include "tests/models/flee/mali_folder.hpp"

// Flee instances under Flee's rules and under our own: what a move costs as the network grows, and
// what Mali 2012 takes from its files to the files written.

namespace bench {
namespace {

namespace fs = std::filesystem;
namespace flee = models::flee;

constexpr sim::Seed seed{1};
constexpr int repetitions = 5;

/// Adds the CPU time of consecutive pieces of work to the phases of a run.
class PhaseClock {
  public:
    explicit PhaseClock(Phases& phases) : phases_{phases} {}

    /// The piece of work since the last call, or since the start, is done.
    double done(char const* phase) {
        double const now = cpu_seconds();
        double const seconds = now - std::exchange(last_, now);
        phases_[phase].push_back(seconds);
        return seconds;
    }

    /// What was done since the last call is not part of any phase.
    void skip() { last_ = cpu_seconds(); }

  private:
    Phases& phases_;
    double last_ = cpu_seconds();
};

sim::TomlFile parameters() {
    return sim::TomlFile::parse(models::flee_parameters(), "configs/flee/displacement.toml");
}

double run_flee(fs::path const& folder, NetworkRuns& found) {
    PhaseClock clock{found.seconds};
    auto const instance = flee::load_instance(folder);
    double total = clock.done("read");
    auto const routes = std::make_shared<flee::RouteTable const>(
        instance.places, instance.links, instance.settings.move.awareness_level);
    total += clock.done("map");
    flee::Flight flight{instance, routes, seed};
    total += clock.done("world");
    for (std::uint32_t day = 0; day < instance.days; ++day) flight.step(day);
    total += clock.done("days");
    found.agent_days = static_cast<double>(flight.work().agent_days);
    found.links = static_cast<double>(flight.work().departures);
    found.displaced = static_cast<double>(flight.agents());
    return total;
}

/// Make every choice of a run once more, all in the world after its last day, each household where
/// it stood when it chose.
void choose_again(models::Scenario const& scenario, Moves& moves,
                  models::DestinationTables& tables) {
    auto const& displacement = *scenario.rules.displacement;
    sim::Stream draw{seed, sim::Purpose{1}, 0, sim::Day{0}};
    for (auto const& choice : moves.choices) {
        models::Mover& mover = moves.world.households.mover(choice.mover);
        mover.place = choice.from;
        auto const closed = draw.bernoulli(displacement.travel.closures_known)
                                ? models::ClosedRoutes::avoided
                                : models::ClosedRoutes::unknown;
        benchmark::DoNotOptimize(models::choose_destination(moves.world, displacement.destination,
                                                            tables, mover, closed));
    }
}

/// The same choices first with tables to be made, then with tables that are there.
void measure_choices(models::Scenario const& scenario, Moves& moves, NetworkRuns& found) {
    models::DestinationTables tables{scenario.rules.displacement->destination, scenario.map};
    tables.hear_news(moves.world);
    Phases phases;
    PhaseClock clock{phases};
    choose_again(scenario, moves, tables);
    double const first = clock.done("first");
    choose_again(scenario, moves, tables);
    double const again = clock.done("again");
    found.seconds["tables"].push_back(first - again);
    found.seconds["choices"].push_back(again);
}

double run_azalai(fs::path const& folder, NetworkRuns& found, std::unique_ptr<Moves>& moves) {
    PhaseClock clock{found.seconds};
    auto const instance = flee::load_instance(folder);
    double total = clock.done("read");
    auto const scenario = models::flee_scenario(instance, parameters());
    total += clock.done("map");
    auto world = models::make_world(scenario, seed);
    auto const schedule = models::daily_schedule(scenario, world);
    total += clock.done("world");
    sim::run(world, schedule, std::span<sim::Observer<models::World> const>{},
             sim::Day{scenario.days()});
    total += clock.done("days");
    if (!moves) moves = std::make_unique<Moves>(count_moves(scenario, seed));
    measure_choices(scenario, *moves, found);
    std::vector<std::uint8_t> is_left(instance.places.size(), 0);
    for (auto const& choice : moves->choices) is_left[choice.from.row] = 1;
    found.tables = static_cast<double>(std::ranges::count(is_left, 1));
    found.agent_days = static_cast<double>(moves->people_days);
    found.displaced = static_cast<double>(moves->most_away);
    found.links = static_cast<double>(moves->links);
    found.choices = static_cast<double>(moves->choices.size());
    return total;
}

template <class Function>
void add(std::string const& name, Function run) {
    benchmark::RegisterBenchmark(name.c_str(),
                                 [run](auto& state) {
                                     sim::set_threads(1);
                                     for (auto _ : state) state.SetIterationTime(run());
                                 })
        ->Unit(benchmark::kMillisecond)
        ->UseManualTime()
        ->Iterations(1)
        ->Repetitions(repetitions)
        ->ReportAggregatesOnly();
}

void add_networks(FleeSamples& all, fs::path const& scratch) {
    for (std::uint32_t const places : {23U, 100U, 500U, 2500U}) {
        auto const folder = scratch / std::to_string(places);
        auto const prepare = [folder, places] {
            if (!fs::exists(folder)) write_synthetic_instance(folder, {.places = places});
        };
        auto& flee_runs = all.networks[{"flee", places}];
        add(fmt::format("network/flee/places:{}", places), [&flee_runs, folder, prepare] {
            prepare();
            return run_flee(folder, flee_runs);
        });
        auto& our_runs = all.networks[{"azalai", places}];
        auto const moves = std::make_shared<std::unique_ptr<Moves>>();
        add(fmt::format("network/azalai/places:{}", places), [&our_runs, folder, prepare, moves] {
            prepare();
            return run_azalai(folder, our_runs, *moves);
        });
    }
}

/// As the command writes them.
void write_files(fs::path const& folder, flee::Instance const& instance,
                 std::vector<flee::Run> const& runs, flee::RuleSet const& rules) {
    sim::PartFile csv{folder / "out.csv", sim::Overwrite::yes};
    std::ofstream{csv.part(), std::ios::binary} << flee::out_csv(instance, runs.front());
    csv.publish();
    flee::write_results(folder / "flee.h5", sim::Overwrite::yes, instance, runs, rules,
                        "flee_benchmark");
}

double run_mali(fs::path const& to, WholeRuns& found, std::string const& rules) {
    double const cpu_before = cpu_seconds();
    sim::Stopwatch watch{true};
    double total = 0.0;
    auto const done = [&](char const* phase) {
        double seconds = 0.0;
        watch.add_to(seconds);
        found.seconds[phase].push_back(seconds);
        total += seconds;
    };
    auto const instance = flee::load_instance(flee::mali_folder(), {.hasten = 1});
    flee::RuleSet rule_set{.name = rules};
    std::vector<flee::Run> runs;
    done("1 read");
    if (rules == "flee") {
        runs = flee::run_seeds(instance, seed.value, 1);
    } else {
        auto const scenario = models::flee_scenario(instance, parameters());
        rule_set.text = scenario.resolved_text;
        done("2 map");
        runs = models::run_households(instance, scenario, seed.value, 1);
    }
    done("3 run");
    write_files(to, instance, runs, rule_set);
    done("4 write");
    found.clock.push_back(total);
    found.cpu.push_back(cpu_seconds() - cpu_before);
    found.agent_days = static_cast<double>(runs.front().work.agent_days);
    return total;
}

void add_mali(FleeSamples& all, fs::path const& scratch) {
    if (!fs::exists(flee::mali_folder() / "simsetting.yml")) {
        fmt::print("Mali 2012 is left out: {} is not there. Set AZALAI_DATA to the folder above.\n",
                   flee::mali_folder().string());
        return;
    }
    for (std::string const rules : {"flee", "azalai"}) {
        auto& found = all.mali[rules];
        add("mali/" + rules, [&found, scratch, rules] { return run_mali(scratch, found, rules); });
    }
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
    bench::ScratchFolder const scratch;
    bench::FleeSamples found;
    bench::add_networks(found, scratch.path());
    bench::add_mali(found, scratch.path());
    // Repetitions of different work take turns, so that a busy minute harms all of it alike.
    std::string interleave = "--benchmark_enable_random_interleaving=true";
    std::vector<char*> arguments{argv, argv + argc};
    arguments.insert(arguments.begin() + 1, interleave.data());
    int const code = bench::run_benchmarks(static_cast<int>(arguments.size()), arguments.data());
    if (code == 0) bench::print_flee_report(found);
    return code;
}
