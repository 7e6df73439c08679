#include "sim/config/toml_node.hpp"

#include <algorithm>

#include "sim/base/check.hpp"
#include "sim/config/toml_write.hpp"

namespace sim {
namespace {

constexpr std::size_t longest_shown = 60;  // [bytes] of a value in a message

std::string shown(TomlNode const& node) {
    if (node.entries() != nullptr) return "a section";
    if (is_array_of_tables(node)) return "a list of sections";
    auto text = inline_toml(node);
    if (text.size() <= longest_shown) return text;
    auto end = longest_shown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "...";
}

}  // namespace

bool is_array_of_tables(TomlNode const& node) noexcept {
    auto const* array = std::get_if<TomlNode::Array>(&node.value);
    return array != nullptr && !array->empty() &&
           std::all_of(array->begin(), array->end(),
                       [](TomlNode const& element) { return element.entries() != nullptr; });
}

std::string place_of(TomlNode const& node) {
    if (node.line == 0) return node.source->name;
    return node.source->name + ":" + std::to_string(node.line) + ":" + std::to_string(node.column);
}

std::string dotted(std::string_view parent, std::string_view key) {
    return (parent.empty() ? "" : std::string{parent} + ".") + toml_key(key);
}

void refuse_value(TomlNode const& node, std::string_view path, std::string_view remark) {
    throw InputError(place_of(node) + ": " + std::string{path} + " = " + shown(node) + " " +
                     std::string{remark});
}

}  // namespace sim
