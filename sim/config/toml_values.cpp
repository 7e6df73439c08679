#include <cmath>

#include "sim/config/choice.hpp"
#include "sim/config/toml_node.hpp"
#include "sim/config/toml_table.hpp"

// The typed getters of TomlTable, each over one reader of a node.

namespace sim {
namespace {

constexpr std::string_view text_demand = "must be text";
constexpr std::string_view date_demand = "must be a date YYYY-MM-DD";

[[noreturn]] void refuse(TomlNode const& node, std::string const& path, std::string_view demand,
                         std::string_view advice) {
    std::string found;
    if (std::holds_alternative<std::string>(node.value)) found = "is text, ";
    if (std::holds_alternative<bool>(node.value)) found = "is true or false, ";
    if (std::holds_alternative<TomlNode::Array>(node.value)) found = "is a list, ";
    if (std::holds_alternative<Date>(node.value)) found = "is a date, ";
    if (std::holds_alternative<TomlTime>(node.value)) found = "is a time, ";
    if (std::holds_alternative<std::int64_t>(node.value)) found = "is a whole number, ";
    if (std::holds_alternative<double>(node.value)) found = "is a number, ";
    refuse_value(node, path, "(" + found + std::string{demand} + "). " + std::string{advice});
}

double read_number(TomlNode const& node, std::string const& path, Range const& range) {
    double value = 0.0;
    if (auto const* integer = std::get_if<std::int64_t>(&node.value)) {
        value = static_cast<double>(*integer);
    } else if (auto const* number = std::get_if<double>(&node.value)) {
        value = *number;
    } else {
        refuse(node, path, describe(range), "Write a number without quotes.");
    }
    if (!std::isfinite(value)) {
        refuse_value(node, path, "(" + describe(range) + "). Write a finite number.");
    }
    if (!contains(range, value)) {
        refuse_value(node, path, "(" + describe(range) + "). Change the value.");
    }
    return value;
}

std::int64_t read_integer(TomlNode const& node, std::string const& path,
                          IntegerRange const& range) {
    auto const* value = std::get_if<std::int64_t>(&node.value);
    if (value == nullptr) {
        refuse(node, path, describe(range), "Write digits without quotes, point or exponent.");
    }
    if (!contains(range, *value)) {
        refuse_value(node, path, "(" + describe(range) + "). Change the value.");
    }
    return *value;
}

bool read_boolean(TomlNode const& node, std::string const& path) {
    auto const* value = std::get_if<bool>(&node.value);
    if (value == nullptr) {
        refuse(node, path, "must be true or false", "Write true or false without quotes.");
    }
    return *value;
}

std::string const& read_text(TomlNode const& node, std::string const& path) {
    auto const* value = std::get_if<std::string>(&node.value);
    if (value == nullptr) refuse(node, path, text_demand, "Put it in quotes.");
    if (value->empty()) refuse_value(node, path, "(must not be empty). Write the text.");
    return *value;
}

Date read_date(TomlNode const& node, std::string const& path) {
    if (auto const* date = std::get_if<Date>(&node.value)) return *date;
    auto const* text = std::get_if<std::string>(&node.value);
    if (text == nullptr) refuse(node, path, date_demand, "Write it as 2012-01-31.");
    auto const date = parse_date(*text);
    if (!date) {
        refuse_value(node, path,
                     "(" + std::string{date_demand} + " that exists). Write it as 2012-01-31.");
    }
    return *date;
}

std::filesystem::path read_path(TomlNode const& node, std::string const& path) {
    return (node.source->folder / read_text(node, path)).lexically_normal();
}

TomlNode::Array const& read_list(TomlNode const& node, std::string const& path,
                                 std::string_view demand, std::string_view example) {
    auto const* list = std::get_if<TomlNode::Array>(&node.value);
    if (list == nullptr) refuse(node, path, demand, "Write " + std::string{example} + ".");
    return *list;
}

std::vector<double> read_numbers(TomlNode const& node, std::string const& path,
                                 Range const& range) {
    std::vector<double> values;
    for (auto const& element : read_list(node, path, "must be a list of numbers", "[1.0, 2.0]")) {
        values.push_back(read_number(element, dotted(path, std::to_string(values.size())), range));
    }
    return values;
}

std::vector<std::string> read_texts(TomlNode const& node, std::string const& path) {
    std::vector<std::string> values;
    for (auto const& element : read_list(node, path, "must be a list of texts", "[\"a\", \"b\"]")) {
        values.push_back(read_text(element, dotted(path, std::to_string(values.size()))));
    }
    return values;
}

std::size_t read_choice(TomlNode const& node, std::string const& path,
                        std::span<std::string_view const> choices) {
    auto const& word = read_text(node, path);
    auto const found = find_choice(word, choices);
    if (!found) refuse_value(node, path, choice_remark(word, choices));
    return *found;
}

}  // namespace

double TomlTable::number(std::string_view key, Range const& range) const {
    return read_number(need(key, describe(range)), path_of(key), range);
}

double TomlTable::number_or(std::string_view key, double fallback, Range const& range) const {
    return number_if(key, range).value_or(fallback);
}

std::optional<double> TomlTable::number_if(std::string_view key, Range const& range) const {
    auto const* node = find(key);
    if (node == nullptr) return std::nullopt;
    return read_number(*node, path_of(key), range);
}

std::int64_t TomlTable::integer(std::string_view key, IntegerRange const& range) const {
    return read_integer(need(key, describe(range)), path_of(key), range);
}

std::int64_t TomlTable::integer_or(std::string_view key, std::int64_t fallback,
                                   IntegerRange const& range) const {
    return integer_if(key, range).value_or(fallback);
}

std::optional<std::int64_t> TomlTable::integer_if(std::string_view key,
                                                  IntegerRange const& range) const {
    auto const* node = find(key);
    if (node == nullptr) return std::nullopt;
    return read_integer(*node, path_of(key), range);
}

bool TomlTable::boolean(std::string_view key) const {
    return read_boolean(need(key, "must be true or false"), path_of(key));
}

bool TomlTable::boolean_or(std::string_view key, bool fallback) const {
    auto const* node = find(key);
    return node == nullptr ? fallback : read_boolean(*node, path_of(key));
}

std::string TomlTable::text(std::string_view key) const {
    return read_text(need(key, text_demand), path_of(key));
}

std::string TomlTable::text_or(std::string_view key, std::string_view fallback) const {
    auto const* node = find(key);
    return node == nullptr ? std::string{fallback} : read_text(*node, path_of(key));
}

std::optional<std::string> TomlTable::text_if(std::string_view key) const {
    auto const* node = find(key);
    if (node == nullptr) return std::nullopt;
    return read_text(*node, path_of(key));
}

Date TomlTable::date(std::string_view key) const {
    return read_date(need(key, date_demand), path_of(key));
}

Date TomlTable::date_or(std::string_view key, Date fallback) const {
    return date_if(key).value_or(fallback);
}

std::optional<Date> TomlTable::date_if(std::string_view key) const {
    auto const* node = find(key);
    if (node == nullptr) return std::nullopt;
    return read_date(*node, path_of(key));
}

std::filesystem::path TomlTable::path(std::string_view key) const {
    return read_path(need(key, "must be a path"), path_of(key));
}

std::optional<std::filesystem::path> TomlTable::path_if(std::string_view key) const {
    auto const* node = find(key);
    if (node == nullptr) return std::nullopt;
    return read_path(*node, path_of(key));
}

std::vector<double> TomlTable::numbers(std::string_view key, Range const& range) const {
    return read_numbers(need(key, "must be a list of numbers"), path_of(key), range);
}

std::optional<std::vector<double>> TomlTable::numbers_if(std::string_view key,
                                                         Range const& range) const {
    auto const* node = find(key);
    if (node == nullptr) return std::nullopt;
    return read_numbers(*node, path_of(key), range);
}

std::vector<std::string> TomlTable::texts(std::string_view key) const {
    return read_texts(need(key, "must be a list of texts"), path_of(key));
}

std::optional<std::vector<std::string>> TomlTable::texts_if(std::string_view key) const {
    auto const* node = find(key);
    if (node == nullptr) return std::nullopt;
    return read_texts(*node, path_of(key));
}

std::size_t TomlTable::choice(std::string_view key,
                              std::span<std::string_view const> choices) const {
    return read_choice(need(key, text_demand), path_of(key), choices);
}

std::size_t TomlTable::choice(std::string_view key,
                              std::initializer_list<std::string_view> choices) const {
    return choice(key, std::span{choices.begin(), choices.size()});
}

std::size_t TomlTable::choice_or(std::string_view key, std::size_t fallback,
                                 std::span<std::string_view const> choices) const {
    auto const* node = find(key);
    return node == nullptr ? fallback : read_choice(*node, path_of(key), choices);
}

std::size_t TomlTable::choice_or(std::string_view key, std::size_t fallback,
                                 std::initializer_list<std::string_view> choices) const {
    return choice_or(key, fallback, std::span{choices.begin(), choices.size()});
}

}  // namespace sim
