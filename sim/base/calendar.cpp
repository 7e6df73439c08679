#include "sim/base/calendar.hpp"

#include <array>
#include <cstdio>

#include "sim/base/check.hpp"

namespace sim {
namespace {

std::chrono::year_month_day civil(Date date) noexcept {
    return std::chrono::year_month_day{date};
}

/// Value of a run of digits, or nothing if another character is in it.
std::optional<int> digits(std::string_view text) noexcept {
    int value = 0;
    for (char const c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto const year = digits(text.substr(0, 4));
    auto const month = digits(text.substr(5, 2));
    auto const day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    std::chrono::year_month_day const date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return Date{date};
}

std::string to_string(Date date) {
    auto const ymd = civil(date);
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                  static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    return text.data();
}

Date make_date(int year, unsigned month, unsigned day) {
    std::chrono::year_month_day const date{std::chrono::year{year}, std::chrono::month{month},
                                           std::chrono::day{day}};
    if (!date.ok()) throw ContractError("make_date: no such day");
    return Date{date};
}

int year_of(Date date) noexcept {
    return static_cast<int>(civil(date).year());
}

unsigned month_of(Date date) noexcept {
    return static_cast<unsigned>(civil(date).month());
}

unsigned day_of_month(Date date) noexcept {
    return static_cast<unsigned>(civil(date).day());
}

}  // namespace sim
