#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "sim/io/hdf5_output.hpp"

/// \file sim/io/growing_table.hpp
/// What TimeSeries and EventTable share: columns along one growing dimension. For the sources of
/// sim/io only.

namespace sim {

class ResultReader;

/// Name of the variable that counts the rows that are complete.
inline constexpr char const* committed_name = "committed";

/// Columns of rows, buffered in memory and written in whole blocks.
///
/// Chunks end where blocks end, so a block once written is not touched again and the datasets do
/// not depend on when flush() was called. Order of writing: rows, flush, `committed`, flush.
class GrowingTable {
  public:
    GrowingTable(hdf5::Output& output, std::string group, std::size_t rows_per_block);

    /// The growing dimension itself, with values (`time`) or without.
    hdf5::DatasetId set_dimension(std::string const& name, bool has_values,
                                  Attributes const& attributes);

    /// A column. `scales` are its other dimensions. \pre set_dimension() was called; no row yet.
    std::size_t add_column(std::string const& name, ElementType type,
                           std::span<hdf5::DatasetId const> scales, Attributes const& attributes,
                           Storage storage);

    /// Value of a column in the row being made. \pre Not given before; as many as the row's shape.
    void put(std::size_t column, Numbers values);
    void put_text(std::size_t column, std::string const& value);

    /// Finish the row. \pre Every column has its value.
    void end_row();

    /// Append the rows that a file of the same columns has, up to a number of them.
    /// \pre No row is half made. \throws InputError if it lacks a column, or has fewer rows.
    void take_rows(ResultReader const& earlier, std::size_t rows);

    [[nodiscard]] std::string const& group() const noexcept { return group_; }

    /// Rows that were finished.
    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }

    /// Write the finished rows. \pre No row is half made.
    void write_rows();

    /// Say in the file how many rows it has. \pre The rows were written and flushed.
    void write_committed();

  private:
    struct Column {
        hdf5::DatasetId dataset;
        ElementType type;
        std::size_t elements_per_row;
        std::vector<std::byte> bytes;    // rows not yet written; numbers
        std::vector<std::string> texts;  // rows not yet written; text
        std::size_t filled_rows = 0;     // rows in the buffer
    };

    void write_column(Column& column, std::size_t rows);

    hdf5::Output* output_;
    std::string group_;
    std::size_t rows_per_block_;
    hdf5::DatasetId dimension_ = {};
    hdf5::DatasetId committed_ = {};
    bool dimension_has_values_ = false;
    std::vector<Column> columns_;
    std::size_t rows_ = 0;
    std::size_t written_rows_ = 0;
    std::size_t committed_rows_ = 0;
};

}  // namespace sim
