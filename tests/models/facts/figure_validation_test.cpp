#include "models/facts/figure_validation.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace models {
namespace {

// A number whose log(1 + x) is what is wanted.
double x(double log) {
    return std::expm1(log);
}

TEST(IntervalScore, IsWidthPlusTwentyTimesTheMiss) {
    EXPECT_NEAR(interval_score({x(1), x(3)}, x(2), x(2), 0.1), 2.0, 1e-12);
    EXPECT_NEAR(interval_score({x(1), x(3)}, x(4), x(5), 0.1), 2.0 + 20.0, 1e-12);
    EXPECT_NEAR(interval_score({x(1), x(3)}, x(0), x(0.5), 0.1), 2.0 + 10.0, 1e-12);
    EXPECT_NEAR(interval_score({x(1), x(3)}, x(3), x(9), 0.1), 2.0, 1e-12) << "they touch";
    EXPECT_NEAR(interval_score({x(1), x(1)}, x(2), x(2), 0.5), 4.0, 1e-12);
}

TEST(IntervalScore, OfAnInequalityMissesOnOneSide) {
    EXPECT_NEAR(interval_score({x(5), x(6)}, x(2), std::nullopt, 0.1), 1.0, 1e-12);
    EXPECT_NEAR(interval_score({x(0), x(1)}, x(2), std::nullopt, 0.1), 21.0, 1e-12);
    EXPECT_NEAR(interval_score({x(0), x(1)}, std::nullopt, x(2), 0.1), 1.0, 1e-12);
    EXPECT_NEAR(interval_score({x(5), x(6)}, std::nullopt, x(2), 0.1), 61.0, 1e-12);
}

FigureSample figure(std::string family, double days, double value, std::vector<double> simulated) {
    return {.id = "f",
            .family = std::move(family),
            .days = days,
            .low = value,
            .high = value,
            .simulated = std::move(simulated)};
}

TEST(ScoreFigures, TellsMedianFromInterval) {
    FigureSample sample = figure("icg", 365, 0, {10, 20, 30});
    sample.low = 19;
    sample.high = 21;
    EXPECT_TRUE(score_figures({sample})[0].is_median_in);
    sample.low = 25;
    sample.high = 26;
    auto const score = score_figures({sample})[0];
    EXPECT_TRUE(score.is_in);
    EXPECT_FALSE(score.is_median_in);
    EXPECT_FALSE(score.baseline) << "one figure has no spread";
    sample.low = 40;
    sample.high = std::nullopt;
    EXPECT_FALSE(score_figures({sample})[0].is_in);
}

TEST(ScoreFigures, HasTheSourcesOwnMeanAsBaseline) {
    // Logs 2 and 4: mean 3, standard deviation sqrt 2.
    auto const scores =
        score_figures({figure("icg", 365, x(2), {x(2)}), figure("icg", 366, x(4), {}),
                       figure("icg", 31, x(9), {x(9)}), figure("acled", 365, x(9), {x(9)})});
    double const reach = 1.6448536269514722 * std::sqrt(2.0);
    EXPECT_EQ(scores[0].relatives, 2U);
    EXPECT_NEAR(std::log1p(scores[0].baseline->low), 3.0 - reach, 1e-9);
    EXPECT_NEAR(std::log1p(scores[0].baseline->high), 3.0 + reach, 1e-9);
    EXPECT_NEAR(*scores[0].baseline_score, 2.0 * reach, 1e-9);
    EXPECT_NEAR(*scores[0].score, 0.0, 1e-12);
    EXPECT_FALSE(scores[1].score) << "no run gives it";
    EXPECT_EQ(scores[2].relatives, 1U) << "a month is no year";
    EXPECT_EQ(scores[3].relatives, 1U) << "another observer";
    auto const tally = tally_of(scores);
    EXPECT_EQ(tally.in, 3U);
    EXPECT_EQ(tally.not_simulated, 1U);
    EXPECT_EQ(tally.compared, 1U);
    EXPECT_NEAR(*tally.baseline_score, 2.0 * reach, 1e-9);
}

TEST(ScoreFigures, BaselineNeverFallsBelowZero) {
    auto const scores =
        score_figures({figure("icg", 0, 0.0, {0}), figure("icg", 0, 1000.0, {1000})});
    EXPECT_DOUBLE_EQ(scores[0].baseline->low, 0.0);
}

TEST(FigureTally, OfNothingHasNoScores) {
    EXPECT_FALSE(tally_of(std::vector<FigureScore>{}).score);
}

}  // namespace
}  // namespace models
