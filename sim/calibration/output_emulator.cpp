#include "sim/calibration/output_emulator.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "sim/calibration/component_process.hpp"
#include "sim/calibration/ridge_trend.hpp"
#include "sim/parallel/threads.hpp"

namespace sim::calibration {

namespace {

// How far the logarithm of a variance may move from its mean, and the largest square, in variances,
// that one residual counts for in its fit. Our choices.
constexpr double most_square = 12.0;
constexpr double widest_log = 2.8;
// A trend that follows every run of a few leaves none; a law needs more than one. Our choice.
constexpr double least_free_runs = 2.0;

Eigen::Index index(std::size_t i) {
    return static_cast<Eigen::Index>(i);
}

std::span<double const> column(Eigen::MatrixXd const& matrix, Eigen::Index k) {
    return {matrix.col(k).data(), static_cast<std::size_t>(matrix.rows())};
}

/// Principal directions of standardised outputs.
struct Directions {
    Eigen::VectorXd mean;      // of each output
    Eigen::VectorXd scale;     // standard deviation of each, 1 if it is 0
    Eigen::MatrixXd loadings;  // shape (outputs, components)
};

Directions principal_directions(Eigen::MatrixXd const& outputs, EmulatorOptions const& options) {
    Directions result;
    double const n = static_cast<double>(outputs.rows());
    result.mean = outputs.colwise().mean().transpose();
    Eigen::MatrixXd standard = outputs.rowwise() - result.mean.transpose();
    result.scale = (standard.colwise().squaredNorm().transpose() / n).cwiseSqrt();
    result.scale = (result.scale.array() > 0.0).select(result.scale, 1.0);
    standard = standard * result.scale.cwiseInverse().asDiagonal();
    // Eigenvectors of the correlations: the right singular vectors, at the cost of outputs^3.
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> const solver(standard.transpose() * standard);
    Eigen::VectorXd const values = solver.eigenvalues().cwiseMax(0.0).reverse();
    double const wanted = options.share * values.sum();
    double seen = 0.0;
    Eigen::Index kept = 0;
    while (kept < values.size() && kept < index(options.most) && seen < wanted) {
        seen += values(kept++);
    }
    result.loadings = solver.eigenvectors().rowwise().reverse().leftCols(kept);
    return result;
}

/// Logarithm of the variance of an output's scatter, linear in the inputs.
struct LogVariance {
    Eigen::VectorXd coefficients;  // constant and slopes
    Eigen::ArrayXd left_out;       // at each run, as estimated from all others
};

/// Scoring steps for a gamma law of the squares (Smyth 1989,
/// doi:10.1111/j.2517-6161.1989.tb01747.x), each a ridge regression of its own. \param squares  Of
/// the residuals, with mean 1.
LogVariance fit_log_variance(RidgeDesign const& design, Eigen::ArrayXd const& squares,
                             Eigen::Index terms) {
    RidgeTrend fitted;
    Eigen::ArrayXd log_variance = Eigen::ArrayXd::Zero(squares.size());
    for (int step = 0; step < 3; ++step) {
        Eigen::VectorXd const response =
            log_variance + (squares * (-log_variance).exp()).min(most_square) - 1.0;
        fitted = design.fit(column(response, 0), true);
        log_variance = Eigen::Map<Eigen::ArrayXd>(fitted.fitted.data(), squares.size())
                           .max(-widest_log)
                           .min(widest_log);
    }
    return {fitted.coefficients.head(terms),
            Eigen::Map<Eigen::ArrayXd>(fitted.left_out.data(), squares.size())
                .max(-widest_log)
                .min(widest_log)};
}

}  // namespace

OutputEmulator::OutputEmulator(Points const& inputs, Points const& outputs,
                               EmulatorOptions const& options)
    : inputs_{inputs.columns}, outputs_{outputs.columns} {
    SIM_EXPECTS(inputs.rows() == outputs.rows() && inputs_ >= 1 && outputs_ >= 1);
    SIM_EXPECTS(options.share > 0.0 && options.share <= 1.0 && options.most >= 1);
    Points good{inputs_, {}}, given{outputs_, {}};
    for (std::size_t i = 0; i < inputs.rows(); ++i) {
        auto const row = outputs.row(i);
        if (!std::all_of(row.begin(), row.end(), [](double y) { return std::isfinite(y); }))
            continue;
        good.add(inputs.row(i));
        given.add(row);
    }
    std::size_t const least = 2 * inputs_ + 10;
    require(good.rows() >= least,
            "emulator: " + std::to_string(good.rows()) + " runs with finite outputs (" +
                std::to_string(inputs_) + " parameters need at least " + std::to_string(least) +
                "; 20 per parameter are better). Make more runs, or look why they failed.");
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    Eigen::MatrixXd const table =
        Eigen::Map<RowMajor const>(given.values.data(), index(given.rows()), index(outputs_));
    Eigen::MatrixXd const misses = table - fit_means(good, table, options);
    fit_spread(good, misses, options.spread_varies);
    diagnose(table, misses);
}

Eigen::MatrixXd OutputEmulator::fit_means(Points const& inputs, Eigen::MatrixXd const& outputs,
                                          EmulatorOptions const& options) {
    Directions const directions = principal_directions(outputs, options);
    Eigen::MatrixXd const back = directions.scale.asDiagonal() * directions.loadings;
    Eigen::MatrixXd const scores = (outputs.rowwise() - directions.mean.transpose()) *
                                   directions.scale.cwiseInverse().asDiagonal() *
                                   directions.loadings;
    components_ = static_cast<std::size_t>(scores.cols());
    RidgeDesign const design{inputs};
    auto const count = static_cast<std::uint32_t>(components_);
    std::vector<RidgeTrend> trends(count);
    std::vector<std::optional<ComponentProcess>> found(count);
    for_rows(count, [&](std::uint32_t c) noexcept {
        auto const score = column(scores, c);
        trends[c] = design.fit(score);
        if (!options.processes) return;
        std::vector<double> rest(score.begin(), score.end());
        for (std::size_t i = 0; i < rest.size(); ++i) rest[i] -= trends[c].left_out[i];
        found[c] = fit_component_process(inputs, rest, trends[c].coefficients, options.search_runs,
                                         options.process_runs);
    });

    double terms = count > 0 ? 0.0 : 1.0;  // the means, where no output varies
    double const squares = scores.squaredNorm();
    for (std::uint32_t c = 0; c < count; ++c) {
        terms += trends[c].effective_terms * scores.col(c).squaredNorm() / squares;
    }
    free_runs_ = std::max(least_free_runs, static_cast<double>(scores.rows()) - terms);

    trend_ = Eigen::MatrixXd::Zero(index(outputs_), index(polynomial_terms(inputs_)));
    trend_.col(0) = directions.mean;
    Eigen::MatrixXd left_out = scores;
    for (std::uint32_t c = 0; c < count; ++c) {
        trend_ += back.col(c) * trends[c].coefficients.transpose();
        left_out.col(c) = Eigen::Map<Eigen::VectorXd>(trends[c].left_out.data(), scores.rows());
        if (!found[c]) continue;
        left_out.col(c) += Eigen::Map<Eigen::VectorXd>(found[c]->left_out.data(), scores.rows());
        processes_.push_back({std::move(found[c]->process), back.col(c)});
    }
    Eigen::MatrixXd predicted = left_out * back.transpose();
    predicted.rowwise() += directions.mean.transpose();
    return predicted;
}

void OutputEmulator::fit_spread(Points const& inputs, Eigen::MatrixXd const& misses, bool varies) {
    auto const n = misses.rows();
    log_spread_ = Eigen::MatrixXd::Zero(misses.cols(), index(1 + inputs_));
    least_log_ = most_log_ = Eigen::VectorXd::Zero(misses.cols());
    residuals_ = zero_points(static_cast<std::size_t>(n), outputs_);
    RidgeDesign const design{inputs};
    for_rows(static_cast<std::uint32_t>(misses.cols()), [&](std::uint32_t k) noexcept {
        Eigen::ArrayXd const squares = misses.col(k).array().square();
        if (!(squares.mean() > 0.0)) {
            log_spread_(k, 0) = least_log_(k) = most_log_(k) =
                -std::numeric_limits<double>::infinity();
            return;
        }
        LogVariance law{Eigen::VectorXd::Zero(index(1 + inputs_)), Eigen::ArrayXd::Zero(n)};
        if (varies) law = fit_log_variance(design, squares / squares.mean(), index(1 + inputs_));
        // The constant that makes the mean square of the residuals 1.
        double const constant = 0.5 * std::log((squares * (-law.left_out).exp()).mean());
        log_spread_.row(k) = 0.5 * law.coefficients.transpose();
        log_spread_(k, 0) += constant;
        least_log_(k) = 0.5 * law.left_out.minCoeff() + constant;
        most_log_(k) = 0.5 * law.left_out.maxCoeff() + constant;
        for (Eigen::Index i = 0; i < n; ++i) {
            residuals_.row(static_cast<std::size_t>(i))[k] =
                misses(i, k) * std::exp(-0.5 * law.left_out(i) - constant);
        }
    });
}

void OutputEmulator::diagnose(Eigen::MatrixXd const& outputs, Eigen::MatrixXd const& misses) {
    double const n = static_cast<double>(outputs.rows());
    for (Eigen::Index k = 0; k < outputs.cols(); ++k) {
        OutputDiagnostics one;
        double const all = (outputs.col(k).array() - outputs.col(k).mean()).square().sum();
        double const left = misses.col(k).squaredNorm();
        one.explained = all > 0.0 ? 1.0 - left / all : std::numeric_limits<double>::quiet_NaN();
        one.noise_sd = std::sqrt(left / n);
        double sum = 0.0, squares = 0.0;
        for (std::size_t i = 0; i < runs(); ++i) {
            double const residual = residuals_.row(i)[static_cast<std::size_t>(k)];
            sum += residual;
            squares += residual * residual;
            one.beyond_two += (std::abs(residual) > 2.0) / n;
        }
        one.residual_mean = sum / n;
        one.residual_sd = std::sqrt(std::max(squares / n - std::pow(sum / n, 2), 0.0));
        diagnostics_.push_back(one);
    }
}

void OutputEmulator::predict(std::span<double const> input, std::span<double> mean,
                             std::span<double> sd) const {
    SIM_EXPECTS(input.size() == inputs_ && mean.size() == outputs_ && sd.size() == outputs_);
    Eigen::VectorXd terms(trend_.cols());
    fill_polynomial(input, {terms.data(), static_cast<std::size_t>(terms.size())});
    Eigen::Map<Eigen::VectorXd> means(mean.data(), index(outputs_)),
        sds(sd.data(), index(outputs_));
    means.noalias() = trend_ * terms;
    for (Process const& one : processes_) means += one.process.mean(input) * one.loading;
    Eigen::VectorXd const logs = log_spread_ * terms.head(log_spread_.cols());
    sds = logs.cwiseMax(least_log_).cwiseMin(most_log_).array().exp();
}

OutputPredictions predict(OutputEmulator const& emulator, Points const& inputs) {
    SIM_EXPECTS(inputs.rows() == 0 || inputs.columns == emulator.inputs());
    OutputPredictions result{zero_points(inputs.rows(), emulator.outputs()),
                             zero_points(inputs.rows(), emulator.outputs())};
    for_rows(static_cast<std::uint32_t>(inputs.rows()), [&](std::uint32_t i) noexcept {
        auto const variance = result.variance.row(i);
        emulator.predict(inputs.row(i), result.mean.row(i), variance);
        for (double& value : variance) value *= value;
    });
    return result;
}

Points sample(OutputEmulator const& emulator, Points const& inputs, Draws draws,
              std::uint32_t first, std::uint32_t series) {
    SIM_EXPECTS(inputs.rows() == 0 || inputs.columns == emulator.inputs());
    Points outputs = zero_points(inputs.rows(), emulator.outputs());
    auto const runs = static_cast<std::uint32_t>(emulator.runs());
    for_rows(static_cast<std::uint32_t>(inputs.rows()), [&](std::uint32_t i) noexcept {
        std::vector<double> sd(emulator.outputs());
        auto const row = outputs.row(i);
        emulator.predict(inputs.row(i), row, sd);
        Stream draw{draws.seed, draws.purpose, first + i, Day{series}};
        auto const residual = emulator.residuals().row(draw.below(runs));
        for (std::size_t k = 0; k < row.size(); ++k) row[k] += sd[k] * residual[k];
    });
    return outputs;
}

}  // namespace sim::calibration
