#include "models/scenario/first_world.hpp"

#include "models/scenario/first_households.hpp"

namespace models {
namespace {

ActorStore first_actors(Scenario const& scenario) {
    ActorStore actors;
    for (auto const& row : scenario.actors) {
        bool const has_begun = row.starts <= scenario.first_day;
        bool const is_over = row.ends && *row.ends < scenario.first_day;
        bool const exists = has_begun && !is_over;
        actors.key.push_back(row.key);
        actors.name.push_back(row.name);
        actors.actor_class.push_back(row.actor_class);
        actors.acled_code.push_back(row.acled_code);
        actors.has_aircraft.push_back(row.has_aircraft ? 1 : 0);
        actors.restraint.push_back(row.restraint);
        actors.quality.push_back(scenario.world.quality[static_cast<std::size_t>(row.actor_class)]);
        actors.active.push_back(exists ? 1 : 0);
        actors.target_strength.push_back(exists ? row.strength : 0.0);
        actors.tempo.push_back(1.0);
        actors.cohesion.push_back(1.0);
        actors.lies_low.push_back(0);
        actors.family.push_back(row.family);
        actors.community.push_back(row.community);
        actors.funds.push_back(0.0);
        actors.arms.push_back(0.0);
        actors.armament.push_back(1.0);
    }
    return actors;
}

Deployment first_deployment(Scenario const& scenario) {
    Deployment deployment{scenario.actors.size(), scenario.map->places.size()};
    for (std::uint32_t i = 0; i < scenario.actors.size(); ++i) {
        auto const weights = deployment.of(ActorId{i});
        for (auto const& [place, weight] : scenario.actors[i].bases) weights[place.row] = weight;
    }
    return deployment;
}

CellFields first_fields(Scenario const& scenario) {
    auto const& map = *scenario.map;
    auto const actors = scenario.actors.size();
    CellFields fields;
    fields.control.assign(map.grid.size() * actors, 0.0F);
    for (auto const cell : map.grid.cells()) {
        bool const has_ruler =
            scenario.world.state_actor != no_actor && map.is_home(map.cells.country[cell.row]);
        if (!has_ruler) continue;
        fields.control_of(cell, actors)[scenario.world.state_actor.row] = 1.0F;
    }
    fields.threat = {map.grid.size(), scenario.world.threat_memory_days, fading_threshold};
    fields.takeover = {map.grid.size(), scenario.world.takeover_memory_days, fading_threshold};
    fields.food_stress.assign(map.grid.size(), 0.0F);
    fields.services.assign(map.grid.size(), 1.0F);
    fields.pact.assign(map.grid.size(), no_actor);
    fields.grievance = {map.grid.size() * community_count, scenario.world.grievance_memory_days,
                        fading_threshold};
    fields.revenge.assign(community_count * community_count,
                          {map.grid.size(), scenario.world.revenge_memory_days, fading_threshold});
    fields.calm_attacks.assign(map.grid.size(), 1.0F);
    fields.calm_civilians.assign(map.grid.size(), 1.0F);
    return fields;
}

PlaceState first_places(Scenario const& scenario) {
    auto const& map = *scenario.map;
    PlaceState places{map.places.size()};
    for (std::uint32_t i = 0; i < map.places.size(); ++i) {
        bool const is_town = map.places.kind[i] == PlaceKind::town;
        if (is_town && map.is_home(PlaceId{i})) places.holder[i] = scenario.world.state_actor;
    }
    return places;
}

}  // namespace

World make_world(Scenario const& scenario, sim::Seed seed) {
    auto const actors = scenario.actors.size();
    World world;
    world.seed = seed;
    world.first_day = scenario.first_day;
    world.map = scenario.map;
    world.actors = first_actors(scenario);
    world.relations = {actors, Relation::neutral};
    world.compliance = {actors, 1.0F};
    world.deployment = first_deployment(scenario);
    world.orders = {actors, scenario.map->places.size()};
    world.cells = first_fields(scenario);
    world.momentum.assign(
        actors, {scenario.map->grid.size(), scenario.world.momentum_memory_days, fading_threshold});
    world.places = first_places(scenario);
    world.households = first_households(*scenario.map, scenario.communities,
                                        scenario.world.household_size_mean, seed);
    world.route_open.assign(scenario.map->routes.size(), 1);
    world.returns.refugees.assign(scenario.map->countries.size(), 0);
    world.returns.idps.assign(scenario.map->regions.size(), 0);
    return world;
}

}  // namespace models
