#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "benchmarks/engine/plain_schelling.hpp"
#include "benchmarks/engine/plain_walkers.hpp"
#include "benchmarks/engine/schelling.hpp"
#include "benchmarks/engine/walkers.hpp"
#include "benchmarks/engine_report.hpp"
#include "benchmarks/measure.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/block.hpp"
#include "sim/schedule/schedule.hpp"

// The engine alone, with two models that general engines are measured by. Beside each, in the
// same run, the same model the way such engines are written.

namespace bench {
namespace {

constexpr sim::Seed seed{1};

// Steps of one sample.
constexpr int steps = 20;

// Steps after which a board of Schelling's model is at rest.
constexpr int until_settled = 100;

/// Sample one piece of work; only what \p work does to what \p prepare made is timed.
/// \param work  Returns how many agents moved.
template <class Prepare, class Work>
void sample(benchmark::State& state, Samples& found, int threads, Prepare prepare, Work work) {
    sim::set_threads(threads);
    for (auto _ : state) {
        auto model = prepare();
        double const cpu_before = cpu_seconds();
        sim::Stopwatch watch{true};
        found.moves = work(model);
        double seconds = 0.0;
        watch.add_to(seconds);
        found.cpu.push_back(cpu_seconds() - cpu_before);
        found.clock.push_back(seconds);
        state.SetIterationTime(seconds);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(found.agent_steps));
}

/// Register one piece of work, of \p agents agents a step.
template <class Prepare, class Work>
void add(EngineSamples& all, std::string const& name, int threads, std::uint32_t agents,
         Prepare prepare, Work work) {
    auto& found = all[name];
    found.agent_steps = static_cast<double>(agents) * steps;
    benchmark::RegisterBenchmark(name.c_str(),
                                 [&found, threads, prepare, work](auto& state) {
                                     sample(state, found, threads, prepare, work);
                                 })
        ->Unit(benchmark::kMicrosecond)
        ->UseManualTime()
        ->Iterations(2)
        ->Repetitions(11)
        ->ReportAggregatesOnly();
}

void add_walkers(EngineSamples& all) {
    WalkersSpec const spec;
    auto const walk = [spec](auto& walkers) {
        for (int day = 0; day < steps; ++day) walkers.walk_one_day();
        benchmark::ClobberMemory();
        return static_cast<double>(spec.walkers) * steps;
    };
    for (int const threads : thread_counts()) {
        add(
            all, fmt::format("walkers/threads:{}", threads), threads, spec.walkers,
            [spec] {
                return Walkers{spec, seed};
            },
            walk);
    }
    add(
        all, "walkers/plain", 1, spec.walkers,
        [spec] {
            return PlainWalkers{spec, seed};
        },
        walk);
}

/// Schelling's model from one moment on.
/// \param steps_before  Not timed.
template <class Board>
void add_schelling(EngineSamples& all, std::string const& name, int threads,
                   SchellingSpec const& spec, int steps_before) {
    auto const prepare = [spec, steps_before, cells = scattered_agents(spec, seed)] {
        Board board{spec, cells, seed};
        for (int i = 0; i < steps_before; ++i) board.step();
        return board;
    };
    auto const step = [](Board& board) {
        double moved = 0.0;
        for (int i = 0; i < steps; ++i) moved += board.step();
        return moved;
    };
    add(all, name, threads, spec.agents, prepare, step);
}

void add_schelling(EngineSamples& all) {
    SchellingSpec const usual;
    SchellingSpec const restless{.wanted_percent = 70};
    SchellingSpec const large{.rows = 1000, .columns = 1000, .agents = 800'000};
    for (int const threads : thread_counts()) {
        auto const on = fmt::format("/threads:{}", threads);
        add_schelling<Schelling>(all, "schelling/restless" + on, threads, restless, 0);
        add_schelling<Schelling>(all, "schelling/settling" + on, threads, usual, 0);
        add_schelling<Schelling>(all, "schelling/settled" + on, threads, usual, until_settled);
        add_schelling<Schelling>(all, "schelling/large" + on, threads, large, 0);
    }
    add_schelling<PlainSchelling>(all, "schelling/restless/plain", 1, restless, 0);
    add_schelling<PlainSchelling>(all, "schelling/settling/plain", 1, usual, 0);
    add_schelling<PlainSchelling>(all, "schelling/settled/plain", 1, usual, until_settled);
}

/// As many random words as there are walkers, in blocks that stay in the cache: the limit.
void add_words(EngineSamples& all) {
    constexpr std::uint32_t block = 1024;
    constexpr std::uint32_t blocks = 1000;
    auto const fill = [](std::uint32_t& day) {
        for (int i = 0; i < steps; ++i, ++day) {
            sim::for_rows(blocks, [day](std::uint32_t row) noexcept {
                std::array<std::uint32_t, block> words;
                sim::fill_uniform_words(seed, sim::Purpose{1}, sim::Day{day}, row * (block / 4),
                                        words);
                benchmark::DoNotOptimize(words);
            });
        }
        return 0.0;
    };
    for (int const threads : thread_counts()) {
        add(
            all, fmt::format("words/threads:{}", threads), threads, block * blocks,
            [] { return std::uint32_t{0}; }, fill);
    }
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
    bench::EngineSamples found;
    bench::add_walkers(found);
    bench::add_schelling(found);
    bench::add_words(found);
    // Repetitions of different work take turns, so that a busy minute harms all of it alike.
    std::string interleave = "--benchmark_enable_random_interleaving=true";
    std::vector<char*> arguments{argv, argv + argc};
    arguments.insert(arguments.begin() + 1, interleave.data());
    int const code = bench::run_benchmarks(static_cast<int>(arguments.size()), arguments.data());
    if (code == 0) bench::print_engine_report(found);
    return code;
}
