#include <benchmark/benchmark.h>

#include <vector>

#include "benchmarks/measure.hpp"
#include "sim/random/block.hpp"
#include "sim/random/distributions.hpp"

// What a random draw costs, by kind. Items are counters, words or draws.

namespace sim {
namespace {

constexpr Seed seed{1};
constexpr Purpose purpose{1};

void philox_counter(benchmark::State& state) {
    std::uint32_t entity = 0;
    for (auto _ : state) benchmark::DoNotOptimize(philox({entity++, 0, 0, 0}, key_of(seed)));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(philox_counter);

// One draw for each of many entities, as a rule that looks at every household makes them.
void first_uniform_of_streams(benchmark::State& state) {
    std::uint32_t entity = 0;
    for (auto _ : state) {
        Stream draw{seed, purpose, entity++, Day{0}};
        benchmark::DoNotOptimize(draw.uniform());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(first_uniform_of_streams);

void next_uniform_of_a_stream(benchmark::State& state) {
    Stream draw{seed, purpose, 0, Day{0}};
    for (auto _ : state) benchmark::DoNotOptimize(draw.uniform());
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(next_uniform_of_a_stream);

void words_in_blocks(benchmark::State& state) {
    std::vector<std::uint32_t> words(4096);
    std::uint32_t day = 0;
    for (auto _ : state) {
        fill_uniform_words(seed, purpose, Day{day++}, 0, words);
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(words.size()));
}
BENCHMARK(words_in_blocks);

void poisson_draw(benchmark::State& state) {
    Stream draw{seed, purpose, 0, Day{0}};
    double const mean = 0.001 * static_cast<double>(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(poisson(draw, mean));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(poisson_draw)->ArgName("mean_in_thousandths")->Arg(10)->Arg(5'000)->Arg(1'000'000);

void binomial_draw(benchmark::State& state) {
    Stream draw{seed, purpose, 0, Day{0}};
    double const p = 0.001;
    auto const trials = static_cast<std::uint32_t>(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(binomial(draw, trials, p));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(binomial_draw)->ArgName("trials")->Arg(10)->Arg(5'000)->Arg(1'000'000);

void exponential_draw(benchmark::State& state) {
    Stream draw{seed, purpose, 0, Day{0}};
    for (auto _ : state) benchmark::DoNotOptimize(exponential(draw, 1.0));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(exponential_draw);

void normal_draw(benchmark::State& state) {
    Stream draw{seed, purpose, 0, Day{0}};
    for (auto _ : state) benchmark::DoNotOptimize(normal(draw, 0.0, 1.0));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(normal_draw);

// Choose out of a stratum of 10,000 households.
void sample_draw(benchmark::State& state) {
    Stream draw{seed, purpose, 0, Day{0}};
    std::vector<std::uint32_t> chosen(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        sample_without_replacement(draw, 10'000, chosen);
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(sample_draw)->ArgName("chosen")->Arg(3)->Arg(1000)->Arg(9000);

}  // namespace
}  // namespace sim

int main(int argc, char** argv) {
    return bench::run_benchmarks(argc, argv);
}
