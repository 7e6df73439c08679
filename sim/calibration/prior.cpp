#include "sim/calibration/prior.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "sim/calibration/normal_law.hpp"
#include "sim/config/nearest.hpp"
#include "sim/config/range.hpp"

namespace sim::calibration {

namespace {

constexpr std::array<std::string_view, 4> kind_names{"uniform", "log-uniform", "normal",
                                                     "lognormal"};

bool is_logarithmic(PriorKind kind) noexcept {
    return kind == PriorKind::log_uniform || kind == PriorKind::lognormal;
}

bool is_normal(PriorKind kind) noexcept {
    return kind == PriorKind::normal || kind == PriorKind::lognormal;
}

/// The value, or its logarithm where the law is that of the logarithm.
double on_scale(Prior const& prior, double value) noexcept {
    if (!is_logarithmic(prior.kind)) return value;
    return value > 0.0 ? std::log(value) : -std::numeric_limits<double>::infinity();
}

/// The whole law on its scale, moved so that it is standard normal or uniform on [0, 1].
struct Standard {
    double centre, width;  // value = centre + width * standard
    double low, high;      // where the law is cut, on the standard scale
};

Standard standard_of(Prior const& prior) noexcept {
    bool const normal = is_normal(prior.kind);
    double const centre = normal ? prior.first : on_scale(prior, prior.first);
    double const width = normal ? prior.second : on_scale(prior, prior.second) - centre;
    double low = (on_scale(prior, prior.lower) - centre) / width;
    double high = (on_scale(prior, prior.upper) - centre) / width;
    if (!normal) {
        low = std::max(low, 0.0);
        high = std::min(high, 1.0);
    }
    return {centre, width, low, high};
}

/// Probability of the standard normal law between two values, accurate in both tails.
double normal_mass(double low, double high) noexcept {
    return low > 0.0 ? normal_probability(-low) - normal_probability(-high)
                     : normal_probability(high) - normal_probability(low);
}

/// The standard normal number between low and high with the share u of their mass below it.
double cut_normal_quantile(double low, double high, double u) noexcept {
    if (low > 0.0) return -cut_normal_quantile(-high, -low, 1.0 - u);
    double const below = normal_probability(low);
    return normal_quantile(below + u * (normal_probability(high) - below));
}

double mass(Prior const& prior, Standard const& s) noexcept {
    return is_normal(prior.kind) ? normal_mass(s.low, s.high) : s.high - s.low;
}

template <class Map>
Points map_columns(std::span<Prior const> priors, Points const& points, Map map) {
    SIM_EXPECTS(priors.size() == points.columns);
    Points mapped = points;
    for (std::size_t row = 0; row < mapped.rows(); ++row) {
        auto const values = mapped.row(row);
        for (std::size_t j = 0; j < values.size(); ++j) values[j] = map(priors[j], values[j]);
    }
    return mapped;
}

}  // namespace

std::string_view name_of(PriorKind kind) noexcept {
    return kind_names[static_cast<std::size_t>(kind)];
}

PriorKind prior_kind(std::string_view name) {
    auto const found = std::find(kind_names.begin(), kind_names.end(), name);
    if (found != kind_names.end()) return static_cast<PriorKind>(found - kind_names.begin());
    std::vector<std::string> const known(kind_names.begin(), kind_names.end());
    auto const near = nearest(name, known);
    throw InputError("prior '" + std::string(name) +
                     "' (must be one of uniform, log-uniform, normal, lognormal)." +
                     (near ? " Did you mean '" + *near + "'?" : ""));
}

std::string describe(Prior const& prior) {
    std::string text = std::string(name_of(prior.kind)) + "(" + shortest_text(prior.first) + ", " +
                       shortest_text(prior.second) + ")";
    if (std::isfinite(prior.lower) || std::isfinite(prior.upper)) {
        text += " between " + shortest_text(prior.lower) + " and " + shortest_text(prior.upper);
    }
    return text;
}

void check(Prior const& prior, std::string_view parameter) {
    std::string const what = std::string(parameter) + ": prior " + describe(prior);
    require(std::isfinite(prior.first) && std::isfinite(prior.second),
            what + " (both numbers must be finite). Give finite numbers.");
    if (is_normal(prior.kind)) {
        require(prior.second > 0.0,
                what + " (the standard deviation must be > 0). Fix the parameter instead.");
    } else {
        require(prior.first < prior.second, what +
                                                " (the first number must be below the second). "
                                                "Swap them, or fix the parameter instead.");
    }
    require(prior.kind != PriorKind::log_uniform || prior.first > 0.0,
            what + " (the first number must be > 0). Use a uniform law, or a small first number.");
    require(prior.lower < prior.upper,
            what + " (the lower bound must be below the upper). Swap them.");
    Standard const s = standard_of(prior);
    require(s.low < s.high && mass(prior, s) > 0.0,
            what + " (nothing of the law is left between the bounds). Widen the bounds.");
}

double density(Prior const& prior, double value) {
    if (value < prior.lower || value > prior.upper) return 0.0;
    if (is_logarithmic(prior.kind) && value <= 0.0) return 0.0;
    Standard const s = standard_of(prior);
    double const z = (on_scale(prior, value) - s.centre) / s.width;
    if (!is_normal(prior.kind) && (z < 0.0 || z > 1.0)) return 0.0;
    double const scale = is_logarithmic(prior.kind) ? value : 1.0;
    double const whole = is_normal(prior.kind) ? normal_density(z) : 1.0;
    return whole / (s.width * scale * mass(prior, s));
}

double to_unit(Prior const& prior, double value) {
    Standard const s = standard_of(prior);
    double const z = std::clamp((on_scale(prior, value) - s.centre) / s.width, s.low, s.high);
    double const below = is_normal(prior.kind) ? normal_mass(s.low, z) : z - s.low;
    return std::clamp(below / mass(prior, s), 0.0, 1.0);
}

double from_unit(Prior const& prior, double u) {
    SIM_EXPECTS(u >= 0.0 && u <= 1.0);
    Standard const s = standard_of(prior);
    double const z = is_normal(prior.kind) ? cut_normal_quantile(s.low, s.high, u)
                                           : s.low + u * (s.high - s.low);
    double const moved = s.centre + s.width * z;
    double const value = is_logarithmic(prior.kind) ? std::exp(moved) : moved;
    double const low = is_normal(prior.kind) ? prior.lower : std::max(prior.lower, prior.first);
    double const high = is_normal(prior.kind) ? prior.upper : std::min(prior.upper, prior.second);
    return std::clamp(value, low, high);
}

Points from_unit(std::span<Prior const> priors, Points const& unit) {
    return map_columns(priors, unit, [](Prior const& prior, double u) {
        return from_unit(prior, std::clamp(u, 0x1.0p-54, 1.0 - 0x1.0p-53));
    });
}

Points to_unit(std::span<Prior const> priors, Points const& values) {
    return map_columns(priors, values,
                       [](Prior const& prior, double value) { return to_unit(prior, value); });
}

}  // namespace sim::calibration
