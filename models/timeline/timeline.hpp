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
    note,           ///< Context; changes nothing.
    actor_start,    ///< The actor appears, meant to have `value` fighters if given.
    actor_end,      ///< The actor disbands.
    split,          ///< `actor` leaves `other` with the share `value` of its fighters.
    merge,          ///< `actor` joins `other` with all it has.
    hostile,        ///< The two actors fight.
    neutral,        ///< The two actors leave each other alone.
    allied,         ///< The two actors stand together.
    ceasefire,      ///< An agreement between the two begins, as binding as `agreement` says.
    ceasefire_end,  ///< History's end of it; used only where collapse is scripted.
    accord,         ///< A definitive agreement between the two begins.
    withdraw,       ///< The actor no longer wants to be at a place or in a region.
    offensive,      ///< Episode: the actor goes for a place or region, at the tempo `value`.
    lie_low,        ///< Episode: the actor disperses; its tempo is multiplied by `value`.
    deploy_region,  ///< Adds weight `value` to a place or region; an episode if it has an end.
    cohesion,       ///< The actor's cohesion changes by `value`, then heals.
    food_stress,    ///< Episode: food stress `value` in a region, or everywhere.
    election,       ///< A measure (models/world/measure.hpp), as all up to `sanctions`.
    protest,
    coup,
    mandate,
    kidnap,
    massacre,
    mediation,
    buffer_zone,
    joint_patrol,
    sanctions,
    reregistration,  ///< Kept in the timeline; lists are verified by models/reporting.
    ddr,             ///< A measure, as all up to `amnesty`.
    aid,
    monitor,
    protection,
    amnesty,
    break_agreement,  ///< The agreement of the two ends.
    handover,         ///< `actor` takes over a place from `other`, by talks and without a fight.
    restraint,        ///< From now on `actor` spares civilians by `value`, 0 (never) to 1 (always).
};
inline constexpr std::array<std::string_view, 36> effect_names{
    "note",        "actor_start",  "actor_end",     "split",           "merge",       "hostile",
    "neutral",     "allied",       "ceasefire",     "ceasefire_end",   "accord",      "withdraw",
    "offensive",   "lie_low",      "deploy_region", "cohesion",        "food_stress", "election",
    "protest",     "coup",         "mandate",       "kidnap",          "massacre",    "mediation",
    "buffer_zone", "joint_patrol", "sanctions",     "reregistration",  "ddr",         "aid",
    "monitor",     "protection",   "amnesty",       "break_agreement", "handover",    "restraint"};

/// One dated row. Days before the first simulated day are negative.
struct TimelineRow {
    std::string id = {};                    ///< Unique name; edits of the timeline refer to it.
    std::int32_t begins = 0;                ///< Day on which it takes effect [d].
    std::optional<std::int32_t> ends = {};  ///< First day on which it has no effect any more [d].
    Effect effect = Effect::note;
    ActorId actor = no_actor;
    ActorId other = no_actor;
    PlaceId place = no_place;     ///< Place, if the row names one.
    RegionId region = no_region;  ///< Region, if the row names one.
    std::optional<double> value = {};
    AgreementKind agreement = AgreementKind::cessation;  ///< For ceasefire and accord.
    bool holds = false;                                  ///< The agreement cannot collapse.
    std::string title = {};                              ///< What happened, in a few words.
};

/// The timeline, ordered by day and then by the order of the table.
using Timeline = std::vector<TimelineRow>;

/// Why a row makes no sense on its own, as `split needs another actor`; empty if it does.
[[nodiscard]] std::string fault_of(TimelineRow const& row);

/// Whether a row has an effect for as long as it lasts, rather than once and for good.
[[nodiscard]] bool is_episode(TimelineRow const& row) noexcept;

/// Whether a day lies between the dates of a row. A row without an end lasts for ever.
[[nodiscard]] bool is_open(TimelineRow const& row, sim::Day today) noexcept;

}  // namespace models
