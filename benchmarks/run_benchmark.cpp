#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "benchmarks/mali.hpp"
#include "benchmarks/measure.hpp"
#include "models/app/run_scenario.hpp"
#include "models/displacement/dense_flight.hpp"
#include "models/scenario/first_world.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/block.hpp"

// The main job: Mali 2012-2016 with every household, as `azalai run` does it. Beside it, measured
// in the same program, the least that deciding for every household every day would take.

namespace bench {
namespace {

enum class Output { none, file };

/// Seconds of every repetition, by what was measured.
using Seconds = std::map<std::string, std::vector<double>>;

/// What the benchmarks share, and what they found.
class Measurements {
  public:
    models::Scenario const& scenario() {
        if (!scenario_) scenario_ = load_mali();
        return *scenario_;
    }

    /// Found by one run more, which is not measured.
    Coverage const& coverage() {
        if (!coverage_) {
            coverage_ = coverage_of(morning_of(scenario(), sim::Day{scenario().days()}));
        }
        return *coverage_;
    }

    /// Seconds of a run by rule, in the order of the day; runs by name.
    std::map<std::string, Seconds> runs;
    std::vector<std::string> rules;
    std::vector<double> every_household;  ///< CPU time of one day of the plain way [s].
    std::vector<double> philox_counter;   ///< CPU time of one counter [s].

