#include "models/facts/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/check.hpp"

namespace models {

namespace {

// Sums of squares and products about the means of two lists.
struct Moments {
    double xx = 0.0, xy = 0.0, yy = 0.0;
};

std::optional<Moments> moments_of(std::span<double const> x, std::span<double const> y) {
    SIM_EXPECTS(x.size() == y.size());
    if (x.size() < 2) return std::nullopt;
    double const mx = *mean_of(x), my = *mean_of(y);
    Moments sums;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sums.xx += (x[i] - mx) * (x[i] - mx);
        sums.xy += (x[i] - mx) * (y[i] - my);
        sums.yy += (y[i] - my) * (y[i] - my);
    }
    return sums;
}

}  // namespace

std::optional<double> mean_of(std::span<double const> values) {
    if (values.empty()) return std::nullopt;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<double> variance_of(std::span<double const> values) {
    auto const sums = moments_of(values, values);
    if (!sums) return std::nullopt;
    return sums->xx / static_cast<double>(values.size() - 1);
}

std::optional<double> dispersion_of(std::span<double const> values) {
    auto const variance = variance_of(values);
    if (!variance) return std::nullopt;
    return ratio_of(*variance, *mean_of(values));
}

std::optional<double> autocorrelation(std::span<double const> values, std::size_t lag) {
    SIM_EXPECTS(lag >= 1);
    if (values.size() < lag + 2) return std::nullopt;
    double const mean = *mean_of(values);
    double products = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        squares += (values[i] - mean) * (values[i] - mean);
        if (i + lag < values.size()) products += (values[i] - mean) * (values[i + lag] - mean);
    }
    return ratio_of(products, squares);
}

std::optional<double> correlation(std::span<double const> a, std::span<double const> b) {
    auto const sums = moments_of(a, b);
    if (!sums) return std::nullopt;
    return ratio_of(sums->xy, std::sqrt(sums->xx * sums->yy));
}

std::optional<double> slope_of(std::span<double const> x, std::span<double const> y) {
    auto const sums = moments_of(x, y);
    if (!sums) return std::nullopt;
    return ratio_of(sums->xy, sums->xx);
}

std::optional<double> quantile_of(std::vector<double> values, double p) {
    SIM_EXPECTS(p >= 0.0 && p <= 1.0);
    if (values.empty()) return std::nullopt;
    std::ranges::sort(values);
    double const at = p * static_cast<double>(values.size() - 1);
    auto const below = static_cast<std::size_t>(at);
    auto const above = std::min(below + 1, values.size() - 1);
    return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

std::optional<double> ratio_of(double a, double b) {
    if (b == 0.0) return std::nullopt;
    return a / b;
}

}  // namespace models
