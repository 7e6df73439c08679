#include "models/app/summarised_run.hpp"

#include "models/app/run_scenario.hpp"

namespace models {

RunSummary summarised_run(Scenario const& scenario, std::uint64_t seed, bool with_figures) {
    ReportCounter reports{scenario};
    RunCallbacks callbacks;
    callbacks.observe = [&reports](World const& world) { reports.observe(world); };
    RunOptions options;
    options.seed = seed;
    auto const result = run_scenario(scenario, options, callbacks);
    return summarise(scenario, result.history, result.agreements, reports, with_figures);
}

}  // namespace models
