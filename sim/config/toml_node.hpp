#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/base/calendar.hpp"

/// \file sim/config/toml_node.hpp
/// The tree behind TomlFile and TomlTable: values that remember where they stand. Internal to
/// sim/config; others read through TomlTable.

namespace sim {

/// A file, or an override on the command line, that values come from.
struct TomlSource {
    std::string name;              ///< How messages call it.
    std::filesystem::path folder;  ///< What its relative paths are relative to; may be empty.
};

/// A TOML value that nothing here reads: a time of day, or a date with one. Kept for messages.
struct TomlTime {
    std::string text;  ///< As TOML writes it.
};

struct TomlNode;

/// The entries of a table, and the keys that a reader has asked for.
struct TomlEntries {
    std::map<std::string, std::unique_ptr<TomlNode>, std::less<>> values;  ///< By key.
    std::set<std::string, std::less<>> asked;                              ///< Present or not.
};

/// One value and its place.
struct TomlNode {
    using Array = std::vector<TomlNode>;

    std::variant<TomlEntries, Array, std::string, std::int64_t, double, bool, Date, TomlTime> value;
    std::shared_ptr<TomlSource const> source;  ///< Where it comes from; never null.
    std::uint32_t line = 0;                    ///< Of its key, from 1; 0 if it is not in a line.
    std::uint32_t column = 0;                  ///< In characters, from 1.
    bool known = false;                        ///< A reader has asked for it.

    [[nodiscard]] TomlEntries* entries() noexcept { return std::get_if<TomlEntries>(&value); }
    [[nodiscard]] TomlEntries const* entries() const noexcept {
        return std::get_if<TomlEntries>(&value);
    }
};

/// Tables within tables deeper than this are refused, so that recursion over a tree is safe.
inline constexpr int deepest_toml = 64;

/// Whether the value is an array with nothing but tables, and at least one.
[[nodiscard]] bool is_array_of_tables(TomlNode const& node) noexcept;

/// `FILE:LINE:COLUMN`, or the name alone where there is no line.
[[nodiscard]] std::string place_of(TomlNode const& node);

/// `parent.key`, the key in quotes where TOML wants them.
[[nodiscard]] std::string dotted(std::string_view parent, std::string_view key);

/// Report that a value is wrong: `PLACE: PATH = VALUE REMARK`.
/// \throws InputError always.
[[noreturn]] void refuse_value(TomlNode const& node, std::string_view path,
                               std::string_view remark);

}  // namespace sim
