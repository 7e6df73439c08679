#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "sim/config/toml_node.hpp"

/// \file sim/config/toml_layers.hpp
/// Files upon files, and overrides upon those. Internal to sim/config.

namespace sim {

/// Lay \p upper over \p lower, key by key: tables merge, anything else is replaced.
void overlay(TomlNode& lower, TomlNode&& upper);

/// Resolve `extends` in \p root, read from \p file: load what it names, and lay \p root over it.
///
/// \param[in,out] files  Every file read so far, this one first; parents are appended.
/// \throws InputError if a parent cannot be read, the chain has more than 8 files above the first,
///         or a file extends itself.
void resolve_extends(TomlNode& root, std::vector<std::filesystem::path>& files);

/// Set one value: `attack.rate=0.3`. Elements of lists of sections go by number: `edit.0.on=true`.
/// \throws InputError if it is not `key=value`, the value is not TOML, or the key leads nowhere.
void override_value(TomlNode& root, std::string_view assignment);

/// Largest TOML file accepted [bytes].
inline constexpr std::size_t largest_toml = std::size_t{16} << 20U;

}  // namespace sim
