#include "models/election/election.hpp"

#include <algorithm>
#include <vector>

#include "models/world/unit_orders.hpp"

namespace models {
namespace {

bool votes(Geography const& map, std::uint32_t cell, RegionId region) noexcept {
    return map.is_home(map.cells.country[cell]) &&
           (region == no_region || map.cells.region[cell] == region);
}

double control_of(World const& world, std::uint32_t cell, ActorId actor) noexcept {
    return world.cells.control_of(sim::CellId{cell}, world.actors.size())[actor.row];
}

/// Actors whose fighters would attack an actor today.
std::vector<ActorId> enemies_of(World const& world, ActorId actor) {
    std::vector<ActorId> enemies;
    for (std::uint32_t i = 0; i < world.actors.size(); ++i) {
        bool const is_enemy = world.actors.active[i] && would_fight(world, actor, ActorId{i});
        if (is_enemy) enemies.push_back(ActorId{i});
    }
    return enemies;
}

}  // namespace

double share_closed(World const& world, ElectionParams const& params, ActorId state,
                    RegionId region) {
    auto const& map = *world.map;
    auto const enemies = enemies_of(world, state);
    double people = 0.0;
    double without = 0.0;
    for (std::uint32_t c = 0; c < map.cells.population.size(); ++c) {
        if (map.cells.population[c] == 0 || !votes(map, c, region)) continue;
        double const threat = world.cells.threat.at(c, world.today);
        double held = 0.0;
        for (auto const enemy : enemies) held += control_of(world, c, enemy);
        double const closed = std::max(std::min(1.0, held), threat / (threat + params.half_threat));
        people += map.cells.population[c];
        without += map.cells.population[c] * closed;
    }
    return people > 0.0 ? without / people : 0.0;
}

void ElectionProcess::hold_polls(World& world, Measure const& polls) const {
    world.stations_closed = share_closed(world, params_, polls.actor, polls.region);
    double const turnout = params_.usual_turnout * (1.0 - world.stations_closed);
    double const change = params_.legitimacy_gain * (turnout - params_.enough_turnout);
    world.legitimacy = std::clamp(world.legitimacy + change, 0.0, 1.0);
    world.political_log.push_back({.day = world.today,
                                   .kind = PoliticalKind::polls_held,
                                   .actor = polls.actor,
                                   .value = world.stations_closed});
}

void ElectionProcess::draw_attacks(World& world, Measure const& polls) const {
    if (params_.attack_bonus <= 0.0) return;
    auto const& map = *world.map;
    for (std::uint32_t c = 0; c < map.cells.population.size(); ++c) {
        if (!votes(map, c, polls.region)) continue;
        double const control = std::clamp(control_of(world, c, polls.actor), 0.0, 1.0);
        double const contest = 4.0 * control * (1.0 - control);
        if (contest <= 0.0) continue;
        world.cells.calm_attacks[c] *= static_cast<float>(1.0 + params_.attack_bonus * contest);
    }
}

void ElectionProcess::operator()(World& world) const {
    for_each_measure(world.measures, MeasureKind::election, [&](Measure const& polls) {
        if (polls.actor == no_actor) return;
        if (polls.age == 0) hold_polls(world, polls);
        draw_attacks(world, polls);
    });
}

}  // namespace models
