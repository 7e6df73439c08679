#include <benchmark/benchmark.h>

#include <cmath>

#include "benchmarks/measure.hpp"
#include "sim/calibration/abc_smc.hpp"
#include "sim/calibration/gp_fit.hpp"
#include "sim/parallel/threads.hpp"

// What calibration itself costs between the runs of a study with ten parameters: emulators of 500
// runs, and the generations of ABC with an output that costs nothing.

namespace bench {
namespace {

constexpr std::size_t parameters = 10;
constexpr sim::calibration::Draws draws{sim::Seed{1}, sim::Purpose{1}};

double output_at(std::span<double const> point) {
    double sum = 0.0;
    for (std::size_t j = 0; j < point.size(); ++j) {
        sum += std::sin(3.0 * point[j]) / (1.0 + static_cast<double>(j));
    }
    return sum;
}

sim::calibration::GpSetup setup_of(std::size_t runs) {
    sim::calibration::GpSetup setup;
    setup.inputs = sim::calibration::latin_hypercube(draws, runs, parameters);
    for (std::size_t i = 0; i < runs; ++i) {
        setup.outputs.push_back(output_at(setup.inputs.row(i)));
    }
    setup.parameters = {std::vector<double>(parameters, 1.0), 1.0, 1e-3};
    return setup;
}

/// One decomposition: what each step of a fit costs.
void build_emulator(benchmark::State& state) {
    auto const setup = setup_of(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(sim::calibration::GaussianProcess{setup}.log_likelihood());
    }
}

/// A whole fit with the default options, one thread.
void fit_emulator(benchmark::State& state) {
    sim::set_threads(1);
    auto const setup = setup_of(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(sim::calibration::fit_gaussian_process(draws, setup));
    }
}

/// One prediction.
void predict_one(benchmark::State& state) {
    sim::calibration::GaussianProcess const process{
        setup_of(static_cast<std::size_t>(state.range(0)))};
    std::vector<double> const point(parameters, 0.4);
    for (auto _ : state) benchmark::DoNotOptimize(process.predict(point));
}

/// The prior's generation and three more, proposals and weights together, one thread.
void abc_four_generations(benchmark::State& state) {
    sim::set_threads(1);
    sim::calibration::AbcOptions const options{
        .particles = static_cast<std::uint32_t>(state.range(0)), .generations = 3};
    std::vector<sim::calibration::Target> const targets{{0, 2.0}};
    double runs = 0.0;
    for (auto _ : state) {
        auto abc = sim::calibration::start_abc(parameters);
        while (abc.end == sim::calibration::AbcEnd::none) {
            sim::calibration::ask_abc(abc, draws, 100);
            sim::calibration::Points outputs{1, {}};
            for (std::size_t i = 0; i < abc.wanted.rows(); ++i) {
                outputs.values.push_back(output_at(abc.wanted.row(i)));
            }
            sim::calibration::give_outputs(abc, targets, outputs, options);
        }
        runs = static_cast<double>(abc.simulations);
    }
    state.counters["runs"] = runs;
}

BENCHMARK(build_emulator)->Arg(100)->Arg(500)->Unit(benchmark::kMillisecond)->Repetitions(5);
BENCHMARK(fit_emulator)->Arg(100)->Unit(benchmark::kMillisecond)->Repetitions(5);
BENCHMARK(fit_emulator)->Arg(500)->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(1);
BENCHMARK(predict_one)->Arg(100)->Arg(500)->Unit(benchmark::kMicrosecond)->Repetitions(5);
BENCHMARK(abc_four_generations)->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond)->Repetitions(5);

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
    return bench::run_benchmarks(argc, argv);
}
