#include "sim/calibration/gp_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "sim/calibration/nelder_mead.hpp"
#include "sim/parallel/threads.hpp"

namespace sim::calibration {

namespace {

/// The law and the limits of the logarithm of one parameter, and where searches begin.
struct LogLaw {
    double median, sd, lower, upper, first_start, last_start;
};

constexpr LogLaw length_law{0.0, 1.0, -3.912, 3.912, -1.6, 1.1};
constexpr LogLaw variance_law{0.0, 2.0, -7.0, 7.0, -1.0, 1.0};
constexpr LogLaw nugget_law{-4.605, 2.0, -18.42, 2.0, -9.2, -1.6};

std::vector<LogLaw> laws(std::size_t inputs, Nugget nugget) {
    std::vector<LogLaw> result(inputs, length_law);
    result.push_back(variance_law);
    if (nugget == Nugget::estimated) result.push_back(nugget_law);
    return result;
}

GpParameters parameters_of(std::span<double const> logs, std::size_t inputs) {
    GpParameters parameters;
    for (std::size_t j = 0; j < inputs; ++j) parameters.length.push_back(std::exp(logs[j]));
    parameters.variance = std::exp(logs[inputs]);
    if (logs.size() > inputs + 1) parameters.nugget = std::exp(logs[inputs + 1]);
    return parameters;
}

/// Minus the log of the posterior density; infinite where the law cannot be computed.
double misfit(GpSetup const& scaled, std::span<LogLaw const> law, std::span<double const> logs) {
    GpSetup setup = scaled;
    setup.parameters = parameters_of(logs, setup.inputs.columns);
    double penalty = 0.0;
    for (std::size_t j = 0; j < law.size(); ++j) {
        penalty += 0.5 * std::pow((logs[j] - law[j].median) / law[j].sd, 2);
    }
    try {
        return penalty - GaussianProcess(std::move(setup)).log_likelihood();
    } catch (InputError const&) {
        return std::numeric_limits<double>::infinity();
    }
}

/// Standard deviation of the outputs, or 1 if they do not vary.
double spread(std::span<double const> values) {
    double mean = 0.0, squares = 0.0;
    for (double const value : values) mean += value / static_cast<double>(values.size());
    for (double const value : values) squares += (value - mean) * (value - mean);
    double const sd = std::sqrt(squares / static_cast<double>(values.size()));
    return sd > 0.0 ? sd : 1.0;
}

NelderMead search(GpSetup const& scaled, std::span<LogLaw const> law, std::span<double const> place,
                  std::uint32_t evaluations) {
    std::vector<double> start, lower, upper;
    for (std::size_t j = 0; j < law.size(); ++j) {
        start.push_back(law[j].first_start + place[j] * (law[j].last_start - law[j].first_start));
        lower.push_back(law[j].lower);
        upper.push_back(law[j].upper);
    }
    NelderMeadOptions const options{
        .value_tolerance = 1e-3, .point_tolerance = 1e-2, .evaluations = evaluations};
    return minimise(start_nelder_mead(start, 0.1, lower, upper), options,
                    [&](std::span<double const> logs) { return misfit(scaled, law, logs); });
}

}  // namespace

GpSetup fit_gaussian_process(Draws draws, GpSetup setup, GpFitOptions const& options) {
    SIM_EXPECTS(options.starts >= 1 && options.evaluations_each >= 1 && !setup.outputs.empty());
    double const scale = spread(setup.outputs);
    GpSetup scaled = setup;
    for (double& output : scaled.outputs) output /= scale;
    for (double& noise : scaled.noise) noise /= scale * scale;

    auto const law = laws(setup.inputs.columns, options.nugget);
    // Once here, so that a broken precondition is reported before threads begin.
    std::vector<double> medians;
    medians.reserve(law.size());
    for (LogLaw const& one : law) medians.push_back(one.median);
    static_cast<void>(misfit(scaled, law, medians));

    auto const evaluations = options.evaluations_each * static_cast<std::uint32_t>(law.size());
    Points const places = latin_hypercube(draws, options.starts, law.size());
    std::vector<NelderMead> found(options.starts);
    for_rows(options.starts, [&](std::uint32_t i) noexcept {
        found[i] = search(scaled, law, places.row(i), evaluations);
    });
    auto const best = std::min_element(
        found.begin(), found.end(),
        [](NelderMead const& a, NelderMead const& b) { return a.values[0] < b.values[0]; });
    require(std::isfinite(best->values[0]),
            "Gaussian process (no lengths make its law computable). Look for equal inputs, or "
            "estimate a nugget.");
    setup.parameters = parameters_of(best->corners.row(0), setup.inputs.columns);
    setup.parameters.variance *= scale * scale;
    setup.parameters.nugget *= scale * scale;
    return setup;
}

}  // namespace sim::calibration
