#include "models/app/run_scenario.hpp"

#include <memory>
#include <utility>

#include "models/app/result_file.hpp"
#include "models/scenario/first_world.hpp"
#include "models/schedule/daily.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

std::uint32_t days_to_simulate(Scenario const& scenario, RunOptions const& options) {
    auto const days = options.days.value_or(scenario.days());
    sim::require(days >= 1, "--days 0 (must be at least 1). Leave it out to run the scenario.");
    sim::require(days <= scenario.days(),
                 "--days " + std::to_string(days) + " (the scenario has only " +
                     std::to_string(scenario.days()) +
                     "). Leave it out, or set scenario.last_day to a later date.");
    return days;
}

}  // namespace

RunResult run_scenario(Scenario const& scenario, RunOptions const& options,
                       RunCallbacks const& callbacks) {
    auto const days = days_to_simulate(scenario, options);
    std::unique_ptr<ResultFile> file;
    if (!options.output.empty()) file = std::make_unique<ResultFile>(scenario, options);

    auto world = make_world(scenario, sim::Seed{options.seed});
    auto const schedule = daily_schedule(scenario, world);
    RunHistory history{world};
    std::vector<sim::Observer<World>> observers{
        [&history](World const& today) { history.observe(today); }};
    if (file) {
        file->begin(world, scenario, sim::Day{days - 1});
        observers.emplace_back([&file](World const& today) { file->observe(today); });
    }

    sim::Timings timings;
    sim::RunHooks<World> const hooks{
        .timings = &timings, .after_day = [&](World const& tomorrow) {
            if (callbacks.progress) {
                callbacks.progress({tomorrow.date(), tomorrow.today.value, days});
            }
            return !callbacks.should_stop || !callbacks.should_stop();
        }};
    auto const end = sim::run(world, schedule, std::span<sim::Observer<World> const>{observers},
                              sim::Day{days}, hooks);

    std::vector<std::string> names;
    for (auto const& process : schedule) names.push_back(process.name);
    auto agreements = RunHistory::agreements(world);
    std::filesystem::path path;
    if (file) {
        RunOutcome const outcome{history, agreements, scenario.map->countries,
                                 scenario.registrations};
        path = file->finish(world, end, scenario, outcome);
    }
    return {.end = end,
            .days = world.today.value,
            .file = std::move(path),
            .process_names = std::move(names),
            .timings = std::move(timings),
            .history = std::move(history),
            .agreements = std::move(agreements)};
}

}  // namespace models
