#include "models/world/realignment.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "models/purposes.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

std::size_t side_row(World const& world, ActorId actor) noexcept {
    return static_cast<std::size_t>(world.actors.side(actor));
}

/// A unit changes sides, and its fighters are counted where they are now.
void change_owner(World& world, std::uint32_t unit, ActorId owner) {
    auto const before = side_row(world, world.units.actor[unit]);
    auto const after = side_row(world, owner);
    if (before != after) {
        world.totals.fighters_disbanded[before] += world.units.fighters[unit];
        world.totals.fighters_raised[after] += world.units.fighters[unit];
    }
    world.units.actor[unit] = owner;
}

/// Part of a unit becomes a unit of its own, on the same way. \pre people < the unit's fighters.
std::uint32_t divide(UnitStore& units, std::uint32_t unit, std::uint16_t people) {
    units.fighters[unit] = static_cast<std::uint16_t>(units.fighters[unit] - people);
    auto const part = units.add(units.actor[unit], people, units.station[unit], units.cell[unit]);
    units.posture[part.row] = units.posture[unit];
    units.destination[part.row] = units.destination[unit];
    units.next_stop[part.row] = units.next_stop[unit];
    units.leg_km_left[part.row] = units.leg_km_left[unit];
    return part.row;
}

/// Units of an actor that have fighters, in an order drawn for today.
std::vector<std::uint32_t> drawn_units(World const& world, ActorId actor) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> drawn;
    for (std::uint32_t i = 0; i < world.units.size(); ++i) {
        if (world.units.actor[i] != actor || world.units.fighters[i] == 0) continue;
        drawn.emplace_back(sim::Stream{world.seed, purpose::split, i, world.today}.bits64(), i);
    }
    std::sort(drawn.begin(), drawn.end());
    std::vector<std::uint32_t> units;
    for (auto const& [key, unit] : drawn) units.push_back(unit);
    return units;
}

void move_share_of_units(World& world, ActorId parent, ActorId splinter, double share) {
    auto const units = drawn_units(world, parent);
    double fighters = 0.0;
    for (auto const unit : units) fighters += world.units.fighters[unit];
    auto leaving = static_cast<std::int64_t>(std::llround(share * fighters));
    for (auto unit : units) {
        if (leaving == 0) break;
        if (world.units.fighters[unit] > leaving) {
            unit = divide(world.units, unit, static_cast<std::uint16_t>(leaving));
        }
        leaving -= world.units.fighters[unit];
        change_owner(world, unit, splinter);
    }
}

double sum_of(std::span<double const> weights) {
    return std::accumulate(weights.begin(), weights.end(), 0.0);
}

/// What one actor holds and controls becomes another's, or nobody's.
void hand_over_ground(World& world, ActorId from, ActorId to) {
    for (auto& holder : world.places.holder) {
        if (holder == from) holder = to;
    }
    auto const actors = world.actors.size();
    auto& control = world.cells.control;
    for (std::size_t cell = 0; cell < control.size(); cell += actors) {
        float const share = std::exchange(control[cell + from.row], 0.0F);
        if (to == no_actor) continue;
        control[cell + to.row] = std::min(1.0F, control[cell + to.row] + share);
    }
}

void retire(World& world, ActorId actor) {
    world.actors.active[actor.row] = 0;
    world.actors.target_strength[actor.row] = 0.0;
    lapse_agreements_of(world.agreements, actor, world.today);
}

void inherit_relations(World& world, ActorId parent, ActorId splinter) {
    for (std::uint32_t i = 0; i < world.actors.size(); ++i) {
        ActorId const third{i};
        if (third == parent || third == splinter) continue;
        if (world.relations.at(splinter, third) != Relation::neutral) continue;
        world.relations.set(splinter, third, world.relations.at(parent, third));
    }
}

