#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "models/world/ids.hpp"
#include "sim/base/ids.hpp"

/// \file models/world/political_log.hpp
/// What became of measures, talks and parties: few events, of which none is violent.

namespace models {

/// Kind of a political event.
enum class PoliticalKind : std::uint8_t {
    zone_breached,     ///< A unit of `actor` is in a buffer zone of `other`.
    talks_begun,       ///< `actor` and `other` begin to talk.
    talks_failed,      ///< They stop without having agreed.
    talks_succeeded,   ///< They agree; `value` is the kind of the agreement.
    patrol_held,       ///< `actor` and `other` patrol together.
    patrol_cancelled,  ///< They meant to, and did not.
    betrayed,          ///< `actor` turns on its ally `other`.
    allied,            ///< `actor` and `other` stand together from now on.
    split,             ///< `actor` leaves `other`; `value` is its share.
    merged,            ///< `actor` joins `other`.
    coup,              ///< Officers of `actor` take power.
    integrated,        ///< `value` fighters of `actor` join the army `other`.
    demobilised,       ///< `value` fighters of `actor` go home.
    polls_held,        ///< `actor` holds polls; `value` is the share without a station.
};
inline constexpr std::array<std::string_view, 14> political_kind_names{
    "zone_breached", "talks_begun",      "talks_failed", "talks_succeeded",
    "patrol_held",   "patrol_cancelled", "betrayed",     "allied",
    "split",         "merged",           "coup",         "integrated",
    "demobilised",   "polls_held"};

/// One political event.
struct PoliticalEvent {
    sim::Day day = {};
    PoliticalKind kind = PoliticalKind::talks_begun;
    ActorId actor = no_actor;
    ActorId other = no_actor;
    PlaceId place = no_place;
    double value = 0.0;  ///< As its kind says.
};

/// All of the run, in the order in which they happened.
using PoliticalLog = std::vector<PoliticalEvent>;

/// How many events of a kind there are.
[[nodiscard]] std::size_t count_of(PoliticalLog const& log, PoliticalKind kind) noexcept;

/// Sum of the values of a kind.
[[nodiscard]] double sum_of(PoliticalLog const& log, PoliticalKind kind) noexcept;

}  // namespace models
