#include "models/pacts/pacts.hpp"

#include <algorithm>
#include <cmath>

#include "models/purposes.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

constexpr std::uint32_t days_between_rounds = 7;

/// Whether an event breaks the faith of people with an armed group.
bool harms_people(EventKind kind) noexcept {
    return kind == EventKind::attack_on_civilians || kind == EventKind::communal_attack ||
           kind == EventKind::execution || kind == EventKind::abduction;
}

/// Whether people need to come to terms with an actor: an armed group that is the state's enemy.
bool rules_against_the_state(World const& world, ActorId actor) noexcept {
    if (!world.actors.active[actor.row] || world.actors.side(actor) != Side::militant) return false;
    for (std::uint32_t s = 0; s < world.actors.size(); ++s) {
        bool const is_state = world.actors.actor_class[s] == ActorClass::state;
        if (is_state && world.relations.at(actor, ActorId{s}) == Relation::hostile) return true;
    }
    return false;
}

/// Who has the largest share of control of a cell.
ActorId ruler_of(World const& world, sim::CellId cell) noexcept {
    auto const control = world.cells.control_of(cell, world.actors.size());
    auto const largest = std::ranges::max_element(control);
    return ActorId{static_cast<std::uint32_t>(largest - control.begin())};
}

void set_pact(World& world, std::span<sim::CellId const> land, ActorId group) {
    for (sim::CellId const cell : land) world.cells.pact[cell.row] = group;
}

}  // namespace

double pact_rate(PactsParams const& params, double control, double services) noexcept {
    if (control < params.control) return 0.0;
    return params.rate * control * (1.0 + params.abandoned_pull * (1.0 - services));
}

PactsProcess::PactsProcess(PactsParams const& params, Geography const& map) : params_{params} {
    SIM_EXPECTS(params.lapse_control <= params.control);
    for (std::uint32_t p = 0; p < map.places.size(); ++p) {
        PlaceId const place{p};
        bool const is_village = map.is_home(place) && map.places.kind[p] == PlaceKind::town &&
                                map.places.population[p] <= params.village_people;
        if (!is_village) continue;
        villages_.push_back(place);
        auto& land = land_.emplace_back();
        for (sim::CellId const near : map.nearby.cells(map.places.cell[p])) {
            bool const is_its = map.cells.nearest_place[near.row] == place;
            if (is_its || near == map.places.cell[p]) land.push_back(near);
        }
    }
}

void PactsProcess::end_broken_pacts(World& world) const {
    for (auto const& event : world.events) {
        if (event.attacker == no_actor || !harms_people(event.kind)) continue;
        if (world.cells.pact[event.cell.row] != event.attacker) continue;
        for (auto const& land : land_) {
            if (std::ranges::find(land, event.cell) != land.end()) set_pact(world, land, no_actor);
        }
    }
}

void PactsProcess::review(World& world, std::size_t village) const {
    PlaceId const place = villages_[village];
    sim::CellId const here = world.map->places.cell[place.row];
    auto const control = std::as_const(world.cells).control_of(here, world.actors.size());
    ActorId const partner = world.cells.pact[here.row];
    if (partner != no_actor) {
        bool const is_lost = control[partner.row] < params_.lapse_control;
        if (is_lost || !world.actors.active[partner.row]) set_pact(world, land_[village], no_actor);
        return;
    }
    ActorId const ruler = ruler_of(world, here);
    double const rate = pact_rate(params_, control[ruler.row], world.cells.services[here.row]);
    if (rate <= 0.0 || !rules_against_the_state(world, ruler)) return;
    sim::Stream draw{world.seed, purpose::pact, place.row, world.today};
    if (draw.bernoulli(-std::expm1(-rate * days_between_rounds))) {
        set_pact(world, land_[village], ruler);
    }
}

void PactsProcess::operator()(World& world) const {
    end_broken_pacts(world);
    if (world.today.value % days_between_rounds != 0) return;
    for (std::size_t village = 0; village < villages_.size(); ++village) review(world, village);
}

}  // namespace models
