#include "sim/config/csv_writer.hpp"

#include <cmath>

#include "sim/base/check.hpp"
#include "sim/config/range.hpp"

namespace sim {

CsvWriter::CsvWriter(std::vector<std::string> const& columns) : columns_{columns.size()} {
    SIM_EXPECTS(!columns.empty());
    for (auto const& name : columns) {
        if (!text_.empty()) text_ += ',';
        append_text(name);
    }
    text_ += '\n';
}

void CsvWriter::row(std::initializer_list<CsvCell> cells) {
    row(std::span{cells.begin(), cells.size()});
}

void CsvWriter::row(std::span<CsvCell const> cells) {
    SIM_EXPECTS(cells.size() == columns_);
    auto const begin = text_.size();
    bool first = true;
    for (auto const& cell : cells) {
        if (!first) text_ += ',';
        append(cell);
        first = false;
    }
    if (text_.size() == begin) text_ += "\"\"";  // a bare line break would not be a row
    text_ += '\n';
}

void CsvWriter::append(CsvCell const& cell) {
    if (auto const* text = std::get_if<std::string_view>(&cell.value_)) append_text(*text);
    if (auto const* number = std::get_if<double>(&cell.value_)) {
        SIM_EXPECTS(std::isfinite(*number));
        text_ += shortest_text(*number);
    }
    if (auto const* number = std::get_if<std::int64_t>(&cell.value_)) {
        text_ += std::to_string(*number);
    }
    if (auto const* number = std::get_if<std::uint64_t>(&cell.value_)) {
        text_ += std::to_string(*number);
    }
    if (auto const* date = std::get_if<Date>(&cell.value_)) text_ += to_string(*date);
}

void CsvWriter::append_text(std::string_view text) {
    // A leading # in the first cell would make the line a comment.
    bool const plain =
        text.find_first_of("\",\r\n") == std::string_view::npos && !text.starts_with('#');
    if (plain) {
        text_ += text;
        return;
    }
    text_ += '"';
    for (char const c : text) {
        if (c == '"') text_ += '"';
        text_ += c;
    }
    text_ += '"';
}

}  // namespace sim
