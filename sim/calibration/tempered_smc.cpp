#include "sim/calibration/tempered_smc.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "sim/calibration/abc_smc.hpp"
#include "sim/calibration/normal_law.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/distributions.hpp"

namespace sim::calibration {

namespace {

// Points are kept off the faces of the unit cube, where the normal scale is infinite.
constexpr double least_unit = 0x1.0p-54, most_unit = 1.0 - 0x1.0p-53;
constexpr double infinity = std::numeric_limits<double>::infinity();
// Series of draws: the start, the resampling, and one per move.
constexpr std::uint32_t start_series = 0, resampling_series = 0x4000'0000U,
                        move_series = 0x8000'0000U;

/// All particles, on the normal scale.
struct Swarm {
    Eigen::MatrixXd z;             // shape (parameters, particles)
    std::vector<double> log_like;  // shape (particles)
};

/// The normal law fitted to the particles.
struct Shape {
    Eigen::VectorXd mean;
    Eigen::MatrixXd factor;  // lower Cholesky factor of the covariance

    explicit Shape(Eigen::MatrixXd const& z) : mean{z.rowwise().mean()} {
        Eigen::MatrixXd const centred = z.colwise() - mean;
        Eigen::MatrixXd covariance =
            centred * centred.transpose() / static_cast<double>(z.cols() - 1);
        covariance.diagonal().array() += 1e-6;
        factor = Eigen::LLT<Eigen::MatrixXd>(covariance).matrixL();
    }

    [[nodiscard]] double log_density(Eigen::VectorXd const& at) const {
        return -0.5 * factor.triangularView<Eigen::Lower>().solve(at - mean).squaredNorm();
    }
};

class Sampler {
  public:
    Sampler(Draws draws, LogLikelihood const& log_likelihood, PriorRegion const& prior,
            std::size_t parameters, std::uint32_t particles)
        : draws_{draws}, log_likelihood_{log_likelihood}, prior_{prior}, particles_{particles} {
        Points const start = first_points(parameters);
        swarm_.z.resize(static_cast<Eigen::Index>(parameters), particles);
        swarm_.log_like.resize(particles);
        for_rows(particles, [&](std::uint32_t i) noexcept {
            auto const row = start.row(i);
            for (std::size_t j = 0; j < parameters; ++j) {
                swarm_.z(static_cast<Eigen::Index>(j), i) =
                    normal_quantile(std::clamp(row[j], least_unit, most_unit));
            }
            std::vector<double> unit(parameters);
            unit_of(swarm_.z.col(i), unit);
            swarm_.log_like[i] = is_possible(unit) ? evaluate(unit) : -infinity;
        });
        evaluations_ = particles;
    }

    [[nodiscard]] double power() const noexcept { return power_; }

    /// Raise the power until the weights leave the wanted share, and resample.
    /// \return  Sum over old particles of (copies / particles)^2, times particles.
    double raise_power(double effective, std::uint32_t stage) {
        double low = power_, high = 1.0;
        if (share_at(1.0) >= effective) {
            low = 1.0;
        } else {
            for (int i = 0; i < 60; ++i) {
                double const middle = 0.5 * (low + high);
                (share_at(middle) >= effective ? low : high) = middle;
            }
            // A likelihood so uneven that no step leaves enough: go on all the same.
            low = std::max(low, power_ + 1e-9);
        }
        auto const weights = weights_at(low);
        power_ = low;
        Stream draw{draws_.seed, draws_.purpose, stage, Day{resampling_series}};
        auto const chosen = resample(weights, particles_, draw.uniform());
        Swarm next = swarm_;
        double squares = 0.0;
        std::vector<std::uint32_t> copies(particles_, 0);
        for (std::uint32_t i = 0; i < particles_; ++i) {
            next.z.col(i) = swarm_.z.col(chosen[i]);
            next.log_like[i] = swarm_.log_like[chosen[i]];
            ++copies[chosen[i]];
        }
        for (std::uint32_t const c : copies) squares += static_cast<double>(c) * c;
        swarm_ = std::move(next);
        return squares / particles_;
    }

