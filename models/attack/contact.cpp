#include "models/attack/contact.hpp"

#include <algorithm>
#include <cmath>

#include "models/world/cooperation.hpp"
#include "sim/base/calendar.hpp"

namespace models {

double exposure(AttackParams const& params, Posture posture) noexcept {
    switch (posture) {
        case Posture::garrison:
            return params.exposure_garrison;
        case Posture::patrol:
            return params.exposure_patrol;
        case Posture::transit:
            return params.exposure_transit;
        case Posture::hide:
            return params.exposure_hide;
        case Posture::cantoned:
        case Posture::abroad:
            return 0.0;
    }
    return 0.0;
}

double civilian_worth(World const& world, AttackParams const& params, ActorId actor,
                      sim::CellId here) noexcept {
    double worth = params.civilian_value * (1.0 - world.actors.restraint[actor.row]);
    ActorId const pact = world.cells.pact[here.row];
    if (world.actors.side(actor) == Side::militant) {
        worth *= world.cells.calm_civilians[here.row];
        return pact == actor ? worth * params.pact_mercy : worth;
    }
    return pact == no_actor ? worth : worth * params.pact_suspicion;
}

std::vector<double> population_nearby(Geography const& map) {
    std::vector<double> people(map.cells.population.size(), 0.0);
    for (std::uint32_t c = 0; c < people.size(); ++c) {
        for (sim::CellId const near : map.nearby.cells(sim::CellId{c})) {
            people[c] += map.cells.population[near.row];
        }
    }
    return people;
}

double find_targets(World const& world, AttackParams const& params,
                    UnitsInReach const& units_in_reach, std::span<double const> people_nearby,
                    UnitId unit, std::vector<Target>* targets) {
    if (targets) targets->clear();
    auto const& units = world.units;
    auto const& actors = world.actors;
    ActorId const actor = units.actor[unit.row];
    sim::CellId const here = units.cell[unit.row];
    double const own = units.fighters[unit.row] * actors.strength_per_fighter(actor);
    double const deterrence =
        units.posture[unit.row] == Posture::hide ? params.deterrence_hide : params.deterrence;
    // Who hides among people is found by the state and its allies if people tell them.
    bool const is_told = actors.side(actor) != Side::militant;
    double contact = 0.0;

    auto const look = [&](sim::CellId cell, double near, UnitId enemy) {
        ActorId const other = units.actor[enemy.row];
        if (world.relations.at(actor, other) != Relation::hostile) return;
        auto const kind = static_cast<std::size_t>(actors.actor_class[other.row]);
        double const strength = units.fighters[enemy.row] * actors.strength_per_fighter(other);
        double const deterred = 1.0 + deterrence * strength / std::max(own, 1.0);
        double seen = exposure(params, units.posture[enemy.row]);
        if (is_told && units.posture[enemy.row] == Posture::hide) {
            seen *= cooperation(world, cell, params.information_half);
        }
        double const weight = params.value[kind] * near * seen * world.compliance.at(actor, other) *
                              std::sqrt(units.fighters[enemy.row] / params.band) / deterred;
        if (weight <= 0.0) return;
        if (targets) targets->push_back({enemy, false, weight});
        contact += weight;
    };
    units_in_reach.for_each_around(*world.map, here, look);
    double const harm = civilian_worth(world, params, actor, here);
    double const people = people_nearby[here.row];
    if (harm > 0.0 && people > 0.0) {
        double const weight = harm * people / (people + params.half_population);
        if (targets) targets->push_back({unit, true, weight});
        contact += weight;
    }
    return contact;
}

double season_today(World const& world, AttackParams const& params) noexcept {
    return params.season[sim::month_of(world.date()) - 1];
}

double highest_attack_rate(World const& world, AttackParams const& params, UnitId unit,
                           double season, double momentum) noexcept {
    ActorId const actor = world.units.actor[unit.row];
    auto const kind = static_cast<std::size_t>(world.actors.actor_class[actor.row]);
    double const bands = world.units.fighters[unit.row] / params.band;
    double const excitation = momentum / (1.0 + momentum / params.momentum_limit);
    return params.rate[kind] * bands * world.cells.calm_attacks[world.units.cell[unit.row].row] *
           world.actors.cohesion[actor.row] * world.actors.tempo[actor.row] * season *
           (1.0 + excitation);
}

double attack_rate(AttackParams const& params, double highest, double contact) noexcept {
    return highest * contact / (contact + params.half_contact);
}

}  // namespace models
