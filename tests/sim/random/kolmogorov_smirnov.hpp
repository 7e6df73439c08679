#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

/// \file tests/sim/random/kolmogorov_smirnov.hpp
/// How far two samples lie apart that should have come from one distribution.

namespace sim {

/// The two-sample statistic of Kolmogorov and Smirnov: sqrt(n m / (n + m)) times the largest
/// distance between the two distributions of the samples, each given as the times every value came.
template <class Value>
double kolmogorov_smirnov_score(std::map<Value, std::uint64_t> const& a,
                                std::map<Value, std::uint64_t> const& b) {
    std::map<Value, double> steps;
    double n = 0.0, m = 0.0;
    for (auto const& [value, count] : a) n += static_cast<double>(count);
    for (auto const& [value, count] : b) m += static_cast<double>(count);
    for (auto const& [value, count] : a) steps[value] += static_cast<double>(count) / n;
    for (auto const& [value, count] : b) steps[value] -= static_cast<double>(count) / m;
    double difference = 0.0, largest = 0.0;
    for (auto const& [value, step] : steps) {
        difference += step;
        largest = std::max(largest, std::abs(difference));
    }
    return std::sqrt(n * m / (n + m)) * largest;
}

/// Chance of a score of at least \p score if both samples come from one continuous distribution:
/// the limit for large samples. From a discrete one, large scores are rarer still.
///
/// \see Smirnov (1948), "Table for estimating the goodness of fit of empirical distributions",
///      doi:10.1214/aoms/1177730256.
inline double kolmogorov_smirnov_chance(double score) {
    if (score < 0.3) return 1.0;  // 1 - 10^-5; the sum below needs many terms there
    double sum = 0.0;
    for (int k = 1; k <= 20; ++k) {
        sum += (k % 2 == 1 ? 2.0 : -2.0) * std::exp(-2.0 * k * k * score * score);
    }
    return std::clamp(sum, 0.0, 1.0);
}

}  // namespace sim
