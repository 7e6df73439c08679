#pragma once

#include <Eigen/Core>
#include <span>
#include <vector>

#include "sim/calibration/points.hpp"
#include "sim/random/stream.hpp"

/// \file sim/calibration/abc_kernel.hpp
/// How a generation of abc_smc.hpp proposes the next. Internal to it.

namespace sim::calibration {

/// The mixture of normal laws around weighted particles, on the normal scale of the prior.
class AbcKernel {
  public:
    /// \param points  In the unit cube. \pre a weight per point, sum 1; at least one point
    AbcKernel(Points const& points, std::span<double const> weights);

    /// A draw from the mixture, in the unit cube.
    void propose(Stream& draw, std::span<double> point) const;

    /// Weight of each of the \p points (in the unit cube) drawn from the mixture: prior over
    /// proposal density, with sum 1. In parallel; the same for any number of threads.
    [[nodiscard]] std::vector<double> weights_of(Points const& points) const;

  private:
    Eigen::MatrixXd particles_;      // normal scale; shape (parameters, particles)
    std::vector<double> cumulated_;  // weights added up
    std::vector<double> weights_;
    Eigen::MatrixXd factor_;    // lower Cholesky factor of twice the covariance
    Eigen::MatrixXd whitened_;  // factor^-1 * particles
};

}  // namespace sim::calibration
