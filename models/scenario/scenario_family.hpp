#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "sim/config/toml_file.hpp"

/// \file models/scenario/scenario_family.hpp
/// Scenarios that differ in a few settings and share the rest.

namespace models {

/// Whether a setting such as `attack.rate=0.3` changes a rule, the output or a memory of the world
/// (`world.threat_memory_days`) only: the map, the actors and history stay.
[[nodiscard]] bool changes_rules_only(std::string_view setting) noexcept;

/// A scenario from which others are made by changing settings. Those that differ in rules only
/// share its map and tables, and take about a millisecond. Does not change; threads may share it.
class ScenarioFamily {
  public:
    /// \param settings  For all of them, as load_scenario() takes them.
    /// \throws InputError as load_scenario().
    explicit ScenarioFamily(std::filesystem::path path, std::vector<std::string> settings = {});

    /// The one without further settings.
    [[nodiscard]] Scenario const& base() const noexcept { return base_; }

    /// The same as load_scenario() with these settings after those of all, but for what only people
    /// read: `settings` and `resolved_text` are empty where rules only differ.
    /// \throws InputError as load_scenario().
    [[nodiscard]] Scenario with(std::vector<std::string> const& settings) const;

  private:
    std::filesystem::path path_;
    std::vector<std::string> settings_;
    sim::TomlFile file_;  // with settings_
    Scenario base_;
};

/// Read the sections of rules and of the output. \throws InputError with file, line and key.
void read_rule_sections(sim::TomlTable const& root, Scenario& scenario);

/// Note the resolved text, and in which settings the scenario differs from the file it extends
/// last.
void write_down_settings(sim::TomlFile const& file, Scenario& scenario);

}  // namespace models
