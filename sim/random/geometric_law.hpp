#pragma once

#include <cmath>
#include <cstdint>

#include "sim/base/check.hpp"
#include "sim/random/distributions.hpp"

/// \file sim/random/geometric_law.hpp
/// Many geometric draws of one probability.

namespace sim {

/// Gives the very numbers that geometric() gives for one probability, and sooner.
class GeometricLaw {
  public:
    /// \param p  Probability of one success, 0 to 1.
    explicit GeometricLaw(double p) : p_{p}, log_of_failure_{std::log1p(-p)} {
        SIM_EXPECTS(p >= 0.0 && p <= 1.0);
    }

    /// The next number; uses up as much of the stream as geometric() does.
    [[nodiscard]] std::uint32_t draw(Stream& draw) const noexcept {
        double const u = draw.uniform_positive();
        if (p_ == 0.0) return geometric_cap;
        double const failures = std::log(u) / log_of_failure_;  // to be rounded down
        return failures < geometric_cap ? static_cast<std::uint32_t>(failures) : geometric_cap;
    }

  private:
    double p_;
    double log_of_failure_;
};

}  // namespace sim
