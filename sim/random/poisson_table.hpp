#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/random/stream.hpp"

/// \file sim/random/poisson_table.hpp
/// Many numbers of events of which the same number is expected.

namespace sim {

/// Gives the very numbers that poisson() gives for one mean, and sooner.
///
/// Inversion by looking up: which draws give which number is found beforehand, to the last bit.
class PoissonTable {
  public:
    /// \param mean  Expected number [events], 0 to 2^31.
    explicit PoissonTable(double mean);

    /// The next number; uses up as much of the stream as poisson() does.
    [[nodiscard]] std::uint32_t draw(Stream& draw) const;

  private:
    static constexpr std::uint64_t all_bits = std::uint64_t{1} << 53;  // of a uniform draw
    static constexpr std::uint32_t parts = 256;                        // equal parts of them
    static constexpr std::uint32_t part_shift = 45;                    // bits within a part

    double mean_;
    std::uint32_t most_ = 0;          // the largest number that a draw gives
    std::vector<std::uint64_t> end_;  // of each number: one past the last bits that give it; empty
                                      // where poisson() does not invert
    std::array<std::uint8_t, parts> guide_{};  // where to begin to look, by part
};

}  // namespace sim
