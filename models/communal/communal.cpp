#include "models/communal/communal.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/purposes.hpp"
#include "models/world/civilian_losses.hpp"
#include "models/world/happen.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

using PerCommunity = std::array<double, community_count>;

/// People of each community at home in a cell [people].
PerCommunity people_at_home(World const& world, sim::CellId cell) {
    PerCommunity people{};
    auto const& strata = world.households.strata();
    auto const [first, last] = world.households.strata_of(cell);
    for (std::uint32_t s = first; s < last; ++s) {
        people[static_cast<std::size_t>(strata.community[s])] += strata.people_home[s];
    }
    return people;
}

double people_at_home(World const& world, sim::CellId cell, Community community) {
    return people_at_home(world, cell)[static_cast<std::size_t>(community)];
}

/// Share of each community among the people around a place, or 1 for the community of an actor.
PerCommunity parties(World const& world, ActorId actor, PlaceId place) {
    PerCommunity shares{};
    if (actor != no_actor && world.actors.community[actor.row]) {
        shares[static_cast<std::size_t>(*world.actors.community[actor.row])] = 1.0;
        return shares;
    }
    bool const are_people =
        actor == no_actor || world.actors.actor_class[actor.row] == ActorClass::civilian;
    if (!are_people) return shares;
    double all = 0.0;
    for (sim::CellId const cell : world.map->nearby.cells(world.map->places.cell[place.row])) {
        auto const people = people_at_home(world, cell);
        for (std::size_t i = 0; i < people.size(); ++i) {
            shares[i] += people[i];
            all += people[i];
        }
    }
    if (all > 0.0) {
        for (double& share : shares) share /= all;
    }
    return shares;
}

}  // namespace

double revenge_rate(World const& world, CommunalParams const& params, sim::CellId cell, double wish,
                    double people, bool has_militia) noexcept {
    double const drive = params.gain * wish / (1.0 + wish / params.revenge_limit);
    double const presence = people / (people + params.half_people);
    double const means = has_militia ? params.militia_rate : 1.0;
    return drive * presence * means * world.cells.calm_civilians[cell.row];
}

CommunalProcess::CommunalProcess(CommunalParams const& params, World const& world)
    : params_{params}, disputes_{params, world}, militias_{world.map->cells.population.size()} {}

void CommunalProcess::take_in_massacres(World& world) const {
    for_each_measure(world.measures, MeasureKind::massacre, [&](Measure const& massacre) {
        if (massacre.age != 0 || massacre.place == no_place) return;
        auto const wrongdoers = parties(world, massacre.actor, massacre.place);
        auto const wronged = parties(world, massacre.other, massacre.place);
        double different = 0.0;
        for (std::size_t i = 0; i < community_count; ++i) {
            for (std::size_t j = 0; j < community_count; ++j) {
                if (i != j) different += wronged[i] * wrongdoers[j];
            }
        }
        if (different <= 0.0) return;
        double const shock = params_.massacre_harm + params_.massacre_death * massacre.value;
        auto const centre = world.map->places.cell[massacre.place.row];
        auto const around = world.map->nearby.cells(centre);
        auto const km = world.map->nearby.distances_km(centre);
        for (std::size_t pair = 0; pair < community_count * community_count; ++pair) {
            std::size_t const i = pair / community_count;
            std::size_t const j = pair % community_count;
            double const wish = i == j ? 0.0 : shock * wronged[i] * wrongdoers[j] / different;
            if (wish <= 0.0) continue;
            for (std::size_t c = 0; c < around.size(); ++c) {
                world.cells.revenge[pair].add(
                    around[c].row, wish * std::exp(-km[c] / params_.reach_km), world.today);
            }
        }
    });
}

void CommunalProcess::attack(World& world, sim::CellId from, Community avenger, Community victims,
                             sim::Stream& draw) {
    auto const around = world.map->nearby.cells(from);
    auto const km = world.map->nearby.distances_km(from);
    weights_.clear();
    for (std::size_t i = 0; i < around.size(); ++i) {
        weights_.push_back(people_at_home(world, around[i], victims) *
                           std::exp(-km[i] / params_.reach_km));
    }
    auto const choice = sim::weighted_choice(weights_, draw.uniform());
    if (!choice) return;

    ConflictEvent event;
    event.day = world.today;
    event.kind = EventKind::communal_attack;
    event.attacker = militias_.near(from, avenger);
    event.cell = around[*choice];
    event.victims = victims;
    event.avenger = avenger;
    FatalityParams deaths = params_.deaths;
    if (event.attacker != no_actor) deaths.median *= params_.militia_deaths;
    event.deaths[static_cast<std::size_t>(Side::civilian)] =
        lose_civilians(world, event.cell, victims, draw_deaths(deaths, draw), next_event(world));
    event.wounded = sim::poisson(draw, params_.wounded_per_death * event.all_deaths());
    happen(world, event);
}

void CommunalProcess::quarrel(World& world) {
    sim::Stream draw{world.seed, purpose::dispute, 0, world.today};
    for (std::uint32_t left = sim::poisson(draw, disputes_.highest_rate()); left > 0; --left) {
        auto const cell = disputes_.draw_cell(world, draw);
        if (!cell) continue;
        PerCommunity weights;
        weights.fill(1.0);
        auto const avenger = drawn_community(world, *cell, weights, draw.uniform());
        if (!avenger) continue;
        weights[static_cast<std::size_t>(*avenger)] = 0.0;
        auto const victims = drawn_community(world, *cell, weights, draw.uniform());
        if (victims) attack(world, *cell, *avenger, *victims, draw);
    }
}

void CommunalProcess::avenge(World& world, Community wronged, Community wrongdoer) {
    auto const pair = CellFields::revenge_row(wronged, wrongdoer);
    auto const& wish = world.cells.revenge[pair];
    auto const active = wish.active();
    if (active.empty()) return;
    std::vector<double> rates;
    rates.reserve(active.size());
    double sum = 0.0;
    for (std::uint32_t const row : active) {
        sim::CellId const cell{row};
        rates.push_back(revenge_rate(world, params_, cell, wish.at(row, world.today),
                                     people_at_home(world, cell, wronged),
                                     militias_.near(cell, wronged) != no_actor));
        sum += rates.back();
    }
    sim::Stream draw{world.seed, purpose::revenge, static_cast<std::uint32_t>(pair), world.today};
    for (std::uint32_t left = sim::poisson(draw, sum); left > 0; --left) {
        auto const choice = sim::weighted_choice(rates, draw.uniform());
        attack(world, sim::CellId{active[*choice]}, wronged, wrongdoer, draw);
    }
}

void CommunalProcess::operator()(World& world) {
    take_in_massacres(world);
    militias_.rebuild(world);
    quarrel(world);
    for (std::size_t wronged = 0; wronged < community_count; ++wronged) {
        for (std::size_t wrongdoer = 0; wrongdoer < community_count; ++wrongdoer) {
            avenge(world, static_cast<Community>(wronged), static_cast<Community>(wrongdoer));
        }
    }
}

}  // namespace models
