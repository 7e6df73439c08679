#include "models/world/fatalities.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace models {
namespace {

FatalityParams clash() {
    return {.fatal_share = 0.65,
            .median = 3.0,
            .log_sd = 1.2,
            .largest = 111.0,
            .civilian_share = 0.1,
            .attacker_odds = 0.5};
}

std::vector<std::uint32_t> many_deaths(FatalityParams const& params, std::uint32_t n) {
    std::vector<std::uint32_t> deaths;
    for (std::uint32_t i = 0; i < n; ++i) {
        sim::Stream draw{{7}, {1}, i, {0}};
        deaths.push_back(draw_deaths(params, draw));
    }
    return deaths;
}

TEST(DrawDeaths, KillsNobodyWhenNeverFatal) {
    auto params = clash();
    params.fatal_share = 0.0;
    for (auto const deaths : many_deaths(params, 1000)) EXPECT_EQ(deaths, 0U);
}

TEST(DrawDeaths, KillsSomebodyWhenAlwaysFatalAndNeverMoreThanTheLargest) {
    auto params = clash();
    params.fatal_share = 1.0;
    params.largest = 5.0;
    for (auto const deaths : many_deaths(params, 1000)) {
        EXPECT_GE(deaths, 1U);
        EXPECT_LE(deaths, 5U);
    }
}

// Armed clashes in Mali 2012 to 2020: 65 % fatal, median 3 if so, 95th percentile of all 15.
TEST(DrawDeaths, HasTheLethalityOfArmedClashes) {
    auto deaths = many_deaths(clash(), 40'000);
    std::sort(deaths.begin(), deaths.end());
    auto const fatal =
        static_cast<double>(deaths.end() - std::upper_bound(deaths.begin(), deaths.end(), 0U));
    double const n = 40'000.0;
    EXPECT_NEAR(fatal / n, 0.65, 5.0 * std::sqrt(0.65 * 0.35 / n));
    EXPECT_EQ(deaths[static_cast<std::size_t>(n - fatal / 2.0)], 3U);
    EXPECT_NEAR(deaths[static_cast<std::size_t>(0.95 * n)], 15.0, 3.0);
}

TEST(AttackerLossShare, FollowsTheOdds) {
    EXPECT_EQ(attacker_loss_share(0.0, 3.0), 0.0);
    EXPECT_DOUBLE_EQ(attacker_loss_share(1.0, 1.0), 0.5);
    EXPECT_DOUBLE_EQ(attacker_loss_share(0.5, 4.0), 2.0 / 3.0);
}

TEST(ShareDeaths, AddsUpForEveryNumberAndRatio) {
    for (std::uint32_t deaths = 0; deaths < 60; ++deaths) {
        for (double const ratio : {0.01, 1.0, 50.0}) {
            sim::Stream draw{{3}, {1}, deaths, {0}};
            Toll const toll = share_deaths(clash(), deaths, ratio, draw);
            EXPECT_EQ(toll.attackers + toll.defenders + toll.civilians, deaths);
        }
    }
}

TEST(ShareDeaths, SparesTheAttackerOfARemoteExplosive) {
    auto params = clash();
    params.attacker_odds = 0.0;
    sim::Stream draw{{3}, {1}, 0, {0}};
    EXPECT_EQ(share_deaths(params, 100, 10.0, draw).attackers, 0U);
}

}  // namespace
}  // namespace models
