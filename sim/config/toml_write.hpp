#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/config/toml_node.hpp"

/// \file sim/config/toml_write.hpp
/// A tree as canonical TOML text. Internal to sim/config.

namespace sim {

/// A key as TOML writes it: bare where it may be, else in quotes.
[[nodiscard]] std::string toml_key(std::string_view key);

/// A value on one line, tables as `{a = 1}`.
[[nodiscard]] std::string inline_toml(TomlNode const& node);

/// A whole file: keys sorted, in each table values first, then its sections. Equal trees give equal
/// text. \pre The node is a table.
[[nodiscard]] std::string canonical_toml(TomlNode const& root);

/// Add a line for each value that two tables do not share: `key = value (was other)`, `key = value
/// (new)` or `key (left out, was other)`. \pre Both are tables.
void list_differences(TomlNode const& node, TomlNode const& other, std::string const& path,
                      std::vector<std::string>& lines);

}  // namespace sim
