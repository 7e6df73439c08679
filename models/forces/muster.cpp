#include "models/forces/muster.hpp"

#include <algorithm>
#include <numeric>

#include "models/forces/forces_params.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

std::size_t side_row(World const& world, ActorId actor) noexcept {
    return static_cast<std::size_t>(world.actors.side(actor));
}

/// Row of the largest number; the first of equals.
std::uint32_t largest(std::vector<double> const& numbers) {
    return static_cast<std::uint32_t>(std::max_element(numbers.begin(), numbers.end()) -
                                      numbers.begin());
}

/// Fill units below their size. \return How many joined.
std::uint32_t fill_units(World& world, ActorId actor, std::uint32_t people, std::uint16_t size) {
    std::uint32_t left = people;
    for (std::uint32_t i = 0; i < world.units.size() && left > 0; ++i) {
        auto& fighters = world.units.fighters[i];
        if (world.units.actor[i] != actor || fighters == 0 || fighters >= size) continue;
        auto const joining = std::min<std::uint32_t>(left, size - fighters);
        fighters = static_cast<std::uint16_t>(fighters + joining);
        left -= joining;
    }
    return people - left;
}

/// Weights of an actor's deployment, 0 where it may not muster; shape (places).
std::vector<double> muster_weights(World const& world, ActorId actor) {
    auto const wanted = world.deployment.of(actor);
    std::vector<double> weights(wanted.begin(), wanted.end());
    for (std::uint32_t p = 0; p < weights.size(); ++p) {
        if (!may_muster(world, actor, PlaceId{p})) weights[p] = 0.0;
    }
    return weights;
}

/// Raise new units where they are missed most. \return How many joined.
std::uint32_t add_units(World& world, ActorId actor, std::uint32_t people, std::uint16_t size) {
    auto const weights = muster_weights(world, actor);
    double const all = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (all <= 0.0 || people == 0) return 0;
    auto const there = fighters_by_place(world, actor);
    double const wanted = people + std::accumulate(there.begin(), there.end(), 0.0);
    // Places of no weight cannot be missed: they stay below every other.
    std::vector<double> missing(weights.size());
    for (std::size_t p = 0; p < weights.size(); ++p) {
        missing[p] = weights[p] > 0.0 ? wanted * weights[p] / all - there[p] : -2.0 * wanted;
    }
    std::uint32_t left = people;
    while (left > 0) {
        auto const place = largest(missing);
        auto const joining = std::min<std::uint32_t>(left, size);
        world.units.add(actor, static_cast<std::uint16_t>(joining), PlaceId{place},
                        world.map->places.cell[place]);
        missing[place] -= joining;
        left -= joining;
    }
    return people;
}

/// The youngest unit of an actor at a place that has fighters. \pre There is one.
std::uint32_t youngest_unit(World const& world, ActorId actor, PlaceId place) {
    auto const& units = world.units;
    auto i = static_cast<std::uint32_t>(units.size());
    bool is_found = false;
    while (!is_found) {
        SIM_EXPECTS(i > 0);
        --i;
        is_found =
            units.actor[i] == actor && units.fighters[i] > 0 && units.destination[i] == place;
    }
    return i;
}

}  // namespace

std::vector<double> fighters_by_place(World const& world, ActorId actor) {
    std::vector<double> fighters(world.map->places.size(), 0.0);
    for (std::uint32_t i = 0; i < world.units.size(); ++i) {
        if (world.units.actor[i] != actor) continue;
        fighters[world.units.destination[i].row] += world.units.fighters[i];
    }
    return fighters;
}

bool may_muster(World const& world, ActorId actor, PlaceId place) noexcept {
    if (world.barred.is_barred(actor, place)) return false;
    if (!is_regular(world.actors.actor_class[actor.row])) return true;
    ActorId const holder = world.places.holder[place.row];
    if (holder == no_actor || holder == actor) return true;
    return world.relations.at(actor, holder) != Relation::hostile;
}

std::uint32_t raise_fighters(World& world, ActorId actor, std::uint32_t people,
                             std::uint16_t unit_size) {
    SIM_EXPECTS(unit_size >= 1);
    SIM_EXPECTS(world.places.holder.size() == world.map->places.size());
    auto joined = fill_units(world, actor, people, unit_size);
    joined += add_units(world, actor, people - joined, unit_size);
    world.totals.fighters_raised[side_row(world, actor)] += joined;
    return joined;
}

void dismiss_fighters(World& world, ActorId actor, std::uint32_t people) {
    auto there = fighters_by_place(world, actor);
    double const fighters = std::accumulate(there.begin(), there.end(), 0.0);
    SIM_EXPECTS(people <= fighters);
    auto const weights = world.deployment.of(actor);
    double const all = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<double> surplus(there.size());
    for (std::size_t p = 0; p < there.size(); ++p) {
        double const quota = all > 0.0 ? (fighters - people) * weights[p] / all : 0.0;
        // Nobody can leave a place where nobody is.
        surplus[p] = there[p] > 0.0 ? there[p] - quota : -2.0 * fighters;
    }
    for (std::uint32_t left = people; left > 0;) {
        auto const place = largest(surplus);
        auto& in_unit = world.units.fighters[youngest_unit(world, actor, PlaceId{place})];
        auto const leaving = std::min<std::uint32_t>(left, in_unit);
        in_unit = static_cast<std::uint16_t>(in_unit - leaving);
        there[place] -= leaving;
        surplus[place] = there[place] > 0.0 ? surplus[place] - leaving : -2.0 * fighters;
        left -= leaving;
    }
    world.totals.fighters_disbanded[side_row(world, actor)] += people;
}

}  // namespace models
