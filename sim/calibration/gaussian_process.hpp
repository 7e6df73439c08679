#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/calibration/points.hpp"

/// \file sim/calibration/gaussian_process.hpp
/// What a run would give at a point where none was made, and how sure that is.
///
/// \see Rasmussen and Williams (2006), "Gaussian Processes for Machine Learning", MIT Press,
///      ISBN 0-262-18253-X, chapters 2, 4 and 5 (cited below as RW).

namespace sim::calibration {

/// How the correlation falls with the scaled distance r = sqrt(sum((x_j - y_j)^2 / length_j^2)).
enum class Kernel : std::uint8_t {
    matern52,             ///< (1 + sqrt(5) r + 5 r^2 / 3) exp(-sqrt(5) r), RW 4.17.
    squared_exponential,  ///< exp(-r^2 / 2): for outputs known to be very smooth.
};

/// What the outputs are like far from all runs.
enum class Trend : std::uint8_t {
    zero,      ///< Zero.
    constant,  ///< A constant of unknown size, all sizes as likely.
    linear,    ///< A constant and a slope per input, likewise.
};

/// The numbers that the likelihood decides.
struct GpParameters {
    std::vector<double> length;  ///< Distance over which each input matters [unit of input], > 0.
    double variance = 1.0;       ///< Of the smooth part [unit of output^2], > 0.
    double nugget = 0.0;         ///< Of what differs between runs at one point [same], >= 0.
};

/// All that a Gaussian process is made of: it can be saved, and built again from it.
struct GpSetup {
    Kernel kernel = Kernel::matern52;
    Trend trend = Trend::constant;
    Points inputs;                ///< Where runs were made; shape (runs, inputs).
    std::vector<double> outputs;  ///< What they gave; shape (runs), all finite.
    std::vector<double> noise;    ///< Known variance of each output, >= 0, beside the nugget; none
                                  ///< if empty.
    GpParameters parameters;
};

/// A normal law of an output.
struct Prediction {
    double mean = 0.0;
    double variance = 0.0;  ///< Of the smooth part, the trend's uncertainty included.
};

/// A setup with the work done that every prediction needs.
class GaussianProcess {
  public:
    /// Time grows with the cube of the number of runs.
    ///
    /// \pre  Sizes agree; parameters in their ranges; more runs than the trend has terms.
    /// \throws InputError if runs are so alike that no law can be computed even with a jitter of
    ///         1e-4 of the variance (a nugget helps).
    explicit GaussianProcess(GpSetup setup);

    [[nodiscard]] GpSetup const& setup() const noexcept { return setup_; }

    /// The smooth part of the output at \p input (RW 2.41 and 2.42). A new run there has the
    /// nugget's variance as well. May be called by many threads.
    [[nodiscard]] Prediction predict(std::span<double const> input) const;

    /// The mean of predict() alone, which costs as many operations as there are runs and inputs
    /// instead of the square of the runs. May be called by many threads.
    [[nodiscard]] double mean(std::span<double const> input) const;

    /// Each output as predicted from all others, whose law includes nugget and noise; closed form
    /// of Dubrule (1983), doi:10.1007/BF01033232, with the trend estimated anew each time.
    [[nodiscard]] std::vector<Prediction> leave_one_out() const;

    /// Log of the density of the outputs given the parameters, the trend integrated out (RW 2.45).
    [[nodiscard]] double log_likelihood() const noexcept { return log_likelihood_; }

    /// What was added to the diagonal so that it could be computed [share of the variance].
    [[nodiscard]] double jitter() const noexcept { return jitter_; }

  private:
    /// Estimate the trend, and subtract it from the whitened outputs.
    void take_trend_out_of(Eigen::VectorXd& whitened);

    GpSetup setup_;
    Eigen::MatrixXd factor_;          // lower Cholesky factor of the outputs' covariance
    Eigen::MatrixXd whitened_trend_;  // factor^-1 * trend terms, shape (runs, terms)
    Eigen::MatrixXd trend_factor_;    // lower Cholesky factor of its Gram matrix
    Eigen::VectorXd trend_;           // size of each term
    Eigen::VectorXd weights_;         // covariance^-1 * (outputs - trend), shape (runs)
    double log_likelihood_ = 0.0;
    double jitter_ = 0.0;
};

/// \p outputs minus leave-one-out means, in leave-one-out standard deviations: about N(0, 1) if the
/// process describes the outputs (Bastos and O'Hagan 2009, doi:10.1198/TECH.2009.08019).
[[nodiscard]] std::vector<double> standardised_residuals(GaussianProcess const& process);

/// predict() of each row, in parallel; the same for any number of threads.
[[nodiscard]] std::vector<Prediction> predict(GaussianProcess const& process, Points const& inputs);

}  // namespace sim::calibration
