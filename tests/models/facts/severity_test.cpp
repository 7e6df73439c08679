#include "models/facts/severity.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/facts/event_maker.hpp"

namespace models {
namespace {

using testing::event_on;
using testing::fact;
using testing::value_of;

TEST(HurwitzZeta, IsThatOfScipy) {
    EXPECT_NEAR(hurwitz_zeta(2.0, 1.0), M_PI * M_PI / 6.0, 1e-12);
    EXPECT_NEAR(hurwitz_zeta(2.04, 3.0), 0.36579828415103766, 1e-12);
    EXPECT_NEAR(hurwitz_zeta(1.5, 1.0), 2.612375348685488, 1e-11);
    EXPECT_NEAR(hurwitz_zeta(12.0, 10.0), 1.5062187906360508e-12, 1e-22);
}

// References: scipy.optimize.minimize_scalar on scipy.special.zeta, scipy 1.10.1.
TEST(DiscretePowerLaw, IsTheMaximumThatScipyFinds) {
    std::vector<std::uint32_t> const x{0, 1,  2,  3,  3,  3,  4,  4,  5,  6, 7,
                                       9, 12, 15, 22, 40, 10, 11, 13, 10, 10};
    auto const from3 = discrete_power_law(x, 3), from10 = discrete_power_law(x, 10);
    EXPECT_EQ(from3.n, 18U);
    EXPECT_NEAR(*from3.alpha, 1.8716221677785374, 1e-6);
    EXPECT_FALSE(from10.alpha) << "nine values are too few";
    EXPECT_EQ(from10.n, 9U);
    EXPECT_NEAR(*approximate_power_law(x, 3).alpha, 1.8586555960857134, 1e-12);
}

TEST(DiscretePowerLaw, IsRecoveredFromASample) {
    for (auto const& [xmin, alpha] : {std::pair{3U, 2.04}, std::pair{10U, 2.93}}) {
        auto draw = testing::draws(xmin);
        std::vector<std::uint32_t> sample;
        double const all = hurwitz_zeta(alpha, xmin);
        while (sample.size() < 20'000) {
            // Inversion of the survival function zeta(alpha, x) / zeta(alpha, xmin).
            double const u = draw.uniform_positive();
            std::uint32_t low = xmin, high = xmin + 1;
            while (hurwitz_zeta(alpha, high) > u * all && high < 1'000'000'000U) high *= 2;
            while (high - low > 1) {
                auto const middle = low + (high - low) / 2;
                (hurwitz_zeta(alpha, middle) > u * all ? low : high) = middle;
            }
            sample.push_back(low);
        }
        auto const fit = discrete_power_law(sample, xmin);
        EXPECT_NEAR(*fit.alpha, alpha, 4.0 * (alpha - 1.0) / std::sqrt(20'000.0));
    }
}

TEST(ApproximatePowerLaw, IsNearTheExactOneFromTenOn) {
    std::vector<std::uint32_t> x;
    for (std::uint32_t i = 10; i < 60; ++i) x.push_back(i);
    EXPECT_NEAR(*approximate_power_law(x, 10).alpha, *discrete_power_law(x, 10).alpha, 0.01);
}

TEST(DiscretePowerLaw, IsNothingWhereAllAreTheSmallest) {
    EXPECT_FALSE(discrete_power_law(std::vector<std::uint32_t>(50, 3), 3).alpha);
}

TEST(SeverityFacts, ByHand) {
    std::vector<ObservedEvent> events;
    for (std::uint32_t const deaths : {0U, 0U, 0U, 1U, 2U, 10U, 21U, 6U, 0U, 0U}) {
        events.push_back(event_on(0, deaths));
    }
    auto const facts = severity_facts(events);
    EXPECT_DOUBLE_EQ(value_of(facts, "zero_death_share"), 0.5);
    EXPECT_DOUBLE_EQ(value_of(facts, "mean_deaths_fatal"), 8.0);
    EXPECT_EQ(fact(facts, "mean_deaths_fatal").n, 5U);
    EXPECT_DOUBLE_EQ(value_of(facts, "fatal_share_10plus"), 0.4);
    EXPECT_DOUBLE_EQ(value_of(facts, "deaths_share_10plus"), 31.0 / 40.0);
    EXPECT_DOUBLE_EQ(value_of(facts, "fatal_share_21plus"), 0.2);
    EXPECT_DOUBLE_EQ(value_of(facts, "deaths_share_21plus"), 21.0 / 40.0);
    EXPECT_EQ(fact(facts, "severity_exponent_xmin3").n, 3U);
    EXPECT_FALSE(fact(facts, "severity_exponent_xmin3").value);
}

}  // namespace
}  // namespace models
