#include <utility>

#include "models/facts/fact_targets.hpp"
#include "models/scenario/edits.hpp"
#include "models/scenario/geography_build.hpp"
#include "models/scenario/history_table.hpp"
#include "models/scenario/observed_table.hpp"
#include "models/scenario/registration_table.hpp"
#include "models/scenario/scenario.hpp"
#include "models/scenario/scenario_family.hpp"
#include "models/scenario/world_params.hpp"
#include "sim/config/file_hash.hpp"
#include "sim/config/toml_file.hpp"

namespace models {
namespace {

void read_identity(sim::TomlTable const& section, Scenario& scenario) {
    scenario.name = section.text("name");
    scenario.title = section.text("title");
    scenario.description = section.text_or("description", "");
    scenario.first_day = section.date("first_day");
    scenario.last_day = section.date("last_day");
    if (sim::year_of(scenario.first_day) < 1900) {
        section.error("first_day", "(must be from 1900 on). Correct the year.");
    }
    if (sim::year_of(scenario.last_day) > 2100) {
        section.error("last_day", "(must not be after 2100). Correct the year.");
    }
    if (scenario.last_day < scenario.first_day) {
        section.error("last_day", "(is before first_day, " + sim::to_string(scenario.first_day) +
                                      "). Correct one of them.");
    }
}

/// The path of a table, noted as one of the scenario's files.
std::filesystem::path table_path(sim::TomlTable const& section, std::string_view key,
                                 Scenario& scenario) {
    auto path = section.path(key);
    scenario.inputs.push_back({path, {}});
    return path;
}

void read_tables(sim::TomlTable const& section, std::string const& country, Scenario& scenario) {
    scenario.map = build_geography({
        .grid = table_path(section, "grid", scenario),
        .places = table_path(section, "places", scenario),
        .routes = table_path(section, "routes", scenario),
        .closures = table_path(section, "closures", scenario),
        .country = country,
        .first_day = scenario.first_day,
        .nearby_km = scenario.world.nearby_km,
    });
    NameIndex const places{"place", scenario.map->places.key};
    scenario.actors = read_actors(table_path(section, "actors", scenario), places);
    scenario.figures =
        read_figures(table_path(section, "figures", scenario), *scenario.map, places);
    if (section.has("stylised_facts")) {
        scenario.stylised_facts = table_path(section, "stylised_facts", scenario);
        static_cast<void>(read_fact_targets(scenario.stylised_facts));
    }
    if (section.has("registrations")) {
        scenario.registrations =
            read_registrations(table_path(section, "registrations", scenario), *scenario.map);
    }
    scenario.communities =
        read_communities(table_path(section, "communities", scenario), scenario.map->regions);
}

void read_state_actor(sim::TomlTable const& section, Scenario& scenario) {
    auto const names = actor_index(scenario.actors);
    auto const name = section.text("state_actor");
    auto const row = names.find(name);
    if (!row) section.error("state_actor", names.remark(name));
    if (scenario.actors[*row].actor_class != ActorClass::state) {
        section.error("state_actor", "(is not of class state). Name the one that is.");
    }
    scenario.world.state_actor = ActorId{*row};
}

/// Edits given beside the file, each as a section of its own.
std::vector<sim::TomlTable> parse_edits(std::vector<std::string> const& edits) {
    std::vector<sim::TomlTable> tables;
    for (auto const& edit : edits) {
        auto const root = sim::TomlFile::parse("edit = {" + edit + "}", "--edit " + edit).root();
        tables.push_back(root.table("edit"));
        for (auto const& key : root.keys()) {
            if (key != "edit") root.error(key, "(stands outside the edit). Remove it.");
        }
    }
    return tables;
}

void read_history(sim::TomlTable const& root, std::vector<std::string> const& extra_edits,
                  Scenario& scenario) {
    auto const section = root.table("world");
    History history{
        .first_day = scenario.first_day,
        .last_day = scenario.last_day,
        .names = {.actors = actor_index(scenario.actors),
                  .places = {"place", scenario.map->places.key},
                  .regions = {"region", scenario.map->regions}},
        .timeline = {},
        .forces = {},
        .closures = scenario.map->closures,
        .restraint = {},
        .map = scenario.map.get(),
    };
    for (auto const& actor : scenario.actors) history.restraint.push_back(actor.restraint);
    history.timeline =
        read_timeline(table_path(section, "timeline", scenario), history.names, scenario.first_day);
    history.forces =
        read_forces(table_path(section, "forces", scenario), history.names, scenario.first_day);
    auto edits = root.tables("edit");
    for (auto& edit : parse_edits(extra_edits)) edits.push_back(std::move(edit));
    scenario.edits = apply_edits(edits, history);
    for (auto& row : history.timeline) {
        bool const is_open = row.effect == Effect::actor_start && !row.value;
        if (is_open) row.value = scenario.actors[row.actor.row].strength;
    }
    if (history.closures.size() != scenario.map->closures.size() || !scenario.edits.empty()) {
        auto edited = std::make_shared<Geography>(*scenario.map);
        edited->closures = std::move(history.closures);
        scenario.map = std::move(edited);
    }
    scenario.timeline = std::move(history.timeline);
    scenario.forces = std::move(history.forces);
}

}  // namespace

Scenario load_scenario(std::filesystem::path const& path, std::vector<std::string> const& overrides,
                       std::vector<std::string> const& edits) {
    auto file = sim::TomlFile::load(path);
    for (auto const& assignment : overrides) file.apply_override(assignment);
    auto const root = file.root();

    Scenario scenario;
    auto const identity = root.table("scenario");
    read_identity(identity, scenario);
    auto const world = root.table("world");
    scenario.world = read_world_params(world);
    read_tables(world, identity.text("country"), scenario);
    read_state_actor(world, scenario);
    read_history(root, edits, scenario);
    if (auto const observed = root.table_if("observed")) {
        scenario.observed_past = read_observed_past(*observed, scenario);
    }
    read_rule_sections(root, scenario);
    root.finish();

    for (auto const& one : file.files()) scenario.inputs.push_back({one, {}});
    for (auto& input : scenario.inputs) input.sha256 = sim::sha256_of_file(input.path);
    write_down_settings(file, scenario);
    return scenario;
}

}  // namespace models
