#include "sim/calibration/emulated_sobol.hpp"

#include <algorithm>
#include <cmath>

#include "sim/calibration/quantile.hpp"
#include "sim/parallel/threads.hpp"

namespace sim::calibration {

ParameterRange whole_prior(std::size_t parameters) {
    return {std::vector<double>(parameters, 0.0), std::vector<double>(parameters, 1.0)};
}

ParameterRange range_of(Points const& draws, double level) {
    SIM_EXPECTS(draws.rows() >= 2 && level > 0.0 && level < 1.0);
    ParameterRange range;
    for (std::size_t j = 0; j < draws.columns; ++j) {
        std::vector<double> values;
        for (std::size_t i = 0; i < draws.rows(); ++i) values.push_back(draws.row(i)[j]);
        std::sort(values.begin(), values.end());
        range.low.push_back(sorted_quantile(values, 0.5 * (1.0 - level)));
        range.high.push_back(sorted_quantile(values, 0.5 * (1.0 + level)));
    }
    return range;
}

std::vector<EmulatedSobol> emulated_sobol(Draws draws, OutputEmulator const& emulator,
                                          std::span<std::size_t const> outputs,
                                          ParameterRange const& range, std::size_t blocks,
                                          SobolOptions const& options) {
    std::size_t const d = emulator.inputs();
    SIM_EXPECTS(range.low.size() == d && range.high.size() == d && blocks >= 2 && !outputs.empty());
    Points design = sobol_design(draws, 0, blocks, d);
    Points means = zero_points(design.rows(), outputs.size());
    Points variances = means;
    for_rows(static_cast<std::uint32_t>(design.rows()), [&](std::uint32_t i) noexcept {
        auto const point = design.row(i);
        for (std::size_t j = 0; j < d; ++j) {
            point[j] = range.low[j] + point[j] * (range.high[j] - range.low[j]);
        }
        std::vector<double> mean(emulator.outputs()), sd(emulator.outputs());
        emulator.predict(point, mean, sd);
        for (std::size_t k = 0; k < outputs.size(); ++k) {
            means.row(i)[k] = mean[outputs[k]];
            variances.row(i)[k] = sd[outputs[k]] * sd[outputs[k]];
        }
    });
    auto const indices = sobol_indices(draws, means, d, options);
    std::vector<EmulatedSobol> results;
    for (std::size_t k = 0; k < outputs.size(); ++k) {
        EmulatedSobol one;
        one.output = outputs[k];
        // The first two rows of each block are independent and uniform.
        double const n = 2.0 * static_cast<double>(blocks);
        double squares = 0.0, noise = 0.0;
        for (std::size_t i = 0; i < design.rows(); ++i) {
            if (i % (d + 2) < 2) one.mean += means.row(i)[k] / n;
        }
        for (std::size_t i = 0; i < design.rows(); ++i) {
            if (i % (d + 2) >= 2) continue;
            squares += std::pow(means.row(i)[k] - one.mean, 2) / n;
            noise += variances.row(i)[k] / n;
        }
        one.deviation = std::sqrt(squares);
        one.noise_share = noise + squares > 0.0 ? noise / (noise + squares) : 0.0;
        auto const first = indices.begin() + static_cast<std::ptrdiff_t>(k * d);
        one.indices.assign(first, first + static_cast<std::ptrdiff_t>(d));
        results.push_back(std::move(one));
    }
    return results;
}

}  // namespace sim::calibration
