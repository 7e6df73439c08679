#pragma once

#include <Eigen/Core>
#include <optional>
#include <span>
#include <vector>

#include "sim/calibration/gaussian_process.hpp"

/// \file sim/calibration/component_process.hpp
/// The Gaussian process on what a trend leaves of one component. Internal to output_emulator.hpp.

namespace sim::calibration {

/// A process that predicts runs left out better than the trend alone.
struct ComponentProcess {
    GaussianProcess process;
    std::vector<double> left_out;  ///< Rest of each run as predicted from others; shape (runs).
};

/// Fit a process to the rest of a trend, if it is worth it.
///
/// Lengths follow the trend: length_j = L / sqrt(share_j + 0.01), with share_j the squares of the
/// coefficients in which input j takes part, over the largest of them. L and the share of the
/// nugget are those of largest likelihood among 5 x 4 over at most \p search_runs runs: with some
/// 20 inputs and noisy runs, a length per input cannot be learnt (our choice).
///
/// \param rest  Output minus trend when left out; shape (runs).
/// \param runs  The process is conditioned on at most so many, evenly chosen.
/// \return      Nothing unless the squares of what is left fall by at least 2 % when runs are left
///              out.
[[nodiscard]] std::optional<ComponentProcess> fit_component_process(
    Points const& inputs, std::span<double const> rest, Eigen::VectorXd const& coefficients,
    std::size_t search_runs, std::size_t runs);

}  // namespace sim::calibration
