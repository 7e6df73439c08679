#include "sim/random/distributions.hpp"

#include <cmath>
#include <numbers>

namespace sim {

double normal(Stream& draw, double mean, double sd) {
    SIM_EXPECTS(std::isfinite(mean) && sd >= 0.0);
    double const radius = std::sqrt(-2.0 * std::log(draw.uniform_positive()));
    double const angle = 2.0 * std::numbers::pi * draw.uniform();
    return mean + sd * (radius * std::cos(angle));
}

double lognormal(Stream& draw, double log_mean, double log_sd) {
    return std::exp(normal(draw, log_mean, log_sd));
}

double gamma(Stream& draw, double shape, double scale) {
    SIM_EXPECTS(shape > 0.0 && std::isfinite(shape));
    SIM_EXPECTS(scale >= 0.0 && std::isfinite(scale));
    if (shape < 1.0) {
        double const boost = std::pow(draw.uniform_positive(), 1.0 / shape);
        return boost * gamma(draw, shape + 1.0, scale);
    }
    double const d = shape - 1.0 / 3.0;
    double const c = 1.0 / std::sqrt(9.0 * d);
    while (true) {
        double const x = normal(draw, 0.0, 1.0);
        double const u = draw.uniform_positive();
        if (1.0 + c * x <= 0.0) continue;
        double const v = std::pow(1.0 + c * x, 3);
        if (std::log(u) < 0.5 * x * x + d * (1.0 - v + std::log(v))) return scale * d * v;
    }
}

}  // namespace sim
