#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/observed/acled_event.hpp"
#include "models/observed/ucdp_event.hpp"

/// \file models/observed/observed_event.hpp
/// What ACLED's and UCDP's events have in common: what statistics and scores are computed from.

namespace models {

/// Kind of an observed event, in either project's terms.
enum class ObservedKind : std::uint8_t {
    battle,        ///< ACLED: Battles.
    explosion,     ///< ACLED: Explosions/Remote violence.
    on_civilians,  ///< ACLED: Violence against civilians, excessive force against protesters.
    mob,           ///< ACLED: Riots/Mob violence.
    state_based,   ///< UCDP.
    non_state,     ///< UCDP.
    one_sided,     ///< UCDP.
    not_violent,   ///< ACLED: all that is no political violence.
};
inline constexpr std::array<std::string_view, 8> observed_kind_names{
    "battle",      "explosion", "on_civilians", "mob",
    "state_based", "non_state", "one_sided",    "not_violent"};

/// One observed event.
struct ObservedEvent {
    sim::Date date = {};  ///< UCDP: date_start.
    ObservedKind kind = ObservedKind::battle;
    AcledSubEvent sub_event = AcledSubEvent::armed_clash;  ///< Meaningless for UCDP's.
    InterCode inter1 = InterCode::none;                    ///< Meaningless for UCDP's.
    InterCode inter2 = InterCode::none;
    std::string actor1 = {}, actor2 = {};  ///< UCDP: side_a, side_b.
    std::string admin1 = {}, admin2 = {}, location = {};
    sim::GeoPoint at = {};
    bool is_day_known = true;    ///< Time precision 1.
    bool is_place_known = true;  ///< Place precision 1.
    std::uint32_t deaths = 0;    ///< UCDP: best [people].

    /// Whether its place is the capital of its cercle, which has the cercle's name in Mali.
    [[nodiscard]] bool is_in_capital() const;
};

[[nodiscard]] ObservedEvent observed(AcledEvent const& event);
[[nodiscard]] ObservedEvent observed(UcdpEvent const& event);

/// Those of a list that are political violence, in its order.
[[nodiscard]] std::vector<ObservedEvent> observed_violence(std::vector<AcledEvent> const& events);
[[nodiscard]] std::vector<ObservedEvent> observed_violence(std::vector<UcdpEvent> const& events);

/// A name without what spellings differ in: letters a to z and digits only, in small letters,
/// accents dropped ("Ségou" and "SEGOU" are one, "Gourma-Rharous" and "Gourma Rharous" too).
[[nodiscard]] std::string folded_name(std::string_view name);

}  // namespace models
