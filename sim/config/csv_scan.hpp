#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/config/csv_dialect.hpp"

/// \file sim/config/csv_scan.hpp
/// CSV text to cells. Internal to sim/config.

namespace sim {

/// A table as cells of one text; row 0 is the header.
struct CsvCells {
    struct Cell {
        std::uint32_t begin = 0;   ///< Offset in the text [bytes].
        std::uint32_t length = 0;  ///< [bytes]
    };

    std::string name;                  ///< File name for messages.
    std::string text;                  ///< The file, quoted cells unfolded in place.
    std::vector<Cell> cells;           ///< Row after row.
    std::vector<std::uint32_t> lines;  ///< Line on which each row begins, from 1; shape (rows).
    std::size_t columns = 0;           ///< Cells in every row.

    /// \pre row < lines.size() and column < columns
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const noexcept {
        auto const& at = cells[row * columns + column];
        return std::string_view{text}.substr(at.begin, at.length);
    }
};

/// Split RFC 4180 text: quotes, line breaks in quotes, LF or CRLF. Lines that begin with `#` and
/// blank lines are skipped before the header, blank lines also at the end. Row 0 is made up, one
/// line above the first row, if the dialect says that the file has no header.
///
/// \pre  \p text is UTF-8 without a byte-order mark, shorter than 4 GiB.
/// \throws InputError with name and line if a row has another number of cells than the header, a
///         quote is wrong, there is no header, or there are more than 1000 columns or 2^25 cells
///         and more.
[[nodiscard]] CsvCells scan_csv(std::string text, std::string name, CsvDialect const& dialect = {});

}  // namespace sim
