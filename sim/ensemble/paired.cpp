#include "sim/ensemble/paired.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

#include "sim/base/check.hpp"

namespace sim {
namespace {

/// Quantile of Student's t that leaves half of 1 - confidence above it.
double student(double degrees, double confidence) {
    return boost::math::quantile(boost::math::students_t_distribution<double>{degrees},
                                 0.5 + 0.5 * confidence);
}

}  // namespace

MeanInterval mean_interval(std::span<double const> values, double confidence) {
    MeanInterval interval;
    interval.count = values.size();
    interval.half_width = std::numeric_limits<double>::infinity();
    if (values.empty()) return interval;
    auto const n = static_cast<double>(values.size());
    double sum = 0.0;
    for (double const value : values) sum += value;
    interval.mean = sum / n;
    if (values.size() < 2) return interval;
    double squares = 0.0;
    for (double const value : values) squares += (value - interval.mean) * (value - interval.mean);
    interval.variance = squares / (n - 1.0);
    interval.half_width = student(n - 1.0, confidence) * std::sqrt(interval.variance / n);
    return interval;
}

PairedDifference paired_difference(std::span<double const> baseline, std::span<double const> other,
                                   double confidence) {
    SIM_EXPECTS(baseline.size() == other.size());
    std::vector<double> differences(baseline.size());
    std::ranges::transform(other, baseline, differences.begin(), std::minus<>{});
    PairedDifference result{.difference = mean_interval(differences, confidence),
                            .variance_ratio = {}};
    if (result.difference.variance > 0.0) {
        auto const apart = mean_interval(baseline).variance + mean_interval(other).variance;
        result.variance_ratio = apart / result.difference.variance;
    }
    return result;
}

std::optional<std::size_t> values_needed(MeanInterval const& interval, double half_width,
                                         double confidence) {
    if (interval.count < 2 || !(half_width > 0.0)) return std::nullopt;
    auto const suffices = [&](double n) {
        return student(n - 1.0, confidence) * std::sqrt(interval.variance / n) <= half_width;
    };
    double high = 2.0;
    while (!suffices(high) && high < 1e12) high *= 2.0;
    double low = 2.0;
    while (low < high) {
        double const middle = std::floor((low + high) / 2.0);
        if (suffices(middle)) {
            high = middle;
        } else {
            low = middle + 1.0;
        }
    }
    return static_cast<std::size_t>(high);
}

}  // namespace sim
