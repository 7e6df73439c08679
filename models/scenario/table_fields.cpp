#include "models/scenario/table_fields.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <string>
#include <string_view>

namespace models {
namespace {

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// A finite number > 0 and nothing else.
std::optional<double> positive_number(std::string_view text) {
    double value = 0.0;
    auto const* const end = text.data() + text.size();
    auto const [stop, failure] = std::from_chars(text.data(), end, value);
    if (failure != std::errc{} || stop != end || !std::isfinite(value) || value <= 0.0) {
        return std::nullopt;
    }
    return value;
}

void check_sensible(sim::CsvRow const& row, sim::CsvKey const& key, sim::Date date) {
    if (sim::year_of(date) < 1900 || sim::year_of(date) > 2100) {
        row.error(key, "(must be from 1900 to 2100). Correct the year.");
    }
}

}  // namespace

std::uint32_t row_of(sim::CsvRow const& row, sim::CsvKey const& key, NameIndex const& names) {
    auto const name = row.text(key);
    auto const found = names.find(name);
    if (!found) row.error(key, names.remark(name));
    return *found;
}

std::optional<std::uint32_t> row_of_if(sim::CsvRow const& row, sim::CsvKey const& key,
                                       NameIndex const& names) {
    if (!row.text_if(key)) return std::nullopt;
    return row_of(row, key, names);
}

sim::Date sensible_date(sim::CsvRow const& row, sim::CsvKey const& key) {
    auto const date = row.date(key);
    check_sensible(row, key, date);
    return date;
}

std::optional<sim::Date> sensible_date_if(sim::CsvRow const& row, sim::CsvKey const& key) {
    auto const date = row.date_if(key);
    if (date) check_sensible(row, key, *date);
    return date;
}

std::optional<sim::Date> last_day_if(sim::CsvRow const& row, sim::CsvKey const& key,
                                     std::optional<sim::Date> start) {
    auto const date = sensible_date_if(row, key);
    if (date && start && *date < *start) {
        row.error(key, "(is before the start, " + sim::to_string(*start) + "). Correct one.");
    }
    return date;
}

PlaceWeights place_weights(sim::CsvRow const& row, sim::CsvKey const& key,
                           NameIndex const& places) {
    PlaceWeights weights;
    auto const text = row.text_if(key);
    if (!text) return weights;
    std::set<PlaceId> seen;
    std::string_view rest = *text;
    while (!rest.empty()) {
        auto const end = std::min(rest.find(';'), rest.size());
        auto const item = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        auto const colon = item.find(':');
        auto const name = trimmed(item.substr(0, colon));
        auto const place = places.find(name);
        if (!place) row.error(key, "names '" + std::string{name} + "' " + places.remark(name));
        if (!seen.insert(PlaceId{*place}).second) {
            row.error(key, "names '" + std::string{name} + "' twice. Join the two.");
        }
        double weight = 1.0;
        if (colon != std::string_view::npos) {
            auto const number = positive_number(trimmed(item.substr(colon + 1)));
            if (!number) {
                row.error(key, "(the weight of '" + std::string{name} +
                                   "' must be a number > 0). Write place:weight;place:weight.");
            }
            weight = *number;
        }
        weights.emplace_back(PlaceId{*place}, weight);
    }
    return weights;
}

std::string identifier(sim::CsvRow const& row, sim::CsvKey const& key) {
    auto const name = row.text(key);
    for (char const c : name) {
        bool const is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (is_letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.') continue;
        row.error(key, "(must be letters, digits, '-', '_' and '.' only). Rename it.");
    }
    return name;
}

sim::Day day_or_first(sim::Date date, sim::Date first_day) {
    auto const days = std::max<std::int64_t>(0, sim::days_between(first_day, date));
    return sim::Day{static_cast<std::uint32_t>(days)};
}

std::int32_t day_number(sim::Date date, sim::Date first_day) {
    return static_cast<std::int32_t>(sim::days_between(first_day, date));
}

}  // namespace models
