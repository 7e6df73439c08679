#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <map>
#include <numeric>
#include <vector>

#include "models/observed_past/observed_past_process.hpp"
#include "models/scenario/first_world.hpp"
#include "models/schedule/daily.hpp"
#include "models/world/people.hpp"
#include "tests/models/small_war.hpp"

/// \file tests/models/observed_past/observed_past_test.cpp
/// Observed events happen on their days, and nothing else does.

namespace models {
namespace {

using namespace testing;
using BySide = std::array<std::uint64_t, side_count>;

constexpr std::size_t state_side = static_cast<std::size_t>(Side::state);
constexpr std::size_t militant_side = static_cast<std::size_t>(Side::militant);
constexpr std::size_t civilian_side = static_cast<std::size_t>(Side::civilian);

std::shared_ptr<ObservedPast> past_of(std::vector<PastEvent> events, sim::Date until) {
    auto past = std::make_shared<ObservedPast>();
    past->until = until;
    past->reach_km = 60.0;
    past->events = std::move(events);
    return past;
}

TEST(ObservedDays, AreThoseUpToTheDay) {
    EXPECT_FALSE(ObservedDays{}.holds(sim::Day{0}));
    auto const past = past_of({}, sim::make_date(2012, 1, 3));
    auto const days = observed_days(past.get(), sim::make_date(2012, 1, 1));
    EXPECT_TRUE(days.holds(sim::Day{0}));
    EXPECT_TRUE(days.holds(sim::Day{2}));
    EXPECT_FALSE(days.holds(sim::Day{3}));
    EXPECT_FALSE(observed_days(nullptr, sim::make_date(2012, 1, 1)).holds(sim::Day{0}));
}

TEST(ObservedPast, TakesTheDeadFromUnitsAndHouseholdsAndCountsWhoWasNotThere) {
    auto world = small_war();
    add_unit(world, state, 0, 100);
    add_unit(world, rebels, 0, 3);
    world.totals.fighters_raised[state_side] = 100;
    world.totals.fighters_raised[militant_side] = 3;
    auto const people = count_people(world).all();
    ObservedPastProcess const process{
        past_of({{.day = sim::Day{0},
                  .cell = world.map->places.cell[0],
                  .attacker = {.actor = rebels, .kind = InterCode::rebel_group},
                  .target = {.actor = state, .kind = InterCode::state_forces},
                  .attacker_deaths = 5,
                  .target_deaths = 7,
                  .civilian_deaths = 2}},
                world.first_day)};
    process(world);
    ASSERT_EQ(world.events.size(), 1);
    auto const& event = world.events[0];
    EXPECT_EQ(event.attacker, rebels);
    EXPECT_EQ(event.target, state);
    EXPECT_EQ(event.attacker_deaths, 5);
    EXPECT_EQ(event.all_deaths(), 14);
    EXPECT_EQ(world.totals.deaths[state_side], 7);
    EXPECT_EQ(world.totals.deaths[militant_side], 5);
    EXPECT_EQ(fighters_of(world, state), 93);
    EXPECT_EQ(fighters_of(world, rebels), 0);
    EXPECT_EQ(count_people(world).all(), people - 2);
    BySide expected{};
    expected[militant_side] = 2;
    EXPECT_EQ(unplaced_deaths(world), expected);
}

TEST(ObservedPast, HappensOnItsDayOnly) {
    auto world = small_war();
    auto const cell = world.map->places.cell[1];
    ObservedPastProcess const process{
        past_of({{.day = sim::Day{1}, .kind = EventKind::protest, .cell = cell},
                 {.day = sim::Day{1}, .kind = EventKind::abduction, .cell = cell},
                 {.day = sim::Day{4}, .kind = EventKind::protest, .cell = cell}},
                sim::make_date(2012, 1, 5))};
    std::vector<std::size_t> events;
    for (std::uint32_t day = 0; day < 6; ++day) {
        world.today = sim::Day{day};
        world.events.clear();
        process(world);
        events.push_back(world.events.size());
        for (auto const& event : world.events) EXPECT_EQ(event.day, world.today);
    }
    EXPECT_EQ(events, (std::vector<std::size_t>{0, 2, 0, 0, 1, 0}));
}

/// A month of observed events in a small country: a fight every third day, each with civilians.
struct SmallCountry {
    static constexpr std::uint32_t observed = 30;

    Scenario scenario = load_scenario(AZALAI_SOURCE_DIR "/tests/app/small-country/small.toml");
    std::shared_ptr<ObservedPast> past;

