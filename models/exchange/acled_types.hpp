#pragma once

#include <optional>
#include <string_view>

#include "models/observed/acled_codes.hpp"

/// \file models/exchange/acled_types.hpp
/// The sub-event of a file of ACLED that gives the event_type only.

namespace models {

/// What a file means by an event_type without a sub_event_type.
struct AcledTypeOnly {
    AcledSubEvent sub_event = AcledSubEvent::armed_clash;
    bool is_guessed = true;  ///< The type has several sub-events.
};

/// The sub-event of an event_type. Types in use before 2019, such as "Battle-Government regains
/// territory", name one; of the others it is the commonest: Armed clash (1,247 of 1,317 battles in
/// Mali 2012 to October 2020), Remote explosive/landmine/IED (415 of 626), Attack (1,026 of 1,239;
/// all counted in ACLED's events). Peaceful protest, Violent demonstration and Looting/property
/// destruction for Protests, Riots and Strategic developments, and Peaceful protest for the old
/// Riots/Protests, are our assumption.
///
/// \return Nothing for a word that is no event type.
[[nodiscard]] std::optional<AcledTypeOnly> sub_event_of_type(std::string_view event_type) noexcept;

}  // namespace models
