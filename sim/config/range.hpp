#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

/// \file sim/config/range.hpp
/// What values an input may take, and how a message says so.

namespace sim {

/// The finite numbers that an input may be.
struct Range {
    double minimum = -std::numeric_limits<double>::infinity();  ///< Smallest value.
    double maximum = std::numeric_limits<double>::infinity();   ///< Largest value.
    std::string_view unit = {};     ///< Unit, for messages only, such as "1/day".
    bool minimum_excluded = false;  ///< The value must be above the minimum, not on it.
    bool maximum_excluded = false;  ///< The value must be below the maximum, not on it.
};

/// The whole numbers that an input may be.
struct IntegerRange {
    std::int64_t minimum = std::numeric_limits<std::int64_t>::min();  ///< Smallest value.
    std::int64_t maximum = std::numeric_limits<std::int64_t>::max();  ///< Largest value.
    std::string_view unit = {};  ///< Unit, for messages only, such as "people".
};

/// Whether \p value is finite and in the range.
[[nodiscard]] bool contains(Range const& range, double value) noexcept;

/// Whether \p value is in the range.
[[nodiscard]] bool contains(IntegerRange const& range, std::int64_t value) noexcept;

/// The demand in words: `must be >= 0 and < 1 1/day`, or `must be a number` without bounds.
[[nodiscard]] std::string describe(Range const& range);

/// The demand in words: `must be a whole number >= 1 people`.
[[nodiscard]] std::string describe(IntegerRange const& range);

/// The shortest text that reads back as the same number: `0.1`, `3`, `1e+20`, `nan`, `-inf`.
[[nodiscard]] std::string shortest_text(double value);

}  // namespace sim
