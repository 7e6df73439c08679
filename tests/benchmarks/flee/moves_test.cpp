#include "benchmarks/flee/moves.hpp"

#include <gtest/gtest.h>

#include "models/app/flee_households.hpp"
#include "models/app/flee_parameters.hpp"
#include "models/scenario/flee_scenario.hpp"
#include "tests/models/flee/small_instance.hpp"

namespace bench {
namespace {

/// Alpha, in conflict, joined to the town Beta, and Beta to the camp Gamma; nobody goes home.
models::Scenario small_scenario(models::flee::Instance const& instance,
                                std::vector<std::string> const& settings) {
    auto file = sim::TomlFile::parse(models::flee_parameters(), "test");
    for (auto const* off : {"displaced=0", "refugee=0", "displaced_again=0"}) {
        file.apply_override(std::string{"displacement.return."} + off);
    }
    for (auto const& setting : settings) file.apply_override(setting);
    return models::flee_scenario(instance, file);
}

}  // namespace

TEST(CountMoves, CountsOneChoiceAndTheLinksToWhereItLed) {
    models::flee::SmallInstance small;
    auto const instance = small.load();
    auto const moves = count_moves(small_scenario(instance, {}), sim::Seed{1});
    auto const& movers = moves.world.households.movers();
    EXPECT_EQ(moves.departures, movers.size());
    EXPECT_EQ(moves.choices.size(), moves.departures) << "nobody is refused or comes home";
    std::uint64_t passed = 0;  // Alpha, Beta and Gamma are places 0, 1 and 2 of a line
    for (models::Mover const& mover : movers) passed += mover.place.row;
    EXPECT_EQ(moves.links, passed);
    EXPECT_GT(passed, 0U);
    auto const run = models::run_households(instance, small_scenario(instance, {}), 1, 1).front();
    EXPECT_EQ(moves.most_away, static_cast<std::uint64_t>(run.agents.back()));
    EXPECT_GT(moves.people_days, run.work.agent_days) << "the lead-in is counted too";
}

TEST(CountMoves, CountsAgainWhoLooksAgain) {
    models::flee::SmallInstance small;
    small.files["input_csv/routes.csv"] = "#name1,name2,distance\nBeta,Gamma,150\n";
    auto const instance = small.load();
    // Alpha has no road. Who flees looks every day for a place to go, but Alpha is not calm.
    auto const moves = count_moves(small_scenario(instance, {}), sim::Seed{1});
    EXPECT_EQ(moves.links, 0U);
    std::uint64_t days = 0;
    for (models::Mover const& mover : moves.world.households.movers()) {
        days += moves.world.today.value - mover.left_home.value;
    }
    EXPECT_EQ(moves.choices.size(), days);
}

}  // namespace bench
