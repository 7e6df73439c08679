#include "benchmarks/mali.hpp"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <span>

#include "models/scenario/first_world.hpp"
#include "models/schedule/daily.hpp"

namespace bench {

models::Scenario load_mali(std::vector<std::string> const& settings) {
    std::filesystem::path const root{AZALAI_SOURCE_DIR};
    return models::load_scenario(root / "configs/mali/mali-2012-2016.toml", settings);
}

Coverage coverage_of(models::World const& world) {
    auto const& cells = world.map->cells;
    Coverage coverage;
    for (std::size_t cell = 0; cell < cells.population.size(); ++cell) {
        if (world.map->is_home(cells.country[cell])) coverage.people += cells.population[cell];
    }
    coverage.households = world.households.size();
    coverage.departures = world.households.movers().size();
    std::vector<std::uint8_t> has_left(world.households.size(), 0);
    for (models::Mover const& mover : world.households.movers()) has_left[mover.household.row] = 1;
    coverage.touched = std::accumulate(has_left.begin(), has_left.end(), std::uint64_t{0});
    return coverage;
}

models::World morning_of(models::Scenario const& scenario, sim::Day day) {
    auto world = models::make_world(scenario, sim::Seed{1});
    auto const schedule = models::daily_schedule(scenario, world);
    sim::run(world, schedule, std::span<sim::Observer<models::World> const>{}, day);
    return world;
}

}  // namespace bench
