#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "sim/random/distributions.hpp"
#include "sim/random/geometric_law.hpp"
#include "sim/random/poisson_table.hpp"

// Draws of whole numbers. Names in the rejection loops follow Hormann (1993).

namespace sim {
namespace {

// Expected count from which transformed rejection is valid and faster than inversion.
constexpr double rejection_from = 10.0;

// Inversion of an expected count below 10 never honestly reaches this (chance below 1e-70): only
// the rounding error of the summed probabilities does, and then we draw again.
constexpr std::uint32_t inversion_limit = 110;

// log(k!) less its Stirling form (k + 1/2) log(k + 1) - (k + 1) + log(2 pi) / 2.
double stirling_correction(double k) {
    constexpr std::array<double, 10> small = {
        0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509,
        0.01664469118982119, 0.01387612882307075, 0.01189670994589177, 0.01041126526197209,
        0.00925546218271273, 0.008330563433362871};
    if (k < 10.0) return small[static_cast<std::size_t>(k)];
    double const x = 1.0 / (k + 1.0);
    double const x2 = x * x;
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - x2 / 1680) * x2) * x2) * x;
}

// log of the Poisson probability of k, without the cancellation of k log(mean) with log(k!).
double log_poisson(double k, double mean) {
    double const half_log_two_pi = 0.91893853320467274;
    return k * std::log1p((mean - k - 1.0) / (k + 1.0)) + (k + 1.0 - mean) -
           0.5 * std::log(k + 1.0) - half_log_two_pi - stirling_correction(k);
}

// Walks up from 0; `first` is the probability of 0, `ratio(k)` is that of k over that of k - 1.
template <class Ratio>
std::uint32_t invert(Stream& draw, double first, std::uint32_t largest, Ratio ratio) {
    while (true) {
        double left = draw.uniform();
        double probability = first;
        for (std::uint32_t k = 0; k <= largest; ++k) {
            if (k > 0) probability *= ratio(k);
            if (left < probability) return k;
            left -= probability;
        }
    }
}

// PTRS. \pre mean >= 10
std::uint32_t poisson_by_rejection(Stream& draw, double mean) {
    double const b = 0.931 + 2.53 * std::sqrt(mean);
    double const a = -0.059 + 0.02483 * b;
    double const v_r = 0.9277 - 3.6224 / (b - 2.0);
    double const alpha = 1.1239 + 1.1328 / (b - 3.4);
    while (true) {
        double const u = draw.uniform() - 0.5;
        double const v = draw.uniform_positive();
        double const us = 0.5 - std::abs(u);
        double const k = std::floor((2.0 * a / us + b) * u + mean + 0.43);
        if (us >= 0.07 && v <= v_r) return static_cast<std::uint32_t>(k);
        if (!(k >= 0.0) || (us < 0.013 && v > us)) continue;
        if (std::log(v * alpha / (a / (us * us) + b)) <= log_poisson(k, mean)) {
            return static_cast<std::uint32_t>(k);
        }
    }
}

// BTRS. \pre p <= 1/2 and n * p >= 10
std::uint32_t binomial_by_rejection(Stream& draw, double n, double p) {
    double const spread = std::sqrt(n * p * (1.0 - p));
    double const b = 1.15 + 2.53 * spread;
    double const a = -0.0873 + 0.0248 * b + 0.01 * p;
    double const c = n * p + 0.5;
    double const v_r = 0.92 - 4.2 / b;
    double const alpha = (2.83 + 5.1 / b) * spread;
    double const odds = p / (1.0 - p);
    double const m = std::floor((n + 1.0) * p);  // the mode
    while (true) {
        double const u = draw.uniform() - 0.5;
        double v = draw.uniform_positive();
        double const us = 0.5 - std::abs(u);
        double const k = std::floor((2.0 * a / us + b) * u + c);
        if (us >= 0.07 && v <= v_r) return static_cast<std::uint32_t>(k);
        if (!(k >= 0.0 && k <= n)) continue;
        // log of the probability of k over that of the mode
        double const ratio = (m + 0.5) * std::log((m + 1.0) / (odds * (n - m + 1.0))) +
                             (n + 1.0) * std::log((n - m + 1.0) / (n - k + 1.0)) +
                             (k + 0.5) * std::log(odds * (n - k + 1.0) / (k + 1.0)) +
                             stirling_correction(m) + stirling_correction(n - m) -
                             stirling_correction(k) - stirling_correction(n - k);
        if (std::log(v * alpha / (a / (us * us) + b)) <= ratio) {
            return static_cast<std::uint32_t>(k);
        }
    }
}

}  // namespace

std::uint32_t poisson(Stream& draw, double mean) {
    SIM_EXPECTS(mean >= 0.0 && mean <= 0x1.0p31);
    if (mean >= rejection_from) return poisson_by_rejection(draw, mean);
    return invert(draw, std::exp(-mean), inversion_limit,
                  [mean](std::uint32_t k) { return mean / k; });
}

PoissonTable::PoissonTable(double mean) {
    SIM_EXPECTS(mean >= 0.0 && mean <= 64.0);
    double probability = std::exp(-mean), sum = probability;
    constexpr double words = 0x1.0p32;
    for (std::uint32_t k = 1; k <= mean || probability * words >= 0.5; ++k) {
        end_.push_back(static_cast<std::uint64_t>(std::min(sum, 1.0) * words + 0.5));
        probability *= mean / k;
        sum += probability;
    }
    end_.push_back(std::uint64_t{1} << 32);
    std::uint8_t k = 0;
    for (std::uint64_t part = 0; part < parts; ++part) {
        while (end_[k] <= part << part_shift) ++k;
        guide_[part] = k;
    }
}

std::uint32_t binomial(Stream& draw, std::uint32_t n, double p) {
    SIM_EXPECTS(p >= 0.0 && p <= 1.0);
    if (p > 0.5) return n - binomial(draw, n, 1.0 - p);
    if (n * p >= rejection_from) return binomial_by_rejection(draw, n, p);
    double const odds = p / (1.0 - p);
    return invert(draw, std::exp(n * std::log1p(-p)), std::min(n, inversion_limit),
                  [n, odds](std::uint32_t k) { return odds * (n - k + 1.0) / k; });
}

std::uint32_t geometric(Stream& draw, double p) {
    return GeometricLaw{p}.draw(draw);
}

}  // namespace sim
