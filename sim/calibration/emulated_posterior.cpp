#include "sim/calibration/emulated_posterior.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include "sim/calibration/synthetic_likelihood.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/distributions.hpp"

namespace sim::calibration {

namespace {

// Numbers of the draws that need a seed beside the posterior's own.
constexpr std::uint32_t noise_number = 0xffff'fff0U, error_number = 0xffff'fff1U;

EmulatedPosterior by_likelihood(Draws draws, OutputEmulator const& emulator,
                                std::span<Target const> targets, PriorRegion const& prior,
                                EmulatedOptions const& options) {
    SyntheticLikelihood const likelihood{
        emulator, {targets.begin(), targets.end()}, options.weights};
    auto found = tempered_posterior(
        draws, emulator.inputs(), [&](std::span<double const> point) { return likelihood(point); },
        prior, options.tempered);
    EmulatedPosterior result;
    result.points = std::move(found.points);
    result.effective_size = found.effective_size;
    result.evaluations = found.evaluations;
    result.stages = std::move(found.stages);
    result.largest_correlation = found.largest_correlation;
    return result;
}

/// One column per target: an emulated run with observation error; NaN outside the prior.
Points observed_runs(OutputEmulator const& emulator, std::span<Target const> targets,
                     PriorRegion const& prior, Points const& points, Draws draws,
                     std::uint32_t batch) {
    Points const outputs = sample(emulator, points, numbered(draws, noise_number), 0, batch);
    Draws const errors = numbered(draws, error_number);
    Points seen = zero_points(points.rows(), targets.size());
    for_rows(static_cast<std::uint32_t>(points.rows()), [&](std::uint32_t i) noexcept {
        auto const row = seen.row(i);
        if (prior.contains && !prior.contains(points.row(i))) {
            for (double& value : row) value = std::numeric_limits<double>::quiet_NaN();
            return;
        }
        Stream draw{errors.seed, errors.purpose, i, Day{batch}};
        for (std::size_t t = 0; t < row.size(); ++t) {
            double const variance =
                targets[t].observation_variance + targets[t].discrepancy_variance;
            row[t] = normal(draw, outputs.row(i)[targets[t].output], std::sqrt(variance));
        }
    });
    return seen;
}

EmulatedPosterior by_distance(Draws draws, OutputEmulator const& emulator,
                              std::span<Target const> targets, PriorRegion const& prior,
                              EmulatedOptions const& options) {
    std::vector<Target> own(targets.begin(), targets.end());
    for (std::size_t t = 0; t < own.size(); ++t) own[t].output = t;
    AbcSmc state = start_abc(emulator.inputs());
    for (std::uint32_t batch = 0; state.end == AbcEnd::none; ++batch) {
        ask_abc(state, draws, options.batch);
        auto const seen = observed_runs(emulator, targets, prior, state.wanted, draws, batch);
        give_outputs(state, own, seen, options.abc);
    }
    require(!state.generations.empty(),
            "posterior: no ABC generation is complete (too few emulated runs are allowed, or the "
            "prior's region is too small). Raise the simulations.");
    EmulatedPosterior result;
    Draws const luck = numbered(draws, noise_number);
    Stream draw{luck.seed, luck.purpose, 0, Day{0xffff'ffffU}};
    result.points.columns = emulator.inputs();
    for (std::uint32_t const i :
         resample(state.population.weights, options.abc.particles, draw.uniform())) {
        result.points.add(state.population.points.row(i));
    }
    result.effective_size = state.generations.back().effective_size;
    result.evaluations = state.simulations;
    result.generations = std::move(state.generations);
    return result;
}

}  // namespace

EmulatedPosterior emulated_posterior(Draws draws, OutputEmulator const& emulator,
                                     std::span<Target const> targets, PriorRegion const& prior,
                                     EmulatedOptions const& options) {
    SIM_EXPECTS(!targets.empty() && options.batch >= 1);
    if (options.method == PosteriorMethod::abc) {
        return by_distance(draws, emulator, targets, prior, options);
    }
    return by_likelihood(draws, emulator, targets, prior, options);
}

Draws numbered(Draws draws, std::uint32_t number) noexcept {
    // The odd multiplier of Weyl's sequence keeps seeds of different numbers apart.
    std::uint64_t const step = 0x9e37'79b9'7f4a'7c15U * (std::uint64_t{number} + 1);
    return {Seed{draws.seed.value + step}, draws.purpose};
}

}  // namespace sim::calibration
