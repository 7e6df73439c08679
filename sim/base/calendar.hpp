#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// \file sim/base/calendar.hpp
/// Calendar dates: reading, writing and counting them. Proleptic Gregorian, no time zones.

namespace sim {

/// A calendar date.
using Date = std::chrono::sys_days;

/// Read `YYYY-MM-DD`. \return Nothing if the text is not exactly that, or no such day exists.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text) noexcept;

/// Write `YYYY-MM-DD`.
[[nodiscard]] std::string to_string(Date date);

/// Date from numbers, for constants in code and tests. \pre The day exists.
[[nodiscard]] Date make_date(int year, unsigned month, unsigned day);

/// Days from \p from to \p to [d], negative if \p to is earlier.
[[nodiscard]] constexpr std::int64_t days_between(Date from, Date to) noexcept {
    return (to - from).count();
}

/// Calendar year of a date.
[[nodiscard]] int year_of(Date date) noexcept;

/// Month of the year, 1 to 12.
[[nodiscard]] unsigned month_of(Date date) noexcept;

/// Day of the month, 1 to 31.
[[nodiscard]] unsigned day_of_month(Date date) noexcept;

}  // namespace sim
