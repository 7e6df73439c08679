#include "tests/sim/io/format_page.hpp"

#include <fstream>
#include <sstream>
#include <vector>

namespace format_page {
namespace {

/// Cells between the bars of a line, without the blanks around them.
std::vector<std::string> cells_of(std::string const& line) {
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '|');) {
        auto const first = cell.find_first_not_of(' ');
        auto const last = cell.find_last_not_of(' ');
        cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
    }
    return cells;
}

std::string or_dash(std::string const& text) {
    return text.empty() ? "-" : text;
}

}  // namespace

Rows rows_of_page(std::filesystem::path const& page, std::string const& prefix) {
    Rows rows;
    std::ifstream stream(page);
    for (std::string line; std::getline(stream, line);) {
        auto const cells = cells_of(line);  // the first is what stands before the first bar
        if (cells.size() != 6 || !cells[1].starts_with("`" + prefix)) continue;
        rows[cells[1].substr(1, cells[1].size() - 2)] =
            cells[2] + " | " + cells[3] + " | " + cells[4];
    }
    return rows;
}

Rows rows_of_file(sim::ResultReader const& reader, std::string const& prefix) {
    Rows rows;
    for (auto const& dataset : reader.datasets()) {
        if (!dataset.path.starts_with(prefix)) continue;
        std::string dimensions;
        for (auto const& name : dataset.dimensions) {
            dimensions += (dimensions.empty() ? "" : ", ") + name;
        }
        rows[dataset.path] =
            dataset.type + " | " + or_dash(dimensions) + " | " + or_dash(dataset.units);
    }
    return rows;
}

}  // namespace format_page
