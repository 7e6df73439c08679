#include "models/facts/fact_context.hpp"

#include <gtest/gtest.h>

#include "tests/models/facts/event_maker.hpp"

namespace models {
namespace {

TEST(FullYears, NeedElevenMonths) {
    FactContext context{.first_day = sim::make_date(2012, 1, 17),
                        .last_day = sim::make_date(2014, 10, 31)};
    EXPECT_EQ(full_years(context), (std::vector<int>{2012, 2013}));
    context.first_day = sim::make_date(2012, 3, 1);
    EXPECT_EQ(full_years(context), (std::vector<int>{2013}));
}

TEST(MonthsOf, NeedHalfOfEachEnd) {
    FactContext context{.first_day = sim::make_date(2012, 1, 17),
                        .last_day = sim::make_date(2012, 12, 14)};
    auto const months = months_of(context);
    EXPECT_EQ(months.first, month_number(sim::make_date(2012, 1, 1)));
    EXPECT_EQ(months.count, 11);
    context.first_day = sim::make_date(2012, 12, 10);
    EXPECT_EQ(months_of(context).count, 0);
}

TEST(UnitMonths, LeaveOutOtherUnitsAndMonths) {
    auto context = testing::period(90);
    context.units = {"A", "Tin-Essako"};
    std::vector<ObservedEvent> events(3, testing::event_on(35, 4));
    events[0].admin2 = "Tin Essako";
    events[1].admin2 = "B";
    events[2] = testing::event_on(200, 1);
    events[2].admin2 = "A";
    auto const tables = unit_months(events, context);
    EXPECT_EQ(tables.events, (CountTable{{0, 0, 0}, {0, 1, 0}}));
    EXPECT_EQ(tables.deaths, (CountTable{{0, 0, 0}, {0, 4, 0}}));
}

}  // namespace
}  // namespace models
