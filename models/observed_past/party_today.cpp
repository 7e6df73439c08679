#include "models/observed_past/party_today.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "sim/space/geo.hpp"

namespace models {
namespace {

double km_between(World const& world, sim::CellId a, sim::CellId b) {
    auto const& grid = world.map->grid;
    return sim::great_circle_km(grid.centre(a), grid.centre(b));
}

/// The side of a kind of party, whoever it is.
Side side_of_kind(InterCode kind) noexcept {
    switch (kind) {
        case InterCode::state_forces:
            return Side::state;
        case InterCode::external_forces:
            return Side::external;
        case InterCode::rebel_group:
        case InterCode::political_militia:
        case InterCode::identity_militia:
            return Side::militant;
        default:
            return Side::civilian;
    }
}

/// Fighters of every actor, and of them those within reach of a cell.
struct Presence {
    std::vector<std::uint64_t> near, all;

    Presence(World const& world, sim::CellId cell, double reach_km)
        : near(world.actors.size(), 0), all(world.actors.size(), 0) {
        auto const& units = world.units;
        for (std::size_t u = 0; u < units.size(); ++u) {
            if (units.fighters[u] == 0) continue;
            auto const actor = units.actor[u].row;
            all[actor] += units.fighters[u];
            bool const is_near = !is_out_of_action(units.posture[u]) &&
                                 km_between(world, units.cell[u], cell) <= reach_km;
            if (is_near) near[actor] += units.fighters[u];
        }
    }
};

bool is_enemy(World const& world, ActorId actor, ActorId opponent) {
    if (opponent != no_actor) return world.relations.at(actor, opponent) == Relation::hostile;
    for (std::uint32_t s = 0; s < world.actors.size(); ++s) {
        bool const is_state = world.actors.actor_class[s] == ActorClass::state;
        if (is_state && world.relations.at(actor, ActorId{s}) == Relation::hostile) return true;
    }
    return false;
}

/// The likeliest actor among those that a test lets through.
template <class Test>
ActorId likeliest(World const& world, Presence const& fighters, ActorId opponent, Test&& is_one) {
    ActorId best = no_actor;
    std::tuple<bool, std::uint64_t, std::uint64_t> best_rank{};
    for (std::uint32_t a = 0; a < world.actors.size(); ++a) {
        ActorId const actor{a};
        bool const may_be =
            world.actors.active[a] && fighters.all[a] > 0 && actor != opponent && is_one(actor);
        if (!may_be) continue;
        std::tuple const rank{is_enemy(world, actor, opponent), fighters.near[a], fighters.all[a]};
        if (best != no_actor && rank <= best_rank) continue;
        best = actor;
        best_rank = rank;
    }
    return best;
}

ActorId of_this_kind(World const& world, ObservedParty const& party, ActorId opponent,
                     sim::CellId cell, double reach_km) {
    Presence const fighters{world, cell, reach_km};
    auto const& actors = world.actors;
    bool const is_communal = party.kind == InterCode::identity_militia && party.community;
    auto const has_code = [&](ActorId actor) {
        return actors.acled_code[actor.row] == static_cast<std::uint8_t>(party.kind) &&
               (!is_communal || actors.community[actor.row] == party.community);
    };
    if (!party.is_unidentified) {
        ActorId const found = likeliest(world, fighters, opponent, has_code);
        if (found != no_actor || is_communal) return found;
    }
    auto const side = side_of_kind(party.kind);
    return likeliest(world, fighters, opponent,
                     [&](ActorId actor) { return actors.side(actor) == side; });
}

}  // namespace

PartyToday party_today(World const& world, ObservedParty const& party, ActorId opponent,
                       sim::CellId cell, double reach_km) {
    auto const side = side_of_kind(party.kind);
    ActorId actor = party.actor;
    if (actor == no_actor || !world.actors.active[actor.row]) {
        if (side == Side::civilian) return {};
        actor = of_this_kind(world, party, opponent, cell, reach_km);
    }
    return {.actor = actor, .side = actor == no_actor ? side : world.actors.side(actor)};
}

std::uint32_t lose_fighters_near(World& world, PartyToday const& party, sim::CellId cell,
                                 double reach_km, std::uint32_t count) {
    if (count == 0 || party.actor == no_actor) return 0;
    auto& units = world.units;
    // Allies come after the actor's own, the nearest first, and rows in their order.
    std::vector<std::tuple<bool, double, std::uint32_t>> there;
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        ActorId const owner = units.actor[u];
        bool const is_ally = owner != party.actor;
        bool const may_be_its =
            !is_ally || (world.actors.side(owner) == party.side &&
                         world.relations.at(owner, party.actor) == Relation::allied);
        if (units.fighters[u] == 0 || !may_be_its || is_out_of_action(units.posture[u])) continue;
        double const km = km_between(world, units.cell[u], cell);
        if (km <= reach_km) there.emplace_back(is_ally, km, u);
    }
    std::ranges::sort(there);
    std::uint32_t lost = 0;
    for (auto const& [is_ally, km, unit] : there) {
        lost += lose_fighters(units, UnitId{unit}, count - lost);
        if (lost == count) break;
    }
    return lost;
}

}  // namespace models
