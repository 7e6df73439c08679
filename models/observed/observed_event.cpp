#include "models/observed/observed_event.hpp"

#include <array>
#include <utility>

namespace models {

namespace {

ObservedKind kind_of(AcledSubEvent sub_event) noexcept {
    if (!is_political_violence(sub_event)) return ObservedKind::not_violent;
    switch (event_type_of(sub_event)) {
        case AcledEventType::battles:
            return ObservedKind::battle;
        case AcledEventType::explosions:
            return ObservedKind::explosion;
        case AcledEventType::riots:
            return ObservedKind::mob;
        default:
            return ObservedKind::on_civilians;
    }
}

ObservedKind kind_of(UcdpViolence violence) noexcept {
    switch (violence) {
        case UcdpViolence::state_based:
            return ObservedKind::state_based;
        case UcdpViolence::non_state:
            return ObservedKind::non_state;
        default:
            return ObservedKind::one_sided;
    }
}

// The letter under the accent of a two-byte character of UTF-8 that begins with 0xC3; 0 if none.
char without_accent(unsigned char second) noexcept {
    // From U+00C0; small letters stand 32 after capitals.
    constexpr std::string_view letters = "aaaaaaaceeeeiiii?nooooo?ouuuuy??";
    char const letter = letters[(second & 0x1FU)];
    return letter == '?' ? '\0' : letter;
}

}  // namespace

std::string folded_name(std::string_view name) {
    std::string folded;
    for (std::size_t i = 0; i < name.size(); ++i) {
        char const c = name[i];
        bool const is_small = c >= 'a' && c <= 'z';
        bool const is_digit = c >= '0' && c <= '9';
        if (is_small || is_digit) {
            folded += c;
        } else if (c >= 'A' && c <= 'Z') {
            folded += static_cast<char>(c - 'A' + 'a');
        } else if (static_cast<unsigned char>(c) == 0xC3 && i + 1 < name.size()) {
            auto const second = static_cast<unsigned char>(name[i + 1]);
            if (second >= 0x80 && second < 0xC0) {
                if (char const letter = without_accent(second); letter != '\0') folded += letter;
                ++i;
            }
        }
    }
    return folded;
}

bool ObservedEvent::is_in_capital() const {
    return !admin2.empty() && folded_name(location) == folded_name(admin2);
}

ObservedEvent observed(AcledEvent const& event) {
    return {.date = event.date,
            .kind = kind_of(event.sub_event),
            .sub_event = event.sub_event,
            .inter1 = event.inter1,
            .inter2 = event.inter2,
            .actor1 = event.actor1,
            .actor2 = event.actor2,
            .admin1 = event.admin1,
            .admin2 = event.admin2,
            .location = event.location,
            .at = event.at,
            .is_day_known = event.time_precision == 1,
            .is_place_known = event.geo_precision == 1,
            .deaths = event.fatalities};
}

ObservedEvent observed(UcdpEvent const& event) {
    return {.date = event.date_start,
            .kind = kind_of(event.violence),
            .actor1 = event.side_a,
            .actor2 = event.side_b,
            .admin1 = event.adm_1,
            .admin2 = event.adm_2,
            .location = event.where_coordinates,
            .at = event.at,
            .is_day_known = event.date_prec == 1,
            .is_place_known = event.where_prec == 1,
            .deaths = event.best};
}

std::vector<ObservedEvent> observed_violence(std::vector<AcledEvent> const& events) {
    std::vector<ObservedEvent> violence;
    for (auto const& event : events) {
        if (is_political_violence(event.sub_event)) violence.push_back(observed(event));
    }
    return violence;
}

std::vector<ObservedEvent> observed_violence(std::vector<UcdpEvent> const& events) {
    std::vector<ObservedEvent> violence;
    for (auto const& event : events) violence.push_back(observed(event));
    return violence;
}

}  // namespace models
