#include "sim/calibration/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "sim/base/check.hpp"

namespace sim::calibration {

double sorted_quantile(std::span<double const> ascending, double p) {
    SIM_EXPECTS(!ascending.empty() && p >= 0.0 && p <= 1.0);
    double const place = p * static_cast<double>(ascending.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    if (below + 1 >= ascending.size()) return ascending.back();
    double const part = place - static_cast<double>(below);
    return ascending[below] + part * (ascending[below + 1] - ascending[below]);
}

double weighted_quantile(std::span<double const> values, std::span<double const> weights,
                         double p) {
    SIM_EXPECTS(!values.empty() && values.size() == weights.size() && p >= 0.0 && p <= 1.0);
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    double const wanted = p * std::accumulate(weights.begin(), weights.end(), 0.0);
    double seen = 0.0;
    for (std::size_t const i : order) {
        seen += weights[i];
        if (seen >= wanted && weights[i] > 0.0) return values[i];
    }
    return values[order.back()];
}

double median_absolute_deviation(std::vector<double> values) {
    SIM_EXPECTS(!values.empty());
    std::sort(values.begin(), values.end());
    double const middle = sorted_quantile(values, 0.5);
    for (double& value : values) value = std::abs(value - middle);
    std::sort(values.begin(), values.end());
    return sorted_quantile(values, 0.5);
}

}  // namespace sim::calibration
