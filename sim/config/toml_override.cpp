#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/config/text_file.hpp"
#include "sim/config/toml_layers.hpp"
#include "sim/config/toml_parse.hpp"

namespace sim {
namespace {

using Source = std::shared_ptr<TomlSource const>;

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The parts of a dotted key; nothing if it is not one.
std::optional<std::vector<std::string>> key_parts(std::string_view key, Source const& source) {
    if (key.empty() || key.find_first_of("\r\n#[") != std::string_view::npos) return std::nullopt;
    std::vector<std::string> parts;
    try {
        auto const root = parse_toml(std::string{key} + " = 0", source);
        for (auto const* table = root.entries(); table != nullptr && !table->values.empty();) {
            auto const& [name, node] = *table->values.begin();
            parts.push_back(name);
            table = node->entries();
        }
    } catch (InputError const&) {
        return std::nullopt;
    }
    return parts;
}

/// The value that the text is in TOML; nothing if it is none.
std::optional<TomlNode> toml_value(std::string_view text, Source const& source) {
    if (text.empty()) return std::nullopt;
    try {
        auto root = parse_toml("value = " + std::string{text}, source);
        auto& values = root.entries()->values;
        if (values.size() != 1) return std::nullopt;
        return std::move(*values.begin()->second);
    } catch (InputError const&) {
        return std::nullopt;
    }
}

void forget_lines(TomlNode& node) {
    node.line = 0;
    node.column = 0;
    if (auto* table = node.entries()) {
        for (auto& [key, child] : table->values) forget_lines(*child);
    } else if (auto* array = std::get_if<TomlNode::Array>(&node.value)) {
        for (auto& child : *array) forget_lines(child);
    }
}

/// Element of a list of sections by its number, or null.
TomlNode* element(TomlNode& node, std::string_view number) {
    if (!is_array_of_tables(node)) return nullptr;
    auto& array = std::get<TomlNode::Array>(node.value);
    std::size_t index = 0;
    auto const* const end = number.data() + number.size();
    auto const [stop, failure] = std::from_chars(number.data(), end, index);
    if (failure != std::errc{} || stop != end || index >= array.size()) return nullptr;
    return &array[index];
}

/// The node at a key, with sections made on the way where there are none.
TomlNode& descend(TomlNode& root, std::vector<std::string> const& parts, Source const& source) {
    auto* node = &root;
    std::string path;
    for (auto const& part : parts) {
        if (auto* table = node->entries()) {
            auto& slot = table->values[part];
            if (slot == nullptr) {
                slot = std::make_unique<TomlNode>();
                slot->source = source;
            }
            node = slot.get();
        } else if (auto* const found = element(*node, part)) {
            node = found;
        } else {
            throw InputError(source->name + ": " + dotted(path, part) + " (" + path +
                             (is_array_of_tables(*node)
                                  ? " has no section of that number, the first is 0"
                                  : " is a value, not a section") +
                             "). Correct the key.");
        }
        path = dotted(path, part);
    }
    return *node;
}

}  // namespace

void override_value(TomlNode& root, std::string_view assignment) {
    auto const name = "--set " + std::string{assignment};
    auto const source = std::make_shared<TomlSource const>(TomlSource{name, {}});
    auto const equals = assignment.find('=');
    std::optional<std::vector<std::string>> parts;
    if (equals != std::string_view::npos) {
        check_text(assignment, name);
        parts = key_parts(trimmed(assignment.substr(0, equals)), source);
    }
    if (!parts || parts->size() > deepest_toml / 2) {
        throw InputError(name + ": not a setting. Write --set section.key=value.");
    }
    auto const text = trimmed(assignment.substr(equals + 1));
    auto value = toml_value(text, source);
    auto& target = descend(root, *parts, source);
    // Where the file has text, quotes may be left out: --set name=Gao, --set version=12.
    bool const bare_text = std::holds_alternative<std::string>(target.value) &&
                           (!value || !std::holds_alternative<std::string>(value->value));
    if (bare_text) {
        target.value = std::string{text};
    } else if (value) {
        forget_lines(*value);
        target = std::move(*value);
    } else {
        throw InputError(name + ": the value is not TOML. Write a number, true, false, a date, " +
                         "[a, list] or '\"text in quotes\"'.");
    }
    target.source = source;
    target.line = 0;
    target.column = 0;
}

}  // namespace sim
