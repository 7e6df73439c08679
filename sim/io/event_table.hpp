#pragma once

#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "sim/io/result_writer.hpp"

/// \file sim/io/event_table.hpp
/// Columns that grow by one row at a time.

namespace sim {

/// A column of numbers of one EventTable.
template <Number T>
struct EventColumn {
    std::size_t column = 0;
};

/// A column of texts of one EventTable.
struct EventTextColumn {
    std::size_t column = 0;
};

/// A group of columns that grow together. Made by ResultWriter::event_table; a light handle that is
/// valid as long as the writer.
///
///     table.put(day, 17);  // each column once
///     table.end_row();
class EventTable {
  public:
    /// Define a column; with \p dimensions each row holds several values, for example one a side.
    /// \pre No row was begun.
    template <Number T>
    [[nodiscard]] EventColumn<T> column(std::string const& name, Attributes const& attributes,
                                        std::vector<Dimension> const& dimensions = {}) {
        return {add(name, element_type<T>(), dimensions, attributes)};
    }

    /// Define a column of texts. Costs more than numbers with flags: for what has no fixed list.
    [[nodiscard]] EventTextColumn text_column(std::string const& name,
                                              Attributes const& attributes) {
        return {add(name, ElementType::text, {}, attributes)};
    }

    /// Value of a column in this row.
    template <Number T>
    void put(EventColumn<T> column, std::type_identity_t<T> value) {
        put_values(column.column, Numbers{std::span<T const>{&value, 1}});
    }

    /// Values of a column with dimensions. \pre As many as their product.
    template <Number T>
    void put(EventColumn<T> column, std::span<std::type_identity_t<T> const> values) {
        put_values(column.column, Numbers{values});
    }

    void put(EventTextColumn column, std::string const& value);

    /// Finish the row. \pre Every column has its value.
    void end_row();

    /// Rows that were finished.
    [[nodiscard]] std::size_t rows() const noexcept;

  private:
    friend class ResultWriter;
    EventTable(ResultWriter& writer, GrowingTable& table) : writer_(&writer), table_(&table) {}

    std::size_t add(std::string const& name, ElementType type,
                    std::vector<Dimension> const& dimensions, Attributes const& attributes);
    void put_values(std::size_t column, Numbers values);

    ResultWriter* writer_;
    GrowingTable* table_;
};

}  // namespace sim
