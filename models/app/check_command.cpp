#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string>
#include <vector>

#include "models/app/commands.hpp"
#include "models/observed_past/observed_past.hpp"
#include "models/scenario/scenario.hpp"

namespace models {

namespace {

struct CheckCommand {
    std::string scenario;
    std::vector<std::string> settings;
    bool json = false;
    bool toml = false;
};

nlohmann::ordered_json tally_json(EventTally const& tally) {
    return {{"events", tally.events}, {"deaths", tally.deaths}};
}

nlohmann::ordered_json past_json(ObservedPast const& past) {
    nlohmann::ordered_json skipped = nlohmann::ordered_json::object();
    for (std::size_t why = 0; why < past.skipped.size(); ++why) {
        skipped[std::string{why_skipped_names[why]}] = tally_json(past.skipped[why]);
    }
    return {{"format", past.format},
            {"until", sim::to_string(past.until)},
            {"entering", tally_json(past.entering())},
            {"skipped", skipped}};
}

std::string to_json(Scenario const& scenario) {
    using Json = nlohmann::ordered_json;
    auto const& people = scenario.map->cells.population;
    Json inputs = Json::array();
    for (auto const& input : scenario.inputs) {
        inputs.push_back({{"path", input.path.generic_string()}, {"sha256", input.sha256}});
    }
    Json all{{"name", scenario.name},
             {"title", scenario.title},
             {"first_day", sim::to_string(scenario.first_day)},
             {"last_day", sim::to_string(scenario.last_day)},
             {"days", scenario.days()},
             {"people", std::accumulate(people.begin(), people.end(), std::uint64_t{0})},
             {"cells", scenario.map->grid.size()},
             {"places", scenario.map->places.size()},
             {"routes", scenario.map->routes.size()},
             {"actors", scenario.actors.size()},
             {"timeline", scenario.timeline.size()},
             {"figures", scenario.figures.size()},
             {"edits", scenario.edits},
             {"settings", scenario.settings},
             {"inputs", inputs}};
    if (scenario.observed_past) all["observed_past"] = past_json(*scenario.observed_past);
    return all.dump(2, ' ', false, Json::error_handler_t::replace);
}

void check(CheckCommand const& command) {
    auto const scenario = load_scenario(command.scenario, command.settings);
    if (command.toml) {
        fmt::print("{}", scenario.resolved_text);
    } else if (command.json) {
        fmt::print("{}\n", to_json(scenario));
    } else {
        fmt::print("{}", summary(scenario));
    }
}

constexpr char const* example =
    "Example:\n"
    "  azalai check configs/mali/mali-2012-2016.toml --set scenario.last_day=2013-12-31";

}  // namespace

void add_check_command(CLI::App& app) {
    auto command = std::make_shared<CheckCommand>();
    auto* sub = app.add_subcommand("check", "Read and check a scenario; run nothing");
    sub->footer(example);
    sub->add_option("scenario", command->scenario, "Scenario file (TOML)")->required();
    sub->add_option("--set", command->settings, "Change one setting of the scenario, KEY=VALUE")
        ->type_size(1)
        ->allow_extra_args(false);
    auto* json = sub->add_flag("--json", command->json, "Print the summary as JSON");
    sub->add_flag("--print-toml", command->toml, "Print the scenario with all layers resolved")
        ->excludes(json);
    sub->callback([command] { check(*command); });
}

}  // namespace models
