#include "models/politics/realigning.hpp"

#include <algorithm>

namespace models {
namespace {

bool are_kin(World const& world, ActorId a, ActorId b) noexcept {
    Family const family = world.actors.family[a.row];
    return family != Family::unaligned && family == world.actors.family[b.row];
}

bool is_common_enemy(World const& world, ActorId a, ActorId b, ActorId third) noexcept {
    return world.actors.active[third.row] != 0 &&
           world.relations.at(a, third) == Relation::hostile &&
           world.relations.at(b, third) == Relation::hostile;
}

/// What a young agreement adds to the wish to leave, 0 to 1: what of it is not done.
double disappointment(World const& world, PoliticsParams const& params, ActorId actor) noexcept {
    auto const& agreements = world.agreements;
    for (std::size_t i = agreements.size(); i-- > 0;) {
        if (agreements.a[i] != actor && agreements.b[i] != actor) continue;
        double const age = world.today.value - agreements.begins[i].value;
        if (age > params.concession_days) continue;
        return 1.0 - agreements.implementation[i];
    }
    return 0.0;
}

/// Share of the places that an actor lives from that it does not hold, 0 to 1.
double unequal_spoils(World const& world, ActorId actor) noexcept {
    auto const weights = world.deployment.of(actor);
    double all = 0.0;
    double others = 0.0;
    for (std::size_t p = 0; p < weights.size(); ++p) {
        all += weights[p];
        if (world.places.holder[p] != actor) others += weights[p];
    }
    return all > 0.0 ? others / all : 0.0;
}

}  // namespace

bool is_armed_group(World const& world, ActorId actor) noexcept {
    return world.actors.active[actor.row] != 0 && world.actors.side(actor) == Side::militant &&
           world.actors.actor_class[actor.row] != ActorClass::other;
}

std::vector<double> fighters_of_all(World const& world) {
    std::vector<double> fighters(world.actors.size(), 0.0);
    for (std::size_t u = 0; u < world.units.size(); ++u) {
        fighters[world.units.actor[u].row] += world.units.fighters[u];
    }
    return fighters;
}

bool have_common_enemy(World const& world, ActorId a, ActorId b) noexcept {
    for (std::uint32_t third = 0; third < world.actors.size(); ++third) {
        if (is_common_enemy(world, a, b, ActorId{third})) return true;
    }
    return false;
}

double spoils_left(World const& world, ActorId a, ActorId b) noexcept {
    auto const of_a = world.deployment.of(a);
    auto const of_b = world.deployment.of(b);
    double places = 0.0;
    double held = 0.0;
    for (std::size_t p = 0; p < of_a.size(); ++p) {
        if (of_a[p] <= 0.0 && of_b[p] <= 0.0) continue;
        places += 1.0;
        ActorId const holder = world.places.holder[p];
        if (holder != no_actor && is_common_enemy(world, a, b, holder)) held += 1.0;
    }
    return places > 0.0 ? held / places : 0.0;
}

double betrayal_rate(World const& world, PoliticsParams const& params, ActorId a, ActorId b,
                     std::vector<double> const& fighters) noexcept {
    double const both = fighters[a.row] + fighters[b.row];
    if (both <= 0.0) return 0.0;
    double const stronger = std::max(fighters[a.row], fighters[b.row]) / both;
    double const loyalty = are_kin(world, a, b) ? params.kin_loyalty : 1.0;
    return params.betrayal_rate * (1.0 - spoils_left(world, a, b)) * 2.0 * stronger * loyalty;
}

double alliance_rate(World const& world, PoliticsParams const& params, ActorId a,
                     ActorId b) noexcept {
    if (!have_common_enemy(world, a, b)) return 0.0;
    return params.alliance_rate * (are_kin(world, a, b) ? 1.0 : params.stranger_trust);
}

double split_rate(World const& world, PoliticsParams const& params, ActorId actor) noexcept {
    double const strikes = world.memories.strikes.empty() ? 0.0 : world.memories.strikes[actor.row];
    return params.split_rate *
           (1.0 + params.concession_effect * disappointment(world, params, actor) +
            params.strike_effect * strikes + params.spoils_effect * unequal_spoils(world, actor));
}

double merger_rate(World const& world, PoliticsParams const& params, ActorId a, ActorId b,
                   std::vector<double> const& fighters) noexcept {
    bool const may_merge = are_kin(world, a, b) && have_common_enemy(world, a, b) &&
                           world.relations.at(a, b) != Relation::hostile;
    if (!may_merge) return 0.0;
    double const weaker = std::min(fighters[a.row], fighters[b.row]);
    return params.merger_rate * params.merger_half / (params.merger_half + weaker);
}

ActorId spare_actor(World const& world) noexcept {
    for (std::uint32_t i = 0; i < world.actors.size(); ++i) {
        if (!world.actors.active[i] && world.actors.key[i].starts_with(spare_key)) {
            return ActorId{i};
        }
    }
    return no_actor;
}

ActorId active_bandits(World const& world) noexcept {
    for (std::uint32_t i = 0; i < world.actors.size(); ++i) {
        if (world.actors.active[i] && world.actors.actor_class[i] == ActorClass::other) {
            return ActorId{i};
        }
    }
    return no_actor;
}

}  // namespace models
