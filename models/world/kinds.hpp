#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

/// \file models/world/kinds.hpp
/// The small closed vocabularies of the model, with the words used for them in tables and files.

namespace models {

/// What kind of organisation an actor is; decides its side and its default behaviour.
enum class ActorClass : std::uint8_t {
    state,
    external,
    peacekeeper,
    rebel,
    rebel_coalition,
    militia,
    militia_coalition,
    identity_militia,
    other,
    civilian,
};
inline constexpr std::array<std::string_view, 10> actor_class_names{
    "state",   "external",          "peacekeeper",      "rebel", "rebel_coalition",
    "militia", "militia_coalition", "identity_militia", "other", "civilian"};

/// Whose dead a death is counted among. Sources count soldiers, peacekeepers, militants, civilians;
/// soldiers are here split into the state's own and foreign ones.
enum class Side : std::uint8_t { state, external, peacekeeper, militant, civilian };
inline constexpr std::array<std::string_view, 5> side_names{"state", "external", "peacekeeper",
                                                            "militant", "civilian"};
inline constexpr std::size_t side_count = side_names.size();

/// The side on which an actor's fighters are counted.
[[nodiscard]] constexpr Side side_of(ActorClass actor_class) noexcept {
    switch (actor_class) {
        case ActorClass::state:
            return Side::state;
        case ActorClass::external:
            return Side::external;
        case ActorClass::peacekeeper:
            return Side::peacekeeper;
        case ActorClass::civilian:
            return Side::civilian;
        default:
            return Side::militant;
    }
}

/// What an armed group fights for; groups of one family merge, of different ones betray each other.
enum class Family : std::uint8_t { unaligned, separatist, jihadist, loyalist, communal };
inline constexpr std::array<std::string_view, 5> family_names{"none", "separatist", "jihadist",
                                                              "loyalist", "communal"};

/// How two actors stand to each other, agreements apart.
enum class Relation : std::uint8_t { neutral, allied, hostile };
inline constexpr std::array<std::string_view, 3> relation_names{"neutral", "allied", "hostile"};

/// What a unit does today.
enum class Posture : std::uint8_t {
    garrison,  ///< At its station, behind its walls.
    patrol,    ///< Out around its station.
    transit,   ///< On the way between two places.
    hide,      ///< Dispersed; hard to find and slow to strike.
    cantoned,  ///< In a cantonment, under supervision: neither fights nor moves.
    abroad,    ///< Across the border and off the map.
};
inline constexpr std::array<std::string_view, 6> posture_names{"garrison", "patrol",   "transit",
                                                               "hide",     "cantoned", "abroad"};

/// Whether a unit takes no part in the war for now: it is not met, seen or fought, and stays.
[[nodiscard]] constexpr bool is_out_of_action(Posture posture) noexcept {
    return posture == Posture::cantoned || posture == Posture::abroad;
}

/// Kind of event, in ACLED's terms where it has one.
enum class EventKind : std::uint8_t {
    armed_clash,          ///< ACLED: Battles / Armed clash.
    remote_explosive,     ///< ACLED: Explosions / Remote explosive, landmine, IED.
    shelling,             ///< ACLED: Explosions / Shelling, artillery, missile attack.
    suicide_bomb,         ///< ACLED: Explosions / Suicide bomb.
    complex_attack,       ///< An assault on a base or town by several squads (ACLED: Armed clash).
    air_strike,           ///< ACLED: Explosions / Air or drone strike.
    attack_on_civilians,  ///< ACLED: Violence against civilians / Attack.
    place_taken,          ///< ACLED: Non-state actor overtakes, or government regains, territory.
    communal_attack,      ///< Revenge of a community on another (ACLED: as attack_on_civilians).
    execution,            ///< Of captives or informers (ACLED: as attack_on_civilians).
    abduction,            ///< ACLED: Violence against civilians / Abduction, forced disappearance.
    hostage_siege,        ///< Gunmen take and hold many in a city (ACLED: Armed clash or Attack).
    protest,              ///< ACLED: Protests / Peaceful protest.
    protest_repressed,    ///< ACLED: Protests / Excessive force against protesters.
    device_found,         ///< ACLED: Strategic developments / Disrupted weapons use.
    handover,             ///< ACLED: Strategic developments / Non-violent transfer of territory.
};
inline constexpr std::array<std::string_view, 16> event_kind_names{
    "armed_clash", "remote_explosive",    "shelling",    "suicide_bomb",      "complex_attack",
    "air_strike",  "attack_on_civilians", "place_taken", "communal_attack",   "execution",
    "abduction",   "hostage_siege",       "protest",     "protest_repressed", "device_found",
    "handover"};
inline constexpr std::size_t event_kind_count = event_kind_names.size();

/// Whether an event counts among those of political violence: a place that changes hands is
/// counted by the clashes that led to it, and protests, devices found and handovers are no
/// violence.
[[nodiscard]] constexpr bool is_violent(EventKind kind) noexcept {
    return kind != EventKind::place_taken && kind != EventKind::protest &&
           kind != EventKind::device_found && kind != EventKind::handover;
}

/// What stands at a place.
enum class PlaceKind : std::uint8_t { town, camp, base, foreign_town };
inline constexpr std::array<std::string_view, 4> place_kind_names{"town", "camp", "base",
                                                                  "foreign_town"};

/// The community a household belongs to. Shares by region are estimates (configs: communities).
enum class Community : std::uint8_t { tuareg, arab, songhai, fulani, dogon, bambara, other };
inline constexpr std::array<std::string_view, 7> community_names{
    "tuareg", "arab", "songhai", "fulani", "dogon", "bambara", "other"};
inline constexpr std::size_t community_count = community_names.size();

/// How far the households that left home are.
enum class MoverStatus : std::uint8_t {
    travelling,  ///< On a route.
    held,        ///< At a place, waiting for a closed border or a full camp.
    displaced,   ///< Settled inside the country.
    refugee,     ///< Settled in another country.
    returned,    ///< Home again; the row is history.
    extinct,     ///< Nobody of it is alive; the row is history.
};
inline constexpr std::array<std::string_view, 6> mover_status_names{
    "travelling", "held", "displaced", "refugee", "returned", "extinct"};
inline constexpr std::size_t mover_status_count = mover_status_names.size();

/// How binding an agreement is: hazards of breakdown are ordered by this
/// (Clayton and Sticher 2021, International Studies Quarterly 65).
enum class AgreementKind : std::uint8_t { cessation, preliminary, definitive };
inline constexpr std::array<std::string_view, 3> agreement_kind_names{"cessation", "preliminary",
                                                                      "definitive"};

}  // namespace models
