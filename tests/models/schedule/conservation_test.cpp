#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "models/politics/realigning.hpp"
#include "models/scenario/first_world.hpp"
#include "models/schedule/daily.hpp"
#include "models/world/people.hpp"

/// \file tests/models/schedule/conservation_test.cpp
/// What no day of a whole run may make out of nothing, or lose: people, fighters, arms and money.

namespace models {
namespace {

using BySide = std::array<std::uint64_t, side_count>;

Scenario small_country() {
    return load_scenario(AZALAI_SOURCE_DIR "/tests/app/small-country/small.toml");
}

BySide count_fighters(World const& world) {
    BySide fighters{};
    for (std::size_t u = 0; u < world.units.size(); ++u) {
        auto const side = world.actors.side(world.units.actor[u]);
        fighters[static_cast<std::size_t>(side)] += world.units.fighters[u];
    }
    return fighters;
}

std::uint64_t sum_over(BySide const& people) {
    return std::accumulate(people.begin(), people.end(), std::uint64_t{0});
}

/// Add groups that do not exist, for those who split off.
void add_spare_rebels(Scenario& scenario, int count) {
    for (int i = 0; i < count; ++i) {
        auto spare = scenario.actors[1];
        spare.key = spare_key + std::to_string(i);
        spare.starts = scenario.last_day + std::chrono::days{1};
        spare.bases.clear();
        scenario.actors.push_back(spare);
    }
}

double sum_of(std::vector<double> const& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Looks at every finished day of a run, and remembers what it needs of the days before.
class Auditor {
  public:
    explicit Auditor(World const& world) : population_(count_people(world).all()) {}

    void observe(World const& world) {
        SCOPED_TRACE("day " + std::to_string(world.today.value));
        expect_people_balance(world);
        expect_fighters_balance(world);
        expect_means_balance(world);
        expect_devices_balance(world);
        expect_events_sum_to_totals(world);
    }

  private:
    void expect_people_balance(World const& world) const {
        auto const count = count_people(world);
        EXPECT_TRUE(count.sums_are_true);
        auto const dead = world.totals.deaths[static_cast<std::size_t>(Side::civilian)];
        EXPECT_EQ(count.all() + dead, population_);
    }

    static void expect_fighters_balance(World const& world) {
        auto const fighters = count_fighters(world);
        auto const captives = count_captives(world.captives, world.actors);
        auto const& totals = world.totals;
        for (std::size_t side = 0; side < side_count; ++side) {
            if (static_cast<Side>(side) == Side::civilian) {
                EXPECT_EQ(fighters[side] + captives[side], 0);
                continue;
            }
            EXPECT_EQ(fighters[side] + captives[side] + totals.deaths[side] +
                          totals.fighters_disbanded[side],
                      totals.fighters_raised[side])
                << side_names[side];
        }
    }

    static void expect_means_balance(World const& world) {
        auto const& actors = world.actors;
        for (std::size_t a = 0; a < actors.size(); ++a) {
            EXPECT_GE(actors.arms[a], 0.0) << actors.key[a];
            EXPECT_GE(actors.funds[a], 0.0) << actors.key[a];
            EXPECT_GE(actors.armament[a], 0.0) << actors.key[a];
            EXPECT_LE(actors.armament[a], 1.0) << actors.key[a];
        }
        auto const& ledger = world.economy.ledger;
        EXPECT_NEAR(sum_of(actors.arms), ledger.arms(), 1e-9 * (1.0 + ledger.arms_brought));
        EXPECT_NEAR(sum_of(actors.funds), ledger.money(),
                    1e-9 * (1.0 + ledger.money_brought + ledger.money_earned));
    }

    static void expect_devices_balance(World const& world) {
        auto const& devices = world.devices;
        EXPECT_EQ(devices.all_laid,
                  devices.all_struck + devices.all_found + devices.all_expired + devices.size());
    }

    void expect_events_sum_to_totals(World const& world) {
        for (auto const& event : world.events) {
            EXPECT_EQ(event.day, world.today);
            for (std::size_t side = 0; side < side_count; ++side) {
                deaths_[side] += event.deaths[side];
            }
            EXPECT_LE(event.attacker_deaths, event.all_deaths());
            ++events_[static_cast<std::size_t>(event.kind)];
        }
        EXPECT_EQ(deaths_, world.totals.deaths);
        EXPECT_EQ(events_, world.totals.events);
    }

    std::uint64_t population_;  // on the first day
    BySide deaths_{};           // of all events so far
    std::array<std::uint64_t, event_kind_count> events_{};
};

/// Run a scenario to its end under the eyes of an auditor. \return The world as the run left it.
World audited_run(Scenario const& scenario, std::uint64_t seed) {
    auto world = make_world(scenario, {seed});
    auto const schedule = daily_schedule(scenario, world);
    Auditor auditor{world};
    std::vector<sim::Observer<World>> const observers{
        [&auditor](World const& today) { auditor.observe(today); }};
    sim::run(world, schedule, std::span{observers}, sim::Day{scenario.days()});
    return world;
}

class Conservation : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(Conservation, HoldsOnEveryDay) {
    auto const world = audited_run(small_country(), GetParam());
    EXPECT_GT(sum_over(world.totals.deaths), 0);
    EXPECT_GT(world.devices.all_laid, 0);
    EXPECT_GT(world.economy.ledger.arms_used, 0.0);
}

// Rebels are jihadists who take hostages, split and merge; armies fall, and so many are captured.
TEST_P(Conservation, HoldsWhereTheWarMakesItsOwnWay) {
    auto scenario = load_scenario(
        AZALAI_SOURCE_DIR "/tests/app/small-country/small.toml",
        {"politics.betrayal=true", "politics.split=true", "politics.split_rate=0.05",
         "politics.split_least=20.0", "politics.merger=true", "politics.merger_rate=0.02",
         "politics.coup=true", "politics.coup_rate=0.2", "mediation.spontaneous=true",
         "cantonment.canton_rate=0.02", "cantonment.release_rate=0.1", "control.rout_ratio=1.0",
         "control.rout_days=2.0", "control.neglect_days=2.0", "captives.taken_share=0.9",
         "economy.kidnap_rate=200.0"});
    scenario.actors[1].family = Family::jihadist;
    add_spare_rebels(scenario, 5);
    auto const world = audited_run(scenario, GetParam());
    EXPECT_GT(world.captives.size(), 0);
    EXPECT_GT(world.economy.hostages.size(), 0);
    EXPECT_GT(count_of(world.political_log, PoliticalKind::split), 0);
    EXPECT_GT(count_of(world.political_log, PoliticalKind::merged), 0);
    EXPECT_GT(count_of(world.political_log, PoliticalKind::coup), 0);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Conservation, ::testing::Range<std::uint64_t>(1, 6));

}  // namespace
}  // namespace models
