#include <fmt/format.h>

#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "models/scenario/observed_table.hpp"
#include "models/scenario/scenario.hpp"

namespace models {
namespace {

std::uint64_t people_of(Geography const& map) {
    auto const& population = map.cells.population;
    return std::accumulate(population.begin(), population.end(), std::uint64_t{0});
}

std::size_t home_cells_of(Geography const& map) {
    std::size_t cells = 0;
    for (auto const country : map.cells.country) cells += map.is_home(country) ? 1 : 0;
    return cells;
}

/// The names of those rules that are on, or off.
std::string rules_text(Rules const& rules, bool is_on) {
    std::vector<std::pair<std::string_view, bool>> const all{
        {"timeline", rules.timeline.has_value()},
        {"seasons", rules.seasons.has_value()},
        {"economy", rules.economy.has_value()},
        {"recruitment", rules.recruitment.has_value()},
        {"forces", rules.forces.has_value()},
        {"politics", rules.politics.has_value()},
        {"mediation", rules.mediation.has_value()},
        {"agreement", rules.agreement.has_value()},
        {"cantonment", rules.cantonment.has_value()},
        {"retreat", rules.retreat.has_value()},
        {"buffer_zone", rules.buffer_zone.has_value()},
        {"joint_patrol", rules.joint_patrol.has_value()},
        {"election", rules.election.has_value()},
        {"spillover", rules.spillover.has_value()},
        {"movement", rules.movement.has_value()},
        {"peacekeeping", rules.peacekeeping.has_value()},
        {"attack", rules.attack.has_value()},
        {"communal", rules.communal.has_value()},
        {"explosives", rules.explosives.has_value()},
        {"hostages", rules.hostages.has_value()},
        {"protest", rules.protest.has_value()},
        {"control", rules.control.has_value()},
        {"captives", rules.captives.has_value()},
        {"pacts", rules.pacts.has_value()},
        {"aftermath", rules.aftermath.has_value()},
        {"reporting", rules.reporting.has_value()},
        {"displacement", rules.displacement.has_value()},
    };
    std::string text;
    for (auto const& [name, has_params] : all) {
        if (has_params == is_on) text += (text.empty() ? "" : ", ") + std::string{name};
    }
    return text.empty() ? "none" : text;
}

std::string output_text(OutputParams const& output) {
    auto const every = [](std::uint32_t days) {
        if (days == 0) return std::string{"off"};
        return days == 1 ? std::string{"daily"} : fmt::format("every {} days", days);
    };
    return fmt::format("cells {}, places {}, units {}, actors {}, events {}, agreements {}",
                       every(output.cells_every_days), every(output.places_every_days),
                       every(output.units_every_days), every(output.actors_every_days),
                       output.events ? "on" : "off", output.agreements ? "on" : "off");
}

}  // namespace

std::string describe_edits(Scenario const& scenario) {
    if (scenario.edits.empty()) return "As history: the scenario edits nothing.\n";
    std::string text;
    for (auto const& line : scenario.edits) text += line + "\n";
    return text;
}

std::string summary(Scenario const& scenario) {
    auto const& map = *scenario.map;
    auto const people = people_of(map);
    auto const& world = scenario.world;
    std::string text = fmt::format("{}: {}\n", scenario.name, scenario.title);
    auto const line = [&](std::string_view label, std::string const& value) {
        text += fmt::format("  {:<12} {}\n", label, value);
    };
    line("period", fmt::format("{} to {}, {} days", sim::to_string(scenario.first_day),
                               sim::to_string(scenario.last_day), scenario.days()));
    line("grid", fmt::format("{} cells of {} degrees, {} of them in {}: {} regions, {} cercles",
                             map.grid.size(), map.grid.spec().step, home_cells_of(map),
                             map.countries[0], map.regions.size(), map.cercles.size()));
    line("people", fmt::format("{}, in about {:.0f} households of {} people", people,
                               static_cast<double>(people) / world.household_size_mean,
                               world.household_size_mean));
    line("places", fmt::format("{}, joined by {} routes; {} closures of a route", map.places.size(),
                               map.routes.size(), map.closures.size()));
    line("actors", fmt::format("{}; {} is the state", scenario.actors.size(),
                               scenario.actors[world.state_actor.row].key));
    line("history", fmt::format("{} rows of the timeline, {} of the force schedule",
                                scenario.timeline.size(), scenario.forces.size()));
    line("figures",
         fmt::format("{} documented figures; {} verifications of refugee counts",
                     scenario.figures.size(), scenario.registrations.verifications().size()));
    if (scenario.observed_past) line("observed", describe(*scenario.observed_past));
    line("reach", fmt::format("{} km; memory of threat {}, take-overs {}, momentum {} days",
                              world.nearby_km, world.threat_memory_days, world.takeover_memory_days,
                              world.momentum_memory_days));
    line("rules on", rules_text(scenario.rules, true));
    line("rules off", rules_text(scenario.rules, false));
    line("output", output_text(scenario.output));
    line("settings", scenario.settings.empty() ? "as its history has them" : "");
    for (auto const& setting : scenario.settings) text += "    " + setting + "\n";
    line("edits", scenario.edits.empty() ? "none: as history" : "");
    for (auto const& edit : scenario.edits) text += "    " + edit + "\n";
    return text;
}

}  // namespace models
