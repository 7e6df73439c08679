#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// \file models/exchange/read_report.hpp
/// What a reader of event files made of a file.

namespace models {

/// Every row is part of an event: rows == events + merged_rows. None is skipped.
struct ReadReport {
    std::size_t rows = 0;                ///< Rows below the header.
    std::size_t events = 0;              ///< Events returned.
    std::size_t merged_rows = 0;         ///< Second rows of an event, of a monadic export of ACLED.
    std::size_t guessed_sub_events = 0;  ///< Events whose file gives the event_type only.
    std::vector<std::string> ignored_columns = {};  ///< Columns of the file that we do not know.
};

}  // namespace models
