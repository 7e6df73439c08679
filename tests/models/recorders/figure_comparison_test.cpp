#include "models/recorders/figure_comparison.hpp"
#include "models/recorders/beside.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/recorders/outcome_text.hpp"
#include "tests/models/small_war.hpp"

namespace models {
namespace {

using namespace testing;

/// Ten days from 2012-01-01 on: every day 3 soldiers, 1 ally, 2 rebels and 5 civilians die, and one
/// more event, a capture, happens. 100 people are displaced on day 0, 10 more each day.
class TenDays : public ::testing::Test {
  protected:
    TenDays() {
        World world = small_war();
        history_.emplace(world);
        for (std::uint32_t day = 0; day < 10; ++day, ++world.today.value) {
            auto& deaths = world.totals.deaths;
            deaths[static_cast<std::size_t>(Side::state)] += 3;
            deaths[static_cast<std::size_t>(Side::external)] += 1;
            deaths[static_cast<std::size_t>(Side::militant)] += 2;
            deaths[static_cast<std::size_t>(Side::civilian)] += 5;
            world.totals.wounded += 4;
            ConflictEvent clash, capture;
            clash.target = state;
            capture.kind = EventKind::place_taken;
            world.events = {clash, capture};
            auto& idps = world.places.people[static_cast<std::size_t>(MoverStatus::displaced)];
            idps[0] = 100 + 10 * day;
            history_->observe(world);
        }
    }

    std::optional<double> value_of(DocumentedFigure const& figure) const {
        return simulated(figure, {*history_, agreements_, countries_, registrations_});
    }

    static DocumentedFigure figure(FigureQuantity quantity, unsigned first, unsigned last) {
        DocumentedFigure one;
        one.quantity = quantity;
        one.side = FigureSide::all;
        one.use = FigureUse::target;
        one.start = sim::make_date(2012, 1, first);
        one.end = sim::make_date(2012, 1, last);
        one.country = "Country";
        return one;
    }

