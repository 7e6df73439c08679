#pragma once

#include <optional>
#include <string>
#include <vector>

/// \file sim/config/csv_dialect.hpp
/// How a table that others wrote may differ from one of ours.

namespace sim {

/// What a reader of tables allows. The defaults are how our own tables are.
struct CsvDialect {
    /// What stands between cells. Nothing: a comma or a semicolon, of which the first line has more
    /// outside quotes.
    std::optional<char> separator = ',';
    bool ignores_unknown_columns =
        false;                  ///< Else a column that the reader does not name is wrong.
    bool ignores_case = false;  ///< `EVENT_DATE` is the column `event_date`.
    /// Columns of a file that has no header, in their order; plain words. Empty: it has one.
    std::vector<std::string> columns = {};
};

}  // namespace sim
