#include "models/economy/spoils.hpp"

#include <algorithm>

namespace models {
namespace {

/// Whether the winner of such a fight stands on the field afterwards.
bool has_a_field(EventKind kind) noexcept {
    return kind == EventKind::armed_clash || kind == EventKind::complex_attack;
}

void wear_out(World& world, ActorId actor, double weapons) {
    if (lives_from_war(world, actor)) {
        world.economy.ledger.arms_used += give_arms(world, actor, weapons);
    }
}

void loot_place(World& world, EconomyParams const& params, ConflictEvent const& event) {
    if (event.target == no_actor || event.attacker == no_actor) return;
    take_arms(world, event.attacker, give_arms(world, event.target, params.depot));
}

}  // namespace

bool lives_from_war(World const& world, ActorId actor) noexcept {
    return actor != no_actor && world.actors.active[actor.row] &&
           world.actors.side(actor) == Side::militant;
}

double give_arms(World& world, ActorId actor, double weapons) {
    if (!lives_from_war(world, actor)) {
        // Who is no more since yesterday has handed its arms on.
        if (world.actors.side(actor) == Side::militant) return 0.0;
        world.economy.ledger.arms_captured += weapons;
        return weapons;
    }
    double const given = std::min(weapons, world.actors.arms[actor.row]);
    world.actors.arms[actor.row] -= given;
    return given;
}

void take_arms(World& world, ActorId actor, double weapons) {
    if (lives_from_war(world, actor)) {
        world.actors.arms[actor.row] += weapons;
    } else {
        world.economy.ledger.arms_lost += weapons;
    }
}

void take_spoils(World& world, EconomyParams const& params, ConflictEvent const& event) {
    if (event.kind == EventKind::place_taken) return loot_place(world, params, event);
    bool const is_fight = is_violent(event.kind) && event.kind != EventKind::abduction;
    if (!is_fight || event.attacker == no_actor) return;
    wear_out(world, event.attacker, params.use);
    if (event.target == no_actor) return;

    auto const& actors = world.actors;
    bool const same_side = actors.side(event.target) == actors.side(event.attacker);
    std::uint32_t const own = event.attacker_deaths;
    std::uint32_t const theirs =
        event.deaths[static_cast<std::size_t>(actors.side(event.target))] - (same_side ? own : 0);
    ActorId const loser = own > theirs ? event.attacker : event.target;
    ActorId const winner = own > theirs ? event.target : event.attacker;
    double const weapons =
        params.capture_share * std::max(own, theirs) * actors.armament[loser.row];
    if (has_a_field(event.kind)) {
        take_arms(world, winner, give_arms(world, loser, weapons));
    } else {
        wear_out(world, loser, weapons);
    }
}

}  // namespace models
