#include "sim/random/stream.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>

namespace sim {
namespace {

constexpr Seed seed{0x0123'4567'89ab'cdef};
constexpr Purpose purpose{7};
constexpr PhiloxKey key{0x89ab'cdef, 0x0123'4567};

TEST(Stream, ReadsEveryWordOfItsCounterBlocksInOrder) {
    Stream draw{seed, purpose, 42, Day{365}};
    for (std::uint32_t block = 0; block < 3; ++block) {
        for (std::uint32_t const word : philox({42, 365, 7, block}, key)) {
            EXPECT_EQ(draw.bits32(), word);
        }
    }
}

TEST(Stream, ChangesWithEveryPartOfItsAddress) {
    auto const first = [](Seed s, Purpose p, std::uint32_t entity, Day day) {
        return Stream{s, p, entity, day}.bits64();
    };
    auto const base = first(seed, purpose, 1, Day{2});
    EXPECT_EQ(first(seed, purpose, 1, Day{2}), base);
    EXPECT_NE(first(Seed{seed.value + 1}, purpose, 1, Day{2}), base);
    EXPECT_NE(first(Seed{seed.value + (1ULL << 32)}, purpose, 1, Day{2}), base);
    EXPECT_NE(first(seed, Purpose{8}, 1, Day{2}), base);
    EXPECT_NE(first(seed, purpose, 2, Day{2}), base);
    EXPECT_NE(first(seed, purpose, 1, Day{3}), base);
}

TEST(Stream, MakesWiderDrawsFromConsecutiveWords) {
    auto const words = philox({1, 2, 7, 0}, key);
    auto const join = [&](int i, int j) {
        return (std::uint64_t{words[static_cast<std::size_t>(i)]} << 32) |
               words[static_cast<std::size_t>(j)];
    };
    Stream draw{seed, purpose, 1, Day{2}};
    EXPECT_EQ(draw.bits64(), join(0, 1));
    EXPECT_EQ(draw.uniform(), std::ldexp(static_cast<double>(join(2, 3) >> 11), -53));

    Stream odd{seed, purpose, 1, Day{2}};
    EXPECT_EQ(odd.bits32(), words[0]);
    EXPECT_EQ(odd.uniform_positive(), std::ldexp(static_cast<double>((join(1, 2) >> 11) + 1), -53));
}

TEST(Stream, IsUniform) {
    Stream draw{seed, purpose, 0, Day{0}};
    int const n = 200'000;
    double sum = 0.0, squares = 0.0;
    for (int i = 0; i < n; ++i) {
        double const u = draw.uniform();
        ASSERT_GE(u, 0.0);
        ASSERT_LT(u, 1.0);
        sum += u;
        squares += u * u;
    }
    EXPECT_NEAR(sum / n, 1.0 / 2, 5.0 * std::sqrt(1.0 / 12 / n));
    EXPECT_NEAR(squares / n, 1.0 / 3, 5.0 * std::sqrt(4.0 / 45 / n));
}

TEST(Stream, DrawsEachIntegerBelowEquallyOften) {
    Stream draw{seed, purpose, 0, Day{1}};
    std::array<int, 7> counts{};
    int const n = 70'000;
    for (int i = 0; i < n; ++i) ++counts[draw.below(7)];
    double chi_square = 0.0;
    for (int const count : counts) chi_square += std::pow(count - n / 7.0, 2) / (n / 7.0);
    EXPECT_LT(chi_square, 27.86);  // 1e-4 quantile, 6 degrees of freedom
}

// Without rejection half of the draws below 3 * 2^30 would be multiples of 3.
TEST(Stream, RejectsWhatWouldBiasLargeRanges) {
    Stream draw{seed, purpose, 0, Day{2}};
    std::uint32_t const n = 3U << 30;
    std::array<int, 3> thirds{};
    int const draws = 30'000;
    for (int i = 0; i < draws; ++i) {
        auto const value = draw.below(n);
        ASSERT_LT(value, n);
        ++thirds[value % 3];
    }
    for (int const count : thirds) {
        EXPECT_NEAR(count, draws / 3.0, 5.0 * std::sqrt(draws * 2.0 / 9.0));
    }
}

TEST(Stream, HasNothingToChooseBelowOne) {
    Stream draw{seed, purpose, 0, Day{3}};
    EXPECT_EQ(draw.below(1), 0U);
    EXPECT_EQ(draw.below(0), 0U);
}

TEST(Stream, IsCertainAtTheEndsOfProbability) {
    Stream draw{seed, purpose, 0, Day{4}};
    int happened = 0;
    for (int i = 0; i < 10'000; ++i) {
        ASSERT_FALSE(draw.bernoulli(0.0));
        ASSERT_TRUE(draw.bernoulli(1.0));
        happened += draw.bernoulli(0.3) ? 1 : 0;
    }
    EXPECT_NEAR(happened, 3000, 5.0 * std::sqrt(10'000 * 0.3 * 0.7));
}

}  // namespace
}  // namespace sim
