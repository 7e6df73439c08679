#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/exchange/read_report.hpp"
#include "models/observed/acled_event.hpp"

/// \file models/exchange/acled_reader.hpp
/// Reads ACLED's event data as users export it.

namespace models {

/// Read an export of ACLED of at most 256 MiB, whatever its age: the columns of today, or those
/// until March 2023, in any order and case, among others that are ignored (the report lists them),
/// split by commas or semicolons; dates as event_date() takes them, inter codes in words or
/// numbers.
///
/// The file must have event_date, latitude, longitude, fatalities, and sub_event_type or
/// event_type. An event with a type only gets a sub-event by sub_event_of_type(). Not read, since
/// they follow from others: year, disorder_type, event_type beside a sub-event, interaction.
/// Without a column civilian_targeting, an event targets civilians if it is violence against
/// civilians or excessive force against protesters, or an explosion or mob violence of which
/// civilians are one side (our assumption).
///
/// A file in which no row has a second actor may be a monadic export, with two rows for each event
/// of two actors: rows of one event_id_cnty become one event, whose second actor is the actor of
/// the second row. Elsewhere an id that is there twice is an error.
///
/// \param[out] report  What was made of the rows, if asked for.
/// \throws InputError with file, line and column if anything else is in the file.
[[nodiscard]] std::vector<AcledEvent> read_acled(std::filesystem::path const& path,
                                                 ReadReport* report = nullptr);

/// Read text as if it were a file that messages call \p name. \throws InputError as read_acled().
[[nodiscard]] std::vector<AcledEvent> parse_acled(std::string text, std::string name,
                                                  ReadReport* report = nullptr);

}  // namespace models
