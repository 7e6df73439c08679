#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "models/observed/acled_codes.hpp"
#include "models/world/ids.hpp"
#include "models/world/kinds.hpp"
#include "sim/base/calendar.hpp"
#include "sim/base/ids.hpp"
#include "sim/space/grid.hpp"

/// \file models/observed_past/observed_past.hpp
/// Observed events that take the place of a run's own violence up to a day.

namespace models {

/// A party of an observed event, as far as its name tells.
struct ObservedParty {
    ActorId actor = no_actor;          ///< The actor of the scenario that has its name, if any.
    InterCode kind = InterCode::none;  ///< What it is, in ACLED's terms.
    bool is_unidentified = false;      ///< An armed group that nobody named.
    std::optional<Community> community = {};  ///< Whose people or militia it is, if its name says.

    friend bool operator==(ObservedParty const&, ObservedParty const&) = default;
};

/// An observed event in the model's terms.
struct PastEvent {
    sim::Day day = {};
    EventKind kind = EventKind::armed_clash;
    sim::CellId cell = {};     ///< Where.
    PlaceId place = no_place;  ///< The largest place in that cell, if any.
    ObservedParty attacker = {}, target = {};
    std::uint32_t attacker_deaths = 0;  ///< Fighters of the attacker [people].
    std::uint32_t target_deaths = 0;    ///< Fighters of the target [people].
    std::uint32_t civilian_deaths = 0;  ///< [people]

    /// [people], at most 2^32 - 1: the readers see to it.
    [[nodiscard]] std::uint32_t all_deaths() const noexcept {
        return attacker_deaths + target_deaths + civilian_deaths;
    }
};

/// Why an event of the file does not enter.
enum class WhySkipped : std::uint8_t {
    too_early,    ///< Before the first day of the scenario.
    too_late,     ///< After the last observed day.
    off_the_map,  ///< In no cell of the map.
    abroad,       ///< In another country.
    no_violence,  ///< Neither violence nor a protest: ACLED's strategic developments.
};
inline constexpr std::array<std::string_view, 5> why_skipped_names{
    "before the first day", "after the last observed day", "off the map", "in another country",
    "no violence"};

/// So many events, and the deaths in them.
struct EventTally {
    std::uint64_t events = 0;
    std::uint64_t deaths = 0;  ///< [people]

    void add(std::uint64_t dead) noexcept {
        ++events;
        deaths += dead;
    }
};

/// Everything that the rule is given.
struct ObservedPast {
    std::filesystem::path file = {};  ///< Where the events are from.
    std::string_view format = {};     ///< "acled" or "ucdp".
    sim::Date until = {};             ///< The last observed day.
    double reach_km = 0.0;  ///< How far from an event its dead fighters are looked for [km], > 0.
    std::vector<PastEvent> events = {};  ///< By day; those of one day as in the file.
    std::array<EventTally, why_skipped_names.size()> skipped = {};

    [[nodiscard]] EventTally& skipped_for(WhySkipped why) noexcept {
        return skipped[static_cast<std::size_t>(why)];
    }
    /// Those that enter.
    [[nodiscard]] EventTally entering() const noexcept {
        EventTally tally;
        for (auto const& event : events) tally.add(event.all_deaths());
        return tally;
    }
};

}  // namespace models
