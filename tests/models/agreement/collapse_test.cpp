#include "models/agreement/collapse.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "sim/base/check.hpp"
#include "sim/config/toml_file.hpp"

namespace models {
namespace {

AgreementParams const params{.collapse_rate = {0.02, 0.01, 0.001},
                             .compliance = {0.3, 0.2, 0.1},
                             .violation_effect = 0.5,
                             .violation_memory_days = 30.0,
                             .monitor_factor = 0.4,
                             .monitor_km = 50.0,
                             .stall_effect = 2.0,
                             .stall_after_days = 365.0,
                             .implementation_days = 500.0,
                             .implementation_ceiling = 0.5,
                             .full_will = 0.5,
                             .spoiler_effect = 0.5,
                             .spoiler_days = 100.0};

TEST(CollapseRate, IsTheFormulaByHand) {
    EXPECT_DOUBLE_EQ(collapse_rate(params, {}), 0.02);
    EXPECT_DOUBLE_EQ(
        collapse_rate(
            params, {.kind = AgreementKind::preliminary, .recent_violations = 3.0, .watched = 1.0}),
        0.01 * 0.4 * std::exp(1.5));
    EXPECT_DOUBLE_EQ(collapse_rate(params, {.watched = 0.5}), 0.02 * 0.7);
    EXPECT_DOUBLE_EQ(
        collapse_rate(
            params, {.kind = AgreementKind::definitive, .implementation = 0.25, .age_days = 366.0}),
        0.001 * (1.0 + 2.0 * 0.75));
}

TEST(CollapseRate, StallsOnlyAccordsAndOnlyLate) {
    EXPECT_DOUBLE_EQ(collapse_rate(params, {.kind = AgreementKind::definitive, .age_days = 365.0}),
                     0.001);
    EXPECT_DOUBLE_EQ(
        collapse_rate(params, {.kind = AgreementKind::preliminary, .age_days = 9999.0}), 0.01);
    EXPECT_DOUBLE_EQ(
        collapse_rate(
            params, {.kind = AgreementKind::definitive, .implementation = 1.0, .age_days = 9999.0}),
        0.001);
}

TEST(CollapseRate, HasTheSignsOfTheEvidence) {
    auto const rate = [](AgreementCondition const& condition) {
        return collapse_rate(params, condition);
    };
    EXPECT_GT(rate({.kind = AgreementKind::cessation}), rate({.kind = AgreementKind::preliminary}));
    EXPECT_GT(rate({.kind = AgreementKind::preliminary}),
              rate({.kind = AgreementKind::definitive}));
    EXPECT_GT(rate({.recent_violations = 1.0}), rate({}));
    EXPECT_LT(rate({.watched = 1.0}), rate({}));
}

TEST(CollapseProbability, HasItsLimits) {
    AgreementParams never_breaks = params;
    never_breaks.collapse_rate = {};
    double const infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(collapse_probability(never_breaks, {.recent_violations = infinity}), 0.0);
    EXPECT_EQ(collapse_probability(params, {.recent_violations = 1e6}), 1.0);
    EXPECT_NEAR(collapse_probability(params, {}), 1.0 - std::exp(-0.02), 1e-15);
}

TEST(ImplementationTomorrow, ApproachesTheCeilingAndNeverFalls) {
    double implementation = 0.0;
    for (int day = 0; day < 500; ++day) {
        implementation = implementation_tomorrow(params, implementation, 1.0);
    }
    EXPECT_NEAR(implementation, 0.5 * (1.0 - std::exp(-1.0)), 1e-12);
    EXPECT_DOUBLE_EQ(implementation_tomorrow(params, 0.5, 1.0), 0.5);
    EXPECT_DOUBLE_EQ(implementation_tomorrow(params, 0.8, 1.0), 0.8);
}

TEST(ImplementationTomorrow, StandsStillWithoutPoliticalWill) {
    EXPECT_DOUBLE_EQ(implementation_tomorrow(params, 0.1, 0.0), 0.1);
    EXPECT_LT(implementation_tomorrow(params, 0.1, 0.5), implementation_tomorrow(params, 0.1, 1.0));
    EXPECT_DOUBLE_EQ(political_will(params, 0.1), 0.2);
    EXPECT_DOUBLE_EQ(political_will(params, 0.5), 1.0);
    EXPECT_DOUBLE_EQ(political_will(params, 0.9), 1.0);
}

TEST(ComplianceOf, DriftsTowardsNoneWhereAnAccordIsNotImplemented) {
    auto const of = [](AgreementKind kind, double implementation, double age_days) {
        return compliance_of(
            params, {.kind = kind, .implementation = implementation, .age_days = age_days});
    };
    EXPECT_DOUBLE_EQ(of(AgreementKind::definitive, 0.0, 0.0), 0.1);
    EXPECT_NEAR(of(AgreementKind::definitive, 0.0, 100.0), 0.1 + 0.9 * 0.5 * (1.0 - std::exp(-1.0)),
                1e-12);
    EXPECT_LT(of(AgreementKind::definitive, 0.5, 100.0), of(AgreementKind::definitive, 0.0, 100.0));
    EXPECT_DOUBLE_EQ(of(AgreementKind::definitive, 1.0, 1e6), 0.1);
    EXPECT_DOUBLE_EQ(of(AgreementKind::preliminary, 0.0, 1e6), 0.2);
    EXPECT_DOUBLE_EQ(of(AgreementKind::cessation, 0.0, 1e6), 0.3);
}

std::string section(std::string const& rates) {
    return rates +
           "compliance = { cessation = 0.3, preliminary = 0.2, definitive = 0.1 }\n"
           "violation_effect = 0.5\nviolation_memory_days = 30\nmonitor_factor = 0.4\nmonitor_km = "
           "50\n"
           "stall_effect = 2\nstall_after_days = 365\nimplementation_days = 500\n"
           "implementation_ceiling = 0.5\nfull_will = 0.5\n"
           "spoiler_effect = 0.5\nspoiler_days = 100\n";
}

AgreementParams read(std::string const& rates) {
    return read_agreement_params(sim::TomlFile::parse(section(rates), "t").root());
}

TEST(ReadAgreementParams, ReadsEveryKeyAndChecksTheOrderOfTheKinds) {
    auto const good =
        read("collapse_rate = { cessation = 0.02, preliminary = 0.01, definitive = 0.001 }\n");
    EXPECT_EQ(good.collapse_rate, params.collapse_rate);
    EXPECT_EQ(good.compliance, params.compliance);
    EXPECT_DOUBLE_EQ(good.implementation_days, 500.0);
    EXPECT_DOUBLE_EQ(good.monitor_km, 50.0);
    EXPECT_DOUBLE_EQ(good.full_will, 0.5);
    EXPECT_DOUBLE_EQ(good.spoiler_days, 100.0);
    EXPECT_NO_THROW(static_cast<void>(
        read("collapse_rate = { cessation = 0, preliminary = 0, definitive = 0 }\n")));
    for (std::string const bad :
         {"collapse_rate = { cessation = 0.01, preliminary = 0.02, definitive = 0.001 }\n",
          "collapse_rate = { cessation = 0.02, preliminary = 0.01, definitive = -1 }\n",
          "collapse_rate = { cessation = 0.02, preliminary = 0.01 }\n", ""}) {
        EXPECT_THROW(static_cast<void>(read(bad)), sim::InputError) << bad;
    }
}

}  // namespace
}  // namespace models
