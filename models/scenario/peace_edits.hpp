#pragma once

#include <string>

#include "models/scenario/edits.hpp"

/// \file models/scenario/peace_edits.hpp
/// Interventions between parties and for people; README.md lists their keys. Each returns what it
/// changed and throws as apply_edits() does.

namespace models {

[[nodiscard]] std::string sign_ceasefire(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string break_ceasefire(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string mediate(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string monitor_agreements(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string relate(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string set_up_buffer_zone(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string patrol_jointly(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string demobilise(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string offer_amnesty(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string impose_sanctions(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string give_aid(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string hand_over_place(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string close_border(sim::TomlTable const& edit, History& history);
[[nodiscard]] std::string open_border(sim::TomlTable const& edit, History& history);

}  // namespace models
