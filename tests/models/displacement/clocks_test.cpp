#include "models/displacement/clocks.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <vector>

#include "sim/base/bits.hpp"
#include "sim/base/check.hpp"
#include "sim/random/stream.hpp"

namespace models {
namespace {

constexpr std::uint32_t cells = 211;  // prime: no register gets an equal share
constexpr std::uint32_t first_row = 70;
constexpr double no_day = std::numeric_limits<double>::infinity();

/// Cells of every kind; few are due, as in a country.
struct Country {
    std::vector<double> response, due_at, felt;
    std::vector<std::uint32_t> region;
    std::vector<double> const fear{0.0, 0.01, 0.1};
    std::vector<std::uint64_t> due = std::vector<std::uint64_t>(sim::words_for(first_row + cells));

    Country() {
        sim::Stream draw{sim::Seed{3}, sim::Purpose{1}, 0, sim::Day{0}};
        for (std::uint32_t c = 0; c < cells; ++c) {
            response.push_back(draw.bernoulli(0.1) ? 0.0 : draw.uniform());
            region.push_back(draw.below(3));
            felt.push_back(draw.uniform());
            due_at.push_back(draw.bernoulli(0.1) ? no_day : felt.back() + 0.2 * draw.uniform());
        }
    }

    void feel(double most_alike) {
        feel_region_fear({.first_row = first_row,
                          .response = response,
                          .region = region,
                          .due_at = due_at,
                          .felt = felt},
                         fear, most_alike, due);
    }

    std::vector<std::uint32_t> due_cells() const {
        std::vector<std::uint32_t> rows;
        sim::for_each_bit(due, [&](std::uint32_t row) { rows.push_back(row - first_row); });
        return rows;
    }
};

}  // namespace

TEST(FeelRegionFear, AddsTheUrgeOfADayAndTellsWhereAClockRunsOut) {
    Country country;
    auto const before = country.felt;
    country.feel(1.0);
    std::vector<std::uint32_t> expected;
    for (std::uint32_t c = 0; c < cells; ++c) {
        double const after = before[c] + country.response[c] * country.fear[country.region[c]];
        ASSERT_EQ(country.felt[c], after) << c;
        if (after > country.due_at[c]) expected.push_back(c);
    }
    EXPECT_EQ(country.due_cells(), expected);
    EXPECT_GT(expected.size(), 10U);
    EXPECT_LT(expected.size(), cells - 100U);
}

TEST(FeelRegionFear, TellsWhereTheUrgeIsHigherThanTheRatesOfAll) {
    Country country;
    country.due_at.assign(cells, no_day);
    country.feel(0.05);
    std::vector<std::uint32_t> expected;
    for (std::uint32_t c = 0; c < cells; ++c) {
        if (country.response[c] * country.fear[country.region[c]] > 0.05) expected.push_back(c);
    }
    EXPECT_EQ(country.due_cells(), expected);
    EXPECT_GT(expected.size(), 10U);
}

TEST(FeelRegionFear, LeavesAloneThoseWhoFearNothing) {
    Country country;
    country.due_at = country.felt;  // clocks that are not drawn yet
    country.region.assign(cells, 0);
    auto const before = country.felt;
    country.feel(0.0);
    EXPECT_EQ(country.felt, before);
    EXPECT_TRUE(country.due_cells().empty());
}

TEST(FeelRegionFear, RefusesColumnsOfDifferentLengths) {
    Country country;
    country.region.pop_back();
    EXPECT_THROW(country.feel(1.0), sim::ContractError);
}

}  // namespace models
