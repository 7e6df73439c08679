#include "sim/calibration/prior.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "sim/calibration/design.hpp"
#include "sim/calibration/normal_law.hpp"
#include "sim/calibration/quantile.hpp"

namespace sim::calibration {
namespace {

std::vector<Prior> some_priors() {
    return {{PriorKind::uniform, -2.0, 3.0},         {PriorKind::uniform, 0.0, 10.0, 2.0, 7.0},
            {PriorKind::log_uniform, 0.01, 100.0},   {PriorKind::normal, 1.0, 2.0},
            {PriorKind::normal, 0.0, 1.0, 4.0, 6.0}, {PriorKind::normal, 0.0, 1.0, -6.0, -4.0},
            {PriorKind::lognormal, 0.5, 0.7},        {PriorKind::lognormal, 0.0, 1.0, 0.5, 2.0}};
}

TEST(NormalLaw, KnowsTabledValues) {
    // Abramowitz and Stegun (1964), tables 26.1 and 26.5.
    EXPECT_NEAR(normal_probability(1.0), 0.841344746068543, 1e-14);
    EXPECT_NEAR(normal_density(0.0), 0.398942280401433, 1e-15);
    EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-13);
    EXPECT_NEAR(normal_quantile(0.5), 0.0, 1e-16);
    EXPECT_TRUE(std::isinf(normal_quantile(0.0)));
}

TEST(NormalLaw, QuantileUndoesProbability) {
    for (double const p : {1e-250, 1e-100, 1e-20, 1e-6, 0.01, 0.3, 0.5}) {
        EXPECT_NEAR(normal_probability(normal_quantile(p)) / p, 1.0, 1e-12) << p;
    }
    EXPECT_NEAR(normal_quantile(0.9), -normal_quantile(0.1), 1e-14);
}

TEST(ChiSquareTail, KnowsClosedForms) {
    // Two degrees: exp(-x/2). One degree: 2 (1 - Phi(sqrt x)). Four: exp(-x/2) (1 + x/2).
    for (double const x : {0.1, 1.0, 5.0, 30.0}) {
        EXPECT_NEAR(chi_square_tail(x, 2.0), std::exp(-0.5 * x), 1e-13);
        EXPECT_NEAR(chi_square_tail(x, 1.0), 2.0 * normal_probability(-std::sqrt(x)), 1e-13);
        EXPECT_NEAR(chi_square_tail(x, 4.0), std::exp(-0.5 * x) * (1.0 + 0.5 * x), 1e-13);
    }
    EXPECT_EQ(chi_square_tail(0.0, 3.0), 1.0);
}

TEST(Quantile, IsKnownForAFewNumbers) {
    std::vector<double> const values{1.0, 2.0, 4.0, 8.0};
    EXPECT_DOUBLE_EQ(sorted_quantile(values, 0.5), 3.0);
    EXPECT_DOUBLE_EQ(sorted_quantile(values, 1.0), 8.0);
    EXPECT_DOUBLE_EQ(sorted_quantile(values, 0.1), 1.3);
    EXPECT_DOUBLE_EQ(median_absolute_deviation({4.0, 1.0, 8.0, 2.0}), 1.5);  // of 1, 2, 1, 5
    std::vector<double> const unsorted{8.0, 1.0, 4.0}, weights{0.1, 0.5, 0.4};
    EXPECT_EQ(weighted_quantile(unsorted, weights, 0.5), 1.0);
    EXPECT_EQ(weighted_quantile(unsorted, weights, 0.6), 4.0);
    EXPECT_EQ(weighted_quantile(unsorted, weights, 1.0), 8.0);
}

TEST(Prior, MapsToTheUnitCubeAndBack) {
    for (Prior const& prior : some_priors()) {
        for (double const u : {0.001, 0.25, 0.5, 0.9, 0.999}) {
            EXPECT_NEAR(to_unit(prior, from_unit(prior, u)), u, 1e-9) << describe(prior);
        }
    }
}

TEST(Prior, HasADensityThatIsTheSlopeOfItsProbability) {
    for (Prior const& prior : some_priors()) {
        for (double const u : {0.1, 0.5, 0.8}) {
            double const x = from_unit(prior, u), h = 1e-5 * std::abs(x);
            double const slope = (to_unit(prior, x + h) - to_unit(prior, x - h)) / (2.0 * h);
            EXPECT_NEAR(density(prior, x) / slope, 1.0, 1e-5) << describe(prior);
        }
    }
}

TEST(Prior, KnowsItsQuantilesByHand) {
    EXPECT_DOUBLE_EQ(from_unit(Prior{PriorKind::uniform, 0.0, 10.0, 2.0, 7.0}, 0.2), 3.0);
    EXPECT_NEAR(from_unit(Prior{PriorKind::log_uniform, 0.01, 100.0}, 0.5), 1.0, 1e-12);
    EXPECT_NEAR(from_unit(Prior{PriorKind::lognormal, 0.5, 0.7}, 0.5), std::exp(0.5), 1e-12);
    EXPECT_NEAR(from_unit(Prior{PriorKind::normal, 1.0, 2.0}, 0.975), 4.919927969080108, 1e-12);
    double const half = std::numbers::inv_sqrtpi * std::numbers::sqrt2;
    Prior const positive{PriorKind::normal, 0.0, 1.0, 0.0};
    EXPECT_NEAR(density(positive, 0.0), half, 1e-15);  // twice the whole law's
}

TEST(Prior, StaysInItsBounds) {
    for (Prior const& prior : some_priors()) {
        for (double const u : {0.0, 1.0}) {
            double const x = from_unit(prior, u);
            EXPECT_GE(x, prior.lower);
            EXPECT_LE(x, prior.upper);
        }
    }
    Prior const cut{PriorKind::normal, 0.0, 1.0, 4.0, 6.0};
    EXPECT_EQ(density(cut, 3.9), 0.0);
    EXPECT_EQ(density(Prior{PriorKind::uniform, 0.0, 1.0}, 1.5), 0.0);
    EXPECT_EQ(density(Prior{PriorKind::lognormal, 0.0, 1.0}, -1.0), 0.0);
}

TEST(Prior, DrawsHaveTheMeanOfTheLaw) {
    // Mean of a normal law cut at 4 and 6: (phi(4) - phi(6)) / (Phi(-4) - Phi(-6)).
    Prior const cut{PriorKind::normal, 0.0, 1.0, 4.0, 6.0};
    Points const unit = uniform_points({Seed{7}, Purpose{1}}, 0, 20'000, 1);
    Points const drawn = from_unit(std::vector<Prior>{cut}, unit);
    double mean = 0.0;
    for (double const value : drawn.values) mean += value / 20'000.0;
    double const expected = (normal_density(4.0) - normal_density(6.0)) /
                            (normal_probability(-4.0) - normal_probability(-6.0));
    EXPECT_NEAR(mean, expected, 5.0 * 0.22 / std::sqrt(20'000.0));  // its sd is below 0.22
    EXPECT_NEAR(to_unit(std::vector<Prior>{cut}, drawn).values[17], unit.values[17], 1e-9);
}

TEST(Prior, IsFiniteOnTheFacesOfTheCube) {
    Points const faces{2, {0.0, 1.0}};
    std::vector<Prior> const priors{{PriorKind::normal, 0.0, 1.0},
                                    {PriorKind::lognormal, 0.0, 1.0}};
    for (double const value : from_unit(priors, faces).values) EXPECT_TRUE(std::isfinite(value));
}

TEST(Prior, HasNames) {
    for (auto const kind :
         {PriorKind::uniform, PriorKind::log_uniform, PriorKind::normal, PriorKind::lognormal}) {
        EXPECT_EQ(prior_kind(name_of(kind)), kind);
    }
    EXPECT_EQ(describe({PriorKind::log_uniform, 0.5, 2.0}), "log-uniform(0.5, 2)");
    EXPECT_EQ(describe({PriorKind::normal, 0.0, 1.0, 0.0}), "normal(0, 1) between 0 and inf");
    try {
        static_cast<void>(prior_kind("lognorml"));
        FAIL();
    } catch (InputError const& error) {
        EXPECT_NE(std::string(error.what()).find("Did you mean 'lognormal'?"), std::string::npos);
    }
}

TEST(Prior, RefusesWhatIsNoLaw) {
    EXPECT_THROW(check({PriorKind::uniform, 1.0, 1.0}, "a"), InputError);
    EXPECT_THROW(check({PriorKind::uniform, 0.0, NAN}, "a"), InputError);
    EXPECT_THROW(check({PriorKind::normal, 0.0, 0.0}, "a"), InputError);
    EXPECT_THROW(check({PriorKind::log_uniform, 0.0, 1.0}, "a"), InputError);
    EXPECT_THROW(check({PriorKind::uniform, 0.0, 1.0, 2.0, 3.0}, "a"), InputError);
    EXPECT_THROW(check({PriorKind::normal, 0.0, 1.0, 1.0, 0.0}, "a"), InputError);
    EXPECT_THROW(check({PriorKind::lognormal, 0.0, 1.0, -2.0, -1.0}, "a"), InputError);
    for (Prior const& prior : some_priors()) EXPECT_NO_THROW(check(prior, "a"));
    try {
        check({PriorKind::normal, 0.0, -1.0}, "attack.rate");
        FAIL();
    } catch (InputError const& error) {
        EXPECT_EQ(std::string(error.what()).find("attack.rate: prior normal(0, -1)"), 0U);
    }
}

}  // namespace
}  // namespace sim::calibration
