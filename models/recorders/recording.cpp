#include "models/recorders/recording.hpp"

#include <algorithm>

#include "sim/base/check.hpp"

namespace models {

bool is_due(sim::Day today, std::uint32_t every_days, sim::Day last) noexcept {
    return every_days > 0 && (today.value % every_days == 0 || today == last);
}

sim::TimeAxis end_of_day(Period const& period) {
    return {.start = period.first_day, .long_name = "date; values are those of the end of the day"};
}

std::string day_units(Period const& period) {
    return "days since " + sim::to_string(period.first_day) + " 00:00:00";
}

sim::Attributes day_attributes(Period const& period, std::string long_name) {
    return {.units = day_units(period),
            .long_name = std::move(long_name),
            .more = {{"calendar", "proleptic_gregorian"}}};
}

sim::Attributes count_attributes(std::string long_name) {
    return {.units = "1", .long_name = std::move(long_name)};
}

sim::Attributes code_attributes(std::string long_name, std::vector<sim::Flag> flags) {
    return {.long_name = std::move(long_name), .fill_value = no_value, .flags = std::move(flags)};
}

std::int8_t community_value(std::optional<Community> community) noexcept {
    return community ? static_cast<std::int8_t>(*community) : std::int8_t{no_value};
}

std::string flag_word(std::string_view name) {
    std::string word{name};
    std::ranges::replace_if(
        word,
        [](char c) {
            bool const is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            bool const is_digit = c >= '0' && c <= '9';
            return !is_letter && !is_digit && c != '-' && c != '.';
        },
        '_');
    return word.empty() ? "_" : word;
}

std::vector<sim::Flag> flags_of(std::span<std::string_view const> words) {
    std::vector<sim::Flag> flags;
    for (auto const word : words) {
        auto const value = static_cast<std::int64_t>(flags.size());
        flags.push_back({.value = value, .meaning = std::string{word}});
    }
    return flags;
}

std::vector<sim::Flag> flags_of(std::span<std::string const> names) {
    std::vector<sim::Flag> flags;
    for (auto const& name : names) {
        auto const value = static_cast<std::int64_t>(flags.size());
        auto word = flag_word(name);
        bool const is_taken = std::ranges::find(flags, word, &sim::Flag::meaning) != flags.end();
        if (is_taken) word += "." + std::to_string(value);
        flags.push_back({.value = value, .meaning = word});
    }
    return flags;
}

sim::Dimension vocabulary(sim::ResultWriter& writer, std::string const& path,
                          std::vector<sim::Flag> const& flags, std::string const& long_name) {
    SIM_EXPECTS(!flags.empty() && flags.size() <= 128);
    std::vector<std::int8_t> values;
    for (auto const& flag : flags) values.push_back(static_cast<std::int8_t>(flag.value));
    return writer.coordinate(path, values, {.long_name = long_name, .flags = flags});
}

}  // namespace models
