#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/base/ids.hpp"
#include "sim/random/stream.hpp"

/// \file benchmarks/engine/schelling.hpp
/// Schelling's model of segregation, on sim/ alone.
///
/// Agents of two kinds live on a bounded board, at most one in a cell. The neighbours of an agent
/// are those in the 24 cells within two rows and two columns of its own (Moore neighbourhood of
/// radius 2); beyond the border there is nobody. An agent is unhappy if fewer than
/// `wanted_percent` of its neighbours are of its own kind; without neighbours it is happy.
///
/// What a step is, synchronous but for the cells moved to:
///
/// 1. Every agent, happy or not before, counts all its 24 cells on the board as it was at the end
///    of the step before, and decides whether it is unhappy. Parallel over the rows of the board,
///    unless that is small.
/// 2. The unhappy move, one after another by row, then column. Each draws one of the cells that
///    are vacant at that moment, all equally likely, and leaves its own cell vacant to those after
///    it. So two agents never want the same cell, and an agent may move to a worse place.
///
/// What is drawn: one number for each unhappy agent and step, from the stream addressed by
/// (seed, purpose, step, agent). All results are the same bytes for any number of threads.
///
/// \see Schelling (1971), "Dynamic models of segregation", doi:10.1080/0022250X.1971.9989794.

namespace bench {

/// Who lives in a cell.
enum class Kind : std::uint8_t { nobody, first, second };

/// The board and what its agents want.
struct SchellingSpec {
    std::uint32_t rows = 100;           ///< [cells], >= 1.
    std::uint32_t columns = 100;        ///< [cells], >= 1; (rows + 4) * (columns + 4) < 2^31.
    std::uint32_t agents = 8000;        ///< [agents], <= rows * columns; half of each kind.
    std::uint16_t wanted_percent = 50;  ///< Least share of neighbours of one's kind [%], 0 to 100.
};

/// Whether an agent with these neighbours is unhappy: 100 alike < wanted_percent (alike + unlike).
///
/// In numbers of 16 bits, so that the compiler can ask for several agents at once.
///
/// \param alike   Neighbours of its own kind [agents], alike + unlike <= 24.
/// \param unlike  Neighbours of the other kind [agents].
[[nodiscard]] constexpr bool is_unhappy(std::uint16_t alike, std::uint16_t unlike,
                                        std::uint16_t wanted_percent) noexcept {
    auto const has = static_cast<std::uint16_t>(100 * alike);
    auto const wants = static_cast<std::uint16_t>(wanted_percent * (alike + unlike));
    return has < wants;
}

/// As many agents of each kind as the spec says, in cells drawn from all cells; by row, column.
[[nodiscard]] std::vector<Kind> scattered_agents(SchellingSpec const& spec, sim::Seed seed);

/// A board with its agents, who are numbered from 0 by row, then column, of their first cell.
class Schelling {
  public:
    /// \param cells  Who lives where, by row, then column; replaces the number in \p spec.
    /// \pre The ranges of \p spec; cells.size() == spec.rows * spec.columns.
    Schelling(SchellingSpec const& spec, std::span<Kind const> cells, sim::Seed seed);

    /// Number of agents; the same after every step.
    [[nodiscard]] std::uint32_t agents() const noexcept { return agents_; }

    /// Who lives in a cell.
    [[nodiscard]] Kind kind(std::uint32_t row, std::uint32_t column) const noexcept;

    /// The number of the agent in a cell; sim::no_row if it is vacant.
    [[nodiscard]] std::uint32_t agent(std::uint32_t row, std::uint32_t column) const noexcept {
        return agent_[cell_at(row, column)];
    }

    /// Number of steps so far.
    [[nodiscard]] sim::Day today() const noexcept { return today_; }

    /// Let every agent decide and the unhappy move.
    /// \return Number of agents that moved.
    /// \post The same for any number of threads.
    std::uint32_t step();

  private:
    // Both kinds in one number, agents of the first + 256 * agents of the second, so that one sum
    // over a neighbourhood counts both.
    using Tally = std::uint16_t;

    [[nodiscard]] std::size_t cell_at(std::uint32_t row, std::uint32_t column) const noexcept;
    void decide_row(std::uint32_t row) noexcept;
    std::uint32_t move_unhappy();

    SchellingSpec spec_;
    sim::Seed seed_;
    sim::Day today_{0};
    std::uint32_t agents_ = 0;
    std::size_t stride_;                  // from a cell to the one above it, see tally_
    std::vector<Tally> tally_;            // of each cell alone; two empty cells around the board
    std::vector<std::uint32_t> agent_;    // no_row where vacant; the same shape
    std::vector<std::uint32_t> vacant_;   // vacant cells, in no order that means anything
    std::vector<std::uint32_t> unhappy_;  // cells of the unhappy by row; shape (rows, columns)
    std::vector<std::uint32_t> in_row_;   // how many of them each row has; shape (rows)
};

}  // namespace bench
