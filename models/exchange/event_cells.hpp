#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/calendar.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/space/geo.hpp"

/// \file models/exchange/event_cells.hpp
/// Cells as ACLED's and UCDP's files, and what spreadsheets make of them, write them.

namespace models {

/// A date in any of the forms `2020-10-31`, `2012-01-17 00:00:00.000` (the time of day is dropped),
/// `29 June 2018`, `29 Jun 2018`, `10-Jan-2012` and `10-Jan-12`; months in English, in capitals or
/// not. A year of two digits is 1969 to 2068, as POSIX has it. \return Nothing for other text.
[[nodiscard]] std::optional<sim::Date> event_date(std::string_view text) noexcept;

/// The date of a row. \throws InputError if the cell is empty or in none of those forms.
[[nodiscard]] sim::Date event_date(sim::CsvRow const& row, sim::CsvKey const& column);

/// A whole number of a row, also as `3.0`, which pandas makes of a column with gaps.
/// \throws InputError if the cell is empty, no whole number or outside the range.
[[nodiscard]] std::int64_t whole_number(sim::CsvRow const& row, sim::CsvKey const& column,
                                        sim::IntegerRange const& range);

/// As above; \p otherwise for an empty cell or a column that the file leaves out.
[[nodiscard]] std::int64_t whole_number_or(sim::CsvRow const& row, sim::CsvKey const& column,
                                           sim::IntegerRange const& range, std::int64_t otherwise);

/// People who died, of a row: 0 to 4,294,967,295. \throws InputError as whole_number().
[[nodiscard]] std::uint32_t death_count(sim::CsvRow const& row, sim::CsvKey const& column);

/// The columns `latitude` (-90 to 90) and `longitude` (-180 to 180) [degree].
/// \throws InputError if one is empty, no number or outside its range.
[[nodiscard]] sim::GeoPoint event_point(sim::CsvRow const& row);

/// Text of a row; empty if the cell is or the file leaves the column out.
[[nodiscard]] std::string text_or_empty(sim::CsvRow const& row, sim::CsvKey const& column);

}  // namespace models
