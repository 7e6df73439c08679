#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/calibration/points.hpp"

/// \file sim/calibration/ridge_trend.hpp
/// A polynomial of the inputs, shrunk as far as leaving runs out says it should be.

namespace sim::calibration {

/// Terms of a polynomial of \p inputs inputs: 1 constant, the slopes, the squares, the products.
[[nodiscard]] std::size_t polynomial_terms(std::size_t inputs) noexcept;

/// Value of each term at a point of the unit cube: Legendre polynomials of mean 0 and variance 1
/// over the cube (Xiu and Karniadakis 2002, doi:10.1137/S1064827501387826), so that one penalty
/// suits them all.
/// \pre terms.size() == polynomial_terms(input.size())
void fill_polynomial(std::span<double const> input, std::span<double> terms) noexcept;

/// A polynomial fitted to the outputs of runs.
struct RidgeTrend {
    Eigen::VectorXd coefficients;  ///< One per term; those that the trend does not have are 0.
    std::vector<double> fitted;    ///< Each output by the trend itself; shape (runs).
    std::vector<double> left_out;  ///< Each output as predicted from all others; shape (runs).
    double squares = 0.0;          ///< Sum of the squares of output - left_out.
    double effective_terms = 1.0;  ///< Trace of the hat matrix, the constant included.
};

/// The decompositions of all kinds of trend over one set of inputs, made once for many outputs.
///
/// Kinds: constant, linear, linear with squares, and all terms with products shrunk as much as the
/// slopes or 10 times as much. Ridge regression, Hoerl and Kennard (1970),
/// doi:10.1080/00401706.1970.10488634.
class RidgeDesign {
  public:
    /// \param inputs  In the unit cube. \pre at least 3 rows and 1 column
    explicit RidgeDesign(Points const& inputs);

    /// The kind and penalty whose outputs left out are predicted best (Allen 1974,
    /// doi:10.1080/00401706.1974.10489157; closed form). A kind with more terms than another must
    /// be better by 1 % of the squares.
    /// \param linear_at_most  Leave out the kinds with squares and products.
    /// \pre one finite output per row of the inputs
    [[nodiscard]] RidgeTrend fit(std::span<double const> outputs,
                                 bool linear_at_most = false) const;

  private:
    struct Kind {
        std::size_t terms;        // of the polynomial, from the first slope on
        Eigen::VectorXd weights;  // of each of them, before shrinking
        Eigen::VectorXd middles;  // mean of each weighted term
        Eigen::MatrixXd left;     // left singular vectors, shape (runs, rank)
        Eigen::MatrixXd right;    // right ones over the singular values, shape (terms, rank)
        Eigen::VectorXd values;   // singular values squared
    };

    [[nodiscard]] static Kind decompose(Eigen::MatrixXd const& terms, Eigen::VectorXd weights);

    std::vector<Kind> kinds_;
    Eigen::Index runs_ = 0;
    Eigen::Index terms_ = 0;  // of the whole polynomial
};

}  // namespace sim::calibration
