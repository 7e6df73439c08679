#include "models/scenario/scenario_family.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "models/scenario/world_params.hpp"

namespace models {
namespace {

constexpr std::string_view world_prefix = "world.";

// Sections that the map, the actors, history and what was observed of it are made from.
constexpr std::array<std::string_view, 4> not_rules{"scenario", "world", "edit", "observed"};

/// Parameters in which a scenario differs from the last file that it extends: its history. What is
/// its own by nature, names, dates and edits, is left out.
std::vector<std::string> changed_settings(sim::TomlFile const& file) {
    auto lines = file.differences_from(sim::TomlFile::load(file.files().back()));
    std::erase_if(lines, [](std::string const& line) {
        return line.starts_with("scenario.") || line.starts_with("edit ");
    });
    return lines;
}

sim::TomlFile file_with(std::filesystem::path const& path,
                        std::vector<std::string> const& settings) {
    auto file = sim::TomlFile::load(path);
    for (auto const& setting : settings) file.apply_override(setting);
    return file;
}

}  // namespace

bool changes_rules_only(std::string_view setting) noexcept {
    setting.remove_prefix(std::min(setting.find_first_not_of(" \t"), setting.size()));
    auto const name = setting.substr(0, setting.find_first_of("= \t"));
    if (name.starts_with(world_prefix) &&
        std::ranges::find(memory_keys, name.substr(world_prefix.size())) != memory_keys.end()) {
        return true;
    }
    auto const section = name.substr(0, name.find('.'));
    bool const is_plain = !section.empty() && std::ranges::all_of(section, [](char c) {
        return (c >= 'a' && c <= 'z') || c == '_';
    });
    return is_plain && std::ranges::find(not_rules, section) == not_rules.end();
}

void read_rule_sections(sim::TomlTable const& root, Scenario& scenario) {
    scenario.rules = read_rules(root);
    auto const output = root.table_if("output");
    scenario.output = output ? read_output_params(*output) : OutputParams{};
}

void write_down_settings(sim::TomlFile const& file, Scenario& scenario) {
    scenario.settings = changed_settings(file);
    scenario.resolved_text = file.resolved_text();
}

ScenarioFamily::ScenarioFamily(std::filesystem::path path, std::vector<std::string> settings)
    : path_{std::move(path)},
      settings_{std::move(settings)},
      file_{file_with(path_, settings_)},
      base_{load_scenario(path_, settings_)} {}

Scenario ScenarioFamily::with(std::vector<std::string> const& settings) const {
    if (settings.empty()) return base_;
    if (!std::ranges::all_of(settings, changes_rules_only)) {
        auto all = settings_;
        all.insert(all.end(), settings.begin(), settings.end());
        return load_scenario(path_, all);
    }
    auto file = file_.clone();
    for (auto const& setting : settings) file.apply_override(setting);
    auto const root = file.root();
    Scenario scenario = base_;
    scenario.world = read_world_params(root.table("world"));
    scenario.world.state_actor = base_.world.state_actor;
    read_rule_sections(root, scenario);
    for (auto const section : not_rules) root.accept(section);
    root.finish();
    scenario.settings.clear();
    scenario.resolved_text.clear();
    return scenario;
}

}  // namespace models
