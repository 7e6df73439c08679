#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "sim/io/result_reader.hpp"

/// \file tests/sim/io/format_page.hpp
/// Compares the tables of sim/io/FORMAT.md with a file.

namespace format_page {

/// Path of a dataset and its "type | dimensions | unit", as a line of FORMAT.md has them.
using Rows = std::map<std::string, std::string>;

/// The lines of all tables whose path starts with the prefix.
[[nodiscard]] Rows rows_of_page(std::filesystem::path const& page, std::string const& prefix);

/// The datasets of a file whose path starts with the prefix.
[[nodiscard]] Rows rows_of_file(sim::ResultReader const& reader, std::string const& prefix);

}  // namespace format_page
