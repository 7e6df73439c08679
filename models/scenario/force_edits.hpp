#pragma once

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

}  // namespace models
