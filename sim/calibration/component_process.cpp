#include "sim/calibration/component_process.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace sim::calibration {

namespace {

constexpr std::array lengths{0.25, 0.5, 1.0, 2.0, 4.0};  // of the input that matters most
constexpr std::array nuggets{0.01, 0.1, 0.4, 0.75};      // share of the variance of the rest
constexpr double worth = 0.98;  // share of the squares that the process must leave at most

/// Squares of the coefficients in which each input takes part, over the largest.
std::vector<double> shares(Eigen::VectorXd const& coefficients, std::size_t inputs) {
    std::vector<double> result(inputs, 0.0);
    auto const squared = [&](std::size_t term) {
        return std::pow(coefficients(static_cast<Eigen::Index>(term)), 2);
    };
    std::size_t next = 1 + 2 * inputs;
    for (std::size_t j = 0; j < inputs; ++j) {
        result[j] += squared(1 + j) + squared(1 + inputs + j);
        for (std::size_t i = 0; i < j; ++i, ++next) {
            result[i] += squared(next);
            result[j] += squared(next);
        }
    }
    double largest = 0.0;
    for (double const value : result) largest = std::max(largest, value);
    for (double& value : result) value = largest > 0.0 ? value / largest : 1.0;
    return result;
}

/// Rows 0, s, 2 s, ... with the smallest step that leaves at most \p most of \p rows.
std::size_t step_for(std::size_t rows, std::size_t most) {
    return (rows + most - 1) / most;
}

GpSetup subset(Points const& inputs, std::span<double const> rest, std::size_t step) {
    GpSetup setup;
    setup.trend = Trend::zero;
    setup.inputs.columns = inputs.columns;
    for (std::size_t i = 0; i < rest.size(); i += step) {
        setup.inputs.add(inputs.row(i));
        setup.outputs.push_back(rest[i]);
    }
    return setup;
}

double mean_square(std::span<double const> values) {
    double sum = 0.0;
    for (double const value : values) sum += value * value;
    return sum / static_cast<double>(values.size());
}

GpParameters likeliest(GpSetup setup, std::span<double const> share, double variance) {
    GpParameters best;
    double best_likelihood = 0.0;
    for (double const length : lengths) {
        setup.parameters.length.clear();
        for (double const s : share) {
            setup.parameters.length.push_back(length / std::sqrt(s + 0.01));
        }
        for (double const nugget : nuggets) {
            setup.parameters.variance = (1.0 - nugget) * variance;
            setup.parameters.nugget = nugget * variance;
            double const likelihood = GaussianProcess{setup}.log_likelihood();
            if (!best.length.empty() && likelihood <= best_likelihood) continue;
            best = setup.parameters;
            best_likelihood = likelihood;
        }
    }
    return best;
}

}  // namespace

std::optional<ComponentProcess> fit_component_process(Points const& inputs,
                                                      std::span<double const> rest,
                                                      Eigen::VectorXd const& coefficients,
                                                      std::size_t search_runs, std::size_t runs) {
    SIM_EXPECTS(inputs.rows() == rest.size() && search_runs >= 2 && runs >= 2);
    double const variance = mean_square(rest);
    if (!(variance > 0.0)) return std::nullopt;
    auto const share = shares(coefficients, inputs.columns);
    auto const parameters =
        likeliest(subset(inputs, rest, step_for(rest.size(), search_runs)), share, variance);

    std::size_t const step = step_for(rest.size(), runs);
    GpSetup setup = subset(inputs, rest, step);
    setup.parameters = parameters;
    ComponentProcess result{GaussianProcess{std::move(setup)}, {}};
    auto const left_out = result.process.leave_one_out();
    std::vector<double> after;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        bool const inside = i % step == 0;
        result.left_out.push_back(inside ? left_out[i / step].mean
                                         : result.process.mean(inputs.row(i)));
        after.push_back(rest[i] - result.left_out.back());
    }
    if (mean_square(after) > worth * variance) return std::nullopt;
    return result;
}

}  // namespace sim::calibration
