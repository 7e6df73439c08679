#include "sim/calibration/posterior_proof.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

#include "sim/calibration/quantile.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/distributions.hpp"

namespace sim::calibration {

namespace {

constexpr std::uint32_t error_series = 0xffff'fff2U, rank_series = 0xffff'fff3U;

std::vector<double> sorted_column(Points const& points, std::size_t j) {
    std::vector<double> values;
    for (std::size_t i = 0; i < points.rows(); ++i) values.push_back(points.row(i)[j]);
    std::sort(values.begin(), values.end());
    return values;
}

double variance_of(std::span<double const> values) {
    double mean = 0.0, squares = 0.0;
    double const n = static_cast<double>(values.size());
    for (double const value : values) mean += value / n;
    for (double const value : values) squares += (value - mean) * (value - mean);
    return squares / (n - 1.0);
}

double correlation(std::vector<Recovery> const& truths, std::size_t j) {
    double const n = static_cast<double>(truths.size());
    double x = 0.0, y = 0.0, xx = 0.0, yy = 0.0, xy = 0.0;
    for (Recovery const& one : truths) {
        x += one.truth[j] / n;
        y += one.median[j] / n;
    }
    for (Recovery const& one : truths) {
        double const a = one.truth[j] - x, b = one.median[j] - y;
        xx += a * a;
        yy += b * b;
        xy += a * b;
    }
    return xx > 0.0 && yy > 0.0 ? xy / std::sqrt(xx * yy) : 0.0;
}

bool is_finite(std::span<double const> row) {
    return std::all_of(row.begin(), row.end(), [](double y) { return std::isfinite(y); });
}

/// Recover the runs of those rows, in parallel.
std::vector<Recovery> recover_all(Draws draws, OutputEmulator const& emulator,
                                  std::span<Target const> targets, PriorRegion const& prior,
                                  Points const& points, Points const& outputs,
                                  std::span<std::size_t const> rows,
                                  EmulatedOptions const& options) {
    std::vector<Recovery> results(rows.size());
    std::vector<std::exception_ptr> failures(rows.size());
    for_rows(static_cast<std::uint32_t>(rows.size()), [&](std::uint32_t i) noexcept {
        try {
            results[i] =
                recover(draws, emulator, targets, prior, points.row(rows[i]), outputs.row(rows[i]),
                        static_cast<std::uint32_t>(rows[i]), options);
            results[i].run = rows[i];
        } catch (...) {
            failures[i] = std::current_exception();
        }
    });
    for (auto const& failure : failures) {
        if (failure) std::rethrow_exception(failure);
    }
    return results;
}

std::vector<double> prior_variances(PriorRegion const& prior, std::size_t parameters) {
    std::vector<double> variances(parameters, 1.0 / 12.0);
    if (prior.sample.rows() < 2) return variances;
    for (std::size_t j = 0; j < parameters; ++j) {
        variances[j] = variance_of(sorted_column(prior.sample, j));
    }
    return variances;
}

}  // namespace

std::vector<Target> pseudo_targets(std::span<Target const> targets, std::span<double const> outputs,
                                   Draws draws, std::uint32_t number) {
    Draws const own = numbered(draws, number);
    Stream draw{own.seed, own.purpose, 0, Day{error_series}};
    std::vector<Target> result(targets.begin(), targets.end());
    for (Target& target : result) {
        SIM_EXPECTS(target.output < outputs.size());
        double const sd = std::sqrt(target.observation_variance + target.discrepancy_variance);
        double const seen = normal(draw, outputs[target.output], sd);
        if (target.side == Side::equal) {
            target.value = seen;
        } else {
            target.side = seen >= target.value ? Side::at_least : Side::at_most;
        }
    }
    return result;
}

Recovery recover(Draws draws, OutputEmulator const& emulator, std::span<Target const> targets,
                 PriorRegion const& prior, std::span<double const> truth,
                 std::span<double const> outputs, std::uint32_t number,
                 EmulatedOptions const& options) {
    SIM_EXPECTS(truth.size() == emulator.inputs());
    Draws const own = numbered(draws, number);
    auto const posterior = emulated_posterior(
        own, emulator, pseudo_targets(targets, outputs, draws, number), prior, options);
    Recovery result;
    result.run = number;
    result.truth.assign(truth.begin(), truth.end());
    result.draws = static_cast<std::uint32_t>(posterior.points.rows());
    result.effective_size = posterior.effective_size;
    Stream draw{own.seed, own.purpose, 0, Day{rank_series}};
    for (std::size_t j = 0; j < truth.size(); ++j) {
        auto const values = sorted_column(posterior.points, j);
        result.median.push_back(sorted_quantile(values, 0.5));
        result.low50.push_back(sorted_quantile(values, 0.25));
        result.high50.push_back(sorted_quantile(values, 0.75));
        result.low90.push_back(sorted_quantile(values, 0.05));
        result.high90.push_back(sorted_quantile(values, 0.95));
        result.variance.push_back(variance_of(values));
        result.ranks.push_back(rank_of(truth[j], values, draw.uniform()));
    }
    return result;
}

Proof summarise(std::vector<Recovery> truths, std::span<double const> prior_variance,
                std::uint32_t bins) {
    SIM_EXPECTS(!truths.empty() && prior_variance.size() == truths.front().truth.size());
    Proof proof;
    proof.truths = std::move(truths);
    std::uint32_t const draws = proof.truths.front().draws;
    std::vector<std::uint32_t> all;
    for (std::size_t j = 0; j < prior_variance.size(); ++j) {
        std::vector<std::uint32_t> ranks;
        double variance = 0.0;
        for (Recovery const& one : proof.truths) {
            SIM_EXPECTS(one.draws == draws);
            ranks.push_back(one.ranks[j]);
            variance += one.variance[j] / static_cast<double>(proof.truths.size());
        }
        all.insert(all.end(), ranks.begin(), ranks.end());
        ParameterProof own{uniformity(ranks, draws, bins), coverage(ranks, draws, 0.5),
                           coverage(ranks, draws, 0.9), 1.0 - variance / prior_variance[j],
                           correlation(proof.truths, j)};
        proof.p_value = std::min(
            proof.p_value, own.uniformity.p_value * static_cast<double>(prior_variance.size()));
        proof.parameters.push_back(std::move(own));
    }
    proof.half = coverage(all, draws, 0.5);
    proof.nine_tenths = coverage(all, draws, 0.9);
    return proof;
}

Proof prove(Draws draws, OutputEmulator const& emulator, std::span<Target const> targets,
            PriorRegion const& prior, Points const& truths, Points const& outputs,
            ProofOptions const& options) {
    SIM_EXPECTS(truths.rows() == outputs.rows() && truths.columns == emulator.inputs());
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < truths.rows(); ++i) {
        if (is_finite(outputs.row(i))) rows.push_back(i);
    }
    require(!rows.empty(), "proof: no run with finite outputs can be a truth. Make more runs.");
    return summarise(
        recover_all(draws, emulator, targets, prior, truths, outputs, rows, options.posterior),
        prior_variances(prior, truths.columns), options.bins);
}

Proof prove_by_folds(Draws draws, std::span<Target const> targets, PriorRegion const& prior,
                     Points const& inputs, Points const& outputs, ProofOptions const& options) {
    SIM_EXPECTS(inputs.rows() == outputs.rows() && options.folds >= 2);
    std::vector<Recovery> all;
    for (std::size_t fold = 0; fold < options.folds; ++fold) {
        Points some{inputs.columns, {}}, given{outputs.columns, {}};
        std::vector<std::size_t> rows;
        for (std::size_t i = 0; i < inputs.rows(); ++i) {
            if (i % options.folds != fold) {
                some.add(inputs.row(i));
                given.add(outputs.row(i));
            } else if (i < options.truths && is_finite(outputs.row(i))) {
                rows.push_back(i);
            }
        }
        if (rows.empty()) continue;
        OutputEmulator const emulator{some, given, options.emulator};
        auto const found =
            recover_all(draws, emulator, targets, prior, inputs, outputs, rows, options.posterior);
        all.insert(all.end(), found.begin(), found.end());
    }
    require(!all.empty(), "proof: no run with finite outputs can be a truth. Make more runs.");
    return summarise(std::move(all), prior_variances(prior, inputs.columns), options.bins);
}

}  // namespace sim::calibration
