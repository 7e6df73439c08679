#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/calibration/gaussian_process.hpp"
#include "sim/calibration/target.hpp"

/// \file sim/calibration/implausibility.hpp
/// Whether a point can be ruled out, given how unsure emulator, observation and model are.
///
/// \see Craig et al. (1997), doi:10.1007/978-1-4612-2290-3_2; Vernon, Goldstein and Bower (2010),
///      "Galaxy formation: a Bayesian uncertainty analysis", doi:10.1214/10-BA524.

namespace sim::calibration {

/// Gap between the predicted mean and the target, in standard deviations of observation,
/// discrepancy, prediction and nugget together: I in Vernon et al. (2010), eq. 15; 0 on the right
/// side of a one-sided target. Infinite for a gap without any variance.
///
/// The nugget counts because the world is compared with one run, not with the mean of many.
[[nodiscard]] double implausibility(Target const& target, Prediction const& prediction,
                                    double nugget) noexcept;

/// The \p ignored + 1 largest of the numbers: the maximum for 0, the second maximum for 1, which
/// forgives one emulator that is wrong. 0 if there are not so many. All are >= 0.
[[nodiscard]] double largest_but(std::span<double const> implausibilities, std::uint32_t ignored);

/// The emulators of one wave, and what they rule out.
struct HistoryWave {
    std::vector<GpSetup> emulators;  ///< One per output, in the unit cube; without runs for outputs
                                     ///< that no target is about.
    double cutoff = 3.0;             ///< Ruled out above it.
    std::uint32_t ignored = 0;       ///< For largest_but().
};

/// What the waves leave of the unit cube: the points not ruled out yet.
class Region {
  public:
    /// Build all emulators.
    Region(std::vector<HistoryWave> const& waves, std::vector<Target> targets);

    /// Whether no wave rules \p point out. May be called by many threads.
    [[nodiscard]] bool contains(std::span<double const> point) const;

    /// largest_but() of the implausibilities of each wave at \p point. \pre a wave
    [[nodiscard]] std::vector<double> implausibilities(std::span<double const> point) const;

  private:
    struct Wave {
        std::vector<GaussianProcess> emulators;  // of the outputs that targets are about
        double cutoff;
        std::uint32_t ignored;
    };

    [[nodiscard]] double implausibility_of(Wave const& wave, std::span<double const> point) const;
    /// Whether implausibility_of() is above the cutoff, sooner told.
    [[nodiscard]] bool is_ruled_out(Wave const& wave, std::span<double const> point) const;

    std::vector<Target> targets_;
    std::vector<std::size_t> emulator_of_;  // target -> place among a wave's emulators
    std::vector<Wave> waves_;
};

}  // namespace sim::calibration
