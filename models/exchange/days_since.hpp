#pragma once

#include <optional>
#include <string_view>

#include "sim/base/calendar.hpp"

/// \file models/exchange/days_since.hpp
/// The unit in which result files write dates.

namespace models {

/// The day 0 of a unit `days since YYYY-MM-DD 00:00:00`. \return Nothing for another unit.
[[nodiscard]] std::optional<sim::Date> days_since(std::string_view units) noexcept;

}  // namespace models
