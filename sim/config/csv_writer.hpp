#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sim/base/calendar.hpp"

/// \file sim/config/csv_writer.hpp
/// CSV text for output, which CsvTable reads back unchanged.

namespace sim {

/// A value to write: text, a number, a date, `true` or `false`, or nothing (an empty cell).
class CsvCell {
  public:
    CsvCell(std::nullopt_t) {}
    CsvCell(char const* text) : value_{std::string_view{text}} {}
    CsvCell(std::string_view text) : value_{text} {}
    CsvCell(std::string const& text) : value_{std::string_view{text}} {}
    CsvCell(double number) : value_{number} {}
    CsvCell(Date date) : value_{date} {}
    CsvCell(std::same_as<bool> auto truth) : value_{std::string_view{truth ? "true" : "false"}} {}
    template <std::integral Integer>
    requires(!std::same_as<Integer, bool> && !std::same_as<Integer, std::uint64_t>)
        CsvCell(Integer number)
        : value_{static_cast<std::int64_t>(number)} {}
    CsvCell(std::uint64_t number) : value_{number} {}

  private:
    friend class CsvWriter;

    std::variant<std::monostate, std::string_view, double, std::int64_t, std::uint64_t, Date>
        value_;
};

/// Builds a CSV table row by row: `\n` at line ends, quotes where needed, and the shortest numbers
/// that read back the same.
class CsvWriter {
  public:
    /// Begin with a header. \pre There is at least one column.
    explicit CsvWriter(std::vector<std::string> const& columns);

    /// Append a row. \pre As many cells as columns, every number finite.
    void row(std::initializer_list<CsvCell> cells);

    void row(std::span<CsvCell const> cells);

    /// The table so far, but for what was taken.
    [[nodiscard]] std::string const& text() const noexcept { return text_; }

    /// What was written since it was last taken, so that a long table need not stay in memory.
    [[nodiscard]] std::string take() { return std::exchange(text_, {}); }

  private:
    void append(CsvCell const& cell);
    void append_text(std::string_view text);

    std::size_t columns_;
    std::string text_;
};

}  // namespace sim
