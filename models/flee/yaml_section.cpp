#include "models/flee/yaml_section.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/config/nearest.hpp"

namespace models::flee {

namespace {

// The value as a person would write it on one line.
std::string written(YAML::Node const& node) {
    if (node.IsScalar()) return node.Scalar();
    if (node.IsNull()) return "nothing";
    return node.IsSequence() ? "a list" : "a section";
}

bool is_off(YAML::Node const& node, std::string_view off) {
    if (node.IsNull()) return true;
    if (node.IsSequence()) return node.size() == 0;
    if (!node.IsScalar()) return false;
    if (node.Scalar() == off) return true;
    bool value = true;
    if (off == "False") return YAML::convert<bool>::decode(node, value) && !value;
    double number = 0.0;
    return YAML::convert<double>::decode(node, number) &&
           sim::shortest_text(number) == std::string{off};
}

}  // namespace

YamlSection::YamlSection(YAML::Node node, std::string file, std::string path)
    : node_(std::move(node)), file_(std::move(file)), path_(std::move(path)) {
    if (node_.IsNull()) {
        node_.reset(YAML::Node{YAML::NodeType::Map});
        return;
    }
    auto const name = path_.empty() ? std::string{"the file"} : path_;
    sim::require(node_.IsMap(), where(node_, name) + " = " + written(node_) +
                                    " (must be a section with keys). Write 'key: value' lines.");
    std::set<std::string> seen;
    for (auto const& entry : node_) {
        sim::require(entry.first.IsScalar(),
                     where(entry.first, name) + " has a key that is no word. Correct it.");
        auto const& key = entry.first.Scalar();
        sim::require(seen.insert(key).second,
                     where(entry.first, key) + " stands there twice. Remove one.");
    }
}

bool YamlSection::has(std::string const& key) const {
    return YAML::Node{std::as_const(node_)[key]}.IsDefined();
}

YAML::Node YamlSection::find(std::string const& key) {
    known_.push_back(key);
    return std::as_const(node_)[key];
}

std::string YamlSection::where(YAML::Node const& node, std::string const& key) const {
    auto const full = path_.empty() || key == path_ ? key : path_ + "." + key;
    return file_ + ":" + std::to_string(node.Mark().line + 1) + ": " + full;
}

void YamlSection::error(std::string const& key, std::string const& remark) const {
    YAML::Node const node = std::as_const(node_)[key];
    throw sim::InputError(where(node, key) + " = " + written(node) + " " + remark);
}

std::optional<double> YamlSection::to_number(YAML::Node const& node) const {
    double value = 0.0;
    if (!node.IsScalar() || !YAML::convert<double>::decode(node, value)) return std::nullopt;
    return value;
}

double YamlSection::number(std::string const& key, double fallback, sim::Range const& range) {
    auto const node = find(key);
    if (!node.IsDefined()) return fallback;
    auto const value = to_number(node);
    if (!value || !sim::contains(range, *value)) {
        error(key, "(" + sim::describe(range) + "). Correct it.");
    }
    return *value;
}

std::int64_t YamlSection::integer(std::string const& key, std::int64_t fallback,
                                  sim::IntegerRange const& range) {
    auto const node = find(key);
    if (!node.IsDefined()) return fallback;
    std::int64_t value = 0;
    if (!node.IsScalar() || !YAML::convert<std::int64_t>::decode(node, value) ||
        !sim::contains(range, value)) {
        error(key, "(" + sim::describe(range) + "). Correct it.");
    }
    return value;
}

bool YamlSection::boolean(std::string const& key, bool fallback) {
    auto const node = find(key);
    if (!node.IsDefined()) return fallback;
    bool value = false;
    if (!node.IsScalar() || !YAML::convert<bool>::decode(node, value)) {
        error(key, "(must be True or False). Correct it.");
    }
    return value;
}

std::string YamlSection::text(std::string const& key, std::string const& fallback) {
    auto const node = find(key);
    if (!node.IsDefined()) return fallback;
    if (!node.IsScalar()) error(key, "(must be a word). Correct it.");
    return node.Scalar();
}

std::vector<double> YamlSection::numbers(std::string const& key, sim::Range const& range) {
    auto const node = find(key);
    std::vector<double> values;
    if (!node.IsDefined() || node.IsNull()) return values;
    if (!node.IsSequence()) error(key, "(must be a list of numbers). Write [1.0, 0.5].");
    for (auto const& item : node) {
        auto const value = to_number(item);
        if (!value || !sim::contains(range, *value)) {
            error(key, "(each " + sim::describe(range) + "). Correct it.");
        }
        values.push_back(*value);
    }
    return values;
}

YamlSection YamlSection::section(std::string const& key) {
    auto const node = find(key);
    auto const path = path_.empty() ? key : path_ + "." + key;
    return {node.IsDefined() ? node : YAML::Node{YAML::NodeType::Map}, file_, path};
}

std::optional<std::string> YamlSection::unsupported(std::string const& key, std::string_view off) {
    auto const node = find(key);
    if (!node.IsDefined() || is_off(node, off)) return std::nullopt;
    return where(node, key) + " = " + written(node) + " is not supported and has no effect.";
}

void YamlSection::ignore(std::string const& key) {
    known_.push_back(key);
}

void YamlSection::finish() const {
    for (auto const& entry : node_) {
        auto const& key = entry.first.Scalar();
        if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
        auto const meant = sim::nearest(key, known_);
        throw sim::InputError(where(entry.first, key) + " (no such key). " +
                              (meant ? "Did you mean '" + *meant + "'?" : "Remove it."));
    }
}

}  // namespace models::flee
