#pragma once

#include <cstdint>
#include <span>
#include <vector>

/// \file models/displacement/clocks.hpp
/// The clocks that tell when the next household of each stratum leaves.

namespace models {

/// Cells side by side, whose people feel an urge to leave; shape (cells).
struct CellsThatFeel {
    std::uint32_t first_row;                ///< Of the first.
    std::span<double const> response;       ///< Urge to leave by what is feared [1], >= 0.
    std::span<std::uint32_t const> region;  ///< Row of its fear.
    std::span<double const> due_at;         ///< Urge felt when the first of their clocks runs out.
    std::span<double> felt;                 ///< Urge summed over all days so far [1].
};

/// Let the people of cells feel for a day what their regions fear: add response * fear. The same
/// bits on every processor.
///
/// \param fear        By row of a region [1/day], >= 0.
/// \param most_alike  Up to this urge, the rate of everybody goes with it [1/day].
/// \param[out] due    A bit is set for each cell where a clock runs out, or where the urge is
/// higher
///                    than that; by row.
/// \pre All shapes agree.
void feel_region_fear(CellsThatFeel const& cells, std::span<double const> fear, double most_alike,
                      std::span<std::uint64_t> due);

}  // namespace models
