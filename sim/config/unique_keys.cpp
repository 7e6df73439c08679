#include "sim/config/unique_keys.hpp"

namespace sim {

void UniqueKeys::add(CsvRow const& row, CsvKey const& column) {
    add(row, column, row.text(column));
}

void UniqueKeys::add(CsvRow const& row, CsvKey const& column, std::string const& key) {
    auto const [first, is_new] = first_lines_.emplace(key, row.line());
    if (is_new) return;
    row.error(column, "(duplicate '" + key + "', first at line " + std::to_string(first->second) +
                          "). Remove or rename one of them.");
}

}  // namespace sim
