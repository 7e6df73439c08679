#include "models/hostages/hostages.hpp"

#include <algorithm>
#include <cmath>

#include "models/purposes.hpp"
#include "models/world/civilian_losses.hpp"
#include "models/world/happen.hpp"
#include "models/world/unit_orders.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

/// Fighters of every actor who may be sent; shape (actors) [people].
std::vector<double> fighters_of_all(World const& world) {
    std::vector<double> fighters(world.actors.size(), 0.0);
    for (std::uint32_t u = 0; u < world.units.size(); ++u) {
        if (is_out_of_action(world.units.posture[u])) continue;
        fighters[world.units.actor[u].row] += world.units.fighters[u];
    }
    return fighters;
}

/// Gunmen leave the actor's units for good, in row order. \return How many [people].
std::uint32_t lose_gunmen(World& world, ActorId actor, std::uint32_t count) {
    std::uint32_t lost = 0;
    for (std::uint32_t u = 0; u < world.units.size() && lost < count; ++u) {
        bool const is_of_them =
            world.units.actor[u] == actor && !is_out_of_action(world.units.posture[u]);
        if (is_of_them) lost += lose_fighters(world.units, UnitId{u}, count - lost);
    }
    return lost;
}

}  // namespace

double siege_rate(World const& world, HostagesParams const& params, ActorId actor,
                  double fighters) noexcept {
    auto const& actors = world.actors;
    bool const does_it = actors.family[actor.row] == Family::jihadist &&
                         actors.lies_low[actor.row] && actors.active[actor.row];
    if (!does_it) return 0.0;
    double const funds = actors.funds[actor.row];
    double const means =
        params.poor_share + (1.0 - params.poor_share) * funds / (funds + params.half_funds);
    return params.rate * actors.tempo[actor.row] * fighters / (fighters + params.half_strength) *
           means;
}

std::vector<double> siege_targets(World const& world, HostagesParams const& params, ActorId actor) {
    auto const& places = world.map->places;
    std::vector<double> worth(places.size(), 0.0);
    std::uint32_t largest = 0;
    for (std::uint32_t p = 0; p < places.size(); ++p) {
        if (!world.map->is_home(PlaceId{p})) continue;
        largest = std::max(largest, places.population[p]);
    }
    for (std::uint32_t p = 0; p < places.size(); ++p) {
        ActorId const holder = world.places.holder[p];
        bool const is_city = world.map->is_home(PlaceId{p}) && places.kind[p] == PlaceKind::town &&
                             places.population[p] > 0 && places.population[p] >= params.city_people;
        bool const is_the_states = holder != no_actor &&
                                   world.actors.actor_class[holder.row] == ActorClass::state &&
                                   would_fight(world, actor, holder);
        if (!is_city || !is_the_states) continue;
        worth[p] = std::pow(places.population[p], params.population_power);
        if (places.population[p] == largest) worth[p] *= params.publicity;
    }
    return worth;
}

void HostagesProcess::seize(World& world, ActorId actor, sim::Stream& draw) const {
    auto const target = sim::weighted_choice(siege_targets(world, params_, actor), draw.uniform());
    if (!target) return;
    ConflictEvent event;
    event.day = world.today;
    event.kind = EventKind::hostage_siege;
    event.attacker = actor;
    event.place = PlaceId{*target};
    event.cell = world.map->places.cell[*target];
    std::uint32_t const gunmen = 1 + sim::poisson(draw, params_.gunmen - 1.0);
    event.attacker_deaths =
        lose_gunmen(world, actor, sim::binomial(draw, gunmen, params_.gunman_dies));
    event.deaths[static_cast<std::size_t>(world.actors.side(actor))] = event.attacker_deaths;
    std::uint32_t const others = lose_civilians(
        world, event.cell, std::nullopt, draw_deaths(params_.deaths, draw), next_event(world));
    event.deaths[static_cast<std::size_t>(Side::civilian)] = others;
    event.wounded = sim::poisson(draw, params_.wounded_per_death * others);
    happen(world, event);
}

void HostagesProcess::operator()(World& world) const {
    std::vector<double> const fighters = fighters_of_all(world);
    for (std::uint32_t a = 0; a < world.actors.size(); ++a) {
        double const rate = siege_rate(world, params_, ActorId{a}, fighters[a]);
        if (rate <= 0.0) continue;
        sim::Stream draw{world.seed, purpose::hostage_siege, a, world.today};
        for (std::uint32_t left = sim::poisson(draw, rate); left > 0; --left) {
            seize(world, ActorId{a}, draw);
        }
    }
}

}  // namespace models
