#include <charconv>
#include <cmath>

#include "sim/base/check.hpp"
#include "sim/config/choice.hpp"
#include "sim/config/csv_content.hpp"
#include "sim/config/csv_table.hpp"

// The typed getters of CsvRow.

namespace sim {
namespace {

constexpr std::size_t longest_shown = 60;  // [bytes] of a cell in a message

/// The number that the whole text is, or nothing.
template <class Number>
std::optional<Number> parse_whole(std::string_view text) noexcept {
    Number value{};
    auto const* const end = text.data() + text.size();
    auto const [stop, failure] = std::from_chars(text.data(), end, value);
    if (failure != std::errc{} || stop != end) return std::nullopt;
    return value;
}

/// Whether it is a number, if one that we cannot hold.
template <class Number>
bool is_too_large(std::string_view text) noexcept {
    Number value{};
    auto const* const end = text.data() + text.size();
    auto const [stop, failure] = std::from_chars(text.data(), end, value);
    return failure == std::errc::result_out_of_range && stop == end;
}

}  // namespace

CsvColumn CsvRow::resolve(CsvKey const& key) const {
    return key.column_ ? *key.column_ : content_->find(key.name_);
}

std::string_view CsvRow::cell(CsvKey const& key) const {
    auto const index = resolve(key).index;
    SIM_EXPECTS(index < content_->columns.size());
    auto const& column = content_->columns[index];
    return column ? content_->table.cell(row_, *column) : std::string_view{};
}

std::uint32_t CsvRow::line() const noexcept {
    return content_->table.lines[row_];
}

std::string CsvRow::location() const {
    return content_->table.name + ":" + std::to_string(line());
}

void CsvRow::error(CsvKey const& key, std::string_view remark) const {
    std::string shown{cell(key)};
    if (shown.size() > longest_shown) {
        auto end = longest_shown;
        while (end > 0 && (static_cast<unsigned char>(shown[end]) & 0xC0U) == 0x80U) --end;
        shown = shown.substr(0, end) + "...";
    }
    throw InputError(location() + ": column '" + content_->names[resolve(key).index] + "' = \"" +
                     shown + "\" " + std::string{remark});
}

std::optional<std::string> CsvRow::text_if(CsvKey const& key) const {
    auto const value = cell(key);
    if (value.empty()) return std::nullopt;
    return std::string{value};
}

std::string CsvRow::text(CsvKey const& key) const {
    auto const value = cell(key);
    if (value.empty()) error(key, "(must not be empty). Write the text.");
    return std::string{value};
}

std::optional<double> CsvRow::number_if(CsvKey const& key, Range const& range) const {
    if (cell(key).empty()) return std::nullopt;
    return number(key, range);
}

double CsvRow::number(CsvKey const& key, Range const& range) const {
    auto const value = parse_whole<double>(cell(key));
    if (!value && is_too_large<double>(cell(key))) {
        error(key, "(too large or too close to 0 to hold). Write it in another unit.");
    }
    if (!value || !std::isfinite(*value)) {
        error(key, "(must be a number" + std::string{range.unit.empty() ? "" : ", "} +
                       std::string{range.unit} + "). Write digits with a decimal point, like 0.5.");
    }
    if (!contains(range, *value)) error(key, "(" + describe(range) + "). Change the value.");
    return *value;
}

std::optional<std::int64_t> CsvRow::integer_if(CsvKey const& key, IntegerRange const& range) const {
    if (cell(key).empty()) return std::nullopt;
    return integer(key, range);
}

std::int64_t CsvRow::integer(CsvKey const& key, IntegerRange const& range) const {
    auto const value = parse_whole<std::int64_t>(cell(key));
    if (!value && is_too_large<std::int64_t>(cell(key))) {
        error(key, "(too large to hold). Write it in another unit.");
    }
    if (!value) error(key, "(must be a whole number). Write digits only.");
    if (!contains(range, *value)) error(key, "(" + describe(range) + "). Change the value.");
    return *value;
}

std::optional<Date> CsvRow::date_if(CsvKey const& key) const {
    if (cell(key).empty()) return std::nullopt;
    return date(key);
}

Date CsvRow::date(CsvKey const& key) const {
    auto const value = parse_date(cell(key));
    if (!value) {
        error(key, "(must be a date YYYY-MM-DD that exists). Write it as 2012-01-31.");
    }
    return *value;
}

bool CsvRow::boolean(CsvKey const& key) const {
    auto const value = cell(key);
    if (value != "true" && value != "false") {
        error(key, "(must be true or false). Write one of them.");
    }
    return value == "true";
}

std::size_t CsvRow::choice(CsvKey const& key, std::span<std::string_view const> choices) const {
    auto const found = find_choice(cell(key), choices);
    if (!found) error(key, choice_remark(cell(key), choices));
    return *found;
}

std::size_t CsvRow::choice(CsvKey const& key,
                           std::initializer_list<std::string_view> choices) const {
    return choice(key, std::span{choices.begin(), choices.size()});
}

}  // namespace sim
