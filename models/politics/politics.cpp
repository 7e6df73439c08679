#include "models/politics/politics.hpp"

#include <algorithm>
#include <cmath>

#include "models/purposes.hpp"
#include "models/world/realignment.hpp"
#include "models/world/unit_orders.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

double chance_of(double rate) noexcept {
    return -std::expm1(-rate);
}

void note(World& world, PoliticalKind kind, ActorId actor, ActorId other, double value = 0.0) {
    world.political_log.push_back(
        {.day = world.today, .kind = kind, .actor = actor, .other = other, .value = value});
}

/// Calls visit(a, b) for each pair of armed groups, a before b.
template <class Visit>
void for_each_pair(World const& world, Visit&& visit) {
    auto const actors = static_cast<std::uint32_t>(world.actors.size());
    for (std::uint32_t a = 0; a < actors; ++a) {
        if (!is_armed_group(world, ActorId{a})) continue;
        for (std::uint32_t b = a + 1; b < actors; ++b) {
            if (is_armed_group(world, ActorId{b})) visit(ActorId{a}, ActorId{b});
        }
    }
}

/// A place of an actor where most of its fighters are meant to be.
PlaceId heartland(World const& world, ActorId actor) noexcept {
    auto const weights = world.deployment.of(actor);
    auto const most = std::ranges::max_element(weights);
    return PlaceId{static_cast<std::uint32_t>(most - weights.begin())};
}

/// A spare actor may have been another splinter before.
void forget_former_life(World& world, ActorId spare) {
    std::ranges::fill(world.deployment.of(spare), 0.0);
    for (std::uint32_t i = 0; i < world.actors.size(); ++i) {
        world.relations.set(spare, ActorId{i}, Relation::neutral);
    }
}

}  // namespace

void remember_losses(World& world, double memory_days) {
    auto& losses = world.memories.losses;
    auto& strikes = world.memories.strikes;
    losses.resize(world.actors.size(), 0.0);
    strikes.resize(world.actors.size(), 0.0);
    double const fade = std::exp(-1.0 / memory_days);
    for (auto& loss : losses) loss *= fade;
    for (auto& strike : strikes) strike *= fade;
    for (auto const& event : world.events) {
        if (event.attacker != no_actor) losses[event.attacker.row] += event.attacker_deaths;
        if (event.target == no_actor) continue;
        Side const side = world.actors.side(event.target);
        if (side == Side::civilian) continue;
        bool const is_same_side =
            event.attacker != no_actor && world.actors.side(event.attacker) == side;
        double const dead = event.deaths[static_cast<std::size_t>(side)];
        losses[event.target.row] += is_same_side ? dead - event.attacker_deaths : dead;
        if (event.kind == EventKind::air_strike) strikes[event.target.row] += 1.0;
    }
}

double coup_rate(World const& world, PoliticsParams const& params, ActorId state) noexcept {
    double const losses = world.memories.losses.empty() ? 0.0 : world.memories.losses[state.row];
    return params.coup_rate * losses / (losses + params.coup_half_losses) *
           (2.0 - world.actors.cohesion[state.row]) * (2.0 - world.legitimacy);
}

PoliticsProcess::PoliticsProcess(PoliticsParams const& params) : params_{params} {
    SIM_EXPECTS(params_.memory_days > 0.0 && params_.legitimacy_days > 0.0);
    SIM_EXPECTS(params_.merger_half > 0.0 && params_.coup_half_losses > 0.0);
}

void PoliticsProcess::change_legitimacy(World& world) const {
    double& legitimacy = world.legitimacy;
    if (world.today.value == 0) {
        legitimacy = params_.legitimacy_level;
    } else {
        legitimacy +=
            (params_.legitimacy_level - legitimacy) * chance_of(1.0 / params_.legitimacy_days);
    }
    for_each_measure(world.measures, MeasureKind::coup, [&](Measure const& measure) {
        if (measure.age > 0) return;
        legitimacy *= 1.0 - params_.coup_legitimacy;
        note(world, PoliticalKind::coup, measure.actor, no_actor);
    });
}

