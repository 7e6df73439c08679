#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/config/csv_scan.hpp"
#include "sim/config/csv_table.hpp"

/// \file sim/config/csv_content.hpp
/// What CsvTable and CsvRow share. Internal to sim/config.

namespace sim {

/// The cells of a table and the columns its reader named.
struct CsvContent {
    CsvCells table;
    std::vector<std::string> names;                   ///< Required columns, then optional ones.
    std::vector<std::optional<std::size_t>> columns;  ///< Where the file has each, if it does.
    std::vector<std::string> ignored;                 ///< Columns of the file that are not named.

    /// \throws ContractError if the reader did not name that column.
    [[nodiscard]] CsvColumn find(std::string_view name) const;
};

}  // namespace sim
