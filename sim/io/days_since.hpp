#pragma once

#include <optional>
#include <string_view>

#include "sim/base/calendar.hpp"

/// \file sim/io/days_since.hpp
/// The unit in which result files write dates.

namespace sim {

/// The day 0 of a unit `days since YYYY-MM-DD 00:00:00`. \return Nothing for another unit.
[[nodiscard]] std::optional<Date> days_since(std::string_view units) noexcept;

}  // namespace sim
