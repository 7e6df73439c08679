#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/world/world.hpp"

/// \file tests/models/small_war.hpp
/// A country of four towns in a row, for tests of the rules of war.

namespace models::testing {

inline constexpr std::uint32_t town_count = 4;

/// Four towns 0.5 degrees apart on the equator (about 55.6 km), joined in a row by routes of 60 km,
/// on a grid of 5 x 20 cells of 0.1 degree with 1,000 people each. All in country 0.
inline std::shared_ptr<Geography const> make_four_towns() {
    sim::GridSpec const spec{.south = -0.25, .west = -0.05, .step = 0.1, .rows = 5, .columns = 20};
    std::vector<sim::GridPosition> active;
    for (std::uint32_t r = 0; r < spec.rows; ++r) {
        for (std::uint32_t c = 0; c < spec.columns; ++c) active.push_back({r, c});
    }
    sim::Grid grid{spec, active};
    auto const cells = active.size();
    CellColumns columns;
    columns.country.assign(cells, CountryId{0});
    columns.region.assign(cells, RegionId{0});
    columns.cercle.assign(cells, 0);
    columns.population.assign(cells, 1000);
    columns.road_km.assign(cells, 0.0F);
    columns.river_km.assign(cells, 0.0F);
    columns.nearest_place.assign(cells, PlaceId{0});
    columns.nearest_place_km.assign(cells, 0.0F);

    PlaceColumns places;
    for (std::uint32_t p = 0; p < town_count; ++p) {
        sim::GeoPoint const at{0.0, 0.5 * p};
        places.key.push_back("town-" + std::to_string(p));
        places.name.push_back("Town " + std::to_string(p));
        places.kind.push_back(PlaceKind::town);
        places.country.push_back(CountryId{0});
        places.region.push_back(RegionId{0});
        places.at.push_back(at);
        places.cell.push_back(*grid.cell_at(at));
        places.population.push_back(1000);
        places.capacity.push_back(0);
        places.opens.push_back(sim::Day{0});
        places.closes.push_back(never);
    }
    RouteColumns routes;
    std::vector<sim::Route> links;
    for (std::uint32_t p = 0; p + 1 < town_count; ++p) {
        routes.a.push_back(PlaceId{p});
        routes.b.push_back(PlaceId{p + 1});
        routes.km.push_back(60.0F);
        links.push_back({sim::NodeId{p}, sim::NodeId{p + 1}, 60.0});
    }
    sim::Graph graph{town_count, links, sim::Travel::both_ways};
    sim::PathTable paths{graph};
    sim::Neighbourhoods nearby{grid, 25.0};
    return std::make_shared<Geography const>(Geography{{"Country"},
                                                       {"Region"},
                                                       {"Cercle"},
                                                       std::move(grid),
                                                       std::move(columns),
                                                       std::move(places),
                                                       std::move(routes),
                                                       {},
                                                       std::move(graph),
                                                       std::move(paths),
                                                       std::move(nearby),
                                                       25.0});
}

/// The same map, made once.
inline std::shared_ptr<Geography const> four_towns() {
    static auto const map = make_four_towns();
    return map;
}

/// Rows of the actors of small_war().
inline constexpr ActorId state{0}, rebels{1}, allies_of_rebels{2}, foreigners{3};

/// Four towns held by the state; rebels and the state are hostile, rebels have allies; no units.
inline World small_war(std::uint64_t seed = 1) {
    World world;
    world.seed = {seed};
    world.first_day = sim::make_date(2012, 1, 1);
    world.map = four_towns();
    auto const cells = world.map->cells.population.size();
    auto& actors = world.actors;
    auto const add = [&](char const* key, ActorClass actor_class) {
        actors.key.emplace_back(key);
        actors.name.emplace_back(key);
        actors.actor_class.push_back(actor_class);
        actors.acled_code.push_back(1);
        actors.has_aircraft.push_back(0);
        actors.restraint.push_back(1.0);
        actors.quality.push_back(1.0);
        actors.active.push_back(1);
        actors.target_strength.push_back(0.0);
        actors.tempo.push_back(1.0);
        actors.cohesion.push_back(1.0);
        actors.lies_low.push_back(0);
        actors.family.push_back(Family::unaligned);
        actors.community.push_back(std::nullopt);
        actors.funds.push_back(0.0);
        actors.arms.push_back(0.0);
        actors.armament.push_back(1.0);
    };
    add("STATE", ActorClass::state);
    add("REBELS", ActorClass::rebel);
    add("ALLIES", ActorClass::rebel);
    add("FOREIGNERS", ActorClass::external);
    world.relations = PairTable<Relation>{actors.size(), Relation::neutral};
    world.compliance = PairTable<float>{actors.size(), 1.0F};
    world.relations.set(state, rebels, Relation::hostile);
    world.relations.set(rebels, allies_of_rebels, Relation::allied);
    world.relations.set(state, foreigners, Relation::allied);
    world.relations.set(rebels, foreigners, Relation::hostile);
    world.deployment = Deployment{actors.size(), town_count};
    world.orders = Deployment{actors.size(), town_count};
    world.cells.control.assign(cells * actors.size(), 0.0F);
    for (std::uint32_t c = 0; c < cells; ++c) {
        world.cells.control_of(sim::CellId{c}, actors.size())[state.row] = 1.0F;
    }
    world.cells.threat = FadingField{cells, 30.0, 1e-3};
    world.cells.takeover = FadingField{cells, 60.0, 1e-3};
    world.cells.food_stress.assign(cells, 0.0F);
    world.cells.services.assign(cells, 1.0F);
    world.cells.pact.assign(cells, no_actor);
    world.cells.grievance = FadingField{cells * community_count, 28.0, 1e-3};
    world.cells.revenge.assign(community_count * community_count, FadingField{cells, 10.0, 1e-3});
    world.cells.calm_attacks.assign(cells, 1.0F);
    world.cells.calm_civilians.assign(cells, 1.0F);
    world.momentum.assign(actors.size(), FadingField{cells, 10.0, 1e-3});
    world.places = PlaceState{town_count};
    world.places.holder.assign(town_count, state);
    world.route_open.assign(world.map->routes.size(), 1);
    world.returns.refugees.assign(world.map->countries.size(), 0);
    world.returns.idps.assign(world.map->regions.size(), 0);
    std::vector<std::uint8_t> const households(200, 5);
    for (std::uint32_t c = 0; c < cells; ++c) {
        world.households.add_stratum(sim::CellId{c}, Community::other, households);
    }
    return world;
}

/// Add a unit at a town.
inline UnitId add_unit(World& world, ActorId actor, std::uint32_t town, std::uint16_t fighters) {
    return world.units.add(actor, fighters, PlaceId{town}, world.map->places.cell[town]);
}

/// Fighters of an actor [people].
inline std::uint64_t fighters_of(World const& world, ActorId actor) {
    std::uint64_t sum = 0;
    for (std::size_t u = 0; u < world.units.size(); ++u) {
        if (world.units.actor[u] == actor) sum += world.units.fighters[u];
    }
    return sum;
}

}  // namespace models::testing
