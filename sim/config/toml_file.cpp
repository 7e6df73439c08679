#include "sim/config/toml_file.hpp"

#include <memory>
#include <type_traits>
#include <utility>
#include <variant>

#include "sim/base/check.hpp"
#include "sim/config/text_file.hpp"
#include "sim/config/toml_layers.hpp"
#include "sim/config/toml_node.hpp"
#include "sim/config/toml_parse.hpp"
#include "sim/config/toml_write.hpp"

namespace sim {
namespace {

TomlNode copy_of(TomlNode const& node) {
    TomlNode copy;
    copy.source = node.source;
    copy.line = node.line;
    copy.column = node.column;
    if (auto const* table = node.entries()) {
        TomlEntries entries;
        for (auto const& [key, child] : table->values) {
            entries.values.emplace(key, std::make_unique<TomlNode>(copy_of(*child)));
        }
        copy.value = std::move(entries);
    } else if (auto const* array = std::get_if<TomlNode::Array>(&node.value)) {
        TomlNode::Array elements;
        for (auto const& child : *array) elements.push_back(copy_of(child));
        copy.value = std::move(elements);
    } else {
        std::visit(
            [&copy]<class Value>(Value const& value) {
                if constexpr (!std::is_same_v<Value, TomlEntries> &&
                              !std::is_same_v<Value, TomlNode::Array>) {
                    copy.value = value;
                }
            },
            node.value);
    }
    return copy;
}

}  // namespace

TomlFile::TomlFile(std::shared_ptr<TomlNode> root, std::vector<std::filesystem::path> files)
    : root_{std::move(root)}, files_{std::move(files)} {}

TomlFile TomlFile::load(std::filesystem::path const& path) {
    auto const source =
        std::make_shared<TomlSource const>(TomlSource{path.string(), path.parent_path()});
    auto root = parse_toml(read_text_file(path, largest_toml), source);
    std::vector<std::filesystem::path> files{path};
    resolve_extends(root, files);
    return {std::make_shared<TomlNode>(std::move(root)), std::move(files)};
}

TomlFile TomlFile::parse(std::string_view text, std::string name, std::filesystem::path folder) {
    if (text.size() > largest_toml) {
        throw InputError(name + ": the text is larger than 16 MiB (the limit). Shorten it.");
    }
    check_text(text, name);
    auto const source =
        std::make_shared<TomlSource const>(TomlSource{std::move(name), std::move(folder)});
    auto root = parse_toml(text, source);
    std::vector<std::filesystem::path> files;
    resolve_extends(root, files);
    return {std::make_shared<TomlNode>(std::move(root)), std::move(files)};
}

TomlFile TomlFile::clone() const {
    return {std::make_shared<TomlNode>(copy_of(*root_)), files_};
}

void TomlFile::apply_override(std::string_view assignment) {
    SIM_EXPECTS(root_.use_count() == 1);
    override_value(*root_, assignment);
}

std::vector<std::string> TomlFile::differences_from(TomlFile const& other) const {
    std::vector<std::string> lines;
    list_differences(*root_, *other.root_, "", lines);
    return lines;
}

TomlTable TomlFile::root() const {
    root_->entries()->asked.insert("extends");  // so that a misspelled one finds its suggestion
    return TomlTable{root_, ""};
}

std::string TomlFile::resolved_text() const {
    return canonical_toml(*root_);
}

}  // namespace sim
