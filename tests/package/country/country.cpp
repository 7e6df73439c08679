#include <algorithm>
#include <exception>
#include <iostream>
#include <numeric>
#include <string>

#include "models/scenario/first_world.hpp"
#include "models/scenario/scenario.hpp"
#include "models/schedule/daily.hpp"
#include "sim/schedule/schedule.hpp"

/// \file tests/package/country/country.cpp
/// Runs a scenario, if asked with one more rule: a truce of God, on which nobody attacks.
///
///     country SCENARIO DAYS [truce]

namespace {

/// Nobody begins an attack from the ground today, anywhere.
void keep_the_peace(models::World& world) {
    std::ranges::fill(world.cells.calm_attacks, 0.0F);
}

/// Set the rule into the day, behind the one that clears what yesterday held back.
void add_truce(sim::Schedule<models::World>& day) {
    auto const place =
        std::ranges::find(day, "forget_yesterday", &sim::Process<models::World>::name);
    day.insert(place + 1, {"truce", keep_the_peace});
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    try {
        auto const scenario = models::load_scenario(argv[1]);
        auto world = models::make_world(scenario, sim::Seed{1});
        auto day = models::daily_schedule(scenario, world);
        if (argc > 3 && std::string{argv[3]} == "truce") add_truce(day);
        sim::run<models::World>(world, day, {},
                                sim::Day{static_cast<std::uint32_t>(std::stoul(argv[2]))});
        auto const& deaths = world.totals.deaths;
        std::cout << scenario.name << ' '
                  << std::accumulate(deaths.begin(), deaths.end(), std::uint64_t{0}) << '\n';
    } catch (std::exception const& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
