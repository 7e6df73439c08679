#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/world/world.hpp"

/// \file models/timeline/timeline.hpp
/// Dated history and interventions: what each row of the timeline does to the world.

namespace models {

/// What a row of the timeline does. models/timeline/README.md says it in full.
enum class Effect : std::uint8_t {
    note,              ///< Context; changes nothing.
    actor_start,       ///< The actor appears, with `value` fighters if given.
    actor_end,         ///< The actor disbands.
    split,             ///< `actor` leaves `other` with the share `value` of its fighters.
    merge,             ///< `actor` joins `other` with all its units.
    hostile,           ///< The two actors fight.
    neutral,           ///< The two actors leave each other alone.
    allied,            ///< The two actors stand together.
    ceasefire,         ///< An agreement between the two begins.
    ceasefire_end,     ///< History's end of it; used only where collapse is scripted.
    accord,            ///< A definitive agreement between the two begins.
    withdraw,          ///< The actor leaves a place or region.
    offensive,         ///< The actor concentrates on a place or region, with tempo `value`.
    lie_low,           ///< The actor disperses; its tempo is multiplied by `value`.
    deploy_region,     ///< The actor adds weight `value` to a place or region of its deployment.
    cohesion,          ///< The actor's cohesion changes by `value`.
    food_stress,       ///< Food stress `value` in a region, or everywhere, between the dates.
    election,
    protest,
    coup,
    mandate,
    kidnap,
    massacre,
    mediation,
    buffer_zone,
    joint_patrol,
    sanctions,
    reregistration,
};
inline constexpr std::array<std::string_view, 28> effect_names{
    "note",        "actor_start",   "actor_end", "split",        "merge",        "hostile",
    "neutral",     "allied",        "ceasefire", "ceasefire_end", "accord",      "withdraw",
    "offensive",   "lie_low",       "deploy_region", "cohesion", "food_stress",  "election",
    "protest",     "coup",          "mandate",   "kidnap",       "massacre",     "mediation",
    "buffer_zone", "joint_patrol",  "sanctions", "reregistration"};

/// One dated row. Days before the first simulated day are negative.
struct TimelineRow {
    std::string id;                      ///< Unique name; edits of the timeline refer to it.
    std::int32_t begins = 0;             ///< Day on which it takes effect [d].
    std::optional<std::int32_t> ends;    ///< First day on which it has no effect any more [d].
    Effect effect = Effect::note;
    ActorId actor = no_actor;
    ActorId other = no_actor;
    PlaceId place = no_place;            ///< Place, if the row names one.
    RegionId region = no_region;         ///< Region, if the row names one.
    std::optional<double> value;
    AgreementKind agreement = AgreementKind::cessation;  ///< For ceasefire and accord.
    bool holds = false;                  ///< The agreement cannot collapse.
    std::string title;                   ///< What happened, in a few words.
};

/// The timeline, ordered by day and then by the order of the table.
using Timeline = std::vector<TimelineRow>;

}  // namespace models
