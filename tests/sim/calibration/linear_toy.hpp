#pragma once

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/calibration/design.hpp"
#include "sim/calibration/target.hpp"
#include "sim/random/distributions.hpp"

/// \file tests/sim/calibration/linear_toy.hpp
/// A model whose likelihood is known: outputs linear in x = 2 u - 1, u the point in the unit cube,
/// with normal noise that outputs share in part.

namespace sim::calibration {

struct LinearToy {
    Eigen::MatrixXd slopes;    // shape (outputs, parameters)
    Eigen::MatrixXd noise;     // lower Cholesky factor of the noise's covariance
    double observation = 0.3;  // sd of the error of each target

    LinearToy(Eigen::Index outputs, Eigen::Index parameters) : slopes(outputs, parameters) {
        for (Eigen::Index k = 0; k < outputs; ++k) {
            for (Eigen::Index j = 0; j < parameters; ++j) {
                slopes(k, j) = std::cos(1.0 + 2.3 * static_cast<double>(k * parameters + j));
            }
        }
        Eigen::MatrixXd covariance = Eigen::MatrixXd::Constant(outputs, outputs, 0.25);
        covariance.diagonal().array() += 0.15;
        noise = Eigen::LLT<Eigen::MatrixXd>(covariance).matrixL();
    }

    /// Runs at points of the unit cube.
    [[nodiscard]] Points run(Points const& unit, std::uint64_t seed) const {
        Points outputs = zero_points(unit.rows(), static_cast<std::size_t>(slopes.rows()));
        for (std::size_t i = 0; i < unit.rows(); ++i) {
            Stream draw{Seed{seed}, Purpose{3}, static_cast<std::uint32_t>(i), Day{0}};
            Eigen::VectorXd luck(slopes.rows()), x(slopes.cols());
            for (auto& value : luck) value = normal(draw, 0.0, 1.0);
            for (std::size_t j = 0; j < unit.columns; ++j) {
                x(static_cast<Eigen::Index>(j)) = 2.0 * unit.row(i)[j] - 1.0;
            }
            Eigen::VectorXd const y = slopes * x + noise * luck;
            std::copy(y.begin(), y.end(), outputs.row(i).begin());
        }
        return outputs;
    }

    [[nodiscard]] std::vector<Target> targets(std::span<double const> values) const {
        std::vector<Target> result;
        for (std::size_t k = 0; k < values.size(); ++k) {
            result.push_back({k, values[k], Side::equal, observation * observation, 0.0});
        }
        return result;
    }
};

}  // namespace sim::calibration
