#pragma once

#include <vector>

#include "models/observed/acled_event.hpp"
#include "sim/config/csv_table.hpp"

/// \file models/exchange/monadic_rows.hpp
/// Joins what ACLED's monadic export splits: one row for each actor of an event.

namespace models {

/// Make one event of two rows that have the same id, in a table in which no row has a second actor.
/// The actor of the second row becomes the second actor. Events stay in the order of their first
/// rows; rows without an id are events of their own.
///
/// \param rows  The row of each event, for messages. \pre As many as events.
/// \throws InputError if an id is there twice in another table, or three times; or if the two rows
///         differ in date, sub-event, place or fatalities.
[[nodiscard]] std::vector<AcledEvent> merge_monadic_rows(std::vector<AcledEvent> events,
                                                         std::vector<sim::CsvRow> const& rows);

}  // namespace models
