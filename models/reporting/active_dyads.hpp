#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/world/report_log.hpp"
#include "sim/base/calendar.hpp"

/// \file models/reporting/active_dyads.hpp
/// Which of UCDP's reports end up in its data.

namespace models {

/// Whether each report is of a dyad (of an actor, for one-sided violence) that reached
/// `ucdp_threshold` deaths in at least one calendar year of the list, by best estimates: UCDP GED
/// has those events, of every year. Shape (reports).
///
/// \param first_day  Date of day 0.
[[nodiscard]] std::vector<std::uint8_t> listed_by_ucdp(std::span<UcdpReport const> reports,
                                                       sim::Date first_day);

}  // namespace models
