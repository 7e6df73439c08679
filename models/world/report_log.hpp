#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "models/observed/acled_codes.hpp"
#include "models/observed/ucdp_event.hpp"
#include "models/world/ids.hpp"
#include "models/world/kinds.hpp"
#include "sim/base/ids.hpp"
#include "sim/space/geo.hpp"
#include "sim/space/grid.hpp"

/// \file models/world/report_log.hpp
/// What observers write down of today's events, which is not what happened.

namespace models {

/// Stands for an event that is none of violence: an agreement, a split.
inline constexpr std::uint32_t no_event = sim::no_row;

/// A party as an observer names it.
struct ReportedActor {
    InterCode inter = InterCode::none;  ///< What kind of party; none: nobody.
    ActorId actor = no_actor;           ///< Which; no_actor: civilians, a crowd, or not identified.
    std::optional<Community> community = {};  ///< Whose civilians or militia, if known.

    friend bool operator==(ReportedActor const&, ReportedActor const&) = default;
};

/// Where an observer says that it was.
struct ReportedPlace {
    sim::GeoPoint at = {};       ///< [degree].
    PlaceId place = no_place;    ///< The town that is named; no_place: a village without a name.
    sim::CellId cell = {};       ///< Cell of `at`.
    std::uint8_t precision = 1;  ///< 1: the place, 2: near it, 3: the region.
};

/// When an observer says that it was.
struct ReportedTime {
    sim::Day day = {};           ///< The day named; may lie a little before or after the true one.
    std::uint8_t precision = 1;  ///< 1: the day, 2: the week, 3: the month.
};

/// What ACLED's coders would have written of an event.
struct AcledReport {
    std::uint32_t event = no_event;  ///< Number of the event since the run began, from 0.
    ReportedTime when;
    AcledSubEvent sub_event = AcledSubEvent::armed_clash;
    ReportedActor actor1, actor2;
    bool targets_civilians = false;
    ReportedPlace where;
    std::uint32_t fatalities = 0;  ///< The lowest of the counts [people].
    std::uint32_t sources = 1;     ///< Counts that went around.
};

/// What UCDP's coders would have written of an event; whether its dyad reaches 25 deaths is known
/// when the year is over.
struct UcdpReport {
    std::uint32_t event = no_event;
    ReportedTime when;
    UcdpViolence violence = UcdpViolence::state_based;
    ReportedActor side_a, side_b;
    ReportedPlace where;
    std::uint32_t deaths_a = 0, deaths_b = 0;  ///< Of the best estimate [people].
    std::uint32_t deaths_civilians = 0, deaths_unknown = 0;
    std::uint32_t best = 0, low = 0, high = 0;  ///< Deaths, all sides [people].
    std::uint32_t sources = 1;
};

/// What a reader of headlines would have added to the count of the year.
struct HeadlineReport {
    std::uint32_t event = no_event;
    sim::Day day = {};
    sim::CellId cell = {};
    std::array<std::uint32_t, side_count> deaths{};  ///< By side [people].
    std::uint32_t wounded = 0;                       ///< All sides [people].
};

/// What observers write down of today.
struct Reports {
    std::vector<AcledReport> acled;
    std::vector<UcdpReport> ucdp;
    std::vector<HeadlineReport> headlines;
    bool are_kept = false;  ///< Somebody writes at all: the rule reporting is on.

    void clear() noexcept {
        acled.clear();
        ucdp.clear();
        headlines.clear();
    }
};

}  // namespace models