    /// Move every particle once. \return share accepted
    double move() {
        bool const walk = moves_ % 2 == 1;
        double& length = walk ? walk_length_ : keep_length_;
        Shape const shape{swarm_.z};
        double const step =
            walk ? length * 2.38 / std::sqrt(static_cast<double>(swarm_.z.rows())) : length;
        std::vector<std::uint8_t> accepted(particles_, 0);
        for_rows(particles_,
                 [&](std::uint32_t i) noexcept { accepted[i] = move_one(i, shape, step, walk); });
        ++moves_;
        evaluations_ += particles_;
        double share = 0.0;
        for (auto const one : accepted) share += one;
        share /= particles_;
        length = std::min(walk ? 2.0 : 1.0, length * std::exp(share - (walk ? 0.25 : 0.35)));
        return share;
    }

    [[nodiscard]] Eigen::MatrixXd const& z() const noexcept { return swarm_.z; }

    [[nodiscard]] TemperedPosterior result() const {
        TemperedPosterior posterior;
        auto const d = static_cast<std::size_t>(swarm_.z.rows());
        posterior.points = zero_points(particles_, d);
        for (std::uint32_t i = 0; i < particles_; ++i)
            unit_of(swarm_.z.col(i), posterior.points.row(i));
        posterior.log_likelihoods = swarm_.log_like;
        posterior.evaluations = evaluations_;
        return posterior;
    }

  private:
    Points first_points(std::size_t parameters) const {
        if (prior_.sample.rows() == 0) {
            return uniform_points(draws_, 0, particles_, parameters, start_series);
        }
        Points start{parameters, {}};
        for (std::uint32_t i = 0; i < particles_; ++i) {
            Stream draw{draws_.seed, draws_.purpose, i, Day{start_series}};
            auto const rows = static_cast<std::uint32_t>(prior_.sample.rows());
            start.add(prior_.sample.row(draw.below(rows)));
        }
        return start;
    }

    static void unit_of(Eigen::VectorXd const& z, std::span<double> unit) {
        for (std::size_t j = 0; j < unit.size(); ++j) {
            double const u = normal_probability(z(static_cast<Eigen::Index>(j)));
            unit[j] = std::clamp(u, least_unit, most_unit);
        }
    }

    [[nodiscard]] bool is_possible(std::span<double const> unit) const {
        return !prior_.contains || prior_.contains(unit);
    }

    [[nodiscard]] double evaluate(std::span<double const> unit) const {
        double const value = log_likelihood_(unit);
        return std::isnan(value) ? -infinity : value;
    }

    std::uint8_t move_one(std::uint32_t i, Shape const& shape, double step, bool walk) {
        Stream draw{draws_.seed, draws_.purpose, i, Day{move_series + moves_}};
        Eigen::VectorXd const here = swarm_.z.col(i);
        Eigen::VectorXd luck(here.size());
        for (Eigen::Index j = 0; j < luck.size(); ++j) luck(j) = normal(draw, 0.0, 1.0);
        Eigen::VectorXd there = shape.factor.triangularView<Eigen::Lower>() * luck;
        double log_ratio = 0.0;
        if (walk) {
            there = here + step * there;
        } else {
            there = shape.mean + std::sqrt(1.0 - step * step) * (here - shape.mean) + step * there;
            log_ratio = shape.log_density(here) - shape.log_density(there);
        }
        std::vector<double> unit(static_cast<std::size_t>(there.size()));
        unit_of(there, unit);
        double const value = evaluate(unit);
        if (value == -infinity) return 0;
        log_ratio += 0.5 * (here.squaredNorm() - there.squaredNorm()) +
                     power_ * (value - swarm_.log_like[i]);
        if (!(std::log(draw.uniform_positive()) < log_ratio)) return 0;
        if (!is_possible(unit)) return 0;  // asked last: it may cost more than the likelihood
        swarm_.z.col(i) = there;
        swarm_.log_like[i] = value;
        return 1;
    }

