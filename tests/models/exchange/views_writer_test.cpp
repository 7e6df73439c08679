#include "models/exchange/views_writer.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "models/observed/grid_ids.hpp"
#include "tests/models/exchange/testing.hpp"

namespace {

using models::AcledSubEvent;
using models::UcdpEvent;
using models::UcdpViolence;
using models::ViewsDraw;
using models::ViewsFrame;
using models::ViewsOutcome;
using models::ViewsUnit;

constexpr sim::GeoPoint gao{.lat = 16.27, .lon = -0.04};
constexpr sim::GeoPoint kidal{.lat = 18.44, .lon = 1.41};

ViewsFrame two_cells() {
    return {.unit = ViewsUnit::priogrid,
            .units = {models::priogrid_gid(gao), models::priogrid_gid(kidal)},
            .first_month = 385,  // January 2012
            .last_month = 386};
}

UcdpEvent event(UcdpViolence violence, sim::Date date, sim::GeoPoint at, std::uint32_t best) {
    UcdpEvent one;
    one.violence = violence;
    one.date_start = one.date_end = date;
    one.at = at;
    one.best = best;
    return one;
}

std::string text_of(ViewsFrame const& frame, std::vector<ViewsOutcome> const& outcomes,
                    std::vector<ViewsDraw> const& draws) {
    return models::testing::written(
        [&](models::TextSink const& sink) { models::write_views(frame, outcomes, draws, sink); });
}

TEST(WriteViews, WritesEveryMonthUnitAndDraw) {
    auto const frame = two_cells();
    std::vector const outcomes{ViewsOutcome::ged_sb, ViewsOutcome::ged_os};
    std::vector const first{
        event(UcdpViolence::state_based, sim::make_date(2012, 1, 17), gao, 3),
        event(UcdpViolence::state_based, sim::make_date(2012, 1, 31), gao, 4),
        event(UcdpViolence::one_sided, sim::make_date(2012, 2, 1), kidal, 5),
        event(UcdpViolence::non_state, sim::make_date(2012, 2, 1), kidal, 100),  // not asked for
    };
    std::vector const draws{models::count_views(frame, outcomes, first, {}),
                            models::count_views(frame, outcomes, {}, {})};
    EXPECT_EQ(text_of(frame, outcomes, draws),
              "month_id,priogrid_gid,draw,ged_sb,ged_os\n"
              "385,153000,0,7,0\n385,153000,1,0,0\n385,155883,0,0,0\n385,155883,1,0,0\n"
              "386,153000,0,0,0\n386,153000,1,0,0\n386,155883,0,0,5\n386,155883,1,0,0\n");
    EXPECT_EQ(draws[0].events_outside, 0U);
}

TEST(WriteViews, CountsWhatTheFrameDoesNotCover) {
    auto const frame = two_cells();
    std::vector const outcomes{ViewsOutcome::ged_sb};
    std::vector const events{
        event(UcdpViolence::state_based, sim::make_date(2011, 12, 31), gao, 1),
        event(UcdpViolence::state_based, sim::make_date(2012, 3, 1), gao, 2),
        event(UcdpViolence::state_based, sim::make_date(2012, 1, 17), {.lat = 0, .lon = 0}, 4),
        event(UcdpViolence::one_sided, sim::make_date(2012, 3, 1), gao, 8),
    };
    auto const draw = models::count_views(frame, outcomes, events, {});
    EXPECT_EQ(draw.events_outside, 3U);
    EXPECT_EQ(draw.deaths_outside, 7U);
    EXPECT_EQ(std::accumulate(draw.deaths.begin(), draw.deaths.end(), std::uint64_t{0}), 0U);
}

TEST(WriteViews, SumsACountryWherever) {
    ViewsFrame const frame{
        .unit = ViewsUnit::country, .units = {432}, .first_month = 385, .last_month = 385};
    std::vector const outcomes{ViewsOutcome::acled_deaths, ViewsOutcome::ged_ns};
    std::vector const ucdp{event(UcdpViolence::non_state, sim::make_date(2012, 1, 1), kidal, 2)};
    std::vector<models::AcledEvent> acled(3);
    for (auto& one : acled) one.date = sim::make_date(2012, 1, 2);
    acled[0].fatalities = 4'294'967'295U;
    acled[1].fatalities = 6;
    acled[1].at = gao;
    acled[2].fatalities = 50;
    acled[2].sub_event = AcledSubEvent::violent_demonstration;  // no political violence
    EXPECT_EQ(text_of(frame, outcomes, {models::count_views(frame, outcomes, ucdp, acled)}),
              "month_id,country_id,draw,acled_deaths,ged_ns\n385,432,0,4294967301,2\n");
}

}  // namespace
