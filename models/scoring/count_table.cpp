#include "models/scoring/count_table.hpp"

#include "sim/base/check.hpp"

namespace models {

CountTable::CountTable(std::uint32_t draws, MonthRange months, std::uint32_t units)
    : draws_{draws},
      months_{months},
      units_{units},
      values_(std::size_t{draws} * months.count * units, 0) {
    SIM_EXPECTS(draws >= 1);
    SIM_EXPECTS(std::uint64_t{months.count} * units < (std::uint64_t{1} << 32));
}

std::span<std::uint32_t> CountTable::draw(std::uint32_t draw) {
    return std::span{values_}.subspan(offset(draw, months_.first), cells());
}

std::span<std::uint32_t const> CountTable::draw(std::uint32_t draw) const {
    return std::span{values_}.subspan(offset(draw, months_.first), cells());
}

std::span<std::uint32_t> CountTable::month(std::uint32_t draw, std::int32_t month) {
    SIM_EXPECTS(months_.contains(month));
    return std::span{values_}.subspan(offset(draw, month), units_);
}

std::span<std::uint32_t const> CountTable::month(std::uint32_t draw, std::int32_t month) const {
    SIM_EXPECTS(months_.contains(month));
    return std::span{values_}.subspan(offset(draw, month), units_);
}

std::size_t CountTable::offset(std::uint32_t draw, std::int32_t month) const {
    SIM_EXPECTS(draw < draws_);
    return std::size_t{draw} * cells() + static_cast<std::size_t>(month - months_.first) * units_;
}

}  // namespace models
