#include "sim/calibration/sbc.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "sim/base/check.hpp"
#include "sim/random/distributions.hpp"

namespace sim::calibration {
namespace {

/// Ranks of truths from N(0, 1), each seen once with noise of sd 1, among 19 draws from a posterior
/// whose mean is moved by `shift` and whose sd is multiplied by `width`: N(y / 2, 1 / 2) is right.
std::vector<std::uint32_t> ranks_of(double shift, double width) {
    std::vector<std::uint32_t> ranks;
    for (std::uint32_t i = 0; i < 1'000; ++i) {
        Stream draw{Seed{8}, Purpose{1}, i, Day{0}};
        double const truth = normal(draw, 0.0, 1.0), seen = truth + normal(draw, 0.0, 1.0);
        std::vector<double> posterior(19);
        for (double& value : posterior) {
            value = normal(draw, 0.5 * seen + shift, width * std::sqrt(0.5));
        }
        ranks.push_back(rank_of(truth, posterior, draw.uniform()));
    }
    return ranks;
}

TEST(Uniformity, HoldsForTheRightPosterior) {
    auto const result = uniformity(ranks_of(0.0, 1.0), 19, 20);
    EXPECT_GT(result.p_value, 0.001);
    EXPECT_LT(result.p_value, 0.999);
    EXPECT_EQ(std::accumulate(result.counts.begin(), result.counts.end(), 0U), 1'000U);
}

TEST(Uniformity, FailsForWrongPosteriors) {
    EXPECT_LT(uniformity(ranks_of(0.0, 0.7), 19, 20).p_value, 1e-6);  // too sure
    EXPECT_LT(uniformity(ranks_of(0.0, 1.5), 19, 20).p_value, 1e-6);  // not sure enough
    EXPECT_LT(uniformity(ranks_of(0.3, 1.0), 19, 10).p_value, 1e-6);  // biased
}

TEST(Coverage, IsAsStatedForTheRightPosterior) {
    for (double const level : {0.5, 0.9}) {
        auto const result = coverage(ranks_of(0.0, 1.0), 19, level);
        EXPECT_DOUBLE_EQ(result.nominal, level);  // 20 places can be cut at both
        EXPECT_LE(result.low, level);
        EXPECT_GE(result.high, level);
    }
}

TEST(Coverage, MissesForAPosteriorThatIsTooSure) {
    EXPECT_LT(coverage(ranks_of(0.0, 0.7), 19, 0.9).high, 0.9);
    EXPECT_GT(coverage(ranks_of(0.0, 1.5), 19, 0.5).low, 0.5);
}

TEST(Coverage, CountsRanksByHand) {
    std::vector<std::uint32_t> const ranks{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    auto const result = coverage(ranks, 9, 0.6);  // inside: 2 to 7
    EXPECT_DOUBLE_EQ(result.nominal, 0.6);
    EXPECT_DOUBLE_EQ(result.share, 0.6);
    // Wilson (1927) for 6 of 10.
    EXPECT_NEAR(result.low, 0.3127, 1e-4);
    EXPECT_NEAR(result.high, 0.8318, 1e-4);
    EXPECT_DOUBLE_EQ(coverage(ranks, 9, 0.01).nominal, 0.2);  // at least the two middle ranks
}

TEST(RankOf, CountsWhatIsBelowAndSharesWhatIsEqual) {
    std::vector<double> const posterior{1.0, 2.0, 2.0, 3.0};
    EXPECT_EQ(rank_of(2.5, posterior, 0.9), 3U);
    EXPECT_EQ(rank_of(2.0, posterior, 0.0), 1U);
    EXPECT_EQ(rank_of(2.0, posterior, 0.5), 2U);
    EXPECT_EQ(rank_of(2.0, posterior, 0.99), 3U);
}

TEST(Uniformity, IsWorkedByHand) {
    auto const result = uniformity(std::vector<std::uint32_t>{0, 0, 0, 1}, 1, 2);
    EXPECT_DOUBLE_EQ(result.statistic, 1.0);  // (3 - 2)^2 / 2 twice
    EXPECT_NEAR(result.p_value, 0.317310507862914, 1e-12);
    EXPECT_THROW(static_cast<void>(uniformity(std::vector<std::uint32_t>{0}, 19, 3)),
                 ContractError);
    EXPECT_THROW(static_cast<void>(uniformity(std::vector<std::uint32_t>{20}, 19, 20)),
                 ContractError);
}

}  // namespace
}  // namespace sim::calibration
