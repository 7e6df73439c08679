#include "sim/config/toml_layers.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/config/text_file.hpp"
#include "sim/config/toml_parse.hpp"

namespace sim {
namespace {

constexpr std::size_t longest_chain = 8;  // files above the first

std::filesystem::path identity(std::filesystem::path const& path) {
    std::error_code failure;
    auto const canonical = std::filesystem::weakly_canonical(path, failure);
    return failure ? path.lexically_normal() : canonical;
}

/// Refuse a parent that is one of its own children, or one too many.
void check_chain(TomlNode const& extends, std::filesystem::path const& parent,
                 std::vector<std::filesystem::path> const& files) {
    std::string chain;
    bool closed = false;
    for (auto const& file : files) {
        closed = closed || identity(file) == identity(parent);
        if (closed) chain += file.string() + " -> ";
    }
    if (closed) {
        refuse_value(extends, "extends",
                     "(the files extend each other: " + chain + parent.string() +
                         "). Remove this line, or one of the others.");
    }
    if (files.size() > longest_chain) {
        refuse_value(extends, "extends",
                     "(more than " + std::to_string(longest_chain) +
                         " files extend each other). Join some of them.");
    }
}

TomlNode load_parent(TomlNode const& extends, std::filesystem::path const& path) {
    std::error_code failure;
    if (!std::filesystem::is_regular_file(path, failure)) {
        refuse_value(extends, "extends",
                     "(there is no file " + path.string() +
                         "). The path is relative to the folder of the file that names it.");
    }
    auto const source =
        std::make_shared<TomlSource const>(TomlSource{path.string(), path.parent_path()});
    return parse_toml(read_text_file(path, largest_toml), source);
}

}  // namespace

void overlay(TomlNode& lower, TomlNode&& upper) {
    auto* below = lower.entries();
    auto* above = upper.entries();
    if (below == nullptr || above == nullptr) {
        lower = std::move(upper);
        return;
    }
    lower.source = upper.source;
    lower.line = upper.line;
    lower.column = upper.column;
    for (auto& [key, node] : above->values) {
        auto& slot = below->values[key];
        if (slot == nullptr) {
            slot = std::move(node);
        } else {
            overlay(*slot, std::move(*node));
        }
    }
}

void resolve_extends(TomlNode& root, std::vector<std::filesystem::path>& files) {
    auto& values = root.entries()->values;
    auto const found = values.find("extends");
    if (found == values.end()) return;
    auto const extends = std::move(found->second);
    values.erase(found);
    auto const* const name = std::get_if<std::string>(&extends->value);
    if (name == nullptr) {
        refuse_value(*extends, "extends", "(must be text). Write extends = \"other.toml\".");
    }
    auto const path = (extends->source->folder / *name).lexically_normal();
    check_chain(*extends, path, files);
    auto parent = load_parent(*extends, path);
    files.push_back(path);
    resolve_extends(parent, files);
    overlay(parent, std::move(root));
    root = std::move(parent);
}

}  // namespace sim
