#include "models/attack/attack.hpp"

#include <algorithm>
#include <cmath>

#include "models/purposes.hpp"
#include "models/world/civilian_losses.hpp"
#include "models/world/happen.hpp"
#include "sim/parallel/threads.hpp"
#include "sim/random/block.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

// Air strikes are decided by actor, attacks by unit; this keeps their addresses apart.
constexpr std::uint32_t air_entities = 0x8000'0000U;

// Fewer units than this decide sooner than a second thread would wake up.
constexpr std::uint32_t units_worth_threads = 8192;

std::size_t row(EventKind kind) noexcept {
    return static_cast<std::size_t>(kind);
}
std::size_t row(Side side) noexcept {
    return static_cast<std::size_t>(side);
}

}  // namespace

EventKind choose_kind(World const& world, AttackParams const& params, ActorId actor, double u) {
    bool const regular = world.actors.side(actor) != Side::militant;
    Tactics const& tactics = regular                            ? params.regular
                             : world.actors.lies_low[actor.row] ? params.asymmetric
                                                                : params.conventional;
    return static_cast<EventKind>(*sim::weighted_choice(tactics, u));
}

double strength_in(World const& world, UnitsByCell const& by_cell, sim::CellId cell,
                   ActorId actor) {
    double strength = 0.0;
    by_cell.for_each(cell, [&](UnitId const unit) {
        ActorId const owner = world.units.actor[unit.row];
        if (owner != actor && world.relations.at(owner, actor) != Relation::allied) return;
        strength += world.units.fighters[unit.row] * world.actors.strength_per_fighter(owner);
    });
    return strength;
}

AttackProcess::AttackProcess(AttackParams const& params, Geography const& map)
    : params_(params),
      people_nearby_(population_nearby(map)),
      units_in_reach_(map, params.contact_km) {}

void AttackProcess::decide(World const& world) {
    attacks_.assign(world.units.size(), 0);
    auto& attacks = attacks_;
    auto const units = static_cast<std::uint32_t>(world.units.size());
    first_draws_.resize(units);
    sim::fill_first_blocks(world.seed, purpose::attack, world.today, first_draws_);
    double const season = season_today(world, params_);
    sim::for_rows(
        units,
        [&](std::uint32_t const u) noexcept {
            ActorId const actor = world.units.actor[u];
            auto const kind = static_cast<std::size_t>(world.actors.actor_class[actor.row]);
            if (world.units.fighters[u] == 0 || params_.rate[kind] == 0.0) return;
            if (is_out_of_action(world.units.posture[u])) return;
            UnitId const unit{u};
            double const momentum =
                world.momentum[actor.row].at(world.units.cell[u].row, world.today);
            double const highest = highest_attack_rate(world, params_, unit, season, momentum);
            sim::Stream draw{world.seed, purpose::attack, u, world.today, first_draws_[u]};
            // Most units start nothing today whatever they meet; looking for it takes longest.
            if (!sim::may_have_events(draw, highest)) return;
            double const contact =
                find_targets(world, params_, units_in_reach_, people_nearby_, unit, nullptr);
            if (contact <= 0.0) return;
            attacks[u] = sim::poisson(draw, attack_rate(params_, highest, contact));
        },
        units_worth_threads);
}

void AttackProcess::attack_unit(World& world, UnitId attacker, ActorId by, UnitId target,
                                EventKind kind, sim::Stream& draw) {
    auto& units = world.units;
    bool const from_the_air = kind == EventKind::air_strike;
    auto const& fatalities = params_.fatalities[row(kind)];
    ConflictEvent event;
    event.day = world.today;
    event.kind = kind;
    event.attacker = by;
    event.target = units.actor[target.row];
    event.cell = units.cell[target.row];
    if (units.posture[target.row] == Posture::garrison) event.place = units.station[target.row];

    double ratio = 1.0;
    if (!from_the_air) {
        double const own =
            strength_in(world, units_in_reach_.by_cell(), units.cell[attacker.row], by);
        double const theirs =
            strength_in(world, units_in_reach_.by_cell(), event.cell, event.target);
        ratio = std::max(theirs, 1.0) / std::max(own, 1.0);
    }
    Toll const toll = share_deaths(fatalities, draw_deaths(fatalities, draw), ratio, draw);
    if (!from_the_air) event.attacker_deaths = lose_fighters(units, attacker, toll.attackers);
    std::uint32_t defenders = lose_fighters(units, target, toll.defenders);
    units_in_reach_.by_cell().for_each(event.cell, [&](UnitId const comrade) {
        if (units.actor[comrade.row] == event.target) {
            defenders += lose_fighters(units, comrade, toll.defenders - defenders);
        }
    });
    event.deaths[row(world.actors.side(by))] += event.attacker_deaths;
    event.deaths[row(world.actors.side(event.target))] += defenders;
    event.deaths[row(Side::civilian)] +=
        lose_civilians(world, event.cell, std::nullopt, toll.civilians, next_event(world));
    event.wounded = sim::poisson(draw, params_.wounded_per_death * event.all_deaths());
    happen(world, event);
}

