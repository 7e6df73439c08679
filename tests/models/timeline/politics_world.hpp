#pragma once

#include <array>
#include <memory>
#include <numeric>
#include <vector>

#include "models/world/world.hpp"

/// \file tests/models/timeline/politics_world.hpp
/// Six actors and five places: the smallest world in which politics can happen. Shared by the tests
/// of timeline, forces and agreements.

namespace models::testing {

inline constexpr ActorId state{0}, rebels{1}, splinter{2}, peacekeepers{3}, militia{4}, people{5};
inline constexpr PlaceId capital{0}, north{1}, east{2}, camp{3}, fort{4};
inline constexpr RegionId south_region{0}, north_region{1};

inline std::shared_ptr<Geography const> make_politics_map() {
    std::array<sim::GridPosition, 4> const cells{{{0, 0}, {0, 1}, {1, 0}, {1, 1}}};
    sim::Grid const grid{{.south = 10.0, .west = 0.0, .step = 1.0, .rows = 2, .columns = 2}, cells};
    std::array<sim::Route, 4> const routes{{{sim::NodeId{0}, sim::NodeId{1}, 100.0},
                                            {sim::NodeId{1}, sim::NodeId{2}, 100.0},
                                            {sim::NodeId{2}, sim::NodeId{3}, 100.0},
                                            {sim::NodeId{2}, sim::NodeId{4}, 10.0}}};
    sim::Graph const graph{5, routes, sim::Travel::both_ways};
    CellColumns cell_columns;
    cell_columns.region = {south_region, north_region, north_region, no_region};
    PlaceColumns places;
    places.key = {"capital", "north", "east", "camp", "fort"};
    places.kind = {PlaceKind::town, PlaceKind::town, PlaceKind::town, PlaceKind::camp,
                   PlaceKind::base};
    places.country = {CountryId{0}, CountryId{0}, CountryId{0}, CountryId{1}, CountryId{0}};
    places.region = {south_region, north_region, north_region, no_region, north_region};
    places.cell = {sim::CellId{0}, sim::CellId{1}, sim::CellId{2}, sim::CellId{3}, sim::CellId{2}};
    places.population = {9000, 3000, 1000, 0, 0};
    return std::make_shared<Geography const>(Geography{.countries = {"home", "abroad"},
                                                       .regions = {"south", "north"},
                                                       .cercles = {},
                                                       .grid = grid,
                                                       .cells = cell_columns,
                                                       .places = places,
                                                       .routes = {},
                                                       .closures = {},
                                                       .graph = graph,
                                                       .paths = sim::PathTable{graph},
                                                       .nearby = sim::Neighbourhoods{grid, 25.0},
                                                       .nearby_km = 25.0});
}

/// The one map that all worlds of a test program share.
inline std::shared_ptr<Geography const> politics_map() {
    static auto const map = make_politics_map();
    return map;
}

/// State, rebels and militia are active; nobody has units; everybody is neutral.
inline World politics_world() {
    World world;
    world.seed = sim::Seed{2012};
    world.map = politics_map();
    auto& actors = world.actors;
    actors.key = {"STATE", "REBELS", "SPLINTER", "UN", "MILITIA", "CIV"};
    actors.actor_class = {ActorClass::state,       ActorClass::rebel,   ActorClass::rebel,
                          ActorClass::peacekeeper, ActorClass::militia, ActorClass::civilian};
    actors.active = {1, 1, 0, 0, 1, 1};
    actors.target_strength = {0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
    actors.tempo.assign(6, 1.0);
    actors.cohesion.assign(6, 1.0);
    actors.armament.assign(6, 1.0);
    actors.funds.assign(6, 0.0);
    actors.arms.assign(6, 0.0);
    actors.restraint.assign(6, 0.5);
    actors.lies_low.assign(6, 0);
    world.relations = {6, Relation::neutral};
    world.compliance = {6, 1.0F};
    world.deployment = {6, 5};
    world.orders = {6, 5};
    world.cells.control.assign(4 * 6, 0.0F);
    world.cells.food_stress.assign(4, 0.0F);
    world.places.holder.assign(5, no_actor);
    world.places.held_since.assign(5, sim::Day{0});
    return world;
}

inline UnitId add_unit(World& world, ActorId actor, std::uint16_t fighters, PlaceId place) {
    return world.units.add(actor, fighters, place, world.map->places.cell[place.row]);
}

/// Fighters of one actor [people].
inline std::uint64_t fighters_of(World const& world, ActorId actor) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < world.units.size(); ++i) {
        if (world.units.actor[i] == actor) sum += world.units.fighters[i];
    }
    return sum;
}

/// Fighters of one actor at one place [people].
inline std::uint64_t fighters_at(World const& world, ActorId actor, PlaceId place) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < world.units.size(); ++i) {
        bool const is_there = world.units.destination[i] == place;
        if (is_there && world.units.actor[i] == actor) sum += world.units.fighters[i];
    }
    return sum;
}

/// Fighters of all actors [people].
inline std::uint64_t all_fighters(World const& world) {
    return std::accumulate(world.units.fighters.begin(), world.units.fighters.end(),
                           std::uint64_t{0});
}

/// The day numbered `value`.
inline void go_to(World& world, std::uint32_t value) {
    world.today = sim::Day{value};
}

inline std::vector<double> copy_of(std::span<double const> values) {
    return {values.begin(), values.end()};
}

}  // namespace models::testing
