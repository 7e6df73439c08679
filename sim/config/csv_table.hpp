#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/calendar.hpp"
#include "sim/config/csv_dialect.hpp"
#include "sim/config/range.hpp"

/// \file sim/config/csv_table.hpp
/// Typed reading of CSV tables.

namespace sim {

/// Largest table that is read [bytes]: 256 MiB.
inline constexpr std::size_t largest_csv = std::size_t{256} << 20U;

struct CsvContent;

/// A column of one table, found once. Faster than a name in tables of many rows.
struct CsvColumn {
    std::uint32_t index = 0;  ///< In the order in which the reader named the columns.
};

/// How a getter names its column: `"lat"`, or a CsvColumn.
class CsvKey {
  public:
    CsvKey(char const* name) : name_{name} {}
    CsvKey(std::string_view name) : name_{name} {}
    CsvKey(std::string const& name) : name_{name} {}
    CsvKey(CsvColumn column) : column_{column} {}

  private:
    friend class CsvRow;

    std::string_view name_;
    std::optional<CsvColumn> column_;
};

/// One row. Every getter checks type and range and throws InputError with file, line and column if
/// the cell is wrong. Getters in `_if` give nothing for an empty cell or a column that the file
/// leaves out; the others refuse both. Valid as long as its table.
class CsvRow {
  public:
    /// Text that is not empty.
    [[nodiscard]] std::string text(CsvKey const& key) const;
    [[nodiscard]] std::optional<std::string> text_if(CsvKey const& key) const;

    /// A finite number in the range.
    [[nodiscard]] double number(CsvKey const& key, Range const& range = {}) const;
    [[nodiscard]] std::optional<double> number_if(CsvKey const& key, Range const& range = {}) const;

    /// A whole number in the range.
    [[nodiscard]] std::int64_t integer(CsvKey const& key, IntegerRange const& range = {}) const;
    [[nodiscard]] std::optional<std::int64_t> integer_if(CsvKey const& key,
                                                         IntegerRange const& range = {}) const;

    /// A date `YYYY-MM-DD`.
    [[nodiscard]] Date date(CsvKey const& key) const;
    [[nodiscard]] std::optional<Date> date_if(CsvKey const& key) const;

    /// `true` or `false`.
    [[nodiscard]] bool boolean(CsvKey const& key) const;

    /// One of several words. \return Its position in \p choices.
    [[nodiscard]] std::size_t choice(CsvKey const& key,
                                     std::span<std::string_view const> choices) const;
    [[nodiscard]] std::size_t choice(CsvKey const& key,
                                     std::initializer_list<std::string_view> choices) const;

    /// Line of the file on which the row begins, from 1.
    [[nodiscard]] std::uint32_t line() const noexcept;

    /// `FILE:LINE`.
    [[nodiscard]] std::string location() const;

    /// Report a fault that only a later check can see: `FILE:LINE: column 'lat' = "91" REMARK`.
    /// \param remark  Why it is wrong and what to do: `(must be in Mali). Correct it.`
    /// \throws InputError always.
    [[noreturn]] void error(CsvKey const& key, std::string_view remark) const;

  private:
    friend class CsvTable;

    CsvRow(CsvContent const* content, std::uint32_t row) noexcept : content_{content}, row_{row} {}

    [[nodiscard]] CsvColumn resolve(CsvKey const& key) const;
    /// The text of a cell, empty if the file leaves the column out.
    [[nodiscard]] std::string_view cell(CsvKey const& key) const;

    CsvContent const* content_;
    std::uint32_t row_;
};

/// A CSV table with a header, read whole and checked for shape (RFC 4180; UTF-8, a byte-order mark
/// and CRLF allowed; lines that begin with `#` before the header are comments).
class CsvTable {
  public:
    /// Read a file of at most `largest_csv`. The file may have its columns in any order.
    ///
    /// \param required  Columns that must be there.
    /// \param optional  Columns that may be.
    /// \param dialect   What else is allowed in tables that others wrote.
    /// \throws InputError with file and line if the file is missing, unreadable, too large, empty
    /// or
    ///         not UTF-8, a row has more or fewer cells than the header, a column is missing,
    ///         unknown or there twice.
    [[nodiscard]] static CsvTable load(std::filesystem::path const& path,
                                       std::vector<std::string> const& required,
                                       std::vector<std::string> const& optional = {},
                                       CsvDialect const& dialect = {});

    /// Read text as if it were a file that messages call \p name. \throws InputError as load().
    [[nodiscard]] static CsvTable parse(std::string text, std::string name,
                                        std::vector<std::string> const& required,
                                        std::vector<std::string> const& optional = {},
                                        CsvDialect const& dialect = {});

    /// A column by its name. \pre \p name is one of the required or optional columns.
    [[nodiscard]] CsvColumn column(std::string_view name) const;

    /// Whether the file has the column. \pre As column().
    [[nodiscard]] bool has(std::string_view name) const;

    /// Columns of the file that the reader did not name, where the dialect ignores them.
    [[nodiscard]] std::vector<std::string> const& ignored_columns() const noexcept;

    /// Rows below the header.
    [[nodiscard]] std::size_t size() const noexcept;

    /// Every row, in the order of the file.
    [[nodiscard]] std::vector<CsvRow> rows() const&;
    std::vector<CsvRow> rows() const&& = delete;  // the rows would outlive their table

    /// What messages call the file.
    [[nodiscard]] std::string const& name() const noexcept;

  private:
    explicit CsvTable(std::shared_ptr<CsvContent const> content);

    std::shared_ptr<CsvContent const> content_;
};

}  // namespace sim
