#include "models/observed_past/past_event.hpp"

#include <utility>

namespace models {
namespace {

bool is_crowd(InterCode code) noexcept {
    return code == InterCode::none || code == InterCode::civilians ||
           code == InterCode::protesters || code == InterCode::rioters;
}

bool is_force(InterCode code) noexcept {
    return code == InterCode::state_forces || code == InterCode::external_forces;
}

std::optional<EventKind> kind_of(AcledEvent const& event) noexcept {
    switch (event.sub_event) {
        case AcledSubEvent::armed_clash:
        case AcledSubEvent::government_regains_territory:
        case AcledSubEvent::non_state_actor_overtakes_territory:
            return EventKind::armed_clash;
        case AcledSubEvent::chemical_weapon:
        case AcledSubEvent::shelling:
            return EventKind::shelling;
        case AcledSubEvent::air_strike:
            return EventKind::air_strike;
        case AcledSubEvent::suicide_bomb:
            return EventKind::suicide_bomb;
        case AcledSubEvent::remote_explosive:
        case AcledSubEvent::grenade:
            return EventKind::remote_explosive;
        case AcledSubEvent::sexual_violence:
        case AcledSubEvent::attack:
        case AcledSubEvent::mob_violence:
            return event.inter1 == InterCode::identity_militia ? EventKind::communal_attack
                                                               : EventKind::attack_on_civilians;
        case AcledSubEvent::abduction:
            return EventKind::abduction;
        case AcledSubEvent::excessive_force:
            return EventKind::protest_repressed;
        case AcledSubEvent::peaceful_protest:
        case AcledSubEvent::protest_with_intervention:
        case AcledSubEvent::violent_demonstration:
            // Who dies at a protest dies by those who put it down.
            return event.fatalities > 0 ? EventKind::protest_repressed : EventKind::protest;
        default:
            return std::nullopt;
    }
}

/// Half and half, the odd one of the target's.
void halve(PastEvent& past, std::uint32_t deaths) noexcept {
    past.attacker_deaths += deaths / 2;
    past.target_deaths += deaths - deaths / 2;
}

void share_battle(PastEvent& past, std::uint32_t deaths) noexcept {
    // A battle has two armed sides, whether the file names them or not.
    for (auto* const party : {&past.attacker, &past.target}) {
        if (party->kind != InterCode::none) continue;
        party->kind = InterCode::political_militia;
        party->is_unidentified = true;
    }
    halve(past, deaths);
}

void share_explosion(PastEvent& past, AcledEvent const& event) noexcept {
    std::uint32_t left = event.fatalities;
    if (past.kind == EventKind::suicide_bomb && left > 0) {
        past.attacker_deaths = 1;
        --left;
    }
    bool const hits_civilians = event.targets_civilians || is_crowd(past.target.kind);
    (hits_civilians ? past.civilian_deaths : past.target_deaths) = left;
    if (hits_civilians && is_crowd(past.target.kind)) past.target.actor = no_actor;
}

/// Those who put a protest down attack; who they are may stand on either side.
void name_who_fired(PastEvent& past) noexcept {
    if (!is_force(past.attacker.kind) && is_force(past.target.kind)) {
        std::swap(past.attacker, past.target);
    }
    if (!is_force(past.attacker.kind)) {
        past.attacker = {.kind = InterCode::state_forces};
    }
    past.target.kind = InterCode::protesters;
    past.target.actor = no_actor;
}

}  // namespace

std::optional<PastEvent> past_event(AcledEvent const& event, PartyNames const& names) {
    auto const kind = kind_of(event);
    if (!kind) return std::nullopt;
    PastEvent past{.kind = *kind};
    past.attacker = names.party(event.actor1, event.assoc_actor_1, event.inter1);
    past.target = names.party(event.actor2, event.assoc_actor_2, event.inter2);
    switch (*kind) {
        case EventKind::armed_clash:
            share_battle(past, event.fatalities);
            break;
        case EventKind::shelling:
        case EventKind::air_strike:
        case EventKind::suicide_bomb:
        case EventKind::remote_explosive:
            share_explosion(past, event);
            break;
        case EventKind::protest:
            past.attacker = past.target = {};
            break;
        case EventKind::protest_repressed:
            name_who_fired(past);
            past.civilian_deaths = event.fatalities;
            break;
        default:
            past.target.kind = InterCode::civilians;
            past.target.actor = no_actor;
            past.civilian_deaths = event.fatalities;
            break;
    }
    return past;
}

PastEvent past_event(UcdpEvent const& event, PartyNames const& names) {
    PastEvent past;
    past.attacker = names.ucdp_party(event.side_a);
    past.attacker_deaths = event.deaths_a;
    past.civilian_deaths = event.deaths_civilians;
    if (event.violence == UcdpViolence::one_sided) {
        bool const is_communal = past.attacker.kind == InterCode::identity_militia;
        past.kind = is_communal ? EventKind::communal_attack : EventKind::attack_on_civilians;
        past.target = {.kind = InterCode::civilians, .community = community_in(event.side_b)};
        past.civilian_deaths += event.deaths_b + event.deaths_unknown;
        return past;
    }
    past.target = names.ucdp_party(event.side_b);
    past.target_deaths = event.deaths_b;
    share_battle(past, event.deaths_unknown);
    return past;
}

}  // namespace models
