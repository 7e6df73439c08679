#include "models/observed/acled_codes.hpp"

#include <algorithm>
#include <span>

#include "models/observed/same_word.hpp"

namespace models {

namespace {

template <class Value>
std::optional<Value> among(std::span<std::string_view const> names,
                           std::string_view name) noexcept {
    auto const found = std::ranges::find_if(
        names, [name](std::string_view one) { return is_same_word(one, name); });
    if (found == names.end()) return std::nullopt;
    return static_cast<Value>(found - names.begin());
}

template <class Value>
struct Renamed {
    std::string_view old;
    Value value;
};

template <class Value, std::size_t size>
std::optional<Value> among(std::array<Renamed<Value>, size> const& names,
                           std::string_view name) noexcept {
    for (auto const& one : names) {
        if (is_same_word(one.old, name)) return one.value;
    }
    return std::nullopt;
}

constexpr std::array<Renamed<AcledEventType>, 4> old_event_types{{
    {"Remote violence", AcledEventType::explosions},
    {"Riots/Protests", AcledEventType::riots},
    {"Strategic development", AcledEventType::strategic_developments},
    {"Battle", AcledEventType::battles},
}};

constexpr std::array<Renamed<AcledSubEvent>, 5> old_sub_events{{
    {"Non-state actor overtakes the territory", AcledSubEvent::non_state_actor_overtakes_territory},
    {"Shelling/artillery/missile", AcledSubEvent::shelling},
    {"Air/drone attack", AcledSubEvent::air_strike},
    {"Chemical weapons", AcledSubEvent::chemical_weapon},
    {"Looting or property destruction", AcledSubEvent::looting},
}};

constexpr std::array<Renamed<InterCode>, 9> old_inter_codes{{
    {"State Force", InterCode::state_forces},
    {"Rebel Groups", InterCode::rebel_group},
    {"Political Militias", InterCode::political_militia},
    {"Identity Militias", InterCode::identity_militia},
    {"Rioter", InterCode::rioters},
    {"Protester", InterCode::protesters},
    {"Civilian", InterCode::civilians},
    {"Other", InterCode::external_forces},
    {"External forces", InterCode::external_forces},
}};

}  // namespace

AcledEventType event_type_of(AcledSubEvent sub_event) noexcept {
    if (sub_event <= AcledSubEvent::non_state_actor_overtakes_territory) {
        return AcledEventType::battles;
    }
    if (sub_event <= AcledSubEvent::grenade) return AcledEventType::explosions;
    if (sub_event <= AcledSubEvent::abduction) return AcledEventType::violence_against_civilians;
    if (sub_event <= AcledSubEvent::excessive_force) return AcledEventType::protests;
    if (sub_event <= AcledSubEvent::mob_violence) return AcledEventType::riots;
    return AcledEventType::strategic_developments;
}

std::string_view disorder_type_of(AcledSubEvent sub_event) noexcept {
    if (sub_event == AcledSubEvent::excessive_force) return "Political violence; Demonstrations";
    if (is_political_violence(sub_event)) return "Political violence";
    if (event_type_of(sub_event) == AcledEventType::strategic_developments) {
        return "Strategic developments";
    }
    return "Demonstrations";
}

bool is_political_violence(AcledSubEvent sub_event) noexcept {
    return sub_event <= AcledSubEvent::abduction || sub_event == AcledSubEvent::excessive_force ||
           sub_event == AcledSubEvent::mob_violence;
}

int interaction_number(InterCode a, InterCode b) noexcept {
    auto const [low, high] = std::minmax({static_cast<int>(a), static_cast<int>(b)});
    return low == 0 ? 10 * high : 10 * low + high;
}

std::string interaction_text(InterCode a, InterCode b) {
    auto const [low, high] = std::minmax({a, b});
    if (high == InterCode::none) return "";
    std::string const first{inter_code_names[static_cast<std::size_t>(low)]};
    std::string const second{inter_code_names[static_cast<std::size_t>(high)]};
    if (low == InterCode::none) return second + " only";
    if (low == InterCode::civilians && high == InterCode::external_forces) {
        return second + "-" + first;
    }
    return first + "-" + second;
}

std::optional<AcledEventType> acled_event_type(std::string_view name) noexcept {
    if (auto const found = among<AcledEventType>(acled_event_type_names, name)) return found;
    return among(old_event_types, name);
}

std::optional<AcledSubEvent> acled_sub_event(std::string_view name) noexcept {
    if (auto const found = among<AcledSubEvent>(acled_sub_event_names, name)) return found;
    return among(old_sub_events, name);
}

std::optional<InterCode> inter_code(std::string_view text) noexcept {
    if (text.size() == 1 && text[0] >= '0' && text[0] <= '8') {
        return static_cast<InterCode>(text[0] - '0');
    }
    if (auto const found = among<InterCode>(inter_code_names, text)) return found;
    return among(old_inter_codes, text);
}

}  // namespace models
