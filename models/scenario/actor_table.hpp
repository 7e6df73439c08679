#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario/names.hpp"
#include "models/scenario/table_fields.hpp"
#include "models/world/ids.hpp"
#include "models/world/kinds.hpp"
#include "sim/base/calendar.hpp"

/// \file models/scenario/actor_table.hpp
/// The parties to the conflict.

namespace models {

/// Most fighters that an actor may have [people].
inline constexpr double most_fighters = 1e6;

/// One actor as the table has it; row i is actor i.
struct ActorRow {
    std::string key;   ///< Unique name used in tables, e.g. MNLA.
    std::string name;  ///< Name for people.
    ActorClass actor_class = ActorClass::other;
    std::uint8_t acled_code = 0;              ///< ACLED inter code, 1 to 8.
    sim::Date starts;                         ///< First day on which it exists.
    std::optional<sim::Date> ends;            ///< Last day; nothing if it outlives the table.
    ActorId parent = no_actor;                ///< The actor it came from.
    ActorId merged_into = no_actor;           ///< The actor it went into.
    PlaceWeights bases;                       ///< Where it lives.
    double strength = 0.0;                    ///< Fighters when it starts [people].
    double strength_low = 0.0;                ///< Lowest plausible strength [people].
    double strength_high = 0.0;               ///< Highest plausible strength [people].
    double restraint = 0.0;                   ///< Spares civilians, 0 (never) to 1 (always).
    bool has_aircraft = false;                ///< It can strike from the air.
    Family family = Family::unaligned;        ///< What it fights for; optional column.
    std::optional<Community> community = {};  ///< Where it comes from; optional column.
};

/// Read the table `id,name,class,acled_inter_code,starts,ends,parent,merged_into,base_places,
/// strength,strength_low,strength_high,restraint,has_aircraft,note_source` and, optional,
/// `family,community`.
///
/// \throws InputError with file and line if an id is there twice, a name is unknown, a number or
///         date is out of range, or the strength is not between its low and its high.
[[nodiscard]] std::vector<ActorRow> read_actors(std::filesystem::path const& path,
                                                NameIndex const& places);

/// The ids of actors, by which the other tables call them.
[[nodiscard]] NameIndex actor_index(std::vector<ActorRow> const& actors);

}  // namespace models
