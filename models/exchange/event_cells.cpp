#include "models/exchange/event_cells.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>

#include "models/observed/same_word.hpp"

namespace models {

namespace {

constexpr std::array<std::string_view, 12> month_names{
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// A number of that many digits. \return Nothing if it has others, or something else.
std::optional<int> digits(std::string_view text, std::size_t fewest, std::size_t most) noexcept {
    if (text.size() < fewest || text.size() > most || !std::ranges::all_of(text, is_digit)) {
        return std::nullopt;
    }
    int value = 0;
    for (char const c : text) value = 10 * value + (c - '0');
    return value;
}

/// A month by its name or the first three letters of it, from 1.
std::optional<unsigned> month_number(std::string_view text) noexcept {
    for (std::size_t i = 0; i < month_names.size(); ++i) {
        auto const name = month_names[i];
        if (text.size() != 3 && text.size() != name.size()) continue;
        if (is_same_word(text, name.substr(0, text.size()))) return static_cast<unsigned>(i + 1);
    }
    return std::nullopt;
}

/// `HH:MM:SS` and perhaps a fraction.
bool is_time_of_day(std::string_view text) noexcept {
    if (text.size() < 8 || text[2] != ':' || text[5] != ':') return false;
    auto const hour = digits(text.substr(0, 2), 2, 2);
    auto const minute = digits(text.substr(3, 2), 2, 2);
    auto const second = digits(text.substr(6, 2), 2, 2);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) return false;
    return text.size() == 8 || (text[8] == '.' && digits(text.substr(9), 1, 9).has_value());
}

std::optional<sim::Date> spelled_date(std::string_view text) noexcept {
    auto const first = text.find_first_of(" -");
    if (first == std::string_view::npos) return std::nullopt;
    auto const second = text.find(text[first], first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    auto const day = digits(text.substr(0, first), 1, 2);
    auto const month = month_number(text.substr(first + 1, second - first - 1));
    auto const year_text = text.substr(second + 1);
    auto year = digits(year_text, 2, 4);
    if (!day || !month || !year || year_text.size() == 3) return std::nullopt;
    if (year_text.size() == 2) *year += *year < 69 ? 2000 : 1900;
    std::chrono::year_month_day const date{std::chrono::year{*year}, std::chrono::month{*month},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return sim::Date{date};
}

}  // namespace

std::optional<sim::Date> event_date(std::string_view text) noexcept {
    constexpr std::size_t iso_length = 10;
    if (auto const date = sim::parse_date(text.substr(0, iso_length))) {
        auto const rest = text.substr(iso_length);
        if (rest.empty()) return date;
        if ((rest[0] == ' ' || rest[0] == 'T') && is_time_of_day(rest.substr(1))) return date;
        return std::nullopt;
    }
    return spelled_date(text);
}

sim::Date event_date(sim::CsvRow const& row, sim::CsvKey const& column) {
    auto const date = event_date(row.text(column));
    if (!date) {
        row.error(column,
                  "(must be a date that exists). Write it as 2012-01-31 or 31 January 2012.");
    }
    return *date;
}

std::int64_t whole_number(sim::CsvRow const& row, sim::CsvKey const& column,
                          sim::IntegerRange const& range) {
    constexpr double exact = 9'007'199'254'740'992.0;  // 2^53: up to here a double is exact
    if (!row.text(column).ends_with(".0")) return row.integer(column, range);
    auto const value = row.number(column, {.minimum = -exact, .maximum = exact});
    auto const whole = static_cast<std::int64_t>(value);
    bool const is_whole = static_cast<double>(whole) == value;
    if (!is_whole) row.error(column, "(must be a whole number). Write digits only.");
    if (!contains(range, whole)) row.error(column, "(" + describe(range) + "). Change the value.");
    return whole;
}

std::int64_t whole_number_or(sim::CsvRow const& row, sim::CsvKey const& column,
                             sim::IntegerRange const& range, std::int64_t otherwise) {
    return row.text_if(column) ? whole_number(row, column, range) : otherwise;
}

std::uint32_t death_count(sim::CsvRow const& row, sim::CsvKey const& column) {
    return static_cast<std::uint32_t>(whole_number(
        row, column,
        {.minimum = 0, .maximum = std::numeric_limits<std::uint32_t>::max(), .unit = "people"}));
}

sim::GeoPoint event_point(sim::CsvRow const& row) {
    return {
        .lat = row.number("latitude", {.minimum = -90.0, .maximum = 90.0, .unit = "degrees"}),
        .lon = row.number("longitude", {.minimum = -180.0, .maximum = 180.0, .unit = "degrees"})};
}

std::string text_or_empty(sim::CsvRow const& row, sim::CsvKey const& column) {
    return row.text_if(column).value_or("");
}

}  // namespace models
