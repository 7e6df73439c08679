#include "benchmarks/kernel_race.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

#include "benchmarks/bare_loop.hpp"
#include "benchmarks/measure.hpp"
#include "models/displacement/dense_flight.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/schedule/schedule.hpp"

namespace bench {
namespace {

constexpr double least_share_of_bare = 0.70;
constexpr double least_scaling = 1.85;

/// Row of its stratum, for every household slot.
std::vector<std::uint32_t> stratum_by_household(models::World const& world) {
    auto const& strata = world.households.strata();
    std::vector<std::uint32_t> stratum(world.households.size());
    for (std::uint32_t s = 0; s < strata.size(); ++s) {
        std::fill_n(stratum.begin() + strata.first[s], strata.households[s], s);
    }
    return stratum;
}

void take_turn(Runner& runner, std::function<void()> const& work) {
    sim::set_threads(runner.threads);
    auto const before = thread_cpu_seconds();
    sim::Stopwatch watch{true};
    work();
    watch.add_to(runner.clock.emplace_back(0.0));
    auto const after = thread_cpu_seconds();
    double& busiest = runner.cpu.emplace_back(0.0);
    for (std::size_t thread = 0; thread < after.size(); ++thread) {
        busiest = std::max(busiest, after[thread] - before[thread]);
    }
}

double fastest(std::vector<double> const& seconds) {
    return *std::min_element(seconds.begin(), seconds.end());
}

/// How many times as long as b did a take?
struct Ratio {
    double fastest;  ///< Their fastest turns, by the clock.
    double cpu;      ///< Median of all turns, by processor time.
};

Ratio ratio(Runner const& a, Runner const& b) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < a.cpu.size(); ++i) {
        ratios.push_back(a.cpu[i] / b.cpu[i]);
    }
    return {fastest(a.clock) / fastest(b.clock), median(ratios)};
}

void print_ratio(std::string const& text, Ratio const& found, double bar) {
    fmt::print("  {:42} {:8.2f} {:8.2f}   bar {:.2f}{}\n", text, found.fastest, found.cpu, bar,
               found.cpu >= bar ? "" : "  NOT REACHED");
}

}  // namespace

KernelRace race_kernels(std::string country, models::World const& world,
                        models::FlightParams const& params, int turns) {
    auto const stratum = stratum_by_household(world);
    auto const probabilities = models::flight_probabilities(world, params);
    std::vector<std::uint32_t> thresholds;
    for (double const p : probabilities) {
        thresholds.push_back(static_cast<std::uint32_t>(p * (0x1p32 - 1.0)));
    }
    std::vector<std::uint8_t> leaves(world.households.size());
    std::vector<std::pair<char const*, std::function<void()>>> const kernels{
        {"bare loop", [&] { decide_bare(world.seed, world.today, stratum, thresholds, leaves); }},
        {"dense kernel", [&] { models::decide_flight(world, probabilities, leaves); }},
        {"dense kernel, table made",
         [&] {
             models::decide_flight(world, models::flight_probabilities(world, params), leaves);
         }},
    };
    KernelRace race{
        std::move(country), static_cast<double>(leaves.size()), probabilities.size(), {}};
    for (int const threads : thread_counts()) {
        for (auto const& kernel : kernels) race.runners.push_back({kernel.first, threads, {}, {}});
    }
    for (auto const& kernel : kernels) kernel.second();  // warms up
    for (int turn = 0; turn < turns; ++turn) {
        for (std::size_t i = 0; i < race.runners.size(); ++i) {
            take_turn(race.runners[i], kernels[i % kernels.size()].second);
            benchmark::ClobberMemory();
        }
    }
    return race;
}

void print(KernelRace const& race) {
    fmt::print(
        "\n{}: {:.1f} million households in {} strata, {} turns\n"
        "  {:42} {:>8} {:>8}\n",
        race.country, race.households / 1e6, race.strata, race.runners.front().clock.size(),
        "million decisions/s", "fastest", "by CPU");
    for (auto const& runner : race.runners) {
        fmt::print("  {:32} {} thread{} {:8.0f} {:8.0f}\n", runner.name, runner.threads,
                   runner.threads == 1 ? " " : "s", race.households / fastest(runner.clock) / 1e6,
                   race.households / median(runner.cpu) / 1e6);
    }
    std::size_t const kernels = race.runners.size() / thread_counts().size();
    auto const& runners = race.runners;
    for (std::size_t first = 0; first < runners.size(); first += kernels) {
        auto const text = fmt::format("dense / bare, {} threads", runners[first].threads);
        print_ratio(text, ratio(runners[first], runners[first + 1]), least_share_of_bare);
    }
    if (runners.size() == kernels) return;
    int const threads = runners.back().threads;
    for (std::size_t i = 0; i < kernels; ++i) {
        print_ratio(fmt::format("1 -> {} threads, {}", threads, runners[i].name),
                    ratio(runners[i], runners[kernels + i]), least_scaling);
    }
}

}  // namespace bench
