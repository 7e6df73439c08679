#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/config/range.hpp"

/// \file models/flee/csv_rows.hpp
/// CSV as Flee has it: columns by position, headers that are comments, rows of any length.

namespace models::flee {

/// One row. Getters throw InputError with file, line and the name of the column, as the user knows
/// it, if the cell is wrong. Those with a fallback give it for an empty or missing cell.
class CsvRow {
  public:
    CsvRow(std::shared_ptr<std::string const> file, std::uint32_t line) noexcept
        : file_(std::move(file)), line_(line) {}

    /// Cells of the row, without the blanks around them.
    std::vector<std::string> cells;

    /// Whether the first cell begins with `#`: a header or a comment.
    [[nodiscard]] bool is_comment() const noexcept { return cells.front().starts_with('#'); }

    /// A cell, empty if the row is shorter.
    [[nodiscard]] std::string_view cell(std::size_t column) const noexcept {
        return column < cells.size() ? std::string_view{cells[column]} : std::string_view{};
    }

    /// Text that is not empty.
    [[nodiscard]] std::string const& text(std::size_t column, std::string_view name) const;

    /// A finite number in the range.
    [[nodiscard]] double number(std::size_t column, std::string_view name,
                                sim::Range const& range = {}) const;
    [[nodiscard]] double number_or(std::size_t column, std::string_view name, double fallback,
                                   sim::Range const& range = {}) const;

    /// A whole number in the range.
    [[nodiscard]] std::int64_t integer(std::size_t column, std::string_view name,
                                       sim::IntegerRange const& range = {}) const;
    [[nodiscard]] std::int64_t integer_or(std::size_t column, std::string_view name,
                                          std::int64_t fallback,
                                          sim::IntegerRange const& range = {}) const;

    /// A date `YYYY-MM-DD`.
    [[nodiscard]] sim::Date date(std::size_t column, std::string_view name) const;

    /// `FILE:LINE`.
    [[nodiscard]] std::string location() const;

    /// Report a fault: `FILE:LINE: column 'name' = "cell" REMARK`.
    /// \throws InputError always.
    [[noreturn]] void error(std::size_t column, std::string_view name,
                            std::string_view remark) const;

  private:
    std::shared_ptr<std::string const> file_;
    std::uint32_t line_;
};

/// Every row of a text that has a cell, in order. Quotes as in RFC 4180.
/// \param name  File name for messages.
/// \throws InputError with name and line if a quote is wrong.
[[nodiscard]] std::vector<CsvRow> parse_csv(std::string_view text, std::string const& name);

/// parse_csv() of a file of at most 256 MiB.
/// \throws InputError also if it is missing, unreadable, empty or not UTF-8.
[[nodiscard]] std::vector<CsvRow> load_csv(std::filesystem::path const& path);

/// The same without the rows that are comments.
[[nodiscard]] std::vector<CsvRow> without_comments(std::vector<CsvRow> rows);

}  // namespace models::flee
