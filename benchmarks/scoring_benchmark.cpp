#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "benchmarks/measure.hpp"
#include "models/scoring/forecast_scores.hpp"
#include "models/scoring/reference_forecasts.hpp"
#include "models/scoring/score_kernels.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/distributions.hpp"

// What `azalai score` computes for 1,000 runs of fourteen years by cercle, from counts to scores:
// the model alone, with its references, and CRPS by its definition over all pairs of draws.

namespace bench {
namespace {

constexpr std::uint32_t runs = 1000;
constexpr std::uint32_t months = 168;
constexpr std::uint32_t units = 53;
constexpr std::uint32_t past = 12;
constexpr models::MonthRange scored{.first = 385, .count = months};
// Unit-months of which all pairs are compared; a thousand pairs a draw take long.
constexpr std::uint32_t compared_cells = 2 * units;
constexpr int repetitions = 5;
constexpr double bar_seconds = 5.0;

// Overdispersed counts, three of four 0, some in the hundreds: as deaths by cercle and month are.
models::CountTable synthetic_counts(std::uint32_t draws, models::MonthRange range,
                                    std::uint32_t entity) {
    models::CountTable table{draws, range, units};
    for (std::uint32_t draw = 0; draw < draws; ++draw) {
        sim::Stream stream{sim::Seed{1}, sim::Purpose{1}, entity + draw, sim::Day{0}};
        for (auto& count : table.draw(draw)) {
            double const mean = sim::lognormal(stream, 1.5, 1.2);
            count = stream.bernoulli(0.75) ? 0 : sim::poisson(stream, mean);
        }
    }
    return table;
}

struct Counts {
    models::CountTable simulated = synthetic_counts(runs, scored, 1);
    models::CountTable observed =
        synthetic_counts(1, {.first = scored.first - past, .count = months + past}, 0);
};

double crps_by_pairs(std::vector<std::uint32_t> const& draws, double observed) {
    double distance = 0.0;
    double spread = 0.0;
    for (double const x : draws) {
        distance += std::abs(x - observed);
        for (double const other : draws) spread += std::abs(x - other);
    }
    auto const n = static_cast<double>(draws.size());
    return distance / n - 0.5 * spread / (n * n);
}

std::vector<std::uint32_t> draws_of(Counts const& counts, std::uint32_t cell) {
    std::vector<std::uint32_t> draws;
    for (std::uint32_t draw = 0; draw < runs; ++draw) {
        draws.push_back(counts.simulated.draw(draw)[cell]);
    }
    return draws;
}

double sum_by_pairs(Counts const& counts) {
    auto const observed = counts.observed.draw(0).subspan(past * units);
    double sum = 0.0;
    for (std::uint32_t cell = 0; cell < compared_cells; ++cell) {
        sum += crps_by_pairs(draws_of(counts, cell), observed[cell]);
    }
    return sum;
}

double sum_by_sorting(Counts const& counts) {
    auto const observed = counts.observed.draw(0).subspan(past * units);
    double sum = 0.0;
    for (std::uint32_t cell = 0; cell < compared_cells; ++cell) {
        auto draws = draws_of(counts, cell);
        std::ranges::sort(draws);
        sum += models::crps(draws, observed[cell]);
    }
    return sum;
}

double score_all(Counts const& counts) {
    models::ScoringPeriod const period{.scored = scored, .last_seen = scored.first - 1};
    double sum = models::score_forecast(counts.simulated, counts.observed, {}).all.crps;
    for (auto const& one : models::reference_forecasts(counts.observed, period, sim::Seed{1})) {
        sum += models::score_forecast(*one.counts, counts.observed, {}).all.crps;
    }
    return sum;
}

/// Seconds of the repetitions of one benchmark: by the clock, and of all threads together.
struct Seconds {
    std::vector<double> clock, cpu;
};
using Samples = std::map<std::string, Seconds>;

template <class Function>
void add(std::string const& name, int threads, Samples& all, Function run) {
    auto& samples = all[name];
    benchmark::RegisterBenchmark(name.c_str(),
                                 [threads, run, &samples](auto& state) {
                                     sim::set_threads(threads);
                                     for (auto _ : state) {
                                         auto const start = std::chrono::steady_clock::now();
                                         double const cpu = cpu_seconds();
                                         benchmark::DoNotOptimize(run());
                                         std::chrono::duration<double> const taken =
                                             std::chrono::steady_clock::now() - start;
                                         samples.clock.push_back(taken.count());
                                         samples.cpu.push_back(cpu_seconds() - cpu);
                                         state.SetIterationTime(taken.count());
                                     }
                                 })
        ->Unit(benchmark::kMillisecond)
        ->MeasureProcessCPUTime()
        ->UseManualTime()
        ->Iterations(1)
        ->Repetitions(repetitions)
        ->ReportAggregatesOnly();
}

double clock_of(Samples const& all, std::string const& name) {
    auto const found = all.find(name);
    return found == all.end() ? 0.0 : median(found->second.clock);
}

double cpu_of(Samples const& all, std::string const& name) {
    auto const found = all.find(name);
    return found == all.end() ? 0.0 : median(found->second.cpu);
}

void report(Samples const& all, Counts const& counts, int threads) {
    fmt::print("\n{} runs x {} months x {} units, synthetic, seed 1; medians of {}\n", runs, months,
               units, repetitions);
    auto const line = [&all](char const* what, char const* name, int count) {
        auto const key = fmt::format("{}/threads:{}", name, count);
        if (clock_of(all, key) <= 0.0) return;
        fmt::print("  {:<40} {} thread(s)  clock {:6.3f} s  CPU {:6.3f} s\n", what, count,
                   clock_of(all, key), cpu_of(all, key));
    };
    for (int const count : thread_counts()) {
        line("all scores of the model", "model", count);
        line("and of four references, made too", "all", count);
    }
    double const whole = clock_of(all, fmt::format("all/threads:{}", threads));
    if (whole > 0.0) {
        fmt::print("  bar: {} s by the clock with {} thread(s): {}\n", bar_seconds, threads,
                   whole < bar_seconds ? "passed" : "missed");
    }
    double const pairs = cpu_of(all, "crps/pairs"), sorted = cpu_of(all, "crps/sorted");
    if (pairs > 0.0 && sorted > 0.0) {
        fmt::print(
            "  CRPS of {} unit-months, 1 thread, CPU: all pairs {:.4f} s, sorted {:.4f} s, "
            "ratio {:.0f}; they differ by {:.1g} of their sum\n",
            compared_cells, pairs, sorted, pairs / sorted,
            std::abs(sum_by_pairs(counts) - sum_by_sorting(counts)) / sum_by_pairs(counts));
    }
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
    bench::Counts const counts;
    bench::Samples all;
    for (int const threads : bench::thread_counts()) {
        bench::add(fmt::format("model/threads:{}", threads), threads, all, [&counts] {
            return models::score_forecast(counts.simulated, counts.observed, {}).all.crps;
        });
        bench::add(fmt::format("all/threads:{}", threads), threads, all,
                   [&counts] { return bench::score_all(counts); });
    }
    bench::add("crps/pairs", 1, all, [&counts] { return bench::sum_by_pairs(counts); });
    bench::add("crps/sorted", 1, all, [&counts] { return bench::sum_by_sorting(counts); });
    // Repetitions of different work take turns, so that a busy minute harms all of it alike.
    std::string interleave = "--benchmark_enable_random_interleaving=true";
    std::vector<char*> arguments{argv, argv + argc};
    arguments.insert(arguments.begin() + 1, interleave.data());
    int const code = bench::run_benchmarks(static_cast<int>(arguments.size()), arguments.data());
    if (code == 0) bench::report(all, counts, bench::thread_counts().back());
    return code;
}
