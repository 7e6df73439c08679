#include "sim/calibration/normal_law.hpp"

#include <cmath>
#include <limits>
#include <numbers>

#include "sim/base/check.hpp"

namespace sim::calibration {

namespace {

/// Guess for p <= 1/2 with an error below 4.5e-4.
double guess_below_median(double p) noexcept {
    double const t = std::sqrt(-2.0 * std::log(p));
    double const above = 2.515517 + t * (0.802853 + t * 0.010328);
    double const below = 1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    return above / below - t;
}

/// Lower incomplete gamma function, regularised, for x < a + 1.
double gamma_series(double a, double x) {
    double term = 1.0 / a, sum = term;
    for (double n = a + 1.0; term > sum * 1e-16; n += 1.0) {
        term *= x / n;
        sum += term;
    }
    return sum * std::exp(a * std::log(x) - x - std::lgamma(a));
}

/// Upper incomplete gamma function, regularised, for x >= a + 1: forward evaluation of the
/// fraction, as ratios of successive numerators and denominators.
double gamma_fraction(double a, double x) {
    double b = x + 1.0 - a;
    double denominator = 1.0 / b, ratio = 1e300, value = denominator;
    for (int n = 1; n < 10'000; ++n) {
        double const coefficient = n * (a - n);
        b += 2.0;
        denominator = 1.0 / (b + coefficient * denominator);
        ratio = b + coefficient / ratio;
        double const change = ratio * denominator;
        value *= change;
        if (std::abs(change - 1.0) < 1e-15) break;
    }
    return value * std::exp(a * std::log(x) - x - std::lgamma(a));
}

}  // namespace

double normal_density(double z) noexcept {
    return std::exp(-0.5 * z * z) * (0.5 * std::numbers::inv_sqrtpi * std::numbers::sqrt2);
}

double normal_probability(double z) noexcept {
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

double normal_quantile(double p) noexcept {
    if (p <= 0.0) return -std::numeric_limits<double>::infinity();
    if (p >= 1.0) return std::numeric_limits<double>::infinity();
    if (p > 0.5) return -normal_quantile(1.0 - p);
    double z = guess_below_median(p);
    for (int step = 0; step < 3; ++step) {
        double const density = normal_density(z);
        if (density == 0.0) break;
        double const newton = (normal_probability(z) - p) / density;
        z -= newton / (1.0 + 0.5 * z * newton);
    }
    return z;
}

double chi_square_tail(double statistic, double freedom) {
    SIM_EXPECTS(freedom > 0.0);
    double const a = 0.5 * freedom, x = 0.5 * statistic;
    if (x <= 0.0) return 1.0;
    return x < a + 1.0 ? 1.0 - gamma_series(a, x) : gamma_fraction(a, x);
}

}  // namespace sim::calibration