void PoliticsProcess::draw_alignments(World& world) const {
    auto const fighters = fighters_of_all(world);
    for_each_pair(world, [&](ActorId a, ActorId b) {
        Relation const relation = world.relations.at(a, b);
        if (relation == Relation::hostile) return;
        double const rate = relation == Relation::allied
                                ? betrayal_rate(world, params_, a, b, fighters)
                                : alliance_rate(world, params_, a, b);
        if (rate <= 0.0) return;
        sim::Stream draw{world.seed, purpose::alignment, pair_number(world.actors, a, b),
                         world.today};
        if (!draw.bernoulli(chance_of(rate))) return;
        if (relation == Relation::neutral) {
            world.relations.set(a, b, Relation::allied);
            note(world, PoliticalKind::allied, a, b);
            return;
        }
        world.relations.set(a, b, Relation::hostile);
        bool const a_is_stronger = fighters[a.row] >= fighters[b.row];
        note(world, PoliticalKind::betrayed, a_is_stronger ? a : b, a_is_stronger ? b : a);
    });
}

void PoliticsProcess::draw_splits(World& world) const {
    auto const fighters = fighters_of_all(world);
    for (std::uint32_t i = 0; i < world.actors.size(); ++i) {
        ActorId const actor{i};
        if (!is_armed_group(world, actor) || fighters[i] < params_.split_least) continue;
        sim::Stream draw{world.seed, purpose::faction, i, world.today};
        if (!draw.bernoulli(chance_of(split_rate(world, params_, actor)))) continue;
        ActorId const splinter = spare_actor(world);
        if (splinter == no_actor) return;
        double const share = params_.split_share * (0.5 + draw.uniform());
        auto& actors = world.actors;
        actors.family[splinter.row] = actors.family[i];
        actors.community[splinter.row] = actors.community[i];
        actors.restraint[splinter.row] = actors.restraint[i];
        actors.quality[splinter.row] = actors.quality[i];
        actors.cohesion[splinter.row] = actors.cohesion[i];
        forget_former_life(world, splinter);
        split_actor(world, actor, splinter, share);
        note(world, PoliticalKind::split, splinter, actor, share);
        ActorId const bandits = active_bandits(world);
        if (bandits != no_actor) move_fighters(world, splinter, bandits, params_.banditry_share);
    }
}

void PoliticsProcess::draw_mergers(World& world) const {
    auto const fighters = fighters_of_all(world);
    for_each_pair(world, [&](ActorId a, ActorId b) {
        // Who has joined another today is no more.
        if (!is_armed_group(world, a)) return;
        double const rate = merger_rate(world, params_, a, b, fighters);
        if (rate <= 0.0) return;
        sim::Stream draw{world.seed, purpose::merger, pair_number(world.actors, a, b), world.today};
        if (!draw.bernoulli(chance_of(rate))) return;
        bool const a_is_weaker = fighters[a.row] < fighters[b.row];
        ActorId const joining = a_is_weaker ? a : b;
        ActorId const other = a_is_weaker ? b : a;
        merge_actor(world, joining, other);
        note(world, PoliticalKind::merged, joining, other);
    });
}

void PoliticsProcess::take_power(World& world, ActorId state, sim::Stream& draw) const {
    auto& cohesion = world.actors.cohesion[state.row];
    cohesion = std::max(0.0, cohesion - params_.coup_cohesion);
    world.legitimacy *= 1.0 - params_.coup_legitimacy;
    note(world, PoliticalKind::coup, state, no_actor);
    PlaceId const home = heartland(world, state);
    for (std::uint32_t p = 0; p < world.map->places.size(); ++p) {
        if (PlaceId{p} == home || !draw.bernoulli(params_.coup_flight)) continue;
        for (std::uint32_t u = 0; u < world.units.size(); ++u) {
            bool const is_there = world.units.actor[u] == state &&
                                  world.units.station[u] == PlaceId{p} &&
                                  is_stationed(world, UnitId{u});
            if (is_there) send_unit(world, UnitId{u}, home);
        }
    }
}

void PoliticsProcess::draw_coups(World& world) const {
    for (std::uint32_t i = 0; i < world.actors.size(); ++i) {
        bool const is_state =
            world.actors.active[i] && world.actors.actor_class[i] == ActorClass::state;
        if (!is_state) continue;
        sim::Stream draw{world.seed, purpose::coup, i, world.today};
        if (!draw.bernoulli(chance_of(coup_rate(world, params_, ActorId{i})))) continue;
        take_power(world, ActorId{i}, draw);
    }
}

void PoliticsProcess::operator()(World& world) const {
    remember_losses(world, params_.memory_days);
    change_legitimacy(world);
    if (params_.betrayal) draw_alignments(world);
    if (params_.split) draw_splits(world);
    if (params_.merger) draw_mergers(world);
    if (params_.coup) draw_coups(world);
}

}  // namespace models
