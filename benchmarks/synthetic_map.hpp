#pragma once

#include <cstdint>
#include <memory>

#include "models/world/geography.hpp"

/// \file benchmarks/synthetic_map.hpp
/// The map of a country that does not exist, of any size.

namespace bench {

/// Size of a map.
struct SyntheticMapSize {
    std::uint32_t cells_across = 100;  ///< Rows and columns of cells [cells], >= 20.
    std::uint32_t places_across = 10;  ///< Rows and columns of places [places], 4 to cells_across.
    std::uint32_t households = 2'500'000;  ///< About so many fill it [households].
    std::uint32_t density = 1;             ///< So many times as many people live in every cell.
};

/// Mean size of the households that fill a synthetic map [people].
inline constexpr double synthetic_household_size = 5.0;

/// A square country in ten regions. Its cells are 0.1 degrees wide, and their people as unequal as
/// those of a real country: few live in most, many where a town stands. Towns stand in rows and
/// columns, each joined to its neighbours. The last column of places is abroad, a foreign town and
/// a camp by turns; one of the routes that lead there is closed from day 10 to day 20.
[[nodiscard]] std::shared_ptr<models::Geography const> synthetic_map(SyntheticMapSize const& size);

}  // namespace bench
