#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/random/stream.hpp"

/// \file models/displacement/alias_table.hpp
/// Weighted choice at the same cost for any number of weights.

namespace models {

/// Draws an index in proportion to fixed weights, with two random numbers.
///
/// \see Vose (1991), "A linear algorithm for generating random numbers with a given distribution",
///      doi:10.1109/32.92917.
class AliasTable {
  public:
    AliasTable() = default;

    /// \param weights  Each >= 0 and finite; fewer than 2^32.
    explicit AliasTable(std::span<double const> weights);

    /// Whether no index can be drawn.
    [[nodiscard]] bool empty() const noexcept { return columns_.empty(); }

    /// An index; one of weight 0 is never drawn. \pre Not empty.
    [[nodiscard]] std::uint32_t draw(sim::Stream& draw) const noexcept {
        Column const& column = columns_[draw.below(static_cast<std::uint32_t>(columns_.size()))];
        return draw.uniform() < column.share ? column.index : column.alias;
    }

  private:
    struct Column {
        double share;  // chance of `index` in this column; else it is `alias`
        std::uint32_t index;
        std::uint32_t alias;
    };

    std::vector<Column> columns_;  // one for each positive weight
};

}  // namespace models
