#include "sim/calibration/ridge_trend.hpp"

#include <Eigen/Eigenvalues>
#include <array>
#include <cmath>
#include <utility>

namespace sim::calibration {

namespace {

/// Penalties tried, per run: a term's coefficient is shrunk by the factor 1 / (1 + penalty).
constexpr std::array penalties{0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0};
constexpr double product_weight = 0.31622776601683794;  // shrinks products 10 times as much
constexpr double worth = 0.99;  // share of the squares that more terms must leave at most

Eigen::Map<Eigen::VectorXd const> as_vector(std::span<double const> values) {
    return {values.data(), static_cast<Eigen::Index>(values.size())};
}

std::vector<double> as_list(Eigen::VectorXd const& values) {
    return {values.data(), values.data() + values.size()};
}

}  // namespace

std::size_t polynomial_terms(std::size_t inputs) noexcept {
    return 1 + 2 * inputs + inputs * (inputs - 1) / 2;
}

void fill_polynomial(std::span<double const> input, std::span<double> terms) noexcept {
    std::size_t const d = input.size();
    std::size_t next = 1 + 2 * d;
    terms[0] = 1.0;
    for (std::size_t j = 0; j < d; ++j) {
        double const x = 2.0 * input[j] - 1.0;
        terms[1 + j] = std::sqrt(3.0) * x;
        terms[1 + d + j] = std::sqrt(5.0) * 0.5 * (3.0 * x * x - 1.0);
        for (std::size_t i = 0; i < j; ++i) terms[next++] = terms[1 + i] * terms[1 + j];
    }
}

RidgeDesign::Kind RidgeDesign::decompose(Eigen::MatrixXd const& terms, Eigen::VectorXd weights) {
    Kind kind;
    kind.terms = static_cast<std::size_t>(weights.size());
    kind.weights = std::move(weights);
    Eigen::MatrixXd weighted = terms.middleCols(1, kind.weights.size()) * kind.weights.asDiagonal();
    kind.middles = weighted.colwise().mean().transpose();
    weighted.rowwise() -= kind.middles.transpose();
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> const solver(weighted.transpose() * weighted);
    Eigen::VectorXd const& all = solver.eigenvalues();  // ascending
    Eigen::Index rank = 0;
    while (rank < all.size() && rank + 1 < weighted.rows() &&
           all(all.size() - 1 - rank) > 1e-10 * all(all.size() - 1)) {
        ++rank;
    }
    kind.values = all.tail(rank);
    kind.right =
        solver.eigenvectors().rightCols(rank) * kind.values.array().rsqrt().matrix().asDiagonal();
    kind.left = weighted * kind.right;
    return kind;
}

RidgeDesign::RidgeDesign(Points const& inputs)
    : runs_{static_cast<Eigen::Index>(inputs.rows())},
      terms_{static_cast<Eigen::Index>(polynomial_terms(inputs.columns))} {
    SIM_EXPECTS(inputs.rows() >= 3 && inputs.columns >= 1);
    Eigen::MatrixXd terms(runs_, terms_);
    std::vector<double> row(polynomial_terms(inputs.columns));
    for (Eigen::Index i = 0; i < runs_; ++i) {
        fill_polynomial(inputs.row(static_cast<std::size_t>(i)), row);
        terms.row(i) = as_vector(row).transpose();
    }
    auto const d = static_cast<Eigen::Index>(inputs.columns);
    kinds_.push_back(decompose(terms, Eigen::VectorXd::Ones(d)));
    kinds_.push_back(decompose(terms, Eigen::VectorXd::Ones(2 * d)));
    if (d == 1) return;
    Eigen::VectorXd weights = Eigen::VectorXd::Ones(terms_ - 1);
    weights.tail(terms_ - 1 - 2 * d).setConstant(product_weight);
    kinds_.push_back(decompose(terms, weights));
    kinds_.push_back(decompose(terms, Eigen::VectorXd::Ones(terms_ - 1)));
}

RidgeTrend RidgeDesign::fit(std::span<double const> outputs, bool linear_at_most) const {
    SIM_EXPECTS(static_cast<Eigen::Index>(outputs.size()) == runs_);
    auto const values = as_vector(outputs);
    double const mean = values.mean(), n = static_cast<double>(runs_);
    Eigen::VectorXd const centred = values.array() - mean;

    RidgeTrend best;
    best.coefficients = Eigen::VectorXd::Zero(terms_);
    best.coefficients(0) = mean;
    Eigen::VectorXd const misses = centred * (n / (n - 1.0));  // of the mean of all others
    best.fitted.assign(outputs.size(), mean);
    best.left_out = as_list(values - misses);
    best.squares = misses.squaredNorm();

    std::size_t const kinds = linear_at_most ? 1 : kinds_.size();
    for (std::size_t k = 0; k < kinds; ++k) {
        Kind const& kind = kinds_[k];
        Eigen::VectorXd const along = kind.left.transpose() * centred;
        double to_beat = worth * best.squares;
        for (double const penalty : penalties) {
            Eigen::ArrayXd const kept = kind.values.array() / (kind.values.array() + penalty * n);
            Eigen::VectorXd const fitted = kind.left * (kept * along.array()).matrix();
            Eigen::VectorXd const leverage =
                (kind.left.array().square().matrix() * kept.matrix()).array() + 1.0 / n;
            Eigen::VectorXd const miss =
                (centred - fitted).array() / (1.0 - leverage.array()).max(1e-9);
            if (!(miss.squaredNorm() < to_beat)) continue;
            to_beat = best.squares = miss.squaredNorm();
            best.fitted = as_list(fitted.array() + mean);
            best.left_out = as_list(values - miss);
            best.effective_terms = 1.0 + kept.sum();
            best.coefficients.setZero();
            Eigen::VectorXd const slopes = kind.right * (kept * along.array()).matrix();
            best.coefficients.segment(1, slopes.size()) = slopes.cwiseProduct(kind.weights);
            best.coefficients(0) = mean - slopes.dot(kind.middles);
        }
    }
    return best;
}

}  // namespace sim::calibration
