#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <span>
#include <vector>

#include "benchmarks/engine/plain_agent.hpp"
#include "benchmarks/engine/schelling.hpp"

/// \file benchmarks/engine/plain_schelling.hpp
/// The reference for schelling.hpp: one object for each agent, one generator for all.
///
/// The board, the neighbourhood, what makes an agent unhappy and where it moves are the same; but
/// an agent decides and moves before the next one looks.

namespace bench {

class PlainResident;

/// What the agents share.
struct PlainBoard {
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    std::uint32_t wanted_percent = 0;       ///< See SchellingSpec.
    std::vector<PlainResident*> residents;  ///< Nobody where null; shape (rows, columns).
    std::vector<std::uint32_t> vacant;      ///< Cells with nobody, in no order.
    std::uint32_t moved = 0;                ///< Moves so far [agents].
    std::mt19937 random;                    ///< Gives every draw, in the order of the agents.
};

/// An agent.
class PlainResident final : public PlainAgent {
  public:
    /// Live in an empty cell of the board, which outlives the agent.
    PlainResident(PlainBoard& board, std::uint32_t cell, Kind kind);

    void step() override;

    [[nodiscard]] Kind kind() const noexcept { return kind_; }

  private:
    [[nodiscard]] bool is_content() const;

    PlainBoard& board_;
    std::uint32_t cell_;
    Kind kind_;
};

/// A board with its agents, who act by row, then column, of their first cell.
class PlainSchelling {
  public:
    /// \param cells  Who lives where, by row, then column.
    PlainSchelling(SchellingSpec const& spec, std::span<Kind const> cells, sim::Seed seed);

    /// Number of agents.
    [[nodiscard]] std::uint32_t agents() const noexcept {
        return static_cast<std::uint32_t>(agents_.size());
    }

    /// Who lives in a cell.
    [[nodiscard]] Kind kind(std::uint32_t row, std::uint32_t column) const;

    /// Let every agent act once. \return Number of agents that moved.
    std::uint32_t step();

  private:
    std::unique_ptr<PlainBoard> board_;
    PlainAgents agents_;
};

}  // namespace bench
