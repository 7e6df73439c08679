#include "models/cantonment/cantonment.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/purposes.hpp"
#include "models/world/unit_orders.hpp"
#include "sim/random/distributions.hpp"

namespace models {
namespace {

// Keeps the draws of an amnesty apart from those of a cantonment.
constexpr std::uint32_t amnesty_entities = 0x8000'0000U;

double chance_of(double rate) noexcept {
    return -std::expm1(-rate);
}

std::size_t side_row(World const& world, ActorId actor) noexcept {
    return static_cast<std::size_t>(world.actors.side(actor));
}

void note(World& world, PoliticalKind kind, ActorId actor, ActorId other, std::uint32_t people) {
    if (people == 0) return;
    world.political_log.push_back({.day = world.today,
                                   .kind = kind,
                                   .actor = actor,
                                   .other = other,
                                   .value = static_cast<double>(people)});
}

/// Fighters leave a unit for good, and their actor does not replace them.
void leave(World& world, UnitId unit, std::uint32_t people) {
    ActorId const actor = world.units.actor[unit.row];
    auto& fighters = world.units.fighters[unit.row];
    fighters = static_cast<std::uint16_t>(fighters - people);
    world.totals.fighters_disbanded[side_row(world, actor)] += people;
    auto& target = world.actors.target_strength[actor.row];
    target = std::max(0.0, target - people);
}

/// Former fighters join the army, as a unit where they are.
void join(World& world, ActorId army, UnitId from, std::uint32_t people) {
    if (people == 0) return;
    PlaceId const place = world.units.station[from.row];
    world.units.add(army, static_cast<std::uint16_t>(people), place,
                    world.map->places.cell[place.row]);
    world.totals.fighters_raised[side_row(world, army)] += people;
    world.actors.target_strength[army.row] += people;
}

/// Pace of a measure, 1 = usual.
double pace_of(Measure const& measure) noexcept {
    return measure.has_value ? measure.value : 1.0;
}

/// Pace at which a group's cantoned fighters leave today: that of the fastest programme for it.
double pace_for(World const& world, ActorId group) noexcept {
    double pace = 0.0;
    for_each_measure(world.measures, MeasureKind::ddr, [&](Measure const& measure) {
        if (measure.other == group) pace = std::max(pace, pace_of(measure));
    });
    return pace;
}

}  // namespace

ActorId bound_state(World const& world, ActorId group) noexcept {
    auto const& agreements = world.agreements;
    for (std::size_t i = 0; i < agreements.size(); ++i) {
        if (agreements.state[i] != AgreementState::in_force) continue;
        if (agreements.kind[i] == AgreementKind::cessation) continue;
        for (auto const& [one, other] : {std::pair{agreements.a[i], agreements.b[i]},
                                         std::pair{agreements.b[i], agreements.a[i]}}) {
            if (one == group && world.actors.side(other) == Side::state) return other;
        }
    }
    return no_actor;
}

void CantonmentProcess::canton(World& world, ActorId group, double pace) const {
    double const rate = params_.canton_rate * pace * world.legitimacy;
    if (rate <= 0.0) return;
    auto& units = world.units;
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        if (units.actor[u] != group || !is_stationed(world, UnitId{u})) continue;
        if (units.posture[u] == Posture::cantoned) continue;
        sim::Stream draw{world.seed, purpose::demobilised, u, world.today};
        if (!draw.bernoulli(chance_of(rate))) continue;
        units.posture[u] = Posture::cantoned;
        units.cell[u] = world.map->places.cell[units.station[u].row];
    }
}

void CantonmentProcess::release(World& world, UnitId unit, ActorId army, double pace) const {
    double const rate = params_.release_rate * pace;
    if (rate <= 0.0) return;
    sim::Stream draw{world.seed, purpose::demobilised, unit.row, world.today};
    auto const people = sim::binomial(draw, world.units.fighters[unit.row], chance_of(rate));
    if (people == 0) return;
    auto const joining = sim::binomial(draw, people, params_.integrated_share);
    ActorId const group = world.units.actor[unit.row];
    leave(world, unit, people);
    join(world, army, unit, joining);
    note(world, PoliticalKind::integrated, group, army, joining);
    note(world, PoliticalKind::demobilised, group, army, people - joining);
}

void CantonmentProcess::anger_the_excluded(World& world, ActorId group) const {
    auto const community = world.actors.community[group.row];
    if (!community || params_.exclusion_grievance <= 0.0) return;
    auto const& units = world.units;
    double all = 0.0;
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        if (units.actor[u] == group) all += units.fighters[u];
    }
    // Each unit that is left out angers its people at home by its share of the fighters.
    for (std::uint32_t u = 0; u < units.size(); ++u) {
        bool const is_out = units.actor[u] == group && units.fighters[u] > 0 &&
                            units.posture[u] != Posture::cantoned;
        if (!is_out) continue;
        auto const home = world.map->places.cell[units.station[u].row];
        world.cells.grievance.add(CellFields::grievance_row(home, *community),
                                  params_.exclusion_grievance * units.fighters[u] / all,
                                  world.today);
    }
}

void CantonmentProcess::offer_amnesty(World& world, ActorId group, double pace) const {
    double const rate = params_.amnesty_rate * pace;
    if (rate <= 0.0) return;
    std::uint32_t gone = 0;
    for (std::uint32_t u = 0; u < world.units.size(); ++u) {
        if (world.units.actor[u] != group || world.units.fighters[u] == 0) continue;
        sim::Stream draw{world.seed, purpose::demobilised, amnesty_entities | u, world.today};
        auto const people = sim::binomial(draw, world.units.fighters[u], chance_of(rate));
        if (people == 0) continue;
        leave(world, UnitId{u}, people);
        gone += people;
    }
    note(world, PoliticalKind::demobilised, group, no_actor, gone);
}

void CantonmentProcess::operator()(World& world) const {
    auto const units = static_cast<std::uint32_t>(world.units.size());  // none of today's recruits
    for (std::uint32_t u = 0; u < units; ++u) {
        if (world.units.posture[u] != Posture::cantoned || world.units.fighters[u] == 0) continue;
        ActorId const group = world.units.actor[u];
        ActorId const army = bound_state(world, group);
        if (army == no_actor) {
            world.units.posture[u] = Posture::garrison;
        } else {
            release(world, UnitId{u}, army, pace_for(world, group));
        }
    }
    for_each_measure(world.measures, MeasureKind::ddr, [&](Measure const& measure) {
        if (bound_state(world, measure.other) == no_actor) return;
        canton(world, measure.other, pace_of(measure));
        anger_the_excluded(world, measure.other);
    });
    for_each_measure(world.measures, MeasureKind::amnesty, [&](Measure const& measure) {
        offer_amnesty(world, measure.other, pace_of(measure));
    });
}

}  // namespace models
