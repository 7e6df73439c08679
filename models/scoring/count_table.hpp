#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// \file models/scoring/count_table.hpp
/// Counts by draw, month and unit: what every score is computed from, whatever its source.

namespace models {

/// Whole months in a row, by VIEWS' numbers (models/observed/grid_ids.hpp).
struct MonthRange {
    std::int32_t first = 1;
    std::uint32_t count = 0;

    /// The last of them. \pre count >= 1
    [[nodiscard]] std::int32_t last() const noexcept {
        return first + static_cast<std::int32_t>(count) - 1;
    }
    [[nodiscard]] bool contains(std::int32_t month) const noexcept {
        return month >= first && month - first < static_cast<std::int32_t>(count);
    }

    friend bool operator==(MonthRange const&, MonthRange const&) = default;
};

/// Counts, shape (draws, months, units), units fastest; all 0 at first. An observation is a table
/// of one draw.
class CountTable {
  public:
    /// \pre draws >= 1, and months.count * units < 2^32
    CountTable(std::uint32_t draws, MonthRange months, std::uint32_t units);

    [[nodiscard]] std::uint32_t draws() const noexcept { return draws_; }
    [[nodiscard]] MonthRange const& months() const noexcept { return months_; }
    [[nodiscard]] std::uint32_t units() const noexcept { return units_; }

    /// Unit-months: numbers in every draw.
    [[nodiscard]] std::uint32_t cells() const noexcept { return months_.count * units_; }

    /// One draw, shape (months, units). \pre draw < draws()
    [[nodiscard]] std::span<std::uint32_t> draw(std::uint32_t draw);
    [[nodiscard]] std::span<std::uint32_t const> draw(std::uint32_t draw) const;

    /// Counts of all units in one month. \pre draw < draws() and months().contains(month)
    [[nodiscard]] std::span<std::uint32_t> month(std::uint32_t draw, std::int32_t month);
    [[nodiscard]] std::span<std::uint32_t const> month(std::uint32_t draw,
                                                       std::int32_t month) const;

    /// All counts.
    [[nodiscard]] std::span<std::uint32_t const> values() const noexcept { return values_; }

  private:
    [[nodiscard]] std::size_t offset(std::uint32_t draw, std::int32_t month) const;

    std::uint32_t draws_;
    MonthRange months_;
    std::uint32_t units_;
    std::vector<std::uint32_t> values_;
};

}  // namespace models
