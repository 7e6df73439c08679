#include "models/calibration/targets.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/check.hpp"

namespace models {
namespace {

using sim::calibration::Side;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

DocumentedFigure figure(char const* id, FigureQuantity quantity, std::optional<double> low,
                        std::optional<double> central, std::optional<double> high) {
    DocumentedFigure made;
    made.id = id;
    made.quantity = quantity;
    made.start = sim::make_date(2012, 1, 1);
    made.end = sim::make_date(2012, 3, 1);
    made.low = low;
    made.central = central;
    made.high = high;
    made.use = FigureUse::target;
    made.observer = "icg";
    return made;
}

class TargetsTest : public ::testing::Test {
  protected:
    void SetUp() override {
        scenario_.first_day = sim::make_date(2012, 1, 1);
        scenario_.last_day = sim::make_date(2012, 12, 31);
        scenario_.figures = {
            figure("range", FigureQuantity::deaths, 99, std::nullopt, 399),
            figure("central", FigureQuantity::deaths, 90, 120, 130),
            figure("more", FigureQuantity::deaths, 50, 50, std::nullopt),
            figure("less", FigureQuantity::refugees, std::nullopt, 80, 80),
            figure("held", FigureQuantity::ceasefire_months, std::nullopt, 5, std::nullopt),
            figure("later", FigureQuantity::refugees, 1, 2, 3),
        };
        scenario_.figures[2].bound = FigureBound::at_least;
        scenario_.figures[3].bound = FigureBound::at_most;
        scenario_.figures[5].end = sim::make_date(2017, 1, 1);
        probe_.figures = {200, 200, 100, 100, none, 7};
        probe_.months.resize(12);
        options_.error = 0.25;
        options_.errors = {{FigureQuantity::ceasefire_months, 0.5}};
        options_.discrepancy = 0.3;
    }

    [[nodiscard]] StudyTarget target(std::string const& id) const {
        auto const made = make_targets(options_, scenario_, probe_);
        auto const found = std::ranges::find(made.targets, id, &StudyTarget::id);
        if (found == made.targets.end()) throw std::runtime_error{"no target " + id};
        return *found;
    }

    Scenario scenario_;
    RunRecord probe_;
    TargetOptions options_;
};

TEST_F(TargetsTest, TakeARangeForNinetyPercent) {
    auto const one = target("range");
    EXPECT_EQ(one.target.side, Side::equal);
    EXPECT_NEAR(one.target.value, std::log(200.0), 1e-12);  // sqrt(100 * 400)
    EXPECT_NEAR(std::sqrt(one.target.observation_variance), std::log(4.0) / 3.28970725, 1e-8);
    EXPECT_NEAR(one.target.discrepancy_variance, 0.09, 1e-15);
}

TEST_F(TargetsTest, HaveAtLeastTheErrorOfTheStudy) {
    EXPECT_NEAR(target("central").target.value, std::log(121.0), 1e-12);
    EXPECT_NEAR(target("central").target.observation_variance, 0.0625, 1e-15);
    EXPECT_NEAR(target("held").target.observation_variance, 0.25, 1e-15);
    scenario_.figures[1].bound = FigureBound::about;
    options_.about_error = 0.4;
    EXPECT_NEAR(target("central").target.observation_variance, 0.16, 1e-15);
}

TEST_F(TargetsTest, KnowOneSidedFigures) {
    EXPECT_EQ(target("more").target.side, Side::at_least);
    EXPECT_NEAR(target("more").target.value, std::log(51.0), 1e-12);
    EXPECT_EQ(target("less").target.side, Side::at_most);
    EXPECT_NEAR(target("less").target.value, std::log(81.0), 1e-12);
}

TEST_F(TargetsTest, SayWhyAFigureIsLeftOut) {
    options_.exclude = {{"more", "we do not trust it", "s.toml:1:1"}};
    probe_.figures[3] = none;
    auto const made = make_targets(options_, scenario_, probe_);
    ASSERT_EQ(made.left_out.size(), 3U);
    EXPECT_EQ(made.left_out[0].reason, "excluded: we do not trust it");
    EXPECT_EQ(made.left_out[1].reason, "runs do not give it");
    EXPECT_EQ(made.left_out[2].reason, "ends after 2016-12-31");
    options_.exclude = {{"mroe", "", "s.toml:1:1"}};
    EXPECT_THROW(static_cast<void>(make_targets(options_, scenario_, probe_)), sim::InputError);
}

TEST_F(TargetsTest, WeighFamiliesAlike) {
    // Three of deaths, one of refugees, one of ceasefires.
    EXPECT_NEAR(target("range").target.weight, 5.0 / 9.0, 1e-15);
    EXPECT_NEAR(target("less").target.weight, 5.0 / 3.0, 1e-15);
    options_.weights = WeightBy::figure;
    EXPECT_EQ(target("range").target.weight, 1.0);
    scenario_.figures[1].observer = "acled";  // another family of its own
    options_.weights = WeightBy::family;
    EXPECT_NEAR(target("range").target.weight, 5.0 / 8.0, 1e-15);
    EXPECT_NEAR(target("central").target.weight, 5.0 / 4.0, 1e-15);
    options_.weights = WeightBy::root;
    double const mean = 5.0 / (2.0 / std::sqrt(2.0) + 3.0);
    EXPECT_NEAR(target("range").target.weight, mean / std::sqrt(2.0), 1e-15);
    EXPECT_NEAR(target("central").target.weight, mean, 1e-15);
}

TEST_F(TargetsTest, OutputsAreOnTheScaleOfTheirTarget) {
    StudyPattern peak;
    peak.id = "peak";
    peak.kind = PatternKind::idp_peak_month;
    peak.low = 2012 * 12.0;
    peak.high = 2012 * 12.0 + 6;
    peak.location = "s.toml:9:1";
    options_.patterns = {peak};
    probe_.months[4].idps = 3;
    auto const made = make_targets(options_, scenario_, probe_);
    ASSERT_EQ(made.targets.size(), 6U);
    EXPECT_EQ(made.targets[5].target.value, 2012 * 12.0 + 3);
    EXPECT_EQ(made.targets[5].target.discrepancy_variance, 0.0);
    auto const outputs = outputs_of(made, probe_);
    EXPECT_NEAR(outputs[0], std::log(201.0), 1e-12);
    EXPECT_EQ(outputs[4], 0.0);  // no ceasefire lasts 0 months
    EXPECT_EQ(outputs[5], 2012 * 12.0 + 4);
    EXPECT_NEAR(from_scale(made.targets[0], outputs[0]), 200.0, 1e-9);
    EXPECT_EQ(from_scale(made.targets[5], outputs[5]), outputs[5]);
    for (double const output : outputs_of(made, {.has_failed = true})) {
        EXPECT_TRUE(std::isnan(output));
    }
    probe_.months[4].idps = 0;  // a pattern that runs do not give is an error of the study
    EXPECT_THROW(static_cast<void>(make_targets(options_, scenario_, probe_)), sim::InputError);
}

}  // namespace
}  // namespace models
