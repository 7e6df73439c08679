#include "sim/io/days_since.hpp"

namespace sim {

std::optional<Date> days_since(std::string_view units) noexcept {
    constexpr std::string_view words = "days since ";
    constexpr std::size_t date_length = 10;
    if (!units.starts_with(words)) return std::nullopt;
    return parse_date(units.substr(words.size(), date_length));
}

}  // namespace sim
