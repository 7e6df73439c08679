#include "models/exchange/acled_types.hpp"

#include <array>

#include "models/exchange/event_cells.hpp"
#include "models/observed/same_word.hpp"

namespace models {

namespace {

struct OldType {
    std::string_view name;
    AcledTypeOnly meaning;
};

// ACLED's event types before 2019 that are not an older spelling of one of today's.
constexpr std::array<OldType, 6> old_types{{
    {"battle-no change of territory", {AcledSubEvent::armed_clash, false}},
    {"battle-government regains territory", {AcledSubEvent::government_regains_territory, false}},
    {"battle-non-state actor overtakes territory",
     {AcledSubEvent::non_state_actor_overtakes_territory, false}},
    {"headquarters or base established", {AcledSubEvent::base_established, false}},
    {"non-violent transfer of territory", {AcledSubEvent::non_violent_transfer, false}},
    {"riots/protests", {AcledSubEvent::peaceful_protest, true}},
}};

AcledSubEvent commonest(AcledEventType type) noexcept {
    switch (type) {
        case AcledEventType::battles:
            return AcledSubEvent::armed_clash;
        case AcledEventType::explosions:
            return AcledSubEvent::remote_explosive;
        case AcledEventType::violence_against_civilians:
            return AcledSubEvent::attack;
        case AcledEventType::protests:
            return AcledSubEvent::peaceful_protest;
        case AcledEventType::riots:
            return AcledSubEvent::violent_demonstration;
        case AcledEventType::strategic_developments:
            break;
    }
    return AcledSubEvent::looting;
}

}  // namespace

std::optional<AcledTypeOnly> sub_event_of_type(std::string_view event_type) noexcept {
    for (auto const& old : old_types) {
        if (is_same_word(old.name, event_type)) return old.meaning;
    }
    if (auto const type = acled_event_type(event_type)) {
        return AcledTypeOnly{.sub_event = commonest(*type), .is_guessed = true};
    }
    return std::nullopt;
}

}  // namespace models
