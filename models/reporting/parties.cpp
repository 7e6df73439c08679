#include "models/reporting/parties.hpp"

namespace models {

namespace {

InterCode inter_of(World const& world, ActorId actor) noexcept {
    return static_cast<InterCode>(world.actors.acled_code[actor.row]);
}

}  // namespace

ReportedActor named(World const& world, ActorId actor) {
    return {.inter = inter_of(world, actor), .actor = actor};
}

ReportedActor attacker_of(ConflictEvent const& event, World const& world, bool is_known) {
    if (event.kind == EventKind::protest) return {.inter = InterCode::protesters};
    if (event.attacker == no_actor) {
        // A crowd or band of a community, or a device that nobody is known to have laid.
        if (event.avenger) {
            return {.inter = InterCode::identity_militia, .community = event.avenger};
        }
        return {.inter = InterCode::political_militia};
    }
    if (!is_known) return {.inter = InterCode::political_militia};
    return {.inter = inter_of(world, event.attacker), .actor = event.attacker};
}

ReportedActor target_of(ConflictEvent const& event, World const& world) {
    switch (event.kind) {
        case EventKind::protest:
        case EventKind::device_found:
            return {};
        case EventKind::protest_repressed:
            return {.inter = InterCode::protesters, .community = event.victims};
        default:
            break;
    }
    if (event.target != no_actor) {
        return {.inter = inter_of(world, event.target), .actor = event.target};
    }
    bool const has_no_target =
        event.kind == EventKind::place_taken || event.kind == EventKind::handover;
    if (has_no_target) return {};
    return {.inter = InterCode::civilians, .community = event.victims};
}

AcledSubEvent acled_sub_event_of(ConflictEvent const& event, World const& world) {
    switch (event.kind) {
        case EventKind::armed_clash:
        case EventKind::complex_attack:
            return AcledSubEvent::armed_clash;
        case EventKind::remote_explosive:
            return AcledSubEvent::remote_explosive;
        case EventKind::shelling:
            return AcledSubEvent::shelling;
        case EventKind::suicide_bomb:
            return AcledSubEvent::suicide_bomb;
        case EventKind::air_strike:
            return AcledSubEvent::air_strike;
        case EventKind::attack_on_civilians:
        case EventKind::communal_attack:
        case EventKind::execution:
            return AcledSubEvent::attack;
        case EventKind::hostage_siege:
            return event.target == no_actor ? AcledSubEvent::attack : AcledSubEvent::armed_clash;
        case EventKind::abduction:
            return AcledSubEvent::abduction;
        case EventKind::place_taken:
            return is_on_the_states_side(world, event.attacker)
                       ? AcledSubEvent::government_regains_territory
                       : AcledSubEvent::non_state_actor_overtakes_territory;
        case EventKind::protest:
            return AcledSubEvent::peaceful_protest;
        case EventKind::protest_repressed:
            return AcledSubEvent::excessive_force;
        case EventKind::device_found:
            return AcledSubEvent::disrupted_weapons_use;
        case EventKind::handover:
            return AcledSubEvent::non_violent_transfer;
    }
    return AcledSubEvent::other;
}

bool is_on_the_states_side(World const& world, ActorId actor) noexcept {
    return actor != no_actor && world.actors.side(actor) != Side::militant &&
           world.actors.side(actor) != Side::civilian;
}

ActorId home_state(ActorStore const& actors) noexcept {
    for (std::uint32_t actor = 0; actor < actors.size(); ++actor) {
        if (actors.actor_class[actor] == ActorClass::state) return ActorId{actor};
    }
    return no_actor;
}

}  // namespace models
