#include "models/facts/severity.hpp"

#include <cmath>
#include <vector>

#include "models/facts/statistics.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

constexpr std::size_t fewest_values = 10;
constexpr double smallest_alpha = 1.0001, largest_alpha = 20.0;

struct LogSum {
    double sum = 0.0;
    std::size_t n = 0;
};

// Sum of ln(x / scale) over the values from xmin.
LogSum log_sum(std::span<std::uint32_t const> values, std::uint32_t xmin, double scale) {
    LogSum logs;
    for (auto const value : values) {
        if (value < xmin) continue;
        logs.sum += std::log(value / scale);
        ++logs.n;
    }
    return logs;
}

// Maximum of a concave function between two ends, by golden section.
template <class Function>
double maximum_of(Function const& function, double low, double high) {
    double const golden = (std::sqrt(5.0) - 1.0) / 2.0;
    double a = high - golden * (high - low), b = low + golden * (high - low);
    double fa = function(a), fb = function(b);
    while (high - low > 1e-9) {
        if (fa < fb) {
            low = a, a = b, fa = fb;
            b = low + golden * (high - low);
            fb = function(b);
        } else {
            high = b, b = a, fb = fa;
            a = high - golden * (high - low);
            fa = function(a);
        }
    }
    return (low + high) / 2.0;
}

struct Tail {
    double events = 0.0, deaths = 0.0;
};

Tail tail_from(ObservedEvents events, std::uint32_t deaths) {
    Tail tail;
    for (auto const& event : events) {
        if (event.deaths < deaths) continue;
        tail.events += 1.0;
        tail.deaths += event.deaths;
    }
    return tail;
}

}  // namespace

double hurwitz_zeta(double s, double q) {
    SIM_EXPECTS(s > 1.0 && q > 0.0);
    constexpr int terms = 20;
    double sum = 0.0;
    for (int k = 0; k < terms; ++k) sum += std::pow(q + k, -s);
    double const x = q + terms;
    sum += std::pow(x, 1.0 - s) / (s - 1.0) + 0.5 * std::pow(x, -s);
    // Bernoulli numbers B2, B4, B6, each over (2j)!.
    double const first = s * std::pow(x, -s - 1.0);
    double const third = first * (s + 1.0) * (s + 2.0) / (x * x);
    double const fifth = third * (s + 3.0) * (s + 4.0) / (x * x);
    return sum + first / 12.0 - third / 720.0 + fifth / 30240.0;
}

PowerLaw discrete_power_law(std::span<std::uint32_t const> values, std::uint32_t xmin) {
    SIM_EXPECTS(xmin >= 1);
    auto const logs = log_sum(values, xmin, xmin);
    PowerLaw fit{.alpha = std::nullopt, .n = logs.n};
    if (logs.n < fewest_values || logs.sum == 0.0) return fit;
    auto const n = static_cast<double>(logs.n);
    auto const log_likelihood = [&](double alpha) {
        // Values over xmin, so that high exponents do not underflow.
        double const scaled = hurwitz_zeta(alpha, xmin) * std::pow(xmin, alpha);
        return -n * std::log(scaled) - alpha * logs.sum;
    };
    fit.alpha = maximum_of(log_likelihood, smallest_alpha, largest_alpha);
    return fit;
}

PowerLaw approximate_power_law(std::span<std::uint32_t const> values, std::uint32_t xmin) {
    SIM_EXPECTS(xmin >= 1);
    auto const logs = log_sum(values, xmin, xmin - 0.5);
    PowerLaw fit{.alpha = std::nullopt, .n = logs.n};
    if (logs.n >= fewest_values) fit.alpha = 1.0 + static_cast<double>(logs.n) / logs.sum;
    return fit;
}

FactReport severity_facts(ObservedEvents events) {
    std::vector<std::uint32_t> deaths;
    for (auto const& event : events) deaths.push_back(event.deaths);
    FactReport facts;
    for (std::uint32_t const xmin : {3U, 10U}) {
        auto const fit = discrete_power_law(deaths, xmin);
        facts.push_back({"severity_exponent_xmin" + std::to_string(xmin), fit.alpha, fit.n});
    }
    auto const fatal = tail_from(events, 1);
    auto const all = static_cast<double>(events.size());
    auto const n_fatal = static_cast<std::size_t>(fatal.events);
    facts.push_back({"zero_death_share", ratio_of(all - fatal.events, all), events.size()});
    facts.push_back({"mean_deaths_fatal", ratio_of(fatal.deaths, fatal.events), n_fatal});
    for (std::uint32_t const size : {10U, 21U}) {
        auto const tail = tail_from(events, size);
        auto const name = std::to_string(size) + "plus";
        facts.push_back({"fatal_share_" + name, ratio_of(tail.events, fatal.events), n_fatal});
        facts.push_back({"deaths_share_" + name, ratio_of(tail.deaths, fatal.deaths), n_fatal});
    }
    return facts;
}

}  // namespace models
