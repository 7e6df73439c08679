#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

/// \file sim/base/bits.hpp
/// Sets of row numbers, a bit for each: found in ascending order, whatever the order they came in.

namespace sim {

/// Words that have a bit for each of so many rows.
[[nodiscard]] constexpr std::size_t words_for(std::size_t rows) noexcept {
    return rows / 64 + 1;
}

/// Put a row into a set. \pre words.size() >= words_for(row)
inline void set_bit(std::span<std::uint64_t> words, std::size_t row) noexcept {
    words[row / 64] |= std::uint64_t{1} << (row % 64);
}

/// Whether a row is in a set. \pre words.size() >= words_for(row)
[[nodiscard]] inline bool has_bit(std::span<std::uint64_t const> words, std::size_t row) noexcept {
    return (words[row / 64] >> (row % 64) & 1) != 0;
}

/// Put rows that follow each other into a set. \pre words.size() >= words_for(first + count - 1)
inline void set_bits(std::span<std::uint64_t> words, std::size_t first,
                     std::size_t count) noexcept {
    while (count > 0) {
        std::size_t const bit = first % 64;
        std::size_t const here = std::min<std::size_t>(count, 64 - bit);
        words[first / 64] |= (~std::uint64_t{0} >> (64 - here)) << bit;
        first += here;
        count -= here;
    }
}

/// Calls visit(std::uint32_t) for each row in a set, ascending.
template <class Visit>
void for_each_bit(std::span<std::uint64_t const> words, Visit&& visit) {
    for (std::size_t word = 0; word < words.size(); ++word) {
        for (std::uint64_t left = words[word]; left != 0; left &= left - 1) {
            visit(static_cast<std::uint32_t>(word * 64) +
                  static_cast<std::uint32_t>(std::countr_zero(left)));
        }
    }
}

/// Many sets, each of rows from 0 to one number.
class BitSets {
  public:
    BitSets(std::size_t sets, std::size_t rows)
        : words_{words_for(rows)}, bits_(sets * words_, 0) {}

    void insert(std::size_t set, std::size_t row) noexcept { set_bit(words_of(set), row); }
    void clear(std::size_t set) noexcept { std::ranges::fill(words_of(set), 0); }

    /// Calls visit(std::uint32_t) for each row in a set, ascending.
    template <class Visit>
    void for_each(std::size_t set, Visit&& visit) const {
        for_each_bit(words_of(set), std::forward<Visit>(visit));
    }

  private:
    [[nodiscard]] std::span<std::uint64_t> words_of(std::size_t set) noexcept {
        return std::span{bits_}.subspan(set * words_, words_);
    }
    [[nodiscard]] std::span<std::uint64_t const> words_of(std::size_t set) const noexcept {
        return std::span{bits_}.subspan(set * words_, words_);
    }

    std::size_t words_;                // of a set
    std::vector<std::uint64_t> bits_;  // shape (sets, words)
};

}  // namespace sim