/// Mix the deployment of a joining actor into another's. Strengths are from before the merger.
void mix_deployments(World& world, ActorId joining, ActorId other, double joining_strength,
                     double other_strength) {
    auto const from = world.deployment.of(joining);
    auto const into = world.deployment.of(other);
    double const from_sum = sum_of(from);
    double const into_sum = sum_of(into);
    double const strength = joining_strength + other_strength;
    // Who has nobody yet but knows where to go was founded for this merger: it keeps its plan.
    if (from_sum > 0.0 && into_sum == 0.0) {
        std::copy(from.begin(), from.end(), into.begin());
    } else if (from_sum > 0.0 && other_strength > 0.0) {
        double const share = joining_strength / strength;
        for (std::size_t p = 0; p < into.size(); ++p) {
            into[p] = (1.0 - share) * into[p] + share * into_sum / from_sum * from[p];
        }
    }
    std::fill(from.begin(), from.end(), 0.0);
}

}  // namespace

void start_actor(World& world, ActorId actor, std::optional<double> strength) {
    SIM_EXPECTS(actor.row < world.actors.size());
    SIM_EXPECTS(!strength || *strength >= 0.0);
    world.actors.active[actor.row] = 1;
    if (strength) world.actors.target_strength[actor.row] = *strength;
}

void end_actor(World& world, ActorId actor) {
    SIM_EXPECTS(actor.row < world.actors.size());
    for (std::uint32_t i = 0; i < world.units.size(); ++i) {
        if (world.units.actor[i] != actor) continue;
        world.totals.fighters_disbanded[side_row(world, actor)] +=
            std::exchange(world.units.fighters[i], std::uint16_t{0});
    }
    give_up_means(world, actor);
    hand_over_ground(world, actor, no_actor);
    retire(world, actor);
}

void split_actor(World& world, ActorId parent, ActorId splinter, double share) {
    SIM_EXPECTS(parent != splinter && share >= 0.0 && share <= 1.0);
    SIM_EXPECTS(world.actors.active[parent.row]);
    auto& target = world.actors.target_strength;
    double const leaving = share * target[parent.row];
    // A strength that the table gives to an actor that is not there yet is not counted twice.
    bool const is_new = !world.actors.active[splinter.row];
    target[splinter.row] = leaving + (is_new ? 0.0 : target[splinter.row]);
    target[parent.row] -= leaving;
    world.actors.active[splinter.row] = 1;

    inherit_relations(world, parent, splinter);
    auto const weights = world.deployment.of(splinter);
    if (sum_of(weights) == 0.0) {
        auto const inherited = world.deployment.of(parent);
        std::copy(inherited.begin(), inherited.end(), weights.begin());
    }
    move_share_of_units(world, parent, splinter, share);
    move_means(world, parent, splinter, share);
}

void move_fighters(World& world, ActorId from, ActorId to, double share) {
    SIM_EXPECTS(from != to && share >= 0.0 && share <= 1.0);
    SIM_EXPECTS(world.actors.active[from.row] && world.actors.active[to.row]);
    auto& target = world.actors.target_strength;
    double const leaving = share * target[from.row];
    target[from.row] -= leaving;
    target[to.row] += leaving;
    move_share_of_units(world, from, to, share);
}

void merge_actor(World& world, ActorId joining, ActorId other) {
    SIM_EXPECTS(joining != other);
    SIM_EXPECTS(joining.row < world.actors.size() && other.row < world.actors.size());
    auto& target = world.actors.target_strength;
    double const brought = target[joining.row];
    double const there = world.actors.active[other.row] ? target[other.row] : 0.0;
    mix_deployments(world, joining, other, brought, there);
    target[other.row] = there + brought;
    world.actors.active[other.row] = 1;
    for (std::uint32_t i = 0; i < world.units.size(); ++i) {
        if (world.units.actor[i] == joining) change_owner(world, i, other);
    }
    move_means(world, joining, other, 1.0);
    hand_over_ground(world, joining, other);
    retire(world, joining);
}

}  // namespace models
