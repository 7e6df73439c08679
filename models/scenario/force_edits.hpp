#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "models/scenario/edits.hpp"

/// \file models/scenario/force_edits.hpp
/// The edits of the force schedule. Each returns what it changed, in plain words, and throws
/// InputError as apply_edits() does.

namespace models {

/// `move_force`: the whole schedule of `actor` comes `days` later, or earlier if negative.
[[nodiscard]] std::string move_force(sim::TomlTable const& edit, History& history);

/// `scale_force`: the strength of `actor` is multiplied by `factor` from the day `from` (the first
/// day if left out) to the day before `until` (for ever if left out).
[[nodiscard]] std::string scale_force(sim::TomlTable const& edit, History& history);

/// Strength of an actor on a day by the schedule; nothing before its first row.
[[nodiscard]] std::optional<double> strength_on(ForceSchedule const& forces, ActorId actor,
                                                std::int32_t day);

/// Change the strength of an actor from one day until another (excluded); afterwards it is as it
/// would have been.
/// \param changed  New strength of an old one [people].
void change_strength(History& history, ActorId actor, std::int32_t from, std::int32_t until,
                     std::function<double(double)> const& changed);

}  // namespace models