    std::optional<RunHistory> history_;
    std::vector<AgreementRecord> agreements_;
    std::vector<std::string> countries_{"Country"};
    Registrations registrations_;
};

TEST_F(TenDays, DeathsAreSumsOverDaysAndSides) {
    auto deaths = figure(FigureQuantity::deaths, 2, 4);
    EXPECT_EQ(value_of(deaths), 33.0);
    deaths.side = FigureSide::state;
    EXPECT_EQ(value_of(deaths), 12.0);
    deaths.side = FigureSide::militant;
    EXPECT_EQ(value_of(deaths), 6.0);
    deaths.side = FigureSide::civilian;
    EXPECT_EQ(value_of(deaths), 15.0);
    deaths.side = FigureSide::peacekeeper;
    EXPECT_EQ(value_of(deaths), 0.0);
}

TEST_F(TenDays, EventsDoNotCountChangesOfHands) {
    EXPECT_EQ(value_of(figure(FigureQuantity::events, 1, 10)), 10.0);
    EXPECT_EQ(value_of(figure(FigureQuantity::wounded, 1, 10)), 40.0);
    EXPECT_EQ(value_of(figure(FigureQuantity::peacekeeper_attacks, 1, 10)), 0.0);
}

TEST_F(TenDays, StocksAreMeansOverThePeriod) {
    EXPECT_EQ(value_of(figure(FigureQuantity::idps, 3, 3)), 120.0);
    EXPECT_EQ(value_of(figure(FigureQuantity::idps, 3, 5)), 130.0);
    auto abroad = figure(FigureQuantity::refugees, 3, 3);
    abroad.country = "all";
    EXPECT_EQ(value_of(abroad), 0.0);
    abroad.country = "Elsewhere";
    EXPECT_FALSE(value_of(abroad));
}

TEST_F(TenDays, WhatTheRunDoesNotCoverIsNotComputed) {
    EXPECT_FALSE(value_of(figure(FigureQuantity::deaths, 5, 11)));
    EXPECT_FALSE(value_of(figure(FigureQuantity::strength, 1, 10)));
    auto one_event = figure(FigureQuantity::deaths, 2, 2);
    one_event.category = "event_casualties";
    EXPECT_FALSE(value_of(one_event));
    auto before = figure(FigureQuantity::deaths, 1, 2);
    before.start = sim::make_date(2011, 11, 30);
    EXPECT_FALSE(value_of(before));
    before.start = sim::make_date(2011, 12, 1);  // a month at most is taken for quiet
    EXPECT_EQ(value_of(before), 22.0);
}

TEST_F(TenDays, AnAgreementLastsUntilTheFirstPairBreaksIt) {
    agreements_ = {{.key = "x-1", .begins = sim::Day{2}, .days = 61},
                   {.key = "x-2", .begins = sim::Day{2}, .days = 30},
                   {.key = "y", .begins = sim::Day{5}, .days = 1}};
    auto const months = value_of(figure(FigureQuantity::ceasefire_months, 3, 9));
    ASSERT_TRUE(months);
    EXPECT_NEAR(*months, 30.0 / 30.436875, 1e-12);
    EXPECT_FALSE(value_of(figure(FigureQuantity::ceasefire_months, 4, 9)));
}

TEST_F(TenDays, MeasureTerritoryWhereAFigureAsksForIt) {
    World world = small_war();
    auto const asked = figure(FigureQuantity::territory_km2, 5, 9);
    RunHistory history{world, std::vector{asked}};
    for (; world.today.value < 20; ++world.today.value) history.observe(world);
    auto const in_days = [&](std::uint32_t first, std::uint32_t last) {
        return history.militant_area_km2({{first}, {last}}).has_value();
    };
    EXPECT_TRUE(in_days(7, 7));
    EXPECT_FALSE(in_days(0, 6));
    EXPECT_FALSE(in_days(8, 19)) << "day 14 is measured too, though no figure asks for it";
    EXPECT_FALSE(history_->militant_area_km2({{0}, {9}})) << "nothing asks";
}

TEST_F(TenDays, TheTextFitsATerminal) {
    auto deaths = figure(FigureQuantity::idps, 3, 3);
    deaths.central = 240.0e3;
    auto const text = outcome_text({deaths}, {*history_, agreements_, countries_, registrations_});
    EXPECT_NE(text.find("0 (240)"), std::string::npos) << text;
    EXPECT_NE(text.find("Of 1 documented figures"), std::string::npos) << text;
    std::size_t line = 0;
    for (char const c : text) {
        line = c == '\n' ? 0 : line + 1;
        EXPECT_LE(line, text_width);
    }
}

TEST(OutcomeText, CountsEventsByKindAndYear) {
    World world = small_war();
    RunHistory history{world};
    for (; world.today.value < 366 + 40; ++world.today.value) {
        ConflictEvent clash, protest;
        protest.kind = EventKind::protest;
        world.events = {clash, clash, protest};
        history.observe(world);
    }
    auto const text = outcome_text({}, {history, {}, {"Here"}, {}});
    EXPECT_NE(text.find("armed clash   732\n"), std::string::npos) << text;
    EXPECT_NE(text.find("protest   366\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("2013"), std::string::npos) << text;  // not whole
    EXPECT_EQ(text.find("shelling"), std::string::npos) << text;
}

TEST(RangeOf, GoesFromLowToHighAndOpensWhereStated) {
    DocumentedFigure figure;
    EXPECT_FALSE(range_of(figure));
    figure.central = 10.0;
    EXPECT_EQ(range_of(figure)->low, 10.0);
    EXPECT_EQ(range_of(figure)->high, 10.0);
    figure.low = 8.0;
    figure.high = 15.0;
    EXPECT_EQ(range_of(figure)->low, 8.0);
    EXPECT_EQ(range_of(figure)->high, 15.0);
    figure.bound = FigureBound::at_least;
    EXPECT_FALSE(range_of(figure)->high);
    figure.bound = FigureBound::at_most;
    EXPECT_EQ(range_of(figure)->low, 0.0);
}

TEST(FactorFrom, IsOneInsideAndARatioOutside) {
    DocumentedRange const range{10.0, 20.0};
    EXPECT_EQ(factor_from(range, 5.0), 0.5);
    EXPECT_EQ(factor_from(range, 10.0), 1.0);
    EXPECT_EQ(factor_from(range, 20.0), 1.0);
    EXPECT_EQ(factor_from(range, 50.0), 2.5);
    EXPECT_EQ(factor_from({10.0, std::nullopt}, 1e9), 1.0);
    EXPECT_TRUE(std::isinf(factor_from({0.0, 0.0}, 1.0)));
    EXPECT_EQ(factor_from({0.0, 0.0}, 0.0), 1.0);
}

}  // namespace
}  // namespace models
