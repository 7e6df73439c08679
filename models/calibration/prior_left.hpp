#pragma once

#include <optional>
#include <span>
#include <vector>

#include "models/calibration/phases.hpp"
#include "sim/calibration/implausibility.hpp"
#include "sim/calibration/tempered_smc.hpp"

/// \file models/calibration/prior_left.hpp
/// The prior that history matching leaves, as a unit cube of its own.

namespace models {

/// The smallest box around the points not ruled out, a tenth of its width larger on each side (our
/// choice, as the sample does not reach the edges), and in it only what no wave rules out. Without
/// history matching, everything.
class PriorLeft {
  public:
    PriorLeft(std::size_t parameters, NotRuledOut const* left);

    /// Points of the whole cube, from points of the unit cube of the box.
    [[nodiscard]] sim::calibration::Points from_box(sim::calibration::Points const& box) const;

    /// The way back; points outside the box leave [0, 1].
    [[nodiscard]] sim::calibration::Points to_box(sim::calibration::Points const& unit) const;

    /// One coordinate of a point of the whole cube. \pre parameter < parameters
    [[nodiscard]] double from_box(std::size_t parameter, double box) const noexcept {
        return lower_[parameter] + (upper_[parameter] - lower_[parameter]) * box;
    }

    /// Whether a point of the whole cube lies in the box and no wave rules it out, for each row.
    [[nodiscard]] std::vector<char> contains(sim::calibration::Points const& unit) const;

    /// The same for the algorithms that draw through an emulator, in the unit cube of the box.
    /// \pre this outlives it
    [[nodiscard]] sim::calibration::PriorRegion region() const;

  private:
    [[nodiscard]] bool contains(std::span<double const> unit) const;

    std::vector<double> lower_, upper_;
    std::optional<sim::calibration::Region> region_;
    sim::calibration::Points sample_;  // in the unit cube of the box
};

}  // namespace models
