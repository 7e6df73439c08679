#include "sim/calibration/synthetic_likelihood.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include "sim/calibration/normal_law.hpp"

namespace sim::calibration {

namespace {

Eigen::Index index(std::size_t i) {
    return static_cast<Eigen::Index>(i);
}

double variance_of(Target const& target) {
    return target.observation_variance + target.discrepancy_variance;
}

}  // namespace

Eigen::MatrixXd shrunk_correlations(Points const& residuals, double* shrinkage) {
    SIM_EXPECTS(residuals.rows() >= 3);
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    Eigen::MatrixXd const e = Eigen::Map<RowMajor const>(
        residuals.values.data(), index(residuals.rows()), index(residuals.columns));
    double const n = static_cast<double>(e.rows());
    Eigen::MatrixXd result = e.transpose() * e / n;
    // Variance of each product's mean: (mean of squares - square of mean) / (n - 1).
    Eigen::MatrixXd const squares =
        e.array().square().matrix().transpose() * e.array().square().matrix() / n;
    Eigen::ArrayXXd const unsure = (squares.array() - result.array().square()) / (n - 1.0);
    double const noise = unsure.sum() - unsure.matrix().trace();
    double const signal = result.squaredNorm() - result.diagonal().squaredNorm();
    double const share = signal > 0.0 ? std::clamp(noise / signal, 0.0, 1.0) : 1.0;
    result *= 1.0 - share;
    result.diagonal().setOnes();
    if (shrinkage != nullptr) *shrinkage = share;
    return result;
}

double log_law_of_estimate(double squares, double runs) noexcept {
    return -0.5 * runs * std::log1p(squares / (runs - 1.0));
}

SyntheticLikelihood::SyntheticLikelihood(OutputEmulator const& emulator,
                                         std::vector<Target> targets,
                                         std::span<double const> weights)
    : emulator_{&emulator} {
    SIM_EXPECTS(!targets.empty() && (weights.empty() || weights.size() == targets.size()));
    std::vector<std::size_t> order(targets.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    auto const middle = std::stable_partition(
        order.begin(), order.end(), [&](std::size_t t) { return targets[t].side == Side::equal; });
    equal_ = middle - order.begin();
    inflation_ = Eigen::VectorXd::Ones(index(targets.size()));
    for (std::size_t const t : order) {
        SIM_EXPECTS(targets[t].output < emulator.outputs() && variance_of(targets[t]) >= 0.0);
        SIM_EXPECTS(weights.empty() || weights[t] > 0.0);
        bool const varies = emulator.diagnostics()[targets[t].output].noise_sd > 0.0;
        require(varies || variance_of(targets[t]) > 0.0 || targets[t].side != Side::equal,
                "likelihood: target " + std::to_string(t) +
                    " (its output is the same in every run, and it has no observation variance). "
                    "Give it a variance or leave it out.");
        if (!weights.empty()) inflation_(index(targets_.size())) = 1.0 / std::sqrt(weights[t]);
        targets_.push_back(targets[t]);
    }
    Eigen::MatrixXd const all = shrunk_correlations(emulator.residuals(), &shrinkage_);
    correlations_.resize(inflation_.size(), inflation_.size());
    for (Eigen::Index i = 0; i < correlations_.rows(); ++i) {
        for (Eigen::Index j = 0; j < correlations_.cols(); ++j) {
            correlations_(i, j) = all(index(targets_[static_cast<std::size_t>(i)].output),
                                      index(targets_[static_cast<std::size_t>(j)].output));
        }
    }
}

double SyntheticLikelihood::operator()(std::span<double const> point) const noexcept {
    std::vector<double> means(emulator_->outputs()), sds(emulator_->outputs());
    emulator_->predict(point, means, sds);
    auto const n = inflation_.size();
    Eigen::VectorXd misses(n), sd(n), other(n);
    for (Eigen::Index t = 0; t < n; ++t) {
        Target const& target = targets_[static_cast<std::size_t>(t)];
        misses(t) = target.value - means[target.output];
        sd(t) = sds[target.output] * inflation_(t);
        // A part in a million keeps two targets on one output apart.
        other(t) = variance_of(target) * inflation_(t) * inflation_(t) + 1e-6 * sd(t) * sd(t);
    }
    double result = 0.0;
    Eigen::MatrixXd covariance = sd.head(equal_).asDiagonal() *
                                 correlations_.topLeftCorner(equal_, equal_) *
                                 sd.head(equal_).asDiagonal();
    covariance.diagonal() += other.head(equal_);
    Eigen::LLT<Eigen::MatrixXd> const factor(covariance);
    if (equal_ > 0 && factor.info() != Eigen::Success) {
        return -std::numeric_limits<double>::infinity();
    }
    Eigen::VectorXd white = misses.head(equal_);
    if (equal_ > 0) {
        factor.matrixL().solveInPlace(white);
        result = log_law_of_estimate(white.squaredNorm(), emulator_->free_runs()) -
                 factor.matrixLLT().diagonal().array().log().sum();
    }
    for (Eigen::Index t = equal_; t < n; ++t) {
        double given = 0.0, known = 0.0;  // mean and explained variance given the equal targets
        if (equal_ > 0) {
            Eigen::VectorXd with =
                sd(t) * sd.head(equal_).cwiseProduct(correlations_.col(t).head(equal_));
            factor.matrixL().solveInPlace(with);
            given = with.dot(white);
            known = with.squaredNorm();
        }
        double const left = std::max(sd(t) * sd(t) + other(t) - known, 1e-12);
        double const above = (given - misses(t)) / std::sqrt(left);  // of the value, in sd
        Side const side = targets_[static_cast<std::size_t>(t)].side;
        double const chance = normal_probability(side == Side::at_least ? above : -above);
        result += std::log(std::max(chance, 1e-300));
    }
    return result;
}

}  // namespace sim::calibration