void AttackProcess::attack_civilians(World& world, UnitId attacker, sim::Stream& draw) {
    auto const& map = *world.map;
    auto const around = map.nearby.cells(world.units.cell[attacker.row]);
    weights_.clear();
    for (sim::CellId const cell : around) weights_.push_back(map.cells.population[cell.row]);
    auto const choice = sim::weighted_choice(weights_, draw.uniform());
    if (!choice) return;
    auto const& fatalities = params_.fatalities[row(EventKind::attack_on_civilians)];
    ConflictEvent event;
    event.day = world.today;
    event.kind = EventKind::attack_on_civilians;
    event.attacker = world.units.actor[attacker.row];
    event.cell = around[*choice];
    std::array<double, community_count> weights;
    weights.fill(1.0);
    if (auto const own = world.actors.community[event.attacker.row]) {
        weights[static_cast<std::size_t>(*own)] = params_.own_community;
    }
    event.victims = drawn_community(world, event.cell, weights, draw.uniform());
    event.deaths[row(Side::civilian)] = lose_civilians(
        world, event.cell, event.victims, draw_deaths(fatalities, draw), next_event(world));
    event.wounded = sim::poisson(draw, params_.wounded_per_death * event.all_deaths());
    happen(world, event);
}

void AttackProcess::attack_from(World& world, UnitId unit, std::uint32_t attacks) {
    sim::Stream draw{world.seed, purpose::fatalities, unit.row, world.today};
    for (; attacks > 0 && world.units.fighters[unit.row] > 0; --attacks) {
        double const contact =
            find_targets(world, params_, units_in_reach_, people_nearby_, unit, &targets_);
        if (contact <= 0.0) return;
        weights_.clear();
        for (Target const& target : targets_) weights_.push_back(target.weight);
        Target const target = targets_[*sim::weighted_choice(weights_, draw.uniform())];
        if (target.civilians) {
            attack_civilians(world, unit, draw);
        } else {
            ActorId const by = world.units.actor[unit.row];
            EventKind const kind = choose_kind(world, params_, by, draw.uniform());
            attack_unit(world, unit, by, target.unit, kind, draw);
        }
    }
}

void AttackProcess::attack_from_the_air(World& world, ActorId actor) {
    auto const& units = world.units;
    double people = 0.0;
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        people += units.actor[u] == actor ? units.fighters[u] : 0.0;
    }
    if (people == 0.0) return;
    auto const kind = static_cast<std::size_t>(world.actors.actor_class[actor.row]);
    sim::Stream draw{world.seed, purpose::attack, air_entities | actor.row, world.today};
    double const highest = params_.air_rate[kind] * people / 1000.0 * world.actors.tempo[actor.row];
    if (!sim::may_have_events(draw, highest)) return;  // as on most days; no targets for them
    double contact = 0.0;
    targets_.clear();
    weights_.clear();
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        if (units.fighters[u] == 0) continue;
        ActorId const other = units.actor[u];
        if (world.relations.at(actor, other) != Relation::hostile) continue;
        double const weight = exposure(params_, units.posture[u]) *
                              world.compliance.at(actor, other) *
                              std::sqrt(units.fighters[u] / params_.band);
        targets_.push_back({UnitId{u}, false, weight});
        weights_.push_back(weight);
        contact += weight;
    }
    if (contact == 0.0) return;
    double const rate = highest * contact / (contact + params_.air_half_contact);
    for (std::uint32_t left = sim::poisson(draw, rate); left > 0; --left) {
        UnitId const target = targets_[*sim::weighted_choice(weights_, draw.uniform())].unit;
        attack_unit(world, target, actor, target, EventKind::air_strike, draw);
    }
}

void AttackProcess::operator()(World& world) {
    units_in_reach_.rebuild(world);
    decide(world);
    for (std::uint32_t u = 0; u < attacks_.size(); ++u) {
        if (attacks_[u] > 0) attack_from(world, UnitId{u}, attacks_[u]);
    }
    for (std::uint32_t a = 0; a < world.actors.size(); ++a) {
        if (world.actors.active[a] && world.actors.has_aircraft[a]) {
            attack_from_the_air(world, ActorId{a});
        }
    }
}

}  // namespace models
