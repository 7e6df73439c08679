#pragma once

#include <memory>
#include <string_view>

#include "sim/config/toml_node.hpp"

/// \file sim/config/toml_parse.hpp
/// Text to tree: the one place that knows the TOML library. Internal to sim/config.

namespace sim {

/// Parse TOML text. Every node has its line and column in \p source; the root has line 0.
/// \throws InputError with file, line and column if the text is not valid TOML or nests too deeply.
[[nodiscard]] TomlNode parse_toml(std::string_view text, std::shared_ptr<TomlSource const> source);

}  // namespace sim
