#pragma once

#include <array>
#include <cstdint>
#include <vector>

/// \file sim/random/poisson_table.hpp
/// Many numbers of events of which the same number is expected.

namespace sim {

/// The number of events that each random word stands for.
///
/// Inversion by looking up. Probabilities are those of the Poisson law, rounded to multiples of
/// 2^-32; what is rarer than half of that never comes.
class PoissonTable {
  public:
    /// \param mean  Expected number [events], 0 to 64.
    explicit PoissonTable(double mean);

    /// \param word  Drawn uniformly from all words.
    [[nodiscard]] std::uint32_t number(std::uint32_t word) const noexcept {
        std::uint32_t k = guide_[word >> part_shift];
        while (end_[k] <= word) ++k;
        return k;
    }

  private:
    static constexpr std::uint32_t parts = 256;      // equal parts of all words
    static constexpr std::uint32_t part_shift = 24;  // bits within a part

    std::vector<std::uint64_t> end_;  // of each number: one past the last word that gives it
    std::array<std::uint8_t, parts> guide_{};  // where to begin to look, by part
};

}  // namespace sim
