#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/base/ids.hpp"
#include "sim/random/stream.hpp"

/// \file benchmarks/engine/walkers.hpp
/// Random walkers on a grid, on sim/ alone: the least that an engine does for an agent and a day.
///
/// What a day is: every walker moves to one of the 8 cells around its own (the Moore neighbourhood
/// without its centre), each with probability 1/8. The borders are periodic: who leaves in the east
/// enters in the west. Walkers do not see each other and any number may share a cell, so that a
/// walker decides and moves in one parallel loop, reading and writing its own row only.
///
/// What is drawn: the 3 highest bits of one Philox word for each walker and day, addressed by
/// (seed, purpose, day, walker) as sim/random/block.hpp does. The positions are the same bytes for
/// any number of threads.

namespace bench {

/// How many walkers, and the grid they walk on.
struct WalkersSpec {
    std::uint32_t walkers = 1'000'000;  ///< [agents]
    std::uint16_t rows = 1000;          ///< Height of the grid [cells], 3 to 65,534.
    std::uint16_t columns = 1000;       ///< Width of the grid [cells], 3 to 65,534.
};

/// Walkers, one column for each attribute: row i of every column is walker i.
class Walkers {
  public:
    /// Place every walker on a cell drawn from all cells of the grid, on day 0.
    /// \pre The ranges of \p spec.
    Walkers(WalkersSpec const& spec, sim::Seed seed);

    /// Row of the cell of each walker, from 0; shape (walkers).
    [[nodiscard]] std::span<std::uint16_t const> row() const noexcept { return row_; }

    /// Column of the cell of each walker, from 0; shape (walkers).
    [[nodiscard]] std::span<std::uint16_t const> column() const noexcept { return column_; }

    /// Number of days walked so far.
    [[nodiscard]] sim::Day today() const noexcept { return today_; }

    /// Let every walker walk for one day. \post The same for any number of threads.
    void walk_one_day();

  private:
    void walk_block(std::uint32_t first) noexcept;

    WalkersSpec spec_;
    sim::Seed seed_;
    sim::Day today_{0};
    std::vector<std::uint16_t> row_;
    std::vector<std::uint16_t> column_;
};

}  // namespace bench
