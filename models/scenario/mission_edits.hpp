#pragma once

#include <string>

#include "models/scenario/edits.hpp"

/// \file models/scenario/mission_edits.hpp
/// Interventions by forces; README.md lists their keys. Each returns what it changed and throws as
/// apply_edits() does.

namespace models {

[[nodiscard]] std::string deploy_force(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string withdraw_force(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string reinforce(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string relocate(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string change_mandate(sim::TomlTable const& edit, History& history);

}  // namespace models
