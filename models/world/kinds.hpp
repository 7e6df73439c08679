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

/// How two actors stand to each other, agreements apart.
enum class Relation : std::uint8_t { neutral, allied, hostile };
inline constexpr std::array<std::string_view, 3> relation_names{"neutral", "allied", "hostile"};

/// What a unit does today.
enum class Posture : std::uint8_t {
    garrison,  ///< At its station, behind its walls.
    patrol,    ///< Out around its station.
    transit,   ///< On the way between two places.
    hide,      ///< Dispersed; hard to find and slow to strike.
};
inline constexpr std::array<std::string_view, 4> posture_names{"garrison", "patrol", "transit",
                                                               "hide"};

/// Kind of violent event, in ACLED's terms where it has one.
enum class EventKind : std::uint8_t {
    armed_clash,          ///< ACLED: Battles / Armed clash.
    remote_explosive,     ///< ACLED: Explosions / Remote explosive, landmine, IED.
    shelling,             ///< ACLED: Explosions / Shelling, artillery, missile attack.
    suicide_bomb,         ///< ACLED: Explosions / Suicide bomb.
    complex_attack,       ///< An assault on a base or town by several squads (ACLED: Armed clash).
    air_strike,           ///< ACLED: Explosions / Air or drone strike.
    attack_on_civilians,  ///< ACLED: Violence against civilians / Attack.
    place_taken,          ///< ACLED: Non-state actor overtakes, or government regains, territory.
};
inline constexpr std::array<std::string_view, 8> event_kind_names{
    "armed_clash", "remote_explosive",    "shelling",   "suicide_bomb", "complex_attack",
    "air_strike",  "attack_on_civilians", "place_taken"};
inline constexpr std::size_t event_kind_count = event_kind_names.size();

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
