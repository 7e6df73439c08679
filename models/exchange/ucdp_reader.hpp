#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/exchange/read_report.hpp"
#include "models/observed/ucdp_event.hpp"

/// \file models/exchange/ucdp_reader.hpp
/// Reads UCDP's Georeferenced Event Dataset.

namespace models {

/// Read a file of UCDP GED of at most 256 MiB, split by commas or semicolons: with a header, in any
/// order and case and among others that are ignored (the report lists them), or without, as some
/// releases come, and then with all 49 columns in their order. It has no header if its first
/// character is a digit, which no column's name begins with.
///
/// It must have id, type_of_violence, latitude, longitude, date_start, the four counts of deaths,
/// best, high and low. date_end is date_start, priogrid_gid is computed, and precisions and
/// event_clarity are 1 where they are missing. Not read, since they follow from others: year, the
/// four *_dset_id, geom_wkt.
///
/// \param[out] report  What was made of the rows, if asked for.
/// \throws InputError with file, line and column if anything else is in the file; if an id is there
///         twice, low <= best <= high does not hold, the four counts do not sum to best, or an
///         event ends before it starts.
[[nodiscard]] std::vector<UcdpEvent> read_ucdp(std::filesystem::path const& path,
                                               ReadReport* report = nullptr);

/// Read text as if it were a file that messages call \p name. \throws InputError as read_ucdp().
[[nodiscard]] std::vector<UcdpEvent> parse_ucdp(std::string text, std::string name,
                                                ReadReport* report = nullptr);

}  // namespace models
