#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "sim/calibration/points.hpp"

/// \file sim/calibration/nelder_mead.hpp
/// The downhill simplex: a first good point, from values only, that can stop and go on.
///
/// \see Nelder and Mead (1965), doi:10.1093/comjnl/7.4.308; the coefficients that depend on the
///      number of parameters are those of Gao and Han (2012), doi:10.1007/s10589-010-9329-3.

namespace sim::calibration {

/// When the search ends. A simplex that has become small is replaced by a new one around its best
/// corner (it may have collapsed against a bound), until that no longer lowers the value.
struct NelderMeadOptions {
    double value_tolerance = 1e-6;      ///< Largest difference of values at the corners, >= 0, ...
    double point_tolerance = 1e-4;      ///< ... and of corners in any parameter, >= 0.
    std::uint32_t evaluations = 1'000;  ///< No step begins after so many.
};

/// What the points being waited for are.
enum class NelderMeadStage : std::uint8_t {
    corners,           ///< A new simplex.
    reflection,        ///< The worst corner mirrored.
    expansion,         ///< The same, farther.
    contract_outside,  ///< The same, nearer.
    contract_inside,   ///< The worst corner drawn in.
    shrink,            ///< All corners but the best drawn towards it.
    converged,         ///< Nothing: the tolerances are met.
    exhausted,         ///< Nothing: the evaluations are used up.
};

/// The whole state of a search.
struct NelderMead {
    NelderMeadStage stage = NelderMeadStage::corners;
    Points corners;                ///< The simplex, best first; empty until evaluated.
    std::vector<double> values;    ///< Value of each corner.
    Points wanted;                 ///< The points to evaluate now; empty at the end.
    std::vector<double> mirrored;  ///< The reflection, while a second point is tried ...
    double mirrored_value = 0.0;   ///< ... and its value.
    std::vector<double> lower;     ///< Points are moved into [lower, upper]; shape (parameters).
    std::vector<double> upper;
    double step = 0.1;  ///< Size of a new simplex [share of the width of the bounds].
    double best_before = std::numeric_limits<double>::infinity();  ///< When the last one was small.
    std::uint32_t evaluations = 0;                                 ///< So far.
};

/// A search from \p start, whose other corners lie \p step (of the width of the bounds) away in one
/// parameter each, upwards if there is room.
///
/// \pre one finite lower and upper bound per parameter, lower <= start <= upper, lower < upper
/// \pre 0 < step <= 0.5
[[nodiscard]] NelderMead start_nelder_mead(std::span<double const> start, double step,
                                           std::span<double const> lower,
                                           std::span<double const> upper);

/// Whether there is nothing more to evaluate.
[[nodiscard]] bool is_finished(NelderMead const& state) noexcept;

/// Take the values of the wanted points (smaller is better; not finite is worst), and say what is
/// wanted next.
/// \pre one value per wanted point; not finished
void give_values(NelderMead& state, std::span<double const> values,
                 NelderMeadOptions const& options);

/// Run a search to its end.
[[nodiscard]] NelderMead minimise(NelderMead state, NelderMeadOptions const& options,
                                  std::function<double(std::span<double const>)> const& value);

}  // namespace sim::calibration
