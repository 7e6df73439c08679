#include "models/recorders/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/check.hpp"

namespace models {

namespace {

constexpr std::size_t gap = 2;  // blanks between columns

}  // namespace

void TextTable::add_column(std::string title, std::vector<std::string> cells) {
    SIM_EXPECTS(cells.size() == rows_.size());
    std::size_t width = title.size();
    for (auto const& cell : cells) width = std::max(width, cell.size());
    columns_.push_back({std::move(title), std::move(cells), width + gap});
}

std::string TextTable::text(std::size_t width) const {
    if (columns_.empty()) return {};
    std::size_t name_width = 0;
    for (auto const& row : rows_) name_width = std::max(name_width, row.size());
    std::string text = title_ + "\n";
    std::size_t first = 0;
    while (first < columns_.size()) {
        std::size_t last = first + 1;
        std::size_t used = name_width + columns_[first].width;
        while (last < columns_.size() && used + columns_[last].width <= width) {
            used += columns_[last++].width;
        }
        text += block(first, last, name_width);
        first = last;
    }
    return text;
}

std::string TextTable::block(std::size_t first, std::size_t last, std::size_t name_width) const {
    std::string text = fmt::format("{:<{}}", "", name_width);
    for (auto column = first; column < last; ++column) {
        text += fmt::format("{:>{}}", columns_[column].title, columns_[column].width);
    }
    text += '\n';
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        std::string line = fmt::format("{:<{}}", rows_[row], name_width);
        for (auto column = first; column < last; ++column) {
            line += fmt::format("{:>{}}", columns_[column].cells[row], columns_[column].width);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

}  // namespace models
