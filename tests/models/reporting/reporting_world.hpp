#pragma once

#include <memory>

#include "models/reporting/reporting_params.hpp"
#include "models/reporting/story.hpp"
#include "models/world/happen.hpp"
#include "tests/models/small_war.hpp"

/// \file tests/models/reporting/reporting_world.hpp
/// A day of the small war, and observers who hear of everything and get everything right.

namespace models::testing {

/// Everything is heard, known and exact, by everybody.
inline ReportingParams perfect_observers() {
    ReportingParams params;
    params.attention = 1e9;
    params.headline_deaths = 1e-9;
    params.precise_elsewhere = 1.0;
    params.town_km = 5.0;
    return params;
}

/// The four towns, where town 1 is the capital of the cercle and every other cell is far from one.
inline std::shared_ptr<Geography const> towns_and_villages() {
    auto map = std::make_shared<Geography>(*four_towns());
    map->cercles = {"Town 1"};
    map->regions = {"town 2"};
    map->cells.nearest_place_km.assign(map->cells.nearest_place_km.size(), 20.0F);
    for (std::uint32_t town = 0; town < town_count; ++town) {
        auto const cell = map->places.cell[town].row;
        map->cells.nearest_place[cell] = PlaceId{town};
        map->cells.nearest_place_km[cell] = 1.0F;
    }
    map->places.population[3] = 5000;
    return map;
}

/// A day of the small war on that map, with ACLED's codes.
inline World day_to_report(std::uint64_t seed = 1) {
    auto world = small_war(seed);
    world.map = towns_and_villages();
    world.actors.acled_code = {1, 2, 2, 8};
    return world;
}

/// An event of today in a town, with dead civilians and dead fighters of the state.
inline ConflictEvent event_in_town(World const& world, EventKind kind, std::uint32_t town,
                                   std::uint32_t civilians, std::uint32_t soldiers = 0) {
    ConflictEvent event;
    event.day = world.today;
    event.kind = kind;
    event.attacker = rebels;
    event.cell = world.map->places.cell[town];
    event.deaths[static_cast<std::size_t>(Side::civilian)] = civilians;
    event.deaths[static_cast<std::size_t>(Side::state)] = soldiers;
    return event;
}

}  // namespace models::testing
