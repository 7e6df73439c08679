#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/world/ids.hpp"

/// \file models/world/measure.hpp
/// What is under way today by somebody's decision: talks, sanctions, buffer zones and the like.

namespace models {

/// Kind of a measure. Each is read by the rule that knows what it does (models/timeline/README.md
/// has the table); a rule that is off leaves its measures without effect.
enum class MeasureKind : std::uint8_t {
    election,      ///< Polls are held by `actor`.
    protest,       ///< People take to the streets of a place.
    coup,          ///< Officers of `actor` take power.
    mandate,       ///< What a mission is to do: `value` is its ceiling [people].
    kidnap,        ///< `actor` abducts `value` people for ransom.
    massacre,      ///< Communities clash; documented dead are not repeated, only the anger.
    mediation,     ///< Talks between `actor` and `other`; `value` is how skilled, 1 = usual.
    buffer_zone,   ///< `actor` keeps `other` out of `value` km around a place.
    joint_patrol,  ///< `actor` and `other` patrol together.
    sanctions,     ///< `actor` loses the share `value` of its income; nobody named: all rebels.
    ddr,           ///< `actor` disarms and reintegrates fighters of `other`; `value` is the pace.
    aid,           ///< Aid and services: `value` is its share of people's needs, 0 to 1.
    monitor,       ///< `actor` watches the agreements of `other`.
    protection,    ///< `actor` has the mandate to protect civilians; `value` is its weight.
    amnesty,       ///< `actor` offers fighters of `other` to go home.
};
inline constexpr std::array<std::string_view, 15> measure_names{
    "election", "protest",   "coup",        "mandate",      "kidnap",
    "massacre", "mediation", "buffer_zone", "joint_patrol", "sanctions",
    "ddr",      "aid",       "monitor",     "protection",   "amnesty"};

/// One measure that is under way.
struct Measure {
    std::string key = {};  ///< Id of the row it came from.
    MeasureKind kind = MeasureKind::mediation;
    ActorId actor = no_actor;
    ActorId other = no_actor;
    PlaceId place = no_place;
    RegionId region = no_region;
    double value = 0.0;      ///< As its kind says; 0 if none is given.
    bool has_value = false;  ///< Whether one is given.
    std::uint32_t age = 0;   ///< Days since it began; 0 on its first day [d].
};

/// Those under way today, in the order of their rows. Made anew each morning.
using Measures = std::vector<Measure>;

/// Calls visit(Measure const&) for each measure of a kind, in order.
template <class Visit>
void for_each_measure(Measures const& measures, MeasureKind kind, Visit&& visit) {
    for (auto const& measure : measures) {
        if (measure.kind == kind) visit(measure);
    }
}

}  // namespace models