    SmallCountry() {
        past = past_of({}, scenario.first_day + std::chrono::days{observed - 1});
        for (std::uint32_t day = 0; day < observed; day += 3) {
            past->events.push_back({.day = sim::Day{day},
                                    .cell = scenario.map->places.cell[0],
                                    .attacker = {.actor = ActorId{1}},
                                    .target = {.actor = ActorId{0}},
                                    .attacker_deaths = day,
                                    .target_deaths = 2 * day,
                                    .civilian_deaths = 1});
        }
        scenario.observed_past = past;
    }
};

/// Deaths by side and violent events on each day of a run, and whether conservation holds.
struct Day {
    BySide deaths{};
    std::array<std::uint32_t, event_kind_count> events{};
    friend bool operator==(Day const&, Day const&) = default;
};

std::vector<Day> run_days(Scenario const& scenario, std::uint64_t seed, World* end = nullptr) {
    auto world = make_world(scenario, {seed});
    auto const schedule = daily_schedule(scenario, world);
    std::vector<Day> days;
    std::vector<sim::Observer<World>> const observers{[&](World const& today) {
        Day day;
        for (auto const& event : today.events) {
            for (std::size_t s = 0; s < side_count; ++s) day.deaths[s] += event.deaths[s];
            if (is_violent(event.kind) || event.kind == EventKind::protest) {
                ++day.events[static_cast<std::size_t>(event.kind)];
            }
        }
        days.push_back(day);
    }};
    sim::run(world, schedule, std::span{observers}, sim::Day{scenario.days()});
    if (end != nullptr) *end = std::move(world);
    return days;
}

class ObservedPastOfACountry : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(ObservedPastOfACountry, IsTheFilesToTheBitAndNothingElse) {
    SmallCountry const country;
    auto const days = run_days(country.scenario, GetParam());
    for (std::uint32_t day = 0; day < SmallCountry::observed; ++day) {
        Day expected;
        if (day % 3 == 0) {
            expected.deaths[militant_side] = day;
            expected.deaths[state_side] = 2 * day;
            expected.deaths[civilian_side] = 1;
            expected.events[static_cast<std::size_t>(EventKind::armed_clash)] = 1;
        }
        EXPECT_EQ(days[day], expected) << "day " << day;
    }
}

TEST_P(ObservedPastOfACountry, LosesNobodyElse) {
    SmallCountry const country;
    World end;
    auto const days = run_days(country.scenario, GetParam(), &end);
    auto const unplaced = unplaced_deaths(end);
    // 135 rebels and 270 soldiers die in the capital, of 500 far away and 1,200 around it.
    EXPECT_LE(unplaced[militant_side], 135);
    EXPECT_LE(unplaced[state_side], 270);
    EXPECT_EQ(unplaced[civilian_side], 0);
    EXPECT_EQ(unplaced[static_cast<std::size_t>(Side::external)], 0);
    EXPECT_EQ(unplaced[static_cast<std::size_t>(Side::peacekeeper)], 0);
    EXPECT_TRUE(count_people(end).sums_are_true);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ObservedPastOfACountry, ::testing::Values(1, 2, 3));

TEST(ObservedPast, IsFollowedByTheSeedsOwnWar) {
    SmallCountry const country;
    auto const one = run_days(country.scenario, 1);
    auto const other = run_days(country.scenario, 2);
    auto const free = static_cast<std::ptrdiff_t>(SmallCountry::observed);
    EXPECT_TRUE(std::equal(one.begin(), one.begin() + free, other.begin()));
    EXPECT_FALSE(std::equal(one.begin() + free, one.end(), other.begin() + free));
}

TEST(ObservedPast, LeavesNothingUnplacedInARunWithoutIt) {
    SmallCountry country;
    country.scenario.observed_past = nullptr;
    World end;
    auto const days = run_days(country.scenario, 1, &end);
    EXPECT_EQ(unplaced_deaths(end), BySide{});
}

TEST(ObservedPast, LeavesAsManyDevicesAsARunWithoutItHas) {
    SmallCountry const country;
    World end;
    auto const days = run_days(country.scenario, 1, &end);
    EXPECT_GT(end.devices.all_laid, 0);
    EXPECT_EQ(end.devices.all_laid, end.devices.all_struck + end.devices.all_found +
                                        end.devices.all_expired + end.devices.size());
}

}  // namespace
}  // namespace models
