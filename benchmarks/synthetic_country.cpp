#include "benchmarks/synthetic_country.hpp"

#include "models/schedule/daily.hpp"

namespace bench {
namespace {

using namespace models;

ByCommunity factors(double armed_group, double otherwise) {
    ByCommunity by_community;
    by_community.fill({.armed_group = armed_group, .otherwise = otherwise});
    return by_community;
}

/// Numbers like those of Mali (models/displacement/README.md), where they matter to the cost.
/// \param rate  Factor on the rate at which households leave [1].
DisplacementParams displacement(double rate) {
    DisplacementParams params;
    params.flight.rate_threat = 0.0003 * rate;
    params.flight.threat_half = 10.0;
    params.flight.rate_takeover = 0.004 * rate;
    params.flight.max_rate = 1.0;
    params.flight.exposure = factors(1.2, 1.0);
    params.travel.walk_km_per_day = 25.0;
    params.travel.route_km_per_day = 120.0;
    params.travel.patience_days = 14;
    params.destination.camp = 3.0;
    params.destination.foreign_town = 0.5;
    params.destination.town = 1.0;
    params.destination.base_population = 1000.0;
    params.destination.population_power = 0.5;
    params.destination.distance_power = 1.5;
    params.destination.softening_km = 30.0;
    params.destination.threat_limit = 3.0;
    params.destination.takeover_limit = 0.3;
    params.destination.tries = 50;
    params.return_home.displaced = 0.02;
    params.return_home.refugee = 0.003;
    params.return_home.threat_scale = 0.2;
    params.return_home.takeover_scale = 0.04;
    params.return_home.tenure_days = 1500.0;
    params.return_home.displaced_again = 0.01;
    params.return_home.home = factors(0.2, 1.0);
    return params;
}

/// Every community lives in every region, few of the first and many of the last.
CommunityShares shares() {
    CommunityShares shares{};
    double sum = 0.0;
    for (std::size_t i = 0; i < shares.size(); ++i) sum += static_cast<double>(i + 1);
    for (std::size_t i = 0; i < shares.size(); ++i) shares[i] = static_cast<double>(i + 1) / sum;
    return shares;
}

void bring_violence(World& world) {
    if (world.today.value % 30 != 0) return;
    for (std::uint32_t cell = world.today.value / 30 % 12; cell < world.map->grid.size();
         cell += 12) {
        world.cells.threat.add(cell, 1.0 + cell % 7, world.today);
        world.cells.takeover.add(cell, 0.1 * (cell % 5), world.today);
    }
    world.cells.threat.prune(world.today);
    world.cells.takeover.prune(world.today);
}

}  // namespace

Scenario synthetic_scenario(SyntheticMapSize const& size, double urge) {
    Scenario scenario;
    scenario.name = "synthetic";
    scenario.first_day = sim::make_date(2000, 1, 1);
    scenario.last_day = sim::make_date(2000, 12, 31);
    scenario.world.household_size_mean = synthetic_household_size;
    scenario.world.threat_memory_days = 30.0;
    scenario.world.takeover_memory_days = 60.0;
    scenario.world.momentum_memory_days = 30.0;
    scenario.world.state_actor = ActorId{0};
    scenario.map = synthetic_map(size);
    scenario.communities.assign(scenario.map->regions.size(), shares());
    ActorRow state;
    state.key = "state";
    state.name = "The state";
    state.actor_class = ActorClass::state;
    state.starts = scenario.first_day;
    scenario.actors = {state};
    scenario.rules.displacement = displacement(urge / size.density);
    return scenario;
}

sim::Schedule<World> synthetic_schedule(Scenario const& scenario, World const& world) {
    auto schedule = daily_schedule(scenario, world);
    schedule.insert(schedule.begin(), {"violence", bring_violence});
    return schedule;
}

}  // namespace bench
