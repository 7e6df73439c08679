#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "sim/config/csv_table.hpp"

/// \file sim/config/unique_keys.hpp
/// Names that may stand in a table only once.

namespace sim {

/// The keys of a table seen so far.
class UniqueKeys {
  public:
    /// Note the key in a row's cell.
    /// \throws InputError if an earlier row has it: `... (duplicate 'Gao', first at line 12). ...`
    void add(CsvRow const& row, CsvKey const& column);

    /// Note a key made of several cells, such as `Gao to Bamako`.
    /// \param column  The column to name in the message.
    /// \throws InputError as above.
    void add(CsvRow const& row, CsvKey const& column, std::string const& key);

  private:
    std::map<std::string, std::uint32_t> first_lines_;
};

}  // namespace sim
