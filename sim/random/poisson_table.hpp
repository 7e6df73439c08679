#pragma once

#include <cstdint>
#include <vector>

#include "sim/random/stream.hpp"

/// \file sim/random/poisson_table.hpp
/// Many numbers of events of which the same number is expected.

namespace sim {

/// Gives the very numbers that poisson() gives for one mean, and sooner.
class PoissonTable {
  public:
    /// \param mean  Expected number [events], 0 to 2^31.
    explicit PoissonTable(double mean);

    /// The next number; uses up as much of the stream as poisson() does.
    [[nodiscard]] std::uint32_t draw(Stream& draw) const;

  private:
    double mean_;
    std::vector<double> probability_;  // of 0, 1, 2, ...; empty where poisson() does not invert
};

}  // namespace sim
