#include "models/flee/settings.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "models/flee/yaml_section.hpp"
#include "sim/base/check.hpp"
#include "sim/config/text_file.hpp"

namespace models::flee {

namespace {

constexpr std::size_t largest_file = std::size_t{1} << 20;  // bytes
constexpr sim::Range share{.minimum = 0.0, .maximum = 1.0};
constexpr sim::Range factor{.minimum = 0.0};
constexpr sim::Range positive{.minimum = 0.0, .minimum_excluded = true};

// Keys of Flee that this program does not act on, and the value that switches each off.
using Unsupported = std::pair<char const*, char const*>;
constexpr std::array<Unsupported, 7> unsupported_logs{{{"agent", "0"},
                                                       {"link", "0"},
                                                       {"camp", "0"},
                                                       {"init", "0"},
                                                       {"conflict", "0"},
                                                       {"idp_totals", "0"},
                                                       {"granularity", "location"}}};
constexpr std::array<Unsupported, 6> unsupported_spawning{{{"flood_zone_spawning_only", "False"},
                                                           {"camps_are_sicks", "False"},
                                                           {"camps_are_sinks", "False"},
                                                           {"read_from_agents_csv_file", "False"},
                                                           {"starvation_driven_spawning", "False"},
                                                           {"flood_driven_spawn_mode", ""}}};
constexpr std::array<Unsupported, 16> unsupported_moves{{{"stay_close_to_home", "False"},
                                                         {"WomenAvoidHazards", "False"},
                                                         {"ChildrenAvoidHazards", "False"},
                                                         {"ElderlyAvoidHazards", "False"},
                                                         {"BoysTakeRisk", "False"},
                                                         {"MatchCampReligion", "False"},
                                                         {"MatchCampEthnicity", "False"},
                                                         {"MatchTownEthnicity", "False"},
                                                         {"MatchConflictEthnicity", "False"},
                                                         {"fixed_routes", "False"},
                                                         {"two_system_decision_making", "False"},
                                                         {"use_economic_pull", "False"},
                                                         {"harvest_months", ""},
                                                         {"flee_when_starving", "False"},
                                                         {"avoid_food_deprived_locations", "False"},
                                                         {"flood_rules", ""}}};

template <std::size_t n>
void warn(YamlSection& section, std::array<Unsupported, n> const& keys, Settings& settings) {
    for (auto const& [key, off] : keys) {
        if (auto warning = section.unsupported(key, off)) {
            settings.warnings.push_back(std::move(*warning));
        }
    }
}

void read_conflict_driven(YamlSection section, SpawnRules& rules) {
    auto const mode = section.text("spawn_mode", "constant");
    if (mode == "constant") {
        rules.mode = SpawnMode::constant;
    } else if (mode == "poisson" || mode == "Poisson") {
        rules.mode = SpawnMode::poisson;
    } else if (mode == "pop_ratio") {
        rules.mode = SpawnMode::pop_ratio;
    } else {
        section.error("spawn_mode", "(must be constant, poisson or pop_ratio). Correct it.");
    }
    bool const is_ratio = rules.mode == SpawnMode::pop_ratio;
    rules.displaced_per_conflict_day =
        section.number("displaced_per_conflict_day", is_ratio ? 0.01 : 500.0,
                       {.minimum = 0.0, .maximum = is_ratio ? 1.0 : 1e6});
    section.finish();
}

void read_spawn_rules(YamlSection section, Settings& settings) {
    auto& rules = settings.spawn;
    rules.take_from_population = section.boolean("take_from_population", false);
    rules.insert_day0 = section.boolean("insert_day0", rules.insert_day0);
    rules.empty_camps_on_day0 = section.boolean("empty_camps_on_day0", false);
    rules.sum_from_camps = section.boolean("sum_from_camps", rules.sum_from_camps);
    rules.decay = section.numbers("conflict_spawn_decay", factor);
    rules.decay_interval =
        section.number("conflict_spawn_decay_interval", rules.decay_interval, positive);
    if (section.has("conflict_driven_spawning")) {
        read_conflict_driven(section.section("conflict_driven_spawning"), rules);
    }
    section.ignore("conflict_driven_spawning");
    section.ignore("conflict_zone_spawning_only");  // matters only with starvation spawning
    section.ignore("average_social_connectivity");  // no supported rule reads connections
    warn(section, unsupported_spawning, settings);
    section.finish();
}

void read_weights(YamlSection& section, MoveRules& rules) {
    rules.foreign_weight = section.number("foreign_weight", rules.foreign_weight, factor);
    rules.camp_weight = section.number("camp_weight", rules.camp_weight, factor);
    rules.conflict_weight = section.number("conflict_weight", rules.conflict_weight, factor);
    rules.softening = section.number("softening", rules.softening, positive);
    rules.weight_softening = section.number("weight_softening", rules.weight_softening, factor);
    rules.weight_power = section.number("weight_power", rules.weight_power, factor);
    rules.distance_power = section.number("distance_power", rules.distance_power, factor);
    rules.use_pop_for_loc_weight = section.boolean("use_pop_for_loc_weight", false);
    rules.pop_power_for_loc_weight =
        section.number("pop_power_for_loc_weight", rules.pop_power_for_loc_weight, {});
    rules.capacity_buffer = section.number("capacity_buffer", rules.capacity_buffer, share);
    rules.capacity_scaling = section.number("capacity_scaling", rules.capacity_scaling, factor);
    rules.pruning_threshold = section.number("pruning_threshold", rules.pruning_threshold, factor);
}

void read_chances(YamlSection& section, MoveRules& rules) {
    rules.conflict_movechance =
        section.number("conflict_movechance", rules.conflict_movechance, share);
    rules.camp_movechance = section.number("camp_movechance", rules.camp_movechance, share);
    rules.idpcamp_movechance =
        section.number("idpcamp_movechance", rules.idpcamp_movechance, share);
    rules.default_movechance =
        section.number("default_movechance", rules.default_movechance, share);
    rules.movechance_pop_base =
        section.number("movechance_pop_base", rules.movechance_pop_base, positive);
    rules.movechance_pop_scale_factor =
        section.number("movechance_pop_scale_factor", rules.movechance_pop_scale_factor, {});
}

void read_move_rules(YamlSection section, Settings& settings) {
    auto& rules = settings.move;
    read_weights(section, rules);
    read_chances(section, rules);
    rules.max_move_speed = section.number("max_move_speed", rules.max_move_speed, positive);
    rules.max_walk_speed = section.number("max_walk_speed", rules.max_walk_speed, positive);
    auto const awareness = section.integer("awareness_level", 1, {.maximum = 100});
    rules.awareness_level = awareness < 0 ? 1 : static_cast<std::uint32_t>(awareness);
    if (awareness == 0) {
        settings.warnings.push_back(
            "move_rules.awareness_level = 0: nobody sees a route, so "
            "nobody moves, as in Flee.");
    }
    rules.avoid_short_stints = section.boolean("avoid_short_stints", false);
    rules.start_on_foot = section.boolean("start_on_foot", false);
    if (section.boolean("use_v1_rules", false)) {
        rules.max_move_speed = 200.0;
        rules.camp_weight = 2.0;
        rules.conflict_weight = 0.25;
        rules.avoid_short_stints = rules.start_on_foot = false;
    }
    section.ignore("max_crossing_speed");     // not used by Flee
    section.ignore("home_distance_power");    // only with stay_close_to_home
    section.ignore("avg_religion_fraction");  // only with MatchCampReligion
    warn(section, unsupported_moves, settings);
    section.finish();
}

Settings read(YAML::Node const& root, std::string const& name) {
    Settings settings;
    YamlSection file{root, name, ""};
    auto logs = file.section("log_levels");
    warn(logs, unsupported_logs, settings);
    logs.finish();
    read_spawn_rules(file.section("spawn_rules"), settings);
    read_move_rules(file.section("move_rules"), settings);
    auto optimisations = file.section("optimisations");
    settings.hasten = optimisations.integer("hasten", 1, {.minimum = 1, .maximum = 1'000'000});
    optimisations.finish();
    for (auto const* key : {"number_of_steps", "conflict_input_file", "flood_level_input_file"}) {
        file.ignore(key);  // Flee reads the first and never uses it, and overwrites the others
    }
    if (auto warning = file.unsupported("default_conflict_intensity", "1")) {
        settings.warnings.push_back(std::move(*warning));
    }
    file.finish();
    return settings;
}

}  // namespace

Settings parse_settings(std::string const& text, std::string const& name) {
    YAML::Node root;
    try {
        root = YAML::Load(text);
    } catch (YAML::Exception const& error) {
        throw sim::InputError(name + ":" + std::to_string(error.mark.line + 1) +
                              ": not valid YAML (" + error.msg + "). Correct it.");
    }
    return read(root, name);
}

Settings load_settings(std::filesystem::path const& path) {
    return parse_settings(sim::read_text_file(path, largest_file), path.string());
}

}  // namespace models::flee
