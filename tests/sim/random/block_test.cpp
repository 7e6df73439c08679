#include "sim/random/block.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "sim/base/check.hpp"

namespace sim {
namespace {

constexpr Seed seed{99};
constexpr Purpose purpose{3};
constexpr Day day{12};

std::vector<std::uint32_t> words_from(std::uint32_t first_block, std::size_t count) {
    std::vector<std::uint32_t> words(count);
    fill_uniform_words(seed, purpose, day, first_block, words);
    return words;
}

TEST(FillUniformWords, EqualsPhiloxForEveryEntity) {
    for (std::size_t const count : {0U, 1U, 3U, 4U, 5U, 1023U, 1024U}) {
        auto const words = words_from(5, count);
        for (std::uint32_t i = 0; i < count; ++i) {
            auto const four = philox({5 + i / 4, 12, 3, block_draw}, key_of(seed));
            ASSERT_EQ(words[i], four[i % 4]) << i << " of " << count;
        }
    }
}

TEST(FillUniformWords, DoesNotDependOnHowEntitiesAreCut) {
    auto const whole = words_from(0, 100);
    auto const part = words_from(10, 60);
    EXPECT_TRUE(std::equal(part.begin(), part.end(), whole.begin() + 40));
}

TEST(FillUniformWords, SharesNoDrawWithStreams) {
    EXPECT_NE(words_from(6, 1).front(), (Stream{seed, purpose, 6, day}.bits32()));
}

TEST(FillUniformWords, RefusesToPassTheLastEntity) {
    EXPECT_EQ(words_from(0x3fff'ffff, 4).size(), 4U);
    EXPECT_THROW(static_cast<void>(words_from(0x3fff'ffff, 5)), ContractError);
}

TEST(FillFirstBlocks, BeginsTheStreamOfEachEntity) {
    std::vector<std::uint32_t> const entities{7, 0, 0xffff'ffffU, 7, 123};
    std::vector<PhiloxCounter> blocks(entities.size());
    fill_first_blocks(seed, purpose, day, entities, blocks);
    for (std::size_t i = 0; i < entities.size(); ++i) {
        Stream begun{seed, purpose, entities[i], day, blocks[i]};
        Stream plain{seed, purpose, entities[i], day};
        for (int word = 0; word < 10; ++word) ASSERT_EQ(begun.bits32(), plain.bits32()) << word;
    }
}

TEST(FillFirstBlocks, CountsEntitiesFromZeroIfNoneAreNamed) {
    std::vector<std::uint32_t> const entities{0, 1, 2, 3, 4, 5, 6};
    std::vector<PhiloxCounter> named(entities.size()), counted(entities.size());
    fill_first_blocks(seed, purpose, day, entities, named);
    fill_first_blocks(seed, purpose, day, counted);
    EXPECT_EQ(named, counted);
}

TEST(FillFirstBlocks, NeedsOneBlockForEachEntity) {
    std::vector<std::uint32_t> const entities{1, 2};
    std::vector<PhiloxCounter> blocks(1);
    EXPECT_THROW(fill_first_blocks(seed, purpose, day, entities, blocks), ContractError);
}

}  // namespace
}  // namespace sim
