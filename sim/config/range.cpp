#include "sim/config/range.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace sim {
namespace {

std::string with_unit(std::string text, std::string_view unit) {
    if (!unit.empty()) text.append(" ").append(unit);
    return text;
}

std::string bounds(std::string const& lower, std::string const& upper) {
    if (lower.empty() || upper.empty()) return lower + upper;
    return lower + " and " + upper;
}

}  // namespace

bool contains(Range const& range, double value) noexcept {
    if (!std::isfinite(value)) return false;
    bool const low = range.minimum_excluded ? value <= range.minimum : value < range.minimum;
    bool const high = range.maximum_excluded ? value >= range.maximum : value > range.maximum;
    return !low && !high;
}

bool contains(IntegerRange const& range, std::int64_t value) noexcept {
    return range.minimum <= value && value <= range.maximum;
}

std::string describe(Range const& range) {
    std::string lower;
    std::string upper;
    if (std::isfinite(range.minimum)) {
        lower = (range.minimum_excluded ? "> " : ">= ") + shortest_text(range.minimum);
    }
    if (std::isfinite(range.maximum)) {
        upper = (range.maximum_excluded ? "< " : "<= ") + shortest_text(range.maximum);
    }
    auto const text = bounds(lower, upper);
    return with_unit("must be " + (text.empty() ? "a number" : text), range.unit);
}

std::string describe(IntegerRange const& range) {
    constexpr IntegerRange any{};
    std::string lower;
    std::string upper;
    if (range.minimum != any.minimum) lower = ">= " + std::to_string(range.minimum);
    if (range.maximum != any.maximum) upper = "<= " + std::to_string(range.maximum);
    auto const text = bounds(lower, upper);
    return with_unit("must be a whole number" + (text.empty() ? "" : " " + text), range.unit);
}

std::string shortest_text(double value) {
    std::array<char, 32> text{};
    auto const result = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), result.ptr};
}

}  // namespace sim
