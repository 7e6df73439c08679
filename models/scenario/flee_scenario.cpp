#include "models/scenario/flee_scenario.hpp"

#include <algorithm>

#include "models/scenario/flee_map.hpp"
#include "models/scenario/world_params.hpp"
#include "sim/base/check.hpp"

namespace models {
namespace {

RegionCommunities everybody_alike() {
    CommunityShares shares{};
    shares[static_cast<std::size_t>(Community::other)] = 1.0;
    return {shares};
}

}  // namespace

Scenario flee_scenario(flee::Instance const& instance, sim::TomlFile const& parameters) {
    auto const& population = instance.places.population;
    sim::require(std::ranges::any_of(population, [](double people) { return people >= 1.0; }),
                 (instance.folder / "input_csv/locations.csv").string() +
                     ": no place but camps has people (nobody can flee). Fill in the column "
                     "population, or lower hasten.");
    auto const root = parameters.root();
    auto const section = root.table("flee");
    auto const lead = static_cast<std::uint32_t>(
        section.integer("lead_days", {.minimum = 0, .maximum = 10'000, .unit = "days"}));
    auto const name = instance.folder.filename().string();
    Scenario scenario;
    scenario.name = name;
    scenario.title = "Flee instance " + name;
    scenario.first_day = instance.start - std::chrono::days{lead};
    scenario.last_day = instance.start + std::chrono::days{instance.days - 1};
    scenario.world = read_people_params(root.table("world"));
    scenario.world.momentum_memory_days = 1.0;  // nobody attacks
    scenario.map = flee_map(instance, lead);
    scenario.communities = everybody_alike();
    scenario.conflicts = flee_conflicts(instance, lead);
    scenario.rules = read_rules(root);
    sim::require(scenario.rules.displacement && scenario.rules.conflict_table,
                 "The parameters of a Flee instance need the sections displacement and "
                 "conflict_table. Add them.");
    root.finish();
    auto const hasten = static_cast<double>(instance.settings.hasten);  // people an agent
    scenario.rules.displacement->flight.crowd_people /= hasten;
    scenario.rules.displacement->destination.base_population /= hasten;
    for (auto const& path : parameters.files()) scenario.inputs.push_back({path, {}});
    scenario.resolved_text = parameters.resolved_text();
    return scenario;
}

std::uint32_t lead_days(Scenario const& scenario, flee::Instance const& instance) {
    return scenario.days() - instance.days;
}

}  // namespace models
