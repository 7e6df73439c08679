#include "sim/config/toml_file.hpp"

#include <utility>

#include "sim/base/check.hpp"
#include "sim/config/text_file.hpp"
#include "sim/config/toml_layers.hpp"
#include "sim/config/toml_node.hpp"
#include "sim/config/toml_parse.hpp"
#include "sim/config/toml_write.hpp"

namespace sim {

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
