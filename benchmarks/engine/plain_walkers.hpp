#pragma once

#include <cstdint>
#include <memory>
#include <random>

#include "benchmarks/engine/plain_agent.hpp"
#include "benchmarks/engine/walkers.hpp"

/// \file benchmarks/engine/plain_walkers.hpp
/// The reference for walkers.hpp: one object for each walker, one generator for all.

namespace bench {

/// What plain walkers share.
struct PlainField {
    std::uint32_t rows = 0;     ///< Height of the grid [cells].
    std::uint32_t columns = 0;  ///< Width of the grid [cells].
    std::mt19937 random;        ///< Gives every draw, in the order in which walkers ask.
};

/// A walker with the moves and borders of Walkers.
class PlainWalker final : public PlainAgent {
  public:
    /// Stand on a cell drawn from all cells of the field, which outlives the walker.
    explicit PlainWalker(PlainField& field);

    void step() override;

    /// Row of its cell, from 0.
    [[nodiscard]] std::uint32_t row() const noexcept { return row_; }

    /// Column of its cell, from 0.
    [[nodiscard]] std::uint32_t column() const noexcept { return column_; }

  private:
    PlainField& field_;
    std::uint32_t row_;
    std::uint32_t column_;
};

/// Walkers on one field.
class PlainWalkers {
  public:
    PlainWalkers(WalkersSpec const& spec, sim::Seed seed);

    /// Walker \p i, from 0.
    [[nodiscard]] PlainWalker const& walker(std::uint32_t i) const {
        return static_cast<PlainWalker const&>(*walkers_[i]);
    }

    /// Let every walker walk for one day.
    void walk_one_day() { step_in_turn(walkers_); }

  private:
    std::unique_ptr<PlainField> field_;
    PlainAgents walkers_;
};

}  // namespace bench
