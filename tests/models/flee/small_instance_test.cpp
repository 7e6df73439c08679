// The rules of a run, on a network where what must happen can be worked out by hand.

#include "tests/models/flee/small_instance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>

#include "models/flee/out_csv.hpp"
#include "models/flee/run.hpp"
#include "sim/parallel/threads.hpp"

namespace models::flee {
namespace {

Flight start(Instance const& instance, std::uint64_t seed = 1) {
    return {instance,
            std::make_shared<RouteTable const>(instance.places, instance.links,
                                               instance.settings.move.awareness_level),
            sim::Seed{seed}};
}

TEST(FleeFlight, EverybodyIsCountedSomewhere) {
    SmallInstance files;
    auto const instance = files.load();
    auto const runs = run_seeds(instance, 1, 3);
    for (auto const& run : runs) {
        EXPECT_EQ(run.agents.front(), 10);
        EXPECT_EQ(run.agents.back(), 100);
        for (std::size_t day = 0; day < 10; ++day) EXPECT_LE(run.camps[day], run.agents[day]);
        EXPECT_EQ(run.work.agent_days, 550U);
    }
}

TEST(FleeFlight, ALinkEndsOnTheFirstDayThatCoversMoreThanItsLength) {
    // From Alpha to the only neighbour, a camp that nobody leaves.
    for (auto const& [km, days] : {std::pair{199, 0}, std::pair{200, 1}, std::pair{399, 1},
                                   std::pair{400, 2}, std::pair{401, 2}}) {
        SmallInstance files;
        files.files["simsetting.yml"] = "move_rules: {max_move_speed: 200, camp_movechance: 0.0}\n";
        files.files["input_csv/routes.csv"] = "Alpha,Gamma," + std::to_string(km) + "\n";
        auto const run = run_seeds(files.load(), 1, 1).front();
        for (int day = 0; day < 10; ++day) {
            // Ten in the camp from the start, ten more leave Alpha on each day from day 1 on.
            EXPECT_EQ(run.camps[static_cast<std::size_t>(day)], 10 + 10 * std::max(0, day - days))
                << km << " km, day " << day;
        }
    }
}

TEST(FleeFlight, WhoHasMovedLessThanADayGoesOnWithAWholeDay) {
    // 100 and 190 km on one day at 200 km/day, as Flee has it; the town is left with certainty.
    SmallInstance files;
    files.files["simsetting.yml"] =
        "move_rules: {max_move_speed: 200, default_movechance: 1.0, camp_movechance: 0.0,\n"
        "             conflict_weight: 0.0}\n";
    files.files["input_csv/routes.csv"] = "Alpha,Beta,100\nBeta,Gamma,190\n";
    auto const run = run_seeds(files.load(), 1, 1).front();
    EXPECT_EQ(run.camps[1], 20);
    EXPECT_EQ(run.camps[9], 100);
}

TEST(FleeFlight, StartOnFootWalksTheFirstLink) {
    SmallInstance files;
    files.files["simsetting.yml"] =
        "move_rules: {max_walk_speed: 35, start_on_foot: True, camp_movechance: 0.0}\n";
    files.files["input_csv/routes.csv"] = "Alpha,Gamma,100\n";
    auto const run = run_seeds(files.load(), 1, 1).front();
    EXPECT_EQ(run.camps[2], 10);
    EXPECT_EQ(run.camps[3], 20);  // 35, 70, 105 km
}

TEST(FleeFlight, AwarenessLeadsThroughATownWithoutStopping) {
    SmallInstance files;
    files.files["simsetting.yml"] =
        "move_rules: {max_move_speed: 200, default_movechance: 0.0, camp_movechance: 0.0,\n"
        "             awareness_level: 2, camp_weight: 1.0e+9}\n";
    auto const run = run_seeds(files.load(), 1, 1).front();
    EXPECT_EQ(run.camps[9], 100);  // although nobody leaves a town of their own accord
}

TEST(FleeFlight, AClosedBorderLetsNobodyThrough) {
    SmallInstance files;
    files.files["input_csv/closures.csv"] = "country,Home,Away,0,6\n";
    files.files["simsetting.yml"] = "move_rules: {max_move_speed: 200, camp_movechance: 0.0}\n";
    auto const run = run_seeds(files.load(), 1, 1).front();
    for (std::size_t day = 0; day < 6; ++day) EXPECT_EQ(run.camps[day], 10);
    EXPECT_GT(run.camps[9], 10);
}

TEST(FleeFlight, AFullCampTakesNobody) {
    SmallInstance files;
    auto& locations = files.files["input_csv/locations.csv"];
    locations.replace(locations.find("camp,,0"), 7, "camp,,50");
    files.files["simsetting.yml"] =
        "move_rules: {max_move_speed: 200, camp_movechance: 0.0, default_movechance: 1.0}\n";
    auto const stated = run_seeds(files.load(), 1, 1).front();
    // 50 less the 10 of day 0; agents stop going there at half of the way from 36 to 40, and those
    // who are on the way by then still arrive.
    EXPECT_LE(stated.camps[9], 60);
    EXPECT_GE(stated.camps[9], 36);
    auto const removed = run_seeds(files.load({.capacities = Capacities::none}), 1, 1).front();
    EXPECT_GT(removed.camps[9], 75);
}

TEST(FleeFlight, StaysHaveTheDailyChance) {
    // Nobody comes; the 10,000 of day 0 leave the camp with probability 0.1 a day, for a town that
    // nobody leaves.
    SmallInstance files;
    files.files["source_data/gamma.csv"] = "2012-03-01,10000\n";
    files.files["input_csv/routes.csv"] = "Beta,Gamma,150\n";
    files.files["simsetting.yml"] = "move_rules: {camp_movechance: 0.1, default_movechance: 0.0}\n";
    auto const run = run_seeds(files.load(), 7, 1).front();
    for (std::size_t day = 0; day < 10; ++day) {
        double const stay = std::pow(0.9, static_cast<double>(day + 1));
        EXPECT_NEAR(run.camps[day], 10'000 * stay, 5.0 * std::sqrt(10'000 * stay * (1.0 - stay)));
    }
}

TEST(FleeFlight, AChangedChanceHoldsForThoseWhoAreThere) {
    // Beta is calm and nobody leaves it, until conflict comes to it on day 4.
    SmallInstance files;
    auto& locations = files.files["input_csv/locations.csv"];
    locations.replace(locations.find("town"), 4, "camp");
    files.files["source_data/data_layout.csv"] =
        "total,refugees.csv\nGamma,gamma.csv\nBeta,beta.csv\n";
    files.files["source_data/gamma.csv"] = "2012-03-01,0\n";
    files.files["source_data/beta.csv"] = "2012-03-01,100\n";
    files.files["input_csv/routes.csv"] = "Beta,Gamma,150\n";
    files.files["simsetting.yml"] = "move_rules: {camp_movechance: 0.0}\n";
    std::string conflicts = "#Day,Beta\n";
    for (int day = 0; day < 10; ++day) {
        conflicts += std::to_string(day) + (day < 4 ? ",0\n" : ",1\n");
    }
    files.files["input_csv/conflicts.csv"] = conflicts;
    auto const run = run_seeds(files.load(), 1, 1).front();
    EXPECT_EQ(run.camps[2 * 3], 100);
    EXPECT_EQ(run.camps[2 * 4], 0);
    EXPECT_EQ(run.camps[2 * 4 + 1], 100);
}

TEST(FleeFlight, SpawnsByConflictAndTakesFromThePopulation) {
    SmallInstance files;
    files.files["simsetting.yml"] =
        "spawn_rules:\n  conflict_driven_spawning: {spawn_mode: pop_ratio, "
        "displaced_per_conflict_day: 0.1}\n  take_from_population: True\n";
    auto const instance = files.load();
    auto flight = start(instance);
    flight.step(0);
    EXPECT_EQ(flight.agents(), 10U + 100U);
    flight.step(1);
    EXPECT_EQ(flight.agents(), 10U + 100U + 90U);
}

TEST(FleeFlight, FlightWithoutAnyConflictIsTheUsersError) {
    SmallInstance files;
    auto& locations = files.files["input_csv/locations.csv"];
    locations.replace(locations.find("conflict_zone,0"), 15, "conflict_zone,5");
    files.files["input_csv/conflicts.csv"] = SmallInstance::conflicts("0");
    auto const instance = files.load();
    EXPECT_THROW(static_cast<void>(run_seeds(instance, 1, 2)), sim::InputError);
}

TEST(FleeFlight, IsTheSameForAnyNumberOfThreads) {
    SmallInstance files;
    auto const instance = files.load();
    auto const before = sim::threads();
    sim::set_threads(1);
    auto const one = run_seeds(instance, 1, 7);
    for (int threads : {2, 7}) {
        sim::set_threads(threads);
        auto const many = run_seeds(instance, 1, 7);
        for (std::size_t i = 0; i < 7; ++i) EXPECT_EQ(one[i].camps, many[i].camps);
    }
    sim::set_threads(before);
    EXPECT_NE(one[0].camps, one[1].camps);
}

TEST(FleeOutCsv, HasFleesColumns) {
    SmallInstance files;
    auto const instance = files.load();
    auto const run = run_seeds(instance, 1, 1).front();
    auto const text = out_csv(instance, run);
    EXPECT_EQ(text.substr(0, text.find('\n')),
              "Day,Date,Gamma sim,Gamma data,Gamma error,Total error,refugees in camps "
              "(UNHCR),total refugees (simulation),raw UNHCR refugee count,refugees in camps "
              "(simulation),refugee_debt");
    EXPECT_NE(text.find("\n0,2012-03-01,10,10,0,0,10,10,10,10,0\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace models::flee
