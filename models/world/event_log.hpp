#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "models/world/ids.hpp"
#include "models/world/kinds.hpp"
#include "sim/base/ids.hpp"
#include "sim/space/grid.hpp"

/// \file models/world/event_log.hpp
/// What happened today, as ground truth.

namespace models {

/// One violent event, or one change of hands of a place.
struct ConflictEvent {
    sim::Day day;
    EventKind kind = EventKind::armed_clash;
    ActorId attacker = no_actor;  ///< Who began it; for place_taken, who holds it now.
    ActorId target = no_actor;    ///< Who was attacked; no_actor for civilians.
    sim::CellId cell;             ///< Where.
    PlaceId place = no_place;     ///< The place it was about, if any.
    std::array<std::uint32_t, side_count> deaths{};  ///< Deaths by side [people].
    std::uint32_t wounded = 0;                       ///< Wounded, all sides [people].
    std::optional<Community> victims = {};  ///< Whose civilians were attacked, if one community's.
    std::optional<Community> avenger = {};  ///< The community for which, or in whose name, if any.
    std::uint32_t attacker_deaths = 0;      ///< Of the deaths, fighters of the attacker [people].

    [[nodiscard]] std::uint32_t all_deaths() const noexcept {
        std::uint32_t sum = 0;
        for (auto const side : deaths) sum += side;
        return sum;
    }
};

/// Today's events in the order in which they happened. The rules that look back to yesterday come
/// first in the day; then it is cleared.
using EventLog = std::vector<ConflictEvent>;

}  // namespace models
