#pragma once

#include "models/world/world.hpp"

/// \file models/reporting/parties.hpp
/// Who did what to whom, in the words of observers.

namespace models {

/// Who began an event, as it is reported.
/// \param is_known  Whether the attacker was identified; states always are.
[[nodiscard]] ReportedActor attacker_of(ConflictEvent const& event, World const& world,
                                        bool is_known);

/// Who was attacked, as it is reported; inter `none` if nobody.
[[nodiscard]] ReportedActor target_of(ConflictEvent const& event, World const& world);

/// An actor of the model, by name.
[[nodiscard]] ReportedActor named(World const& world, ActorId actor);

/// ACLED's sub-event of an event of the model; a place that changes hands is regained by those on
/// the side of the state and overtaken by others, a siege is an attack if civilians are besieged.
[[nodiscard]] AcledSubEvent acled_sub_event_of(ConflictEvent const& event, World const& world);

/// Whether an actor is the state, a foreign force or a peacekeeping one; no_actor is none.
[[nodiscard]] bool is_on_the_states_side(World const& world, ActorId actor) noexcept;

/// The state of the country: its first actor of that class; no_actor if there is none.
[[nodiscard]] ActorId home_state(ActorStore const& actors) noexcept;

}  // namespace models
