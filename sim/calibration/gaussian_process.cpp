#include "sim/calibration/gaussian_process.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>
#include <utility>

#include "sim/parallel/threads.hpp"

namespace sim::calibration {

namespace {

constexpr double least_jitter = 1e-10;  // share of the variance; our choice
constexpr double most_jitter = 1e-4;

double correlation(Kernel kernel, double squared) noexcept {
    if (kernel == Kernel::squared_exponential) return std::exp(-0.5 * squared);
    double const r = std::sqrt(5.0 * squared);
    return (1.0 + r + 5.0 * squared / 3.0) * std::exp(-r);
}

/// Covariance of the smooth part at two inputs.
double covariance(GpSetup const& setup, std::span<double const> a,
                  std::span<double const> b) noexcept {
    double squared = 0.0;
    for (std::size_t j = 0; j < a.size(); ++j) {
        double const gap = (a[j] - b[j]) / setup.parameters.length[j];
        squared += gap * gap;
    }
    return setup.parameters.variance * correlation(setup.kernel, squared);
}

/// Covariance of the outputs, lower triangle.
Eigen::MatrixXd output_covariance(GpSetup const& setup) {
    auto const n = static_cast<Eigen::Index>(setup.outputs.size());
    Eigen::MatrixXd result(n, n);
    for (Eigen::Index k = 0; k < n; ++k) {
        auto const column = static_cast<std::size_t>(k);
        auto const here = setup.inputs.row(column);
        for (Eigen::Index i = k + 1; i < n; ++i) {
            result(i, k) = covariance(setup, setup.inputs.row(static_cast<std::size_t>(i)), here);
        }
        double const noise = setup.noise.empty() ? 0.0 : setup.noise[column];
        result(k, k) = setup.parameters.variance + setup.parameters.nugget + noise;
    }
    return result;
}

Eigen::Index trend_terms(Trend trend, std::size_t inputs) {
    if (trend == Trend::zero) return 0;
    return trend == Trend::constant ? 1 : static_cast<Eigen::Index>(inputs) + 1;
}

/// Value of each term of the trend at one input.
Eigen::VectorXd trend_at(Trend trend, std::span<double const> input) {
    Eigen::VectorXd terms(trend_terms(trend, input.size()));
    for (Eigen::Index j = 0; j < terms.size(); ++j) {
        terms(j) = j == 0 ? 1.0 : input[static_cast<std::size_t>(j - 1)];
    }
    return terms;
}

Eigen::MatrixXd trend_matrix(GpSetup const& setup) {
    auto const n = static_cast<Eigen::Index>(setup.outputs.size());
    Eigen::MatrixXd result(n, trend_terms(setup.trend, setup.inputs.columns));
    for (Eigen::Index i = 0; i < n; ++i) {
        auto const input = setup.inputs.row(static_cast<std::size_t>(i));
        result.row(i) = trend_at(setup.trend, input).transpose();
    }
    return result;
}

/// Lower Cholesky factor of a matrix given by its lower triangle.
std::optional<Eigen::MatrixXd> cholesky(Eigen::MatrixXd const& matrix) {
    Eigen::LLT<Eigen::MatrixXd> const decomposition(matrix);
    if (decomposition.info() != Eigen::Success) return std::nullopt;
    return Eigen::MatrixXd(decomposition.matrixL());
}

double log_determinant(Eigen::MatrixXd const& factor) {
    return 2.0 * factor.diagonal().array().log().sum();
}

bool is_consistent(GpSetup const& setup) {
    auto const& own = setup.parameters;
    std::size_t const n = setup.outputs.size();
    auto const positive = [](double value) { return value > 0.0 && std::isfinite(value); };
    return n >= 1 && setup.inputs.columns >= 1 && setup.inputs.rows() == n &&
           (setup.noise.empty() || setup.noise.size() == n) &&
           own.length.size() == setup.inputs.columns &&
           std::all_of(own.length.begin(), own.length.end(), positive) && positive(own.variance) &&
           own.nugget >= 0.0 &&
           static_cast<Eigen::Index>(n) > trend_terms(setup.trend, setup.inputs.columns);
}

Eigen::Map<Eigen::VectorXd const> as_vector(std::vector<double> const& values) {
    return {values.data(), static_cast<Eigen::Index>(values.size())};
}

}  // namespace

GaussianProcess::GaussianProcess(GpSetup setup) : setup_{std::move(setup)} {
    SIM_EXPECTS(is_consistent(setup_));
    Eigen::MatrixXd const plain = output_covariance(setup_);
    std::optional<Eigen::MatrixXd> factor;
    for (jitter_ = least_jitter; !factor && jitter_ <= most_jitter; jitter_ *= 10.0) {
        Eigen::MatrixXd matrix = plain;
        matrix.diagonal().array() += jitter_ * setup_.parameters.variance;
        factor = cholesky(matrix);
        if (factor) break;
    }
    require(factor.has_value(),
            "Gaussian process of " + std::to_string(setup_.outputs.size()) +
                " runs (they are too alike for its lengths). Estimate a nugget.");
    factor_ = std::move(*factor);

    Eigen::VectorXd rest = factor_.triangularView<Eigen::Lower>().solve(as_vector(setup_.outputs));
    whitened_trend_ = trend_matrix(setup_);
    if (setup_.trend != Trend::zero) take_trend_out_of(rest);
    weights_ = factor_.transpose().triangularView<Eigen::Upper>().solve(rest);
    auto const degrees = static_cast<double>(rest.size() - trend_.size());
    log_likelihood_ -= 0.5 * (rest.squaredNorm() + log_determinant(factor_) +
                              degrees * std::log(2.0 * std::numbers::pi));
}

void GaussianProcess::take_trend_out_of(Eigen::VectorXd& whitened) {
    factor_.triangularView<Eigen::Lower>().solveInPlace(whitened_trend_);
    Eigen::MatrixXd const gram = whitened_trend_.transpose() * whitened_trend_;
    auto const trend_factor = cholesky(gram);
    require(trend_factor.has_value(),
            "Gaussian process: the runs do not determine its linear trend. Use a constant trend, "
            "or more runs.");
    trend_factor_ = *trend_factor;
    trend_ = whitened_trend_.transpose() * whitened;
    trend_factor_.triangularView<Eigen::Lower>().solveInPlace(trend_);
    trend_factor_.transpose().triangularView<Eigen::Upper>().solveInPlace(trend_);
    whitened -= whitened_trend_ * trend_;
    log_likelihood_ -= 0.5 * log_determinant(trend_factor_);
}

Prediction GaussianProcess::predict(std::span<double const> input) const {
    SIM_EXPECTS(input.size() == setup_.inputs.columns);
    Eigen::VectorXd to_runs(weights_.size());
    for (Eigen::Index i = 0; i < to_runs.size(); ++i) {
        to_runs(i) = covariance(setup_, setup_.inputs.row(static_cast<std::size_t>(i)), input);
    }
    double mean = to_runs.dot(weights_);
    factor_.triangularView<Eigen::Lower>().solveInPlace(to_runs);
    double variance = setup_.parameters.variance - to_runs.squaredNorm();
    if (setup_.trend != Trend::zero) {
        Eigen::VectorXd const trend = trend_at(setup_.trend, input);
        mean += trend.dot(trend_);
        Eigen::VectorXd unsure = trend - whitened_trend_.transpose() * to_runs;
        trend_factor_.triangularView<Eigen::Lower>().solveInPlace(unsure);
        variance += unsure.squaredNorm();
    }
    return {mean, std::max(variance, 0.0)};
}

double GaussianProcess::mean(std::span<double const> input) const {
    SIM_EXPECTS(input.size() == setup_.inputs.columns);
    double sum = 0.0;
    for (Eigen::Index i = 0; i < weights_.size(); ++i) {
        auto const run = setup_.inputs.row(static_cast<std::size_t>(i));
        sum += weights_(i) * covariance(setup_, run, input);
    }
    return setup_.trend == Trend::zero ? sum : sum + trend_at(setup_.trend, input).dot(trend_);
}

std::vector<Prediction> GaussianProcess::leave_one_out() const {
    auto const n = weights_.size();
    Eigen::MatrixXd const inverse =
        factor_.triangularView<Eigen::Lower>().solve(Eigen::MatrixXd::Identity(n, n));
    Eigen::VectorXd precisions = inverse.colwise().squaredNorm().transpose();
    if (setup_.trend != Trend::zero) {
        Eigen::MatrixXd by_trend = whitened_trend_.transpose() * inverse;
        trend_factor_.triangularView<Eigen::Lower>().solveInPlace(by_trend);
        precisions -= by_trend.colwise().squaredNorm().transpose();
    }
    std::vector<Prediction> results;
    for (Eigen::Index i = 0; i < n; ++i) {
        double const output = setup_.outputs[static_cast<std::size_t>(i)];
        results.push_back({output - weights_(i) / precisions(i), 1.0 / precisions(i)});
    }
    return results;
}

std::vector<double> standardised_residuals(GaussianProcess const& process) {
    auto const predictions = process.leave_one_out();
    std::vector<double> residuals;
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        double const miss = process.setup().outputs[i] - predictions[i].mean;
        residuals.push_back(miss / std::sqrt(predictions[i].variance));
    }
    return residuals;
}

std::vector<Prediction> predict(GaussianProcess const& process, Points const& inputs) {
    SIM_EXPECTS(inputs.rows() == 0 || inputs.columns == process.setup().inputs.columns);
    std::vector<Prediction> results(inputs.rows());
    for_rows(static_cast<std::uint32_t>(results.size()),
             [&](std::uint32_t i) noexcept { results[i] = process.predict(inputs.row(i)); });
    return results;
}

}  // namespace sim::calibration
