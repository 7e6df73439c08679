#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// \file models/recorders/text_table.hpp
/// A table for a terminal, cut into blocks of columns that fit its width.

namespace models {

/// A title, row names on the left and columns of cells aligned to the right. ASCII only.
class TextTable {
  public:
    explicit TextTable(std::string title) : title_(std::move(title)) {}

    void add_row(std::string name) { rows_.push_back(std::move(name)); }

    /// \pre One cell for each row.
    void add_column(std::string title, std::vector<std::string> cells);

    /// The table, or nothing if it has no columns. As many columns side by side as fit into \p
    /// width, at least one.
    [[nodiscard]] std::string text(std::size_t width) const;

  private:
    struct Column {
        std::string title;
        std::vector<std::string> cells;
        std::size_t width;
    };

    [[nodiscard]] std::string block(std::size_t first, std::size_t last,
                                    std::size_t name_width) const;

    std::string title_;
    std::vector<std::string> rows_;
    std::vector<Column> columns_;
};

}  // namespace models
