#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/calibration/points.hpp"
#include "sim/random/stream.hpp"

/// \file sim/calibration/design.hpp
/// Points spread over the unit cube, for the first runs of a study.

namespace sim::calibration {

/// Where an algorithm takes its luck from: the seed of the study and its own purpose number.
struct Draws {
    Seed seed;
    Purpose purpose;
};

/// Points uniform on the unit cube; row i depends on i only, so that more can be added later.
///
/// \param first  Number of the first row.
/// \param series  Which of the independent series [any value].
/// \pre 1 <= columns; first + rows <= 2^32
[[nodiscard]] Points uniform_points(Draws draws, std::size_t first, std::size_t rows,
                                    std::size_t columns, std::uint32_t series = 0);

/// A Latin hypercube: in each column, one point in each of `rows` equal slices.
///
/// \see McKay, Beckman and Conover (1979), doi:10.2307/1268522.
/// \pre 1 <= rows < 2^32, 1 <= columns
[[nodiscard]] Points latin_hypercube(Draws draws, std::size_t rows, std::size_t columns,
                                     std::uint32_t series = 0);

/// The Latin hypercube, of \p tries ones, whose nearest two points lie farthest apart.
///
/// \see Johnson, Moore and Ylvisaker (1990), "Minimax and maximin distance designs",
///      doi:10.1016/0378-3758(90)90122-B.
/// \pre tries >= 1, and what latin_hypercube() demands
[[nodiscard]] Points spread_latin_hypercube(Draws draws, std::size_t rows, std::size_t columns,
                                            std::uint32_t tries);

}  // namespace sim::calibration
