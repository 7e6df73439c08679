#include "models/joint_patrol/joint_patrol.hpp"

#include "models/purposes.hpp"
#include "models/world/unit_orders.hpp"

namespace models {
namespace {

bool has_fighters(World const& world, ActorId actor) noexcept {
    for (std::size_t u = 0; u < world.units.size(); ++u) {
        if (world.units.actor[u] == actor && world.units.fighters[u] > 0) return true;
    }
    return false;
}

void calm_around(World& world, PlaceId place, float factor) {
    for (auto const cell : world.map->nearby.cells(world.map->places.cell[place.row])) {
        // Patrols of several pairs, or of towns side by side, do not add up.
        auto& calm = world.cells.calm_attacks[cell.row];
        calm = calm < factor ? calm : factor;
    }
}

}  // namespace

std::vector<PlaceId> places_of(Geography const& map, Measure const& patrol) {
    if (patrol.place != no_place) return {patrol.place};
    std::vector<PlaceId> places;
    for (std::uint32_t p = 0; p < map.places.size(); ++p) {
        bool const is_covered = map.places.kind[p] == PlaceKind::town && map.is_home(PlaceId{p}) &&
                                map.places.region[p] == patrol.region;
        if (is_covered) places.push_back(PlaceId{p});
    }
    return places;
}

double mean_threat(World const& world, std::vector<PlaceId> const& places) {
    if (places.empty()) return 0.0;
    double sum = 0.0;
    for (auto const place : places) {
        sum += world.cells.threat.at(world.map->places.cell[place.row].row, world.today);
    }
    return sum / static_cast<double>(places.size());
}

bool JointPatrolProcess::takes_place(World const& world, Measure const& patrol,
                                     std::vector<PlaceId> const& places) const {
    if (!has_fighters(world, patrol.actor) || !has_fighters(world, patrol.other)) return false;
    if (would_fight(world, patrol.actor, patrol.other)) return false;
    double const threat = mean_threat(world, places);
    sim::Stream draw{world.seed, purpose::joint_patrol,
                     pair_number(world.actors, patrol.actor, patrol.other), world.today};
    return !draw.bernoulli(threat / (threat + params_.half_threat));
}

void JointPatrolProcess::operator()(World& world) const {
    for_each_measure(world.measures, MeasureKind::joint_patrol, [&](Measure const& patrol) {
        auto const places = places_of(*world.map, patrol);
        bool const is_held = takes_place(world, patrol, places);
        world.political_log.push_back(
            {.day = world.today,
             .kind = is_held ? PoliticalKind::patrol_held : PoliticalKind::patrol_cancelled,
             .actor = patrol.actor,
             .other = patrol.other,
             .place = patrol.place});
        if (!is_held) return;
        for (auto const place : places) {
            calm_around(world, place, static_cast<float>(1.0 - params_.effect));
        }
    });
}

}  // namespace models
