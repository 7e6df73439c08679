#include "models/timeline/timeline_process.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "models/timeline/episodes.hpp"
#include "models/timeline/measures.hpp"
#include "models/world/happen.hpp"
#include "models/world/realignment.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

void start(TimelineRow const& row, World& world) {
    start_actor(world, row.actor, row.value);
    auto const weights = world.deployment.of(row.actor);
    bool const has_plan =
        std::any_of(weights.begin(), weights.end(), [](double w) { return w > 0.0; });
    if (!has_plan && row.place != no_place) weights[row.place.row] = 1.0;
}

void withdraw(TimelineRow const& row, World& world) {
    auto const weights = world.deployment.of(row.actor);
    if (row.place != no_place) {
        weights[row.place.row] = 0.0;
        return;
    }
    auto const& region = world.map->places.region;
    for (std::size_t p = 0; p < weights.size(); ++p) {
        if (region[p] == row.region) weights[p] = 0.0;
    }
}

void deploy(TimelineRow const& row, World& world) {
    auto const weights = world.deployment.of(row.actor);
    for (auto const& [place, share] : goals_of(row, world.map->places)) {
        weights[place.row] += *row.value * share;
    }
}

void agree(TimelineRow const& row, AgreementKind kind, World& world) {
    begin_agreement(
        world.agreements,
        {.key = row.id, .kind = kind, .a = row.actor, .b = row.other, .cannot_collapse = row.holds},
        world.today);
}

void break_agreement(TimelineRow const& row, World& world) {
    auto const agreement = agreement_between(world.agreements, row.actor, row.other);
    if (agreement == no_agreement) return;
    end_agreement(world.agreements, agreement, AgreementState::collapsed, world.today);
}

void hand_over(TimelineRow const& row, World& world) {
    ActorId const before = world.places.holder[row.place.row];
    if (before == row.actor || !world.actors.active[row.actor.row]) return;
    world.places.holder[row.place.row] = row.actor;
    world.places.held_since[row.place.row] = world.today;
    ConflictEvent event;
    event.day = world.today;
    event.kind = EventKind::handover;
    event.attacker = row.actor;
    event.target = before;
    event.cell = world.map->places.cell[row.place.row];
    event.place = row.place;
    happen(world, event);
}

void end_ceasefire(TimelineRow const& row, World& world) {
    auto& agreements = world.agreements;
    auto const agreement = agreement_between(agreements, row.actor, row.other);
    if (agreement == no_agreement || agreements.cannot_collapse[agreement.row]) return;
    end_agreement(agreements, agreement, AgreementState::collapsed, world.today);
}

}  // namespace

void apply(TimelineRow const& row, TimelineParams const& params, World& world) {
    SIM_EXPECTS(fault_of(row).empty());
    auto const is_active = [&](ActorId actor) { return world.actors.active[actor.row] != 0; };
    switch (row.effect) {
        case Effect::actor_start:
            start(row, world);
            break;
        case Effect::actor_end:
            end_actor(world, row.actor);
            break;
        case Effect::split:
            if (is_active(row.other)) split_actor(world, row.other, row.actor, *row.value);
            break;
        case Effect::merge:
            if (is_active(row.actor)) merge_actor(world, row.actor, row.other);
            break;
        case Effect::hostile:
            world.relations.set(row.actor, row.other, Relation::hostile);
            break;
        case Effect::neutral:
            world.relations.set(row.actor, row.other, Relation::neutral);
            break;
        case Effect::allied:
            world.relations.set(row.actor, row.other, Relation::allied);
            break;
        case Effect::ceasefire:
            agree(row, row.agreement, world);
            break;
        case Effect::ceasefire_end:
            if (params.scripted_collapse) end_ceasefire(row, world);
            break;
        case Effect::break_agreement:
            break_agreement(row, world);
            break;
        case Effect::handover:
            hand_over(row, world);
            break;
        case Effect::restraint:
            world.actors.restraint[row.actor.row] = *row.value;
            break;
        case Effect::accord:
            agree(row, AgreementKind::definitive, world);
            break;
        case Effect::withdraw:
            withdraw(row, world);
            break;
        case Effect::deploy_region:
            if (!is_episode(row)) deploy(row, world);
            break;
        case Effect::cohesion: {
            auto& cohesion = world.actors.cohesion[row.actor.row];
            cohesion = std::clamp(cohesion + *row.value, 0.0, 1.0);
            break;
        }
        default:
            break;
    }
}

void heal_cohesion(TimelineParams const& params, ActorStore& actors) {
    SIM_EXPECTS(params.cohesion_recovery_days > 0.0);
    double const healed = -std::expm1(-1.0 / params.cohesion_recovery_days);
    for (auto& cohesion : actors.cohesion) cohesion += (1.0 - cohesion) * healed;
}

TimelineProcess::TimelineProcess(Timeline timeline, TimelineParams const& params)
    : timeline_{std::move(timeline)}, params_{params} {
    SIM_EXPECTS(std::is_sorted(
        timeline_.begin(), timeline_.end(),
        [](TimelineRow const& a, TimelineRow const& b) { return a.begins < b.begins; }));
    SIM_EXPECTS(std::all_of(timeline_.begin(), timeline_.end(),
                            [](TimelineRow const& row) { return fault_of(row).empty(); }));
    std::ranges::copy_if(timeline_, std::back_inserter(episodes_), is_episode);
    std::ranges::copy_if(timeline_, std::back_inserter(measures_),
                         [](TimelineRow const& row) { return measure_of(row.effect).has_value(); });
}

void TimelineProcess::operator()(World& world) const {
    bool const is_first_day = world.today.value == 0;
    if (!is_first_day) heal_cohesion(params_, world.actors);
    for (auto const& row : timeline_) {
        bool const is_due = is_first_day
                                ? row.begins <= 0
                                : row.begins == static_cast<std::int64_t>(world.today.value);
        if (is_due) apply(row, params_, world);
    }
    apply_campaigns(episodes_, params_, world);
    apply_food_stress(episodes_, world);
    take_measures(measures_, world);
}

}  // namespace models
