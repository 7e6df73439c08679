#pragma once

#include <string>

#include "models/scenario/edits.hpp"

/// \file models/scenario/timeline_edits.hpp
/// The edits of the timeline. Each returns what it changed, in plain words, and throws InputError
/// as apply_edits() does. `id` names one row, or with a `*` at its end all whose id begins so.

namespace models {

/// `remove`: as if it had not happened.
[[nodiscard]] std::string remove_rows(sim::TomlTable const& edit, History& history);

/// `move`: happens `days` later, or earlier if negative.
[[nodiscard]] std::string move_rows(sim::TomlTable const& edit, History& history);

/// `change`: any of date, end_date, value, actor, other, place, holds.
[[nodiscard]] std::string change_rows(sim::TomlTable const& edit, History& history);

/// `add`: a new row, its columns as keys.
[[nodiscard]] std::string add_row(sim::TomlTable const& edit, History& history);

/// `hold`: the agreement cannot collapse.
[[nodiscard]] std::string hold_agreements(sim::TomlTable const& edit, History& history);

}  // namespace models
