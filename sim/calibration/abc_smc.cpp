#include "sim/calibration/abc_smc.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "sim/calibration/abc_kernel.hpp"
#include "sim/calibration/quantile.hpp"
#include "sim/parallel/threads.hpp"

namespace sim::calibration {

namespace {

/// Values of one output over the runs.
std::vector<double> column(Points const& outputs, std::size_t k) {
    std::vector<double> values;
    for (std::size_t i = 0; i < outputs.rows(); ++i) values.push_back(outputs.row(i)[k]);
    return values;
}

double standard_deviation(std::vector<double> const& values) {
    double const n = static_cast<double>(values.size());
    double const mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0.0;
    for (double const value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / n);
}

bool all_finite(std::span<double const> values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

bool is_prior_generation(AbcSmc const& state) {
    return state.generations.empty();
}

/// Keep the proposals that come near enough, in their order, until there are enough.
void accept(AbcSmc& state, std::span<Target const> targets, Points const& outputs,
            std::uint32_t particles) {
    AbcPopulation& growing = state.growing;
    growing.outputs.columns = outputs.columns;
    for (std::size_t i = 0; i < outputs.rows(); ++i) {
        if (growing.points.rows() == particles) return;
        ++state.next_proposal;
        double distance = std::numeric_limits<double>::infinity();
        if (is_prior_generation(state)) {
            if (!all_finite(outputs.row(i))) continue;  // distances follow once there are scales
        } else {
            distance = abc_distance(targets, state.scales, outputs.row(i));
            if (!(distance <= state.tolerance) || !all_finite(outputs.row(i))) continue;
        }
        growing.points.add(state.wanted.row(i));
        growing.outputs.add(outputs.row(i));
        growing.distances.push_back(distance);
    }
}

void weigh(AbcSmc& state, std::span<Target const> targets) {
    AbcPopulation& growing = state.growing;
    std::size_t const n = growing.points.rows();
    if (!is_prior_generation(state)) {
        AbcKernel const kernel{state.population.points, state.population.weights};
        growing.weights = kernel.weights_of(growing.points);
        return;
    }
    growing.weights.assign(n, 1.0 / static_cast<double>(n));
    state.scales = abc_scales(targets, growing.outputs);
    for (std::size_t i = 0; i < n; ++i) {
        growing.distances[i] = abc_distance(targets, state.scales, growing.outputs.row(i));
    }
}

AbcEnd end_of(AbcSmc const& state, AbcOptions const& options) {
    AbcGeneration const& last = state.generations.back();
    double const particles = options.particles;
    if (last.tolerance <= options.tolerance) return AbcEnd::tolerance;
    if (state.generations.size() > options.generations) return AbcEnd::generations;
    if (last.effective_size < options.least_effective * particles) return AbcEnd::effective_size;
    if (state.generations.size() > 1 && particles < options.least_acceptance * last.proposals) {
        return AbcEnd::acceptance;
    }
    return state.simulations >= options.simulations ? AbcEnd::simulations : AbcEnd::none;
}

/// Make the grown generation the last complete one.
void complete(AbcSmc& state, std::span<Target const> targets, AbcOptions const& options) {
    weigh(state, targets);
    double const infinity = std::numeric_limits<double>::infinity();
    state.generations.push_back({is_prior_generation(state) ? infinity : state.tolerance,
                                 state.next_proposal, effective_size(state.growing.weights)});
    state.population = std::exchange(state.growing, {});
    state.growing.points.columns = state.population.points.columns;
    state.next_proposal = 0;
    state.tolerance =
        weighted_quantile(state.population.distances, state.population.weights, options.quantile);
    state.end = end_of(state, options);
}

}  // namespace

AbcSmc start_abc(std::size_t parameters) {
    SIM_EXPECTS(parameters >= 1);
    AbcSmc state;
    state.wanted.columns = state.growing.points.columns = parameters;
    state.tolerance = std::numeric_limits<double>::infinity();
    return state;
}

void ask_abc(AbcSmc& state, Draws draws, std::uint32_t batch) {
    SIM_EXPECTS(state.end == AbcEnd::none && state.wanted.values.empty() && batch >= 1);
    std::size_t const parameters = state.wanted.columns;
    if (is_prior_generation(state)) {
        state.wanted = uniform_points(draws, state.next_proposal, batch, parameters);
        return;
    }
    AbcKernel const kernel{state.population.points, state.population.weights};
    Day const generation{static_cast<std::uint32_t>(state.generations.size())};
    state.wanted = zero_points(batch, parameters);
    for_rows(batch, [&](std::uint32_t i) noexcept {
        Stream draw{draws.seed, draws.purpose, state.next_proposal + i, generation};
        kernel.propose(draw, state.wanted.row(i));
    });
}

void give_outputs(AbcSmc& state, std::span<Target const> targets, Points const& outputs,
                  AbcOptions const& options) {
    SIM_EXPECTS(state.end == AbcEnd::none && outputs.rows() == state.wanted.rows());
    SIM_EXPECTS(!targets.empty() && options.particles >= 2);
    SIM_EXPECTS(options.quantile > 0.0 && options.quantile < 1.0);
    state.simulations += outputs.rows();
    accept(state, targets, outputs, options.particles);
    state.wanted.values.clear();
    if (state.growing.points.rows() == options.particles) {
        complete(state, targets, options);
    } else if (state.simulations >= options.simulations) {
        state.end = AbcEnd::simulations;
    }
}

double abc_distance(std::span<Target const> targets, std::span<double const> scales,
                    std::span<double const> outputs) {
    SIM_EXPECTS(targets.size() == scales.size());
    double sum = 0.0, weights = 0.0;
    for (std::size_t t = 0; t < targets.size(); ++t) {
        SIM_EXPECTS(targets[t].output < outputs.size());
        if (!std::isfinite(outputs[targets[t].output])) {
            return std::numeric_limits<double>::infinity();
        }
        if (scales[t] <= 0.0) continue;
        double const scaled = gap(targets[t], outputs[targets[t].output]) / scales[t];
        sum += targets[t].weight * scaled * scaled;
        weights += targets[t].weight;
    }
    return weights > 0.0 ? std::sqrt(sum / weights) : 0.0;
}

std::vector<double> abc_scales(std::span<Target const> targets, Points const& outputs) {
    SIM_EXPECTS(outputs.rows() >= 1);
    std::vector<double> scales;
    for (Target const& target : targets) {
        auto const values = column(outputs, target.output);
        double const deviation = median_absolute_deviation(values);
        scales.push_back(deviation > 0.0 ? deviation : standard_deviation(values));
    }
    return scales;
}

double effective_size(std::span<double const> weights) {
    double squares = 0.0;
    for (double const weight : weights) squares += weight * weight;
    return squares > 0.0 ? 1.0 / squares : 0.0;
}

std::vector<std::uint32_t> resample(std::span<double const> weights, std::uint32_t count,
                                    double u) {
    SIM_EXPECTS(!weights.empty() && u >= 0.0 && u < 1.0);
    std::vector<std::uint32_t> chosen;
    std::uint32_t i = 0;
    double seen = weights[0];
    for (std::uint32_t k = 0; k < count; ++k) {
        double const place = (k + u) / count;
        while (place >= seen && i + 1 < weights.size()) seen += weights[++i];
        chosen.push_back(i);
    }
    return chosen;
}

}  // namespace sim::calibration
