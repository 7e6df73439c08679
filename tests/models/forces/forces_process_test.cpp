#include "models/forces/forces_process.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/purposes.hpp"
#include "sim/base/check.hpp"
#include "sim/config/toml_file.hpp"
#include "sim/parallel/threads.hpp"
#include "tests/models/timeline/politics_world.hpp"

namespace models {
namespace {

using namespace testing;

ForcesParams const params{.arrival_days = 10.0,
                          .replacement_days = 50.0,
                          .state_unit = 100,
                          .external_unit = 100,
                          .peacekeeper_unit = 120,
                          .rebel_unit = 40,
                          .militia_unit = 30};

std::int64_t change(Muster const& muster, std::uint32_t day = 5) {
    sim::Stream draw{sim::Seed{1}, purpose::reinforcement, 0, sim::Day{day}};
    return change_today(params, muster, draw);
}

TEST(ChangeToday, RaisesAllAtOnceOnTheFirstDayAndAtAFirstAppearance) {
    EXPECT_EQ(change({.is_regular = true, .is_first_day = true, .target = 700}), 700);
    EXPECT_EQ(change({.is_first_day = true, .fighters = 200, .target = 700}), 500);
    EXPECT_EQ(change({.target = 700}), 700);
}

TEST(ChangeToday, RegularForcesArriveInTimeAndLeaveAtOnce) {
    Muster muster{.is_regular = true, .target = 705};
    int days = 0;
    while (muster.fighters < muster.target) {
        auto const arriving = change(muster);
        EXPECT_LE(arriving, 71);
        muster.fighters += static_cast<std::uint32_t>(arriving);
        muster.has_appeared = true;
        ++days;
    }
    EXPECT_EQ(muster.fighters, 705U);
    EXPECT_EQ(days, 10);
    EXPECT_EQ(change({.is_regular = true, .has_appeared = true, .fighters = 705, .target = 5}),
              -700);
    EXPECT_EQ(change(muster), 0);
}

TEST(ChangeToday, IrregularForcesReplaceAtTheStatedRate) {
    Muster const losing{.has_appeared = true, .fighters = 500, .target = 1500};
    Muster const shrinking{.has_appeared = true, .fighters = 1500, .target = 500};
    double const p = -std::expm1(-1.0 / 50.0);
    int const days = 400;
    double joined = 0.0, left = 0.0;
    for (std::uint32_t day = 0; day < days; ++day) {
        joined += static_cast<double>(change(losing, day));
        left -= static_cast<double>(change(shrinking, day));
    }
    double const tolerance = 5.0 * std::sqrt(days * 1000.0 * p * (1.0 - p));
    EXPECT_NEAR(joined, days * 1000.0 * p, tolerance);
    EXPECT_NEAR(left, days * 1000.0 * p, tolerance);
}

TEST(UnitSize, IsThatOfTheClass) {
    EXPECT_EQ(unit_size(params, ActorClass::peacekeeper), 120);
    EXPECT_EQ(unit_size(params, ActorClass::rebel_coalition), 40);
    EXPECT_EQ(unit_size(params, ActorClass::identity_militia), 30);
}

TEST(ForcesProcess, TheLastRowBeforeTheStartCounts) {
    ForceSchedule const schedule{
        {.actor = state, .day = -30, .strength = 900.0, .shares = {}},
        {.actor = state, .day = -3, .strength = 600.0, .shares = {{capital, 0.5}, {north, 0.5}}},
        {.actor = state, .day = 2, .strength = 300.0, .shares = {{capital, 1.0}}}};
    World world = politics_world();
    ForcesProcess const process{schedule, params};
    process(world);
    EXPECT_EQ(fighters_of(world, state), 600U);
    EXPECT_EQ(fighters_at(world, state, north), 300U);
    go_to(world, 1);
    process(world);
    EXPECT_EQ(fighters_of(world, state), 600U);
    go_to(world, 2);
    process(world);
    EXPECT_EQ(fighters_of(world, state), 300U);
    EXPECT_EQ(fighters_at(world, state, north), 0U);  // the closed base went first
    EXPECT_EQ(fighters_at(world, state, capital), 300U);
}

TEST(ForcesProcess, RaisesNobodyForThoseWhoAreNotThereOrDoNotFight) {
    World world = politics_world();
    for (auto const actor : {peacekeepers, people}) {
        world.actors.target_strength[actor.row] = 1000.0;
        world.deployment.of(actor)[capital.row] = 1.0;
    }
    ForcesProcess{{}, params}(world);
    EXPECT_EQ(world.units.size(), 0U);
}

TEST(ForcesProcess, AccountsForEveryFighter) {
    World world = politics_world();
    for (auto const actor : {state, rebels, militia}) {
        world.deployment.of(actor)[north.row] = 1.0;
        world.actors.target_strength[actor.row] = 500.0;
    }
    ForcesProcess const process{{{.actor = state, .day = 40, .strength = 80.0, .shares = {}}},
                                params};
    for (std::uint32_t day = 0; day < 80; ++day) {
        go_to(world, day);
        if (day == 20) world.actors.target_strength[militia.row] = 100.0;
        process(world);
        // Some fall each day, as the attacks would have it.
        for (std::size_t i = 0; i < world.units.size(); i += 3) {
            if (world.units.fighters[i] == 0) continue;
            --world.units.fighters[i];
            ++world.totals
                  .deaths[static_cast<std::size_t>(world.actors.side(world.units.actor[i]))];
        }
        auto const alive = [&](Side side) {
            auto const s = static_cast<std::size_t>(side);
            auto const& totals = world.totals;
            return totals.fighters_raised[s] - totals.deaths[s] - totals.fighters_disbanded[s];
        };
        ASSERT_EQ(fighters_of(world, state), alive(Side::state)) << day;
        ASSERT_EQ(fighters_of(world, rebels) + fighters_of(world, militia), alive(Side::militant))
            << day;
    }
    EXPECT_GT(world.totals.fighters_disbanded[static_cast<std::size_t>(Side::militant)], 100U);
}

TEST(ForcesProcess, IsTheSameForAnyThreadCount) {
    auto const strengths = [&](int threads) {
        int const usual = sim::threads();
        sim::set_threads(threads);
        World world = politics_world();
        world.deployment.of(rebels)[north.row] = 1.0;
        world.actors.target_strength[rebels.row] = 300.0;
        add_unit(world, rebels, 7, east);
        for (std::uint32_t day = 1; day < 30; ++day) {
            go_to(world, day);
            ForcesProcess{{}, params}(world);
        }
        sim::set_threads(usual);
        return world.units.fighters;
    };
    EXPECT_EQ(strengths(1), strengths(2));
    EXPECT_EQ(strengths(1), strengths(7));
}

TEST(ForcesProcess, RefusesDisorderAndNonsense) {
    ForceRow const early{.actor = state, .day = 1, .strength = 1.0, .shares = {}};
    ForceRow const late{.actor = state, .day = 2, .strength = 1.0, .shares = {}};
    ForceRow const negative{.actor = state, .day = 2, .strength = -1.0, .shares = {}};
    EXPECT_THROW((ForcesProcess{{late, early}, params}), sim::ContractError);
    EXPECT_THROW((ForcesProcess{{negative}, params}), sim::ContractError);
    EXPECT_THROW((ForcesProcess{{early}, ForcesParams{}}), sim::ContractError);
}

TEST(ReadForcesParams, ReadsEveryKeyAndChecksIt) {
    std::string const good =
        "arrival_days = 10\nreplacement_days = 300\nstate_unit = 100\nexternal_unit = 90\n"
        "peacekeeper_unit = 120\nrebel_unit = 40\nmilitia_unit = 30\n";
    auto const read = read_forces_params(sim::TomlFile::parse(good, "t").root());
    EXPECT_DOUBLE_EQ(read.replacement_days, 300.0);
    EXPECT_EQ(read.external_unit, 90);
    EXPECT_EQ(read.militia_unit, 30);
    auto bad = good;
    bad.replace(bad.find("100"), 3, "0");
    EXPECT_THROW(static_cast<void>(read_forces_params(sim::TomlFile::parse(bad, "t").root())),
                 sim::InputError);
    EXPECT_THROW(static_cast<void>(read_forces_params(
                     sim::TomlFile::parse(good.substr(good.find("replacement")), "t").root())),
                 sim::InputError);
}

}  // namespace
}  // namespace models
