#include "models/app/flee_households.hpp"

#include <array>

#include "models/recorders/totals_recorder.hpp"
#include "models/scenario/first_world.hpp"
#include "models/scenario/flee_scenario.hpp"
#include "models/schedule/daily.hpp"

namespace models {
namespace {

std::int32_t settled_at(World const& world, std::uint32_t place) {
    std::uint32_t people = 0;
    for (auto const& of_community : world.places.settled) people += of_community[place];
    return static_cast<std::int32_t>(people);
}

flee::Run run(flee::Instance const& instance, Scenario const& scenario, std::uint64_t seed) {
    flee::Run result{.seed = seed, .camps = {}, .agents = {}, .errors = {}, .work = {}};
    std::uint32_t const lead = lead_days(scenario, instance);
    auto world = make_world(scenario, sim::Seed{seed});
    auto const count = [&](World const& today) {
        if (today.today.value < lead) return;
        for (auto const camp : instance.camps) result.camps.push_back(settled_at(today, camp));
        auto const away = people_stocks(today).all_away();
        result.agents.push_back(static_cast<std::int32_t>(away));
        result.work.agent_days += away;
    };
    std::array<sim::Observer<World>, 1> const observers{count};
    sim::run(world, daily_schedule(scenario, world),
             std::span<sim::Observer<World> const>{observers}, sim::Day{scenario.days()});
    result.work.departures = world.households.movers().size();
    result.errors =
        flee::compare(result.counts(instance), {instance.counts.camps, instance.camps.size()});
    return result;
}

}  // namespace

std::vector<flee::Run> run_households(flee::Instance const& instance, Scenario const& scenario,
                                      std::uint64_t first_seed, std::uint32_t count) {
    flee::require_camps(instance);
    return flee::run_each(first_seed, count,
                          [&](std::uint64_t seed) { return run(instance, scenario, seed); });
}

}  // namespace models
