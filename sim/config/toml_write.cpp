#include "sim/config/toml_write.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>
#include <string>

#include "sim/config/range.hpp"

namespace sim {
namespace {

bool is_bare(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

std::string quoted_text(std::string_view text) {
    std::string out = "\"";
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20 || byte == 0x7F) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04X", static_cast<unsigned>(byte));
            out += escape.data();
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string number_text(double value) {
    auto text = shortest_text(value);
    // TOML tells a float from an integer by its point or exponent.
    if (std::isfinite(value) && text.find_first_of(".e") == std::string::npos) text += ".0";
    if (std::isnan(value)) text = "nan";  // the sign of a NaN means nothing
    return text;
}

struct InlineText {
    std::string operator()(TomlEntries const& table) const {
        std::string text = "{";
        for (auto const& [key, node] : table.values) {
            if (text.size() > 1) text += ", ";
            text += toml_key(key) + " = " + inline_toml(*node);
        }
        return text + "}";
    }
    std::string operator()(TomlNode::Array const& array) const {
        std::string text = "[";
        for (auto const& node : array) {
            if (text.size() > 1) text += ", ";
            text += inline_toml(node);
        }
        return text + "]";
    }
    std::string operator()(std::string const& text) const { return quoted_text(text); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return number_text(number); }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(Date date) const { return to_string(date); }
    std::string operator()(TomlTime const& time) const { return time.text; }
};

void write_table(TomlEntries const& table, std::string const& path, std::string& out) {
    for (auto const& [key, node] : table.values) {
        if (node->entries() == nullptr && !is_array_of_tables(*node)) {
            out += toml_key(key) + " = " + inline_toml(*node) + "\n";
        }
    }
    for (auto const& [key, node] : table.values) {
        auto const here = dotted(path, key);
        if (auto const* section = node->entries()) {
            out += "\n[" + here + "]\n";
            write_table(*section, here, out);
        } else if (is_array_of_tables(*node)) {
            for (auto const& element : std::get<TomlNode::Array>(node->value)) {
                out += "\n[[" + here + "]]\n";
                write_table(*element.entries(), here, out);
            }
        }
    }
}

}  // namespace

std::string toml_key(std::string_view key) {
    bool const bare = !key.empty() && std::all_of(key.begin(), key.end(), is_bare);
    return bare ? std::string{key} : quoted_text(key);
}

std::string inline_toml(TomlNode const& node) {
    return std::visit(InlineText{}, node.value);
}

std::string canonical_toml(TomlNode const& root) {
    std::string out;
    write_table(std::get<TomlEntries>(root.value), "", out);
    if (out.starts_with('\n')) out.erase(0, 1);
    return out;
}

void list_differences(TomlNode const& node, TomlNode const& other, std::string const& path,
                      std::vector<std::string>& lines) {
    auto const& mine = node.entries()->values;
    auto const& theirs = other.entries()->values;
    std::set<std::string> keys;
    for (auto const& [key, value] : mine) keys.insert(key);
    for (auto const& [key, value] : theirs) keys.insert(key);
    for (auto const& key : keys) {
        auto const here = mine.find(key);
        auto const there = theirs.find(key);
        auto const name = dotted(path, key);
        if (there == theirs.end()) {
            lines.push_back(name + " = " + inline_toml(*here->second) + " (new)");
        } else if (here == mine.end()) {
            lines.push_back(name + " (left out, was " + inline_toml(*there->second) + ")");
        } else if (here->second->entries() != nullptr && there->second->entries() != nullptr) {
            list_differences(*here->second, *there->second, name, lines);
        } else if (inline_toml(*here->second) != inline_toml(*there->second)) {
            lines.push_back(name + " = " + inline_toml(*here->second) + " (was " +
                            inline_toml(*there->second) + ")");
        }
    }
}

}  // namespace sim
