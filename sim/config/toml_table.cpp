#include "sim/config/toml_table.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/config/nearest.hpp"
#include "sim/config/toml_node.hpp"

namespace sim {
namespace {

constexpr std::size_t most_listed = 12;   // known keys named in one message
constexpr std::size_t most_reported = 8;  // unknown keys reported at once

struct UnknownKey {
    TomlNode const* node;
    std::string key;
    std::string path;
    std::vector<std::string> known;  // keys that were asked for in the same table
};

void find_unknown(TomlNode const& node, std::string const& path, std::vector<UnknownKey>& found);

void find_unknown_in(TomlEntries const& table, std::string const& path,
                     std::vector<UnknownKey>& found) {
    for (auto const& [key, node] : table.values) {
        auto const here = dotted(path, key);
        if (node->known) {
            find_unknown(*node, here, found);
        } else {
            found.push_back({node.get(), key, here, {table.asked.begin(), table.asked.end()}});
        }
    }
}

void find_unknown(TomlNode const& node, std::string const& path, std::vector<UnknownKey>& found) {
    if (auto const* table = node.entries()) {
        find_unknown_in(*table, path, found);
    } else if (is_array_of_tables(node)) {
        auto const& array = std::get<TomlNode::Array>(node.value);
        for (std::size_t i = 0; i < array.size(); ++i) {
            find_unknown(array[i], dotted(path, std::to_string(i)), found);
        }
    }
}

void make_known(TomlNode& node) {
    node.known = true;
    if (auto* table = node.entries()) {
        for (auto& [key, child] : table->values) make_known(*child);
    } else if (auto* array = std::get_if<TomlNode::Array>(&node.value)) {
        for (auto& child : *array) make_known(child);
    }
}

std::string advice(UnknownKey const& unknown) {
    if (auto const near = nearest(unknown.key, unknown.known)) {
        return "Did you mean '" + *near + "'?";
    }
    if (unknown.known.empty()) return "Remove it.";
    std::string list;
    for (std::size_t i = 0; i < std::min(unknown.known.size(), most_listed); ++i) {
        list += (i == 0 ? "" : ", ") + unknown.known[i];
    }
    if (unknown.known.size() > most_listed) list += ", ...";
    return "Known here: " + list + ".";
}

}  // namespace

TomlTable::TomlTable(std::shared_ptr<TomlNode> node, std::string path)
    : node_{std::move(node)}, path_{std::move(path)} {}

TomlNode const* TomlTable::find(std::string_view key) const {
    auto& table = *node_->entries();
    table.asked.emplace(key);
    auto const found = table.values.find(key);
    if (found == table.values.end()) return nullptr;
    found->second->known = true;
    return found->second.get();
}

TomlNode const& TomlTable::need(std::string_view key, std::string_view demand) const {
    if (auto const* node = find(key)) return *node;
    std::vector<std::string> unread;
    for (auto const& [name, node] : node_->entries()->values) {
        if (!node->known) unread.push_back(name);
    }
    auto message =
        place_of(*node_) + ": " + path_of(key) + " is missing (" + std::string{demand} + "). ";
    if (auto const near = nearest(key, unread)) {
        message += "Is '" + *near + "' at " + location(*near) + " meant for it?";
    } else {
        message += "Add it" + (path_.empty() ? "" : " to [" + path_ + "]") + ".";
    }
    throw InputError(message);
}

std::string TomlTable::path_of(std::string_view key) const {
    return dotted(path_, key);
}

TomlTable TomlTable::table(std::string_view key) const {
    static_cast<void>(need(key, "must be a section"));
    return *table_if(key);
}

std::optional<TomlTable> TomlTable::table_if(std::string_view key) const {
    auto const* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (node->entries() == nullptr) {
        refuse_value(*node, path_of(key),
                     "(must be a section). Write [" + path_of(key) + "] and its keys below.");
    }
    auto* const child = node_->entries()->values.find(key)->second.get();
    return TomlTable{std::shared_ptr<TomlNode>{node_, child}, path_of(key)};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
    auto const* node = find(key);
    if (node == nullptr) return {};
    auto* const child = node_->entries()->values.find(key)->second.get();
    auto* const array = std::get_if<TomlNode::Array>(&child->value);
    if (array == nullptr || (!array->empty() && !is_array_of_tables(*child))) {
        refuse_value(
            *node, path_of(key),
            "(must be a list of sections). Write [[" + path_of(key) + "]] above each of them.");
    }
    std::vector<TomlTable> result;
    for (std::size_t i = 0; i < array->size(); ++i) {
        result.push_back(TomlTable{std::shared_ptr<TomlNode>{node_, &(*array)[i]},
                                   dotted(path_of(key), std::to_string(i))});
    }
    return result;
}

bool TomlTable::has(std::string_view key) const {
    return find(key) != nullptr;
}

bool TomlTable::is_list(std::string_view key) const {
    auto const* node = find(key);
    return node != nullptr && std::holds_alternative<TomlNode::Array>(node->value);
}

bool TomlTable::is_section(std::string_view key) const {
    auto const* node = find(key);
    return node != nullptr && node->entries() != nullptr;
}

void TomlTable::accept(std::string_view key) const {
    if (find(key) != nullptr) make_known(*node_->entries()->values.find(key)->second);
}

std::vector<std::string> TomlTable::keys() const {
    std::vector<std::string> names;
    for (auto const& [name, node] : node_->entries()->values) names.push_back(name);
    return names;
}

std::string TomlTable::location(std::string_view key) const {
    auto const& values = node_->entries()->values;
    auto const found = values.find(key);
    return place_of(found == values.end() ? *node_ : *found->second);
}

void TomlTable::error(std::string_view key, std::string_view remark) const {
    auto const& values = node_->entries()->values;
    if (auto const found = values.find(key); found != values.end()) {
        refuse_value(*found->second, path_of(key), remark);
    }
    throw InputError(place_of(*node_) + ": " + path_of(key) + " " + std::string{remark});
}

void TomlTable::finish() const {
    std::vector<UnknownKey> unknown;
    find_unknown(*node_, path_, unknown);
    if (unknown.empty()) return;
    auto const place = [](UnknownKey const& key) {
        return std::tie(key.node->source->name, key.node->line, key.node->column, key.path);
    };
    std::sort(unknown.begin(), unknown.end(),
              [&](auto const& a, auto const& b) { return place(a) < place(b); });
    std::string message;
    for (std::size_t i = 0; i < std::min(unknown.size(), most_reported); ++i) {
        message += (i == 0 ? "" : "\n") + place_of(*unknown[i].node) + ": " + unknown[i].path +
                   " (unknown key). " + advice(unknown[i]);
    }
    if (unknown.size() > most_reported) {
        message += "\n... and " + std::to_string(unknown.size() - most_reported) + " more.";
    }
    throw InputError(message);
}

}  // namespace sim
