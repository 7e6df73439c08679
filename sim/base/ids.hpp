#pragma once

#include <compare>
#include <cstdint>
#include <limits>

/// \file sim/base/ids.hpp
/// Row numbers that cannot be mixed up, and the day counter.

namespace sim {

/// Row of one kind of entity. `Id<struct A>` does not convert to `Id<struct B>` or to an integer.
template <class Tag>
struct Id {
    std::uint32_t row = 0;

    friend constexpr auto operator<=>(Id, Id) = default;
};

/// The row that stands for "none".
inline constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();

/// Days since the first simulated day [d].
struct Day {
    std::uint32_t value = 0;

    friend constexpr auto operator<=>(Day, Day) = default;
};

}  // namespace sim