  private:
    std::optional<models::Scenario> scenario_;
    std::optional<Coverage> coverage_;
};

std::string const whole_run = "whole run";
std::string const whole_run_cpu = "the same in CPU time";
std::string const before_and_after = "first world, end of file";

void load(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(load_mali());
}

void make_first_world(benchmark::State& state, Measurements& found) {
    sim::set_threads(1);
    auto const& scenario = found.scenario();
    for (auto _ : state) benchmark::DoNotOptimize(models::make_world(scenario, sim::Seed{1}));
}

std::filesystem::path scratch_file() {
    return std::filesystem::temp_directory_path() /
           fmt::format("azalai-benchmark-{}.h5", static_cast<long>(getpid()));
}

/// Keep where the time of one run went.
void keep(Measurements& found, std::string const& name, models::RunResult const& result,
          double seconds, double cpu) {
    auto& of_run = found.runs[name];
    found.rules = result.process_names;
    found.rules.insert(found.rules.end(),
                       {"observers", before_and_after, whole_run, whole_run_cpu});
    double rest = seconds - result.timings.observer_seconds;
    for (std::size_t i = 0; i < result.process_names.size(); ++i) {
        double const of_rule = result.timings.process_seconds[i];
        of_run[result.process_names[i]].push_back(of_rule);
        rest -= of_rule;
    }
    of_run["observers"].push_back(result.timings.observer_seconds);
    of_run[before_and_after].push_back(rest);
    of_run[whole_run].push_back(seconds);
    of_run[whole_run_cpu].push_back(cpu);
}

void run(benchmark::State& state, Measurements& found, std::string const& name, int threads,
         Output output) {
    auto const& scenario = found.scenario();
    auto const& country = found.coverage();
    sim::set_threads(threads);
    models::RunOptions options{.overwrite = sim::Overwrite::yes};
    if (output == Output::file) options.output = scratch_file();
    for (auto _ : state) {
        double const cpu_before = cpu_seconds();
        sim::Stopwatch watch{true};
        auto const result = models::run_scenario(scenario, options);
        double seconds = 0.0;
        watch.add_to(seconds);
        keep(found, name, result, seconds, cpu_seconds() - cpu_before);
    }
    if (output == Output::file) {
        auto const bytes = static_cast<double>(std::filesystem::file_size(options.output));
        state.counters["file_MB"] = bytes / 1e6;
        std::filesystem::remove(options.output);
    }
    auto const per_run = [days = scenario.days()](std::uint64_t count) {
        return benchmark::Counter(static_cast<double>(count) * days,
                                  benchmark::Counter::kIsIterationInvariantRate);
    };
    state.counters["days/s"] = per_run(1);
    state.counters["people_days/s"] = per_run(country.people);
    state.counters["peak_MiB"] = peak_memory_mib();
}

/// One day decided for every household at home, the plain way (models/displacement/dense_flight).
void decide_for_every_household(benchmark::State& state, Measurements& found, int threads) {
    sim::set_threads(threads);
    auto const world = models::make_world(found.scenario(), sim::Seed{1});
    auto const& flight = found.scenario().rules.displacement->flight;
    std::vector<std::uint8_t> leaves(world.households.size());
    for (auto _ : state) {
        double const before = cpu_seconds();
        models::decide_flight(world, models::flight_probabilities(world, flight), leaves);
        if (threads == 1) found.every_household.push_back(cpu_seconds() - before);
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(leaves.size()));
}

/// The random numbers alone: one counter gives four words, one for each of four households.
void philox_counters(benchmark::State& state, Measurements& found) {
    std::vector<std::uint32_t> words(1 << 16);
    std::uint32_t day = 0;
    auto const counters = static_cast<double>(words.size() / 4);
    for (auto _ : state) {
        double const before = cpu_seconds();
        sim::fill_uniform_words(sim::Seed{1}, sim::Purpose{1}, sim::Day{day++}, 0, words);
        found.philox_counter.push_back((cpu_seconds() - before) / counters);
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(words.size() / 4));
}

void register_benchmarks(Measurements& found) {
    auto const add = [](std::string const& name, auto function) {
        return benchmark::RegisterBenchmark(name.c_str(), function)
            ->Unit(benchmark::kMillisecond)
            ->MeasureProcessCPUTime()
            ->UseRealTime()
            ->ReportAggregatesOnly();
    };
    add("load", load)->Iterations(1)->Repetitions(5);
    add("first_world", [&found](auto& state) { make_first_world(state, found); })
        ->Iterations(1)
        ->Repetitions(5);
    for (auto const output : {Output::none, Output::file}) {
        for (int const threads : thread_counts()) {
            auto const name = fmt::format("run/{}/threads:{}",
                                          output == Output::file ? "file" : "no_file", threads);
            add(name, [&found, name, threads,
                       output](auto& state) { run(state, found, name, threads, output); })
                ->Iterations(1)
                ->Repetitions(5);
        }
    }
    for (int const threads : thread_counts()) {
        add(fmt::format("every_household/threads:{}", threads),
            [&found, threads](auto& state) { decide_for_every_household(state, found, threads); })
            ->Iterations(20)
            ->Repetitions(5);
    }
    add("philox_counters", [&found](auto& state) { philox_counters(state, found); })
        ->Iterations(200)
        ->Repetitions(5);
}

void print_rules(Measurements const& found) {
    fmt::print("\nSeconds by rule, medians\n{:26}", "");
    for (auto const& [name, seconds] : found.runs) fmt::print(" {:>21}", name);
    fmt::print("\n");
    for (auto const& rule : found.rules) {
        fmt::print("{:26}", rule);
        for (auto const& [name, seconds] : found.runs) {
            fmt::print(" {:21.3f}", median(seconds.at(rule)));
        }
        fmt::print("\n");
    }
}

void print_coverage(Measurements& found) {
    auto const& country = found.coverage();
    auto const days = found.scenario().days();
    fmt::print(
        "\nA run of {} days represents {} people in {} households, all of them agents.\n"
        "It acts for those that leave home, {} households ({:.1f} %) with {} departures, and for\n"
        "those that lose somebody at home. The others are skipped exactly: what happens has the "
        "same\n"
        "distribution as if every household had drawn every day.\n",
        days, country.people, country.households, country.touched,
        100.0 * static_cast<double>(country.touched) / static_cast<double>(country.households),
        country.departures);
}

/// What deciding for every household would take, beside a run without a file.
void print_reference(Measurements& found) {
    auto const run = found.runs.find("run/no_file/threads:1");
    bool const is_complete =
        run != found.runs.end() && !found.every_household.empty() && !found.philox_counter.empty();
    if (!is_complete) return;
    double const days = found.scenario().days();
    double const counters = days * static_cast<double>(found.coverage().households) / 4.0;
    double const plain = days * median(found.every_household);
    double const draws = counters * median(found.philox_counter);
    double const whole = median(run->second.at(whole_run_cpu));
    fmt::print(
        "\nCPU time of one thread, for all days of the run:\n"
        "  {:6.2f} s  the run without a file, with every rule\n"
        "  {:6.2f} s  to draw one random word a household and day, and do nothing with it: {:.1f} "
        "runs\n"
        "  {:6.2f} s  to decide for each household whether it leaves, the plain way: {:.1f} runs\n",
        whole, draws, draws / whole, plain, plain / whole);
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
    bench::Measurements found;
    bench::register_benchmarks(found);
    int const code = bench::run_benchmarks(argc, argv);
    if (code != 0 || found.runs.empty()) return code;
    bench::print_rules(found);
    bench::print_coverage(found);
    bench::print_reference(found);
    return 0;
}
