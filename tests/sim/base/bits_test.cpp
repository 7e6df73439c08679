#include "sim/base/bits.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sim {
namespace {

std::vector<std::uint32_t> rows_of(BitSets const& sets, std::size_t set) {
    std::vector<std::uint32_t> rows;
    sets.for_each(set, [&](std::uint32_t row) { rows.push_back(row); });
    return rows;
}

TEST(ForEachBit, FindsRowsInAscendingOrderWhateverTheOrderTheyCameIn) {
    std::vector<std::uint64_t> words(words_for(200), 0);
    for (std::size_t const row : {200U, 0U, 63U, 64U, 127U, 64U}) set_bit(words, row);
    std::vector<std::uint32_t> found;
    for_each_bit(words, [&](std::uint32_t row) { found.push_back(row); });
    EXPECT_EQ(found, (std::vector<std::uint32_t>{0, 63, 64, 127, 200}));
}

TEST(SetBits, PutsTheSameRowsAsOneAfterTheOther) {
    for (std::size_t const first : {0U, 1U, 60U, 63U, 64U, 100U}) {
        for (std::size_t const count : {0U, 1U, 3U, 4U, 64U, 65U, 90U}) {
            std::vector<std::uint64_t> at_once(words_for(200), 0), one_by_one(words_for(200), 0);
            set_bits(at_once, first, count);
            for (std::size_t i = 0; i < count; ++i) set_bit(one_by_one, first + i);
            EXPECT_EQ(at_once, one_by_one) << first << ", " << count;
        }
    }
}

TEST(BitSets, KeepEachSetApart) {
    for (std::size_t const rows : {1U, 63U, 64U, 65U, 130U}) {
        BitSets sets{3, rows};
        auto const last = static_cast<std::uint32_t>(rows - 1);
        sets.insert(1, last);
        sets.insert(1, 0);
        EXPECT_TRUE(rows_of(sets, 0).empty());
        EXPECT_EQ(rows_of(sets, 1).front(), 0U);
        EXPECT_EQ(rows_of(sets, 1).back(), last);
        EXPECT_TRUE(rows_of(sets, 2).empty());
        sets.insert(2, last);
        sets.clear(1);
        EXPECT_TRUE(rows_of(sets, 1).empty());
        EXPECT_EQ(rows_of(sets, 2), std::vector{last});
    }
}

}  // namespace
}  // namespace sim
