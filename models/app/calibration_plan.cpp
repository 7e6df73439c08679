#include "models/app/calibration_plan.hpp"

#include <fmt/format.h>

#include <chrono>

#include "models/app/summarised_run.hpp"
#include "models/app/sweep_progress.hpp"
#include "models/calibration/check_priors.hpp"

namespace models {
namespace {

std::vector<PlannedPhase> phases_of(CalibrationStudy const& study) {
    std::vector<PlannedPhase> phases{{"probe", 1}};
    auto const n = static_cast<std::uint64_t>(study.parameters.size());
    if (auto const& phase = study.screening) {
        phases.push_back({"screening", phase->morris.trajectories * (n + 1) * phase->seeds});
    }
    if (auto const& phase = study.optimise) {
        // The last step may need a whole new simplex.
        phases.push_back({"optimise", (phase->search.evaluations + n) * phase->seeds});
    }
    if (auto const& phase = study.history) {
        phases.push_back(
            {"history", std::uint64_t{phase->options.runs} * phase->options.waves * phase->seeds});
    }
    if (auto const& phase = study.emulator) phases.push_back({"emulator", phase->points});
    if (study.abc && study.abc->simulator == SimulatorKind::model) {
        phases.push_back({"abc", study.abc->options.simulations});
    }
    phases.push_back({"report", study.posterior.seeds});
    return phases;
}

}  // namespace

CalibrationPlan plan_of(CalibrationStudy const& study, ScenarioFamily const& scenario) {
    using Clock = std::chrono::steady_clock;
    CalibrationPlan plan;
    auto const keys = keys_of(study);
    MakeRuns const make = [&](std::span<RunRequest const> requests) {
        std::vector<RunRecord> records;
        for (auto const& request : requests) {
            auto const one = scenario.with(settings_of(keys, request));
            auto const start = Clock::now();
            records.push_back(record_of(summarised_run(one, request.seed, true)));
            plan.seconds_per_run = std::chrono::duration<double>(Clock::now() - start).count();
        }
        return records;
    };
    CalibrationDesk desk{study, scenario.base(), make, {}};
    desk.probe();
    plan.phases = phases_of(study);
    for (auto const& one : plan.phases) plan.most_runs += one.most_runs;
    plan.parameters = keys.size();
    plan.targets = desk.targets().targets.size();
    plan.left_out = desk.targets().left_out.size();
    return plan;
}

std::string plan_text(std::string const& name, CalibrationPlan const& plan) {
    auto text = fmt::format("{}: {} parameters, {} targets ({} figures left out)\n", name,
                            plan.parameters, plan.targets, plan.left_out);
    for (auto const& one : plan.phases) {
        text += fmt::format("  {:<10} at most {} runs\n", one.phase, one.most_runs);
    }
    return text +
           fmt::format("one run takes {:.2f} s; all together at most {} on one core\n",
                       plan.seconds_per_run,
                       duration_text(plan.seconds_per_run * static_cast<double>(plan.most_runs)));
}

}  // namespace models
