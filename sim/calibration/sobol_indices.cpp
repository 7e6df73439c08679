#include "sim/calibration/sobol_indices.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "sim/calibration/quantile.hpp"
#include "sim/parallel/threads.hpp"

namespace sim::calibration {

namespace {

/// Column \p k of the blocks whose runs all succeeded, less the mean over A and B.
Points complete_blocks(Points const& outputs, std::size_t k, std::size_t parameters) {
    Points blocks{parameters + 2, {}};
    std::vector<double> block(parameters + 2);
    for (std::size_t i = 0; i < outputs.rows(); i += block.size()) {
        for (std::size_t j = 0; j < block.size(); ++j) block[j] = outputs.row(i + j)[k];
        if (std::all_of(block.begin(), block.end(), [](double y) { return std::isfinite(y); })) {
            blocks.add(block);
        }
    }
    double mean = 0.0;
    for (std::size_t i = 0; i < blocks.rows(); ++i) mean += blocks.row(i)[0] + blocks.row(i)[1];
    mean /= 2.0 * static_cast<double>(std::max<std::size_t>(blocks.rows(), 1));
    for (double& value : blocks.values) value -= mean;
    return blocks;
}

/// First-order indices, then total ones, of the chosen blocks.
void estimate(Points const& blocks, std::span<std::uint32_t const> chosen,
              std::span<double> indices) noexcept {
    std::size_t const parameters = blocks.columns - 2;
    double const n = static_cast<double>(chosen.size());
    double sum = 0.0, squares = 0.0;
    std::fill(indices.begin(), indices.end(), 0.0);
    for (std::uint32_t const i : chosen) {
        auto const block = blocks.row(i);
        double const a = block[0], b = block[1];
        sum += a + b;
        squares += a * a + b * b;
        for (std::size_t j = 0; j < parameters; ++j) {
            double const mixed = block[2 + j];
            indices[j] += b * (mixed - a) / n;
            indices[parameters + j] += (a - mixed) * (a - mixed) / (2.0 * n);
        }
    }
    double const mean = sum / (2.0 * n);
    double const variance = squares / (2.0 * n) - mean * mean;
    double const missing = std::numeric_limits<double>::quiet_NaN();
    for (double& index : indices) index = variance > 0.0 ? index / variance : missing;
}

/// Where the bootstrap's series of draws begin; those before are the design's.
constexpr std::uint32_t bootstrap_series = 0x8000'0000U;

/// Estimates of every bootstrap sample, one row each.
Points bootstrap(Draws draws, std::uint32_t output, Points const& blocks, std::uint32_t resamples) {
    auto const n = static_cast<std::uint32_t>(blocks.rows());
    Points estimates = zero_points(resamples, 2 * (blocks.columns - 2));
    for_rows(resamples, [&](std::uint32_t r) noexcept {
        Stream draw{draws.seed, draws.purpose, r, Day{bootstrap_series + output}};
        std::vector<std::uint32_t> chosen(n);
        for (auto& block : chosen) block = draw.below(n);
        estimate(blocks, chosen, estimates.row(r));
    });
    return estimates;
}

Interval with_interval(double value, Points const& resampled, std::size_t column, double level) {
    std::vector<double> values;
    for (std::size_t r = 0; r < resampled.rows(); ++r) {
        if (std::isfinite(resampled.row(r)[column])) values.push_back(resampled.row(r)[column]);
    }
    if (values.empty()) return {value, value, value};
    std::sort(values.begin(), values.end());
    double const tail = 0.5 * (1.0 - level);
    return {value, sorted_quantile(values, tail), sorted_quantile(values, 1.0 - tail)};
}

}  // namespace

Points sobol_design(Draws draws, std::size_t first, std::size_t blocks, std::size_t parameters) {
    Points const both = uniform_points(draws, first, blocks, 2 * parameters);
    Points design{parameters, {}};
    design.values.reserve(blocks * (parameters + 2) * parameters);
    std::vector<double> mixed(parameters);
    for (std::size_t i = 0; i < blocks; ++i) {
        auto const a = both.row(i).first(parameters), b = both.row(i).last(parameters);
        design.add(a);
        design.add(b);
        for (std::size_t j = 0; j < parameters; ++j) {
            mixed.assign(a.begin(), a.end());
            mixed[j] = b[j];
            design.add(mixed);
        }
    }
    return design;
}

std::vector<SobolIndices> sobol_indices(Draws draws, Points const& outputs, std::size_t parameters,
                                        SobolOptions const& options) {
    SIM_EXPECTS(parameters >= 1 && outputs.rows() % (parameters + 2) == 0);
    SIM_EXPECTS(options.resamples >= 2 && options.level > 0.0 && options.level < 1.0);
    double const missing = std::numeric_limits<double>::quiet_NaN();
    std::vector<SobolIndices> results;
    for (std::size_t k = 0; k < outputs.columns; ++k) {
        Points const blocks = complete_blocks(outputs, k, parameters);
        std::vector<double> whole(2 * parameters, missing);
        Points resampled{2 * parameters, {}};
        if (blocks.rows() >= 2) {
            std::vector<std::uint32_t> all(blocks.rows());
            for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint32_t>(i);
            estimate(blocks, all, whole);
            resampled = bootstrap(draws, static_cast<std::uint32_t>(k), blocks, options.resamples);
        }
        for (std::size_t j = 0; j < parameters; ++j) {
            results.push_back(
                {with_interval(whole[j], resampled, j, options.level),
                 with_interval(whole[parameters + j], resampled, parameters + j, options.level)});
        }
    }
    return results;
}

}  // namespace sim::calibration
