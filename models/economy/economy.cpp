#include "models/economy/economy.hpp"

#include <algorithm>

#include "models/economy/spoils.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

std::size_t family_row(World const& world, ActorId actor) noexcept {
    return static_cast<std::size_t>(world.actors.family[actor.row]);
}

/// Share out an amount over the groups of a family in proportion to their weight.
template <class Give>
void share_out(World const& world, std::span<ActorId const> groups, std::size_t family,
               double amount, Give&& give) {
    double all = 0.0;
    for (ActorId const group : groups) {
        if (family_row(world, group) == family) all += world.actors.target_strength[group.row];
    }
    if (all <= 0.0 || amount <= 0.0) return;
    for (ActorId const group : groups) {
        if (family_row(world, group) != family) continue;
        give(group, amount * world.actors.target_strength[group.row] / all);
    }
}

}  // namespace

double share_left_by_sanctions(World const& world, EconomyParams const& params,
                               ActorId actor) noexcept {
    double lost = 0.0;
    for_each_measure(world.measures, MeasureKind::sanctions, [&](Measure const& measure) {
        if (measure.actor != no_actor && measure.actor != actor) return;
        lost = std::max(lost, measure.has_value ? measure.value : params.sanctions_share);
    });
    return 1.0 - std::min(1.0, lost);
}

double armament_of(EconomyParams const& params, double arms, double fighters) noexcept {
    if (fighters <= 0.0) return 1.0;
    return std::clamp(arms / (fighters * params.need), params.least_armament, 1.0);
}

EconomyProcess::EconomyProcess(EconomyParams const& params, Geography const& map)
    : params_{params} {
    for (auto const& route : params_.routes) {
        auto const place = std::ranges::find(map.places.key, route.place);
        sim::require(place != map.places.key.end(),
                     "economy.routes: " + route.place +
                         " is not a place of the map. Correct the name or remove the line.");
        auto const row = static_cast<std::uint32_t>(place - map.places.key.begin());
        routes_.emplace_back(PlaceId{row}, route.usd);
    }
}

void EconomyProcess::count_fighters(World const& world) {
    fighters_.assign(world.actors.size(), 0.0);
    for (std::size_t u = 0; u < world.units.size(); ++u) {
        fighters_[world.units.actor[u].row] += world.units.fighters[u];
    }
}

double EconomyProcess::pay_of(World const& world, ActorId actor) const noexcept {
    return params_.pay[family_row(world, actor)];
}

void EconomyProcess::earn(World& world, ActorId actor, double usd) const {
    double const left = usd * share_left_by_sanctions(world, params_, actor);
    world.actors.funds[actor.row] += left;
    world.economy.ledger.money_earned += left;
    world.economy.ledger.money_sanctioned += usd - left;
}

void EconomyProcess::equip(World& world, ActorId actor) const {
    double const strength = world.actors.target_strength[actor.row];
    if (world.economy.equipped[actor.row] || strength <= 0.0) return;
    world.economy.equipped[actor.row] = 1;
    world.economy.on_payroll[actor.row] = strength;
    auto& arms = world.actors.arms[actor.row];
    double const brought = std::max(0.0, params_.first_arms * strength - arms);
    arms += brought;
    world.economy.ledger.arms_brought += brought;
    double const funds = params_.first_pay_days * strength * pay_of(world, actor);
    world.actors.funds[actor.row] += funds;
    world.economy.ledger.money_brought += funds;
}

void EconomyProcess::earn_from_sponsors_and_routes(World& world) {
    for (std::size_t family = 0; family < family_names.size(); ++family) {
        share_out(world, groups_, family, params_.sponsors[family],
                  [&](ActorId group, double usd) { earn(world, group, usd); });
    }
    for (auto const& [place, usd] : routes_) {
        auto const control =
            std::as_const(world.cells)
                .control_of(world.map->places.cell[place.row], world.actors.size());
        for (ActorId const group : groups_) {
            if (control[group.row] > 0.0F) earn(world, group, usd * control[group.row]);
        }
    }
}

void EconomyProcess::earn_from_ransoms(World& world) {
    auto& hostages = world.economy.hostages;
    for (std::size_t i = 0; i < hostages.size(); ++i) {
        if (!hostages.held[i] || world.today < hostages.due[i]) continue;
        hostages.held[i] = 0;
        if (!lives_from_war(world, hostages.captor[i])) continue;
        earn(world, hostages.captor[i], hostages.people[i] * hostages.ransom[i]);
    }
}

void EconomyProcess::smuggle_arms(World& world) const {
    if (world.date() >= params_.inflow_until || params_.inflow <= 0.0) return;
    double all = 0.0;
    auto const wants = [&](ActorId group) {
        return params_.inflow_to[family_row(world, group)] ? world.actors.target_strength[group.row]
                                                           : 0.0;
    };
    for (ActorId const group : groups_) all += wants(group);
    if (all <= 0.0) return;
    for (ActorId const group : groups_) {
        world.actors.arms[group.row] += params_.inflow * wants(group) / all;
    }
    world.economy.ledger.arms_inflow += params_.inflow;
}

void EconomyProcess::pay_fighters(World& world, ActorId actor) const {
    double const fighters = fighters_[actor.row];
    if (fighters <= 0.0) return;  // nobody has come yet, or nobody is left
    auto& on_payroll = world.economy.on_payroll[actor.row];
    double const joined = std::max(0.0, fighters - on_payroll);
    on_payroll = fighters;
    double const wages = (fighters + params_.joining_pay_days * joined) * pay_of(world, actor);
    auto& funds = world.actors.funds[actor.row];
    double const spent = std::min(funds, wages);
    funds -= spent;
    world.economy.ledger.money_spent += spent;
    world.economy.paid[actor.row] = wages > 0.0 ? spent / wages : 1.0;
}

void EconomyProcess::buy_arms(World& world, ActorId actor) const {
    auto& arms = world.actors.arms[actor.row];
    auto& funds = world.actors.funds[actor.row];
    double const missing = params_.need * fighters_[actor.row] - arms;
    double const reserve = params_.reserve_days * fighters_[actor.row] * pay_of(world, actor);
    double const to_spend = params_.purchase_share * (funds - reserve);
    if (missing <= 0.0 || to_spend <= 0.0) return;
    double const bought = std::min(missing, to_spend / params_.price);
    arms += bought;
    funds -= bought * params_.price;
    world.economy.ledger.arms_bought += bought;
    world.economy.ledger.money_spent += bought * params_.price;
}

void EconomyProcess::operator()(World& world) {
    auto const actors = world.actors.size();
    world.economy.equipped.resize(actors, 0);
    world.economy.paid.resize(actors, 1.0);
    world.economy.on_payroll.resize(actors, 0.0);
    count_fighters(world);
    groups_.clear();
    for (std::uint32_t a = 0; a < actors; ++a) {
        if (lives_from_war(world, ActorId{a})) groups_.push_back(ActorId{a});
    }
    for (ActorId const group : groups_) equip(world, group);
    for (auto const& event : world.events) take_spoils(world, params_, event);
    earn_from_sponsors_and_routes(world);
    earn_from_ransoms(world);
    smuggle_arms(world);
    for (ActorId const group : groups_) {
        pay_fighters(world, group);
        buy_arms(world, group);
        world.actors.armament[group.row] =
            armament_of(params_, world.actors.arms[group.row], fighters_[group.row]);
    }
}

}  // namespace models
