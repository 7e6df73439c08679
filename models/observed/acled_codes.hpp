#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// \file models/observed/acled_codes.hpp
/// The closed vocabularies of ACLED: what kind of event, and what kind of actors.
///
/// Names are those in use since 20 March 2023 (ACLED Codebook, acleddata.com).

namespace models {

/// ACLED's event_type.
enum class AcledEventType : std::uint8_t {
    battles,
    explosions,
    violence_against_civilians,
    protests,
    riots,
    strategic_developments,
};
inline constexpr std::array<std::string_view, 6> acled_event_type_names{
    "Battles", "Explosions/Remote violence", "Violence against civilians", "Protests",
    "Riots",   "Strategic developments"};

/// ACLED's sub_event_type.
enum class AcledSubEvent : std::uint8_t {
    armed_clash,
    government_regains_territory,
    non_state_actor_overtakes_territory,
    chemical_weapon,
    air_strike,
    suicide_bomb,
    shelling,
    remote_explosive,
    grenade,
    sexual_violence,
    attack,
    abduction,
    peaceful_protest,
    protest_with_intervention,
    excessive_force,
    violent_demonstration,
    mob_violence,
    agreement,
    arrests,
    change_to_group,
    disrupted_weapons_use,
    base_established,
    looting,
    non_violent_transfer,
    other,
};
inline constexpr std::array<std::string_view, 25> acled_sub_event_names{
    "Armed clash",
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Chemical weapon",
    "Air/drone strike",
    "Suicide bomb",
    "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED",
    "Grenade",
    "Sexual violence",
    "Attack",
    "Abduction/forced disappearance",
    "Peaceful protest",
    "Protest with intervention",
    "Excessive force against protesters",
    "Violent demonstration",
    "Mob violence",
    "Agreement",
    "Arrests",
    "Change to group/activity",
    "Disrupted weapons use",
    "Headquarters or base established",
    "Looting/property destruction",
    "Non-violent transfer of territory",
    "Other"};

/// ACLED's inter1 and inter2: the kind of an actor. `none` stands for a missing second actor.
enum class InterCode : std::uint8_t {
    none,
    state_forces,
    rebel_group,
    political_militia,
    identity_militia,
    rioters,
    protesters,
    civilians,
    external_forces,
};
inline constexpr std::array<std::string_view, 9> inter_code_names{
    "",        "State forces", "Rebel group", "Political militia",    "Identity militia",
    "Rioters", "Protesters",   "Civilians",   "External/Other forces"};

[[nodiscard]] AcledEventType event_type_of(AcledSubEvent sub_event) noexcept;

/// ACLED's disorder_type, such as "Political violence".
[[nodiscard]] std::string_view disorder_type_of(AcledSubEvent sub_event) noexcept;

/// Whether it counts as political violence: every kind of battle, explosion and violence against
/// civilians, mob violence, and excessive force against protesters.
[[nodiscard]] bool is_political_violence(AcledSubEvent sub_event) noexcept;

/// ACLED's interaction as a number: the two codes, the lower one first, or one followed by 0.
/// 0 if both are none.
[[nodiscard]] int interaction_number(InterCode a, InterCode b) noexcept;

/// ACLED's interaction in words: "State forces-Rebel group", "Rebel group only". The lower code
/// comes first but for "External/Other forces-Civilians". Empty if both are none.
[[nodiscard]] std::string interaction_text(InterCode a, InterCode b);

/// A word of ACLED's, in capitals or not; older names of the same thing are known as well.
[[nodiscard]] std::optional<AcledEventType> acled_event_type(std::string_view name) noexcept;
[[nodiscard]] std::optional<AcledSubEvent> acled_sub_event(std::string_view name) noexcept;

/// An inter code in words or as a number 0 to 8; empty text is `none`.
[[nodiscard]] std::optional<InterCode> inter_code(std::string_view text) noexcept;

}  // namespace models
