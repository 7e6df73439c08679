#include "models/scenario/grid_header.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "sim/base/check.hpp"
#include "sim/config/range.hpp"

namespace models {
namespace {

constexpr std::string_view mark = "# grid:";
constexpr double most_lines = 10'000.0;  // rows or columns of a grid

struct Field {
    std::string_view key;
    sim::Range range;
    std::optional<double> value = {};
};

/// The next word of a line, taken off it.
std::string_view take_word(std::string_view& line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
    auto const word = line.substr(0, line.find_first_of(" \t\r"));
    line.remove_prefix(word.size());
    return word;
}

std::optional<double> number_in(std::string_view text) {
    double value = 0.0;
    auto const* const end = text.data() + text.size();
    auto const [stop, failure] = std::from_chars(text.data(), end, value);
    if (failure != std::errc{} || stop != end) return std::nullopt;
    return value;
}

void read_word(std::string_view word, std::span<Field> fields, std::string const& place) {
    auto const equals = std::min(word.find('='), word.size());
    auto const key = word.substr(0, equals);
    auto const field = std::find_if(fields.begin(), fields.end(),
                                    [&](Field const& one) { return one.key == key; });
    sim::require(field != fields.end() && equals < word.size(),
                 place + "'" + std::string{word} +
                     "' (not one of south=, west=, step=, rows=, columns=). Correct it.");
    sim::require(!field->value, place + std::string{key} + " (there twice). Remove one.");
    field->value = number_in(word.substr(equals + 1));
    sim::require(field->value && sim::contains(field->range, *field->value),
                 place + std::string{word} + " (" + sim::describe(field->range) + "). Correct it.");
}

sim::GridSpec parse_grid_line(std::string_view line, std::string const& place) {
    std::array<Field, 5> fields{{
        {"south", {.minimum = -90.0, .maximum = 90.0}},
        {"west", {.minimum = -180.0, .maximum = 180.0}},
        {"step", {.minimum = 0.01, .maximum = 5.0, .unit = "degree"}},
        {"rows", {.minimum = 1.0, .maximum = most_lines}},
        {"columns", {.minimum = 1.0, .maximum = most_lines}},
    }};
    for (auto word = take_word(line); !word.empty(); word = take_word(line)) {
        read_word(word, fields, place);
    }
    for (auto const& field : fields) {
        sim::require(field.value.has_value(),
                     place + std::string{field.key} + "= is missing. Add it to the line.");
    }
    auto const whole = [&](Field const& field) {
        sim::require(std::floor(*field.value) == *field.value,
                     place + std::string{field.key} + " (must be whole). Correct it.");
        return static_cast<std::uint32_t>(*field.value);
    };
    return {*fields[0].value, *fields[1].value, *fields[2].value, whole(fields[3]),
            whole(fields[4])};
}

}  // namespace

sim::GridSpec read_grid_header(std::string_view text, std::string_view name) {
    std::string const file{name};
    for (std::size_t line = 1; text.starts_with('#'); ++line) {
        auto const end = std::min(text.find('\n'), text.size());
        if (text.starts_with(mark)) {
            return parse_grid_line(text.substr(mark.size(), end - mark.size()),
                                   file + ":" + std::to_string(line) + ": grid: ");
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    throw sim::InputError(file + ":1: the line '# grid: south=.. west=.. step=.. rows=.. " +
                          "columns=..' is missing (it places the cells). Add it at the top.");
}

}  // namespace models
