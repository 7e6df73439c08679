#include "sim/config/toml_parse.hpp"

// Malformed input may break the library's own assertions; it reports the error just after.
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

#include <chrono>
#include <sstream>
#include <utility>

#include "sim/base/check.hpp"
#include "sim/config/toml_guard.hpp"

namespace sim {
namespace {

using Source = std::shared_ptr<TomlSource const>;

TomlNode convert(toml::node const& node, toml::source_position at, Source const& source, int depth);

Date to_date(toml::date const& date) {
    // toml++ has checked that the day exists.
    return Date{std::chrono::year_month_day{std::chrono::year{static_cast<int>(date.year)},
                                            std::chrono::month{date.month},
                                            std::chrono::day{date.day}}};
}

template <class Time>
TomlTime to_time(Time const& time) {
    std::ostringstream text;
    text << time;
    return {text.str()};
}

TomlEntries convert_table(toml::table const& table, Source const& source, int depth) {
    TomlEntries entries;
    for (auto const& [key, value] : table) {
        entries.values.emplace(
            std::string{key.str()},
            std::make_unique<TomlNode>(convert(value, key.source().begin, source, depth + 1)));
    }
    return entries;
}

TomlNode::Array convert_array(toml::array const& array, Source const& source, int depth) {
    TomlNode::Array elements;
    elements.reserve(array.size());
    for (auto const& element : array) {
        elements.push_back(convert(element, element.source().begin, source, depth + 1));
    }
    return elements;
}

TomlNode convert(toml::node const& node, toml::source_position at, Source const& source,
                 int depth) {
    TomlNode result;
    result.source = source;
    result.line = at.line;
    result.column = at.column;
    if (depth > deepest_toml) {
        throw InputError(place_of(result) + ": sections within sections more than " +
                         std::to_string(deepest_toml) + " deep. Make the file flatter.");
    }
    switch (node.type()) {
        case toml::node_type::table:
            result.value = convert_table(*node.as_table(), source, depth);
            break;
        case toml::node_type::array:
            result.value = convert_array(*node.as_array(), source, depth);
            break;
        case toml::node_type::string:
            result.value = node.as_string()->get();
            break;
        case toml::node_type::integer:
            result.value = node.as_integer()->get();
            break;
        case toml::node_type::floating_point:
            result.value = node.as_floating_point()->get();
            break;
        case toml::node_type::boolean:
            result.value = node.as_boolean()->get();
            break;
        case toml::node_type::date:
            result.value = to_date(node.as_date()->get());
            break;
        case toml::node_type::time:
            result.value = to_time(node.as_time()->get());
            break;
        case toml::node_type::date_time:
            result.value = to_time(node.as_date_time()->get());
            break;
        case toml::node_type::none:
            break;
    }
    return result;
}

/// The library's words without its preamble.
std::string reason(std::string_view description) {
    constexpr std::string_view preamble = "Error while parsing ";
    if (description.starts_with(preamble)) description.remove_prefix(preamble.size());
    return std::string{description};
}

}  // namespace

TomlNode parse_toml(std::string_view text, Source source) {
    guard_toml(text, source->name);
    try {
        auto const table = toml::parse(text, std::string_view{source->name});
        return convert(table, {0, 0}, source, 0);
    } catch (toml::parse_error const& error) {
        auto const at = error.source().begin;
        throw InputError(source->name + ":" + std::to_string(at.line) + ":" +
                         std::to_string(at.column) + ": not valid TOML (" +
                         reason(error.description()) + "). Correct the line.");
    }
}

}  // namespace sim
