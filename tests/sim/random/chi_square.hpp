#pragma once

#include <cmath>
#include <cstddef>
#include <functional>
#include <map>

/// \file tests/sim/random/chi_square.hpp
/// How far counts lie from the probabilities that should have produced them.

namespace sim {

/// Pearson's statistic in standard deviations of its distribution (Wilson and Hilferty 1931,
/// doi:10.1073/pnas.17.12.684): about N(0, 1) if `counts` follow `probability`.
///
/// Values expected fewer than 10 times are counted together.
template <class Value>
double chi_square_score(std::map<Value, double> const& probability,
                        std::map<Value, int> const& counts) {
    double draws = 0.0;
    for (auto const& [value, count] : counts) draws += count;
    double statistic = 0.0, seen_apart = 0.0, expected_apart = 0.0;
    double bins = 0.0;
    for (auto const& [value, chance] : probability) {
        double const expected = chance * draws;
        if (expected < 10.0) continue;
        auto const found = counts.find(value);
        double const seen = found == counts.end() ? 0.0 : found->second;
        statistic += std::pow(seen - expected, 2) / expected;
        seen_apart += seen;
        expected_apart += expected;
        bins += 1.0;
    }
    double const expected_rest = draws - expected_apart;
    if (expected_rest >= 1.0) {
        statistic += std::pow(draws - seen_apart - expected_rest, 2) / expected_rest;
        bins += 1.0;
    }
    double const freedom = bins - 1.0;
    double const spread = 2.0 / (9.0 * freedom);
    return (std::cbrt(statistic / freedom) - (1.0 - spread)) / std::sqrt(spread);
}

}  // namespace sim