    [[nodiscard]] std::vector<double> weights_at(double power) const {
        double const largest = *std::max_element(swarm_.log_like.begin(), swarm_.log_like.end());
        std::vector<double> weights;
        double total = 0.0;
        for (double const value : swarm_.log_like) {
            weights.push_back(std::exp((power - power_) * (value - largest)));
            if (value == -infinity) weights.back() = 0.0;
            total += weights.back();
        }
        for (double& weight : weights) weight /= total;
        return weights;
    }

    [[nodiscard]] double share_at(double power) const {
        return effective_size(weights_at(power)) / particles_;
    }

    Draws draws_;
    LogLikelihood const& log_likelihood_;
    PriorRegion const& prior_;
    std::uint32_t particles_;
    Swarm swarm_;
    double power_ = 0.0;
    double walk_length_ = 1.0, keep_length_ = 0.8;
    std::uint32_t moves_ = 0;
    std::uint64_t evaluations_ = 0;
};

/// Largest absolute correlation, over parameters, of the particles with where they were.
double largest_correlation(Eigen::MatrixXd const& before, Eigen::MatrixXd const& after) {
    double largest = 0.0;
    for (Eigen::Index j = 0; j < before.rows(); ++j) {
        Eigen::ArrayXd const a = before.row(j).transpose().array() - before.row(j).mean();
        Eigen::ArrayXd const b = after.row(j).transpose().array() - after.row(j).mean();
        double const scale = std::sqrt(a.square().sum() * b.square().sum());
        largest = std::max(largest, scale > 0.0 ? std::abs((a * b).sum()) / scale : 1.0);
    }
    return largest;
}

}  // namespace

TemperedPosterior tempered_posterior(Draws draws, std::size_t parameters,
                                     LogLikelihood const& log_likelihood, PriorRegion const& prior,
                                     TemperedOptions const& options) {
    SIM_EXPECTS(parameters >= 1 && options.particles >= 2 && options.moves >= 1);
    SIM_EXPECTS(options.effective > 0.0 && options.effective < 1.0 && log_likelihood);
    SIM_EXPECTS(prior.sample.rows() == 0 || prior.sample.columns == parameters);
    SIM_EXPECTS(!prior.contains || prior.sample.rows() > 0);
    Sampler sampler{draws, log_likelihood, prior, parameters, options.particles};
    TemperedPosterior const first = sampler.result();
    require(std::any_of(first.log_likelihoods.begin(), first.log_likelihoods.end(),
                        [](double value) { return value > -infinity; }),
            "posterior: the likelihood is 0 at all " + std::to_string(options.particles) +
                " points drawn from the prior. Look at the targets' variances and at the prior.");

    std::vector<TemperedStage> stages;
    double correlation = 1.0, copies = 1.0;
    while (sampler.power() < 1.0) {
        copies = sampler.raise_power(options.effective, static_cast<std::uint32_t>(stages.size()));
        TemperedStage stage{sampler.power(), 0.0, 0};
        Eigen::MatrixXd const before = sampler.z();
        bool const last = stage.power >= 1.0;
        do {
            stage.acceptance += sampler.move();
            ++stage.moves;
            correlation = largest_correlation(before, sampler.z());
        } while (stage.moves < options.moves || (last && stage.moves < options.most_moves &&
                                                 correlation > options.least_correlation));
        stage.acceptance /= stage.moves;
        stages.push_back(stage);
    }
    TemperedPosterior posterior = sampler.result();
    posterior.stages = std::move(stages);
    posterior.largest_correlation = correlation;
    double const particles = options.particles;
    posterior.effective_size = particles / (1.0 + correlation * correlation * (copies - 1.0));
    return posterior;
}

}  // namespace sim::calibration
