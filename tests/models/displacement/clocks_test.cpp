#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "models/displacement/clocks.hpp"
#include "sim/base/check.hpp"
#include "sim/random/stream.hpp"

namespace models {
namespace {

constexpr std::uint32_t cells = 211;  // prime: no register gets an equal share
constexpr std::uint32_t strata = 997;
constexpr std::uint32_t calm_cells = 40;  // in a row, with some 190 strata

/// Rates and clocks of every kind, from no urge to more than the most.
struct Country {
    std::vector<double> urge, exposure, clock;
    std::vector<sim::CellId> cell;
    std::vector<std::uint32_t> at_home;

    Country() {
        sim::Stream draw{sim::Seed{3}, sim::Purpose{1}, 0, sim::Day{0}};
        for (std::uint32_t c = 0; c < cells; ++c) {
            urge.push_back(draw.bernoulli(0.3) ? 0.0 : 0.1 * draw.uniform());
        }
        for (std::uint32_t s = 0; s < strata; ++s) {
            cell.push_back({draw.below(cells)});
            exposure.push_back(draw.bernoulli(0.1) ? 0.0 : 2.0 * draw.uniform());
            at_home.push_back(draw.below(60));
            clock.push_back(draw.bernoulli(0.1) ? 0.0 : 3.0 * draw.uniform());
        }
        std::ranges::sort(cell);
        std::fill_n(urge.begin(), calm_cells, 0.0);
    }

    [[nodiscard]] DepartureRates rates(double most) const {
        return {.urge = urge, .cell = cell, .exposure = exposure, .most = most};
    }
};

}  // namespace

TEST(RunClocks, TakesTheHazardOfTheDayOffEachAndTellsWhichRunOut) {
    Country country;
    auto const before = country.clock;
    std::vector<std::uint32_t> run_out{7};
    run_clocks(country.clock, country.at_home, country.rates(0.05), run_out);
    std::vector<std::uint32_t> expected{7};
    for (std::uint32_t s = 0; s < strata; ++s) {
        double const rate = std::min(0.05, country.urge[country.cell[s].row] * country.exposure[s]);
        double const hazard = rate * country.at_home[s];
        bool const stays = !(before[s] > hazard);
        if (stays && rate > 0.0) expected.push_back(s);
        ASSERT_EQ(country.clock[s], stays ? before[s] : before[s] - hazard) << s;
    }
    EXPECT_EQ(run_out, expected);
    EXPECT_GT(run_out.size(), 50U);
    EXPECT_LT(run_out.size(), strata - 50U);
}

TEST(RunClocks, StopsAClockThatEndsWithTheDay) {
    std::vector<double> clock{0.5, 0.5};
    std::vector<std::uint32_t> const at_home{2, 1};
    std::vector<double> const urge{0.25}, exposure{1.0, 1.0};
    std::vector<sim::CellId> const cell{{0}, {0}};
    std::vector<std::uint32_t> run_out;
    run_clocks(clock, at_home, {.urge = urge, .cell = cell, .exposure = exposure, .most = 1.0},
               run_out);
    EXPECT_EQ(run_out, std::vector<std::uint32_t>{0});
    EXPECT_EQ(clock, (std::vector{0.5, 0.25}));
}

TEST(RunClocks, LeavesThoseAloneWhoseClocksAreNotDrawnWhereNothingIsFeared) {
    std::vector<double> clock{0.0, 0.0, 0.0};
    std::vector<std::uint32_t> const at_home{2, 2, 0};
    std::vector<double> const urge{0.0, 0.25}, exposure{1.0, 1.0, 1.0};
    std::vector<sim::CellId> const cell{{0}, {1}, {1}};
    std::vector<std::uint32_t> run_out;
    run_clocks(clock, at_home, {.urge = urge, .cell = cell, .exposure = exposure, .most = 1.0},
               run_out);
    EXPECT_EQ(run_out, (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(clock, (std::vector{0.0, 0.0, 0.0}));
}

TEST(RunClocks, RefusesColumnsOfDifferentLengths) {
    Country country;
    country.at_home.pop_back();
    std::vector<std::uint32_t> run_out;
    EXPECT_THROW(run_clocks(country.clock, country.at_home, country.rates(1.0), run_out),
                 sim::ContractError);
}

TEST(FeelRegionFear, IsShareTimesFearAndMoreWithTheWorseHunger) {
    std::vector<double> const share{1.0, 0.5, 1.0}, fear{0.01, 0.0, 0.02};
    std::vector<std::uint32_t> const region{0, 2, 1};
    std::vector<float> const food{0.5F, 0.0F, 1.0F}, lean{0.25F, 0.75F, 1.0F};
    std::vector<double> urge(3, -1.0);
    feel_region_fear({.share = share, .region = region, .food_stress = food, .lean_season = lean},
                     fear, 2.0, urge);
    EXPECT_DOUBLE_EQ(urge[0], (1.0 + 2.0 * 0.5) * 0.01);
    EXPECT_DOUBLE_EQ(urge[1], 0.5 * (1.0 + 2.0 * 0.75) * 0.02);
    EXPECT_EQ(urge[2], 0.0);
    urge.pop_back();
    EXPECT_THROW(feel_region_fear({share, region, food, lean}, fear, 2.0, urge),
                 sim::ContractError);
}

}  // namespace models
