#include "sim/calibration/abc_kernel.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/calibration/normal_law.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/distributions.hpp"

namespace sim::calibration {

namespace {

// Points of the unit cube are kept off its faces, where the normal scale is infinite.
constexpr double least_unit = 0x1.0p-54, most_unit = 1.0 - 0x1.0p-53;
constexpr double ridge = 1e-9;  // added to the variances, so that equal particles do no harm

Eigen::MatrixXd normal_scale(Points const& points) {
    Eigen::MatrixXd result(static_cast<Eigen::Index>(points.columns),
                           static_cast<Eigen::Index>(points.rows()));
    for (std::size_t i = 0; i < points.rows(); ++i) {
        for (std::size_t j = 0; j < points.columns; ++j) {
            double const u = std::clamp(points.row(i)[j], least_unit, most_unit);
            result(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(i)) = normal_quantile(u);
        }
    }
    return result;
}

/// Weighted covariance, unbiased for reliability weights.
Eigen::MatrixXd covariance_of(Eigen::MatrixXd const& particles, Eigen::VectorXd const& weights) {
    Eigen::VectorXd const mean = particles * weights;
    Eigen::MatrixXd const centred = particles.colwise() - mean;
    Eigen::MatrixXd const sum = centred * weights.asDiagonal() * centred.transpose();
    double const correction = 1.0 - weights.squaredNorm();
    return correction > 1e-12 ? Eigen::MatrixXd(sum / correction) : sum;
}

}  // namespace

AbcKernel::AbcKernel(Points const& points, std::span<double const> weights)
    : particles_{normal_scale(points)}, weights_(weights.begin(), weights.end()) {
    SIM_EXPECTS(points.rows() >= 1 && weights.size() == points.rows());
    cumulated_.resize(weights_.size());
    std::partial_sum(weights_.begin(), weights_.end(), cumulated_.begin());
    Eigen::Map<Eigen::VectorXd const> const as_vector(weights_.data(), particles_.cols());
    Eigen::MatrixXd twice = 2.0 * covariance_of(particles_, as_vector);
    twice.diagonal().array() += ridge;
    factor_ = Eigen::LLT<Eigen::MatrixXd>(twice).matrixL();
    whitened_ = factor_.triangularView<Eigen::Lower>().solve(particles_);
}

void AbcKernel::propose(Stream& draw, std::span<double> point) const {
    double const place = draw.uniform() * cumulated_.back();
    auto const above = std::upper_bound(cumulated_.begin(), cumulated_.end(), place);
    auto const last = static_cast<std::ptrdiff_t>(cumulated_.size()) - 1;
    Eigen::Index const parent = std::min(above - cumulated_.begin(), last);
    Eigen::VectorXd step(particles_.rows());
    for (Eigen::Index j = 0; j < step.size(); ++j) step(j) = normal(draw, 0.0, 1.0);
    Eigen::VectorXd const moved =
        particles_.col(parent) + factor_.triangularView<Eigen::Lower>() * step;
    for (std::size_t j = 0; j < point.size(); ++j) {
        double const u = normal_probability(moved(static_cast<Eigen::Index>(j)));
        point[j] = std::clamp(u, least_unit, most_unit);
    }
}

std::vector<double> AbcKernel::weights_of(Points const& points) const {
    Eigen::MatrixXd const at = normal_scale(points);
    Eigen::MatrixXd const whitened = factor_.triangularView<Eigen::Lower>().solve(at);
    std::vector<double> logs(points.rows());
    for_rows(static_cast<std::uint32_t>(logs.size()), [&](std::uint32_t i) noexcept {
        double sum = 0.0;
        for (Eigen::Index k = 0; k < whitened_.cols(); ++k) {
            double const squared = (whitened.col(i) - whitened_.col(k)).squaredNorm();
            sum += weights_[static_cast<std::size_t>(k)] * std::exp(-0.5 * squared);
        }
        // Constants that all points share are left out: the sum is made 1 below.
        logs[i] = -0.5 * at.col(i).squaredNorm() - std::log(std::max(sum, 1e-300));
    });
    double const largest = *std::max_element(logs.begin(), logs.end());
    double total = 0.0;
    for (double& value : logs) total += value = std::exp(value - largest);
    for (double& value : logs) value /= total;
    return logs;
}

}  // namespace sim::calibration
