#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "models/scenario/names.hpp"
#include "models/world/ids.hpp"
#include "sim/base/calendar.hpp"
#include "sim/base/ids.hpp"
#include "sim/config/csv_table.hpp"

/// \file models/scenario/table_fields.hpp
/// The kinds of cells that several tables share. Every error names file, line and column.

namespace models {

/// Places with a weight each.
using PlaceWeights = std::vector<std::pair<PlaceId, double>>;

/// Row that a name stands for. \throws InputError if nothing has that name.
[[nodiscard]] std::uint32_t row_of(sim::CsvRow const& row, sim::CsvKey const& key,
                                   NameIndex const& names);

/// The same; nothing if the cell is empty.
[[nodiscard]] std::optional<std::uint32_t> row_of_if(sim::CsvRow const& row, sim::CsvKey const& key,
                                                     NameIndex const& names);

/// A date from 1900 to 2100. \throws InputError if it is outside, so most likely misspelled.
[[nodiscard]] sim::Date sensible_date(sim::CsvRow const& row, sim::CsvKey const& key);

/// The same; nothing if the cell is empty.
[[nodiscard]] std::optional<sim::Date> sensible_date_if(sim::CsvRow const& row,
                                                        sim::CsvKey const& key);

/// The optional last day of a period. \throws InputError if it is before \p start.
[[nodiscard]] std::optional<sim::Date> last_day_if(sim::CsvRow const& row, sim::CsvKey const& key,
                                                   std::optional<sim::Date> start);

/// Places and weights, `gao:2;kidal`; a weight left out is 1. Nothing if the cell is empty.
/// \throws InputError if a place is unknown or there twice, or a weight is not a number > 0.
[[nodiscard]] PlaceWeights place_weights(sim::CsvRow const& row, sim::CsvKey const& key,
                                         NameIndex const& places);

/// Identifier: letters, digits, `-`, `_` and `.` only, so that it can stand in lists and on a
/// command line. \throws InputError otherwise.
[[nodiscard]] std::string identifier(sim::CsvRow const& row, sim::CsvKey const& key);

/// Day of a date, 0 for dates before the first day.
[[nodiscard]] sim::Day day_or_first(sim::Date date, sim::Date first_day);

/// Days from the first day to a date [d], negative before it.
[[nodiscard]] std::int32_t day_number(sim::Date date, sim::Date first_day);

}  // namespace models
