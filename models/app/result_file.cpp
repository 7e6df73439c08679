#include "models/app/result_file.hpp"

#include <utility>

#include "models/recorders/recorded_figures.hpp"
#include "models/recorders/result_format.hpp"
#include "sim/io/provenance.hpp"
#include "sim/parallel/threads.hpp"

namespace models {

namespace {

sim::FileDescription description(Scenario const& scenario, RunOptions const& options) {
    return {.title = scenario.title,
            .source = "azalai " + sim::build_version().version,
            .history = sim::utc_now() + " " + options.command_line,
            .comment = scenario.description};
}

sim::Provenance provenance(Scenario const& scenario, RunOptions const& options) {
    sim::Provenance made{.program = "azalai",
                         .build = sim::build_version(),
                         .scenario_text = scenario.resolved_text,
                         .seed = options.seed,
                         .this_run = {.started = sim::utc_now(),
                                      .host = sim::host_name(),
                                      .command_line = options.command_line,
                                      .threads = sim::threads()}};
    for (auto const& input : scenario.inputs) {
        made.inputs.push_back({input.path.generic_string(), input.sha256});
    }
    return made;
}

}  // namespace

ResultFile::ResultFile(Scenario const& scenario, RunOptions const& options)
    : path_(options.output),
      writer_(options.output, options.overwrite, result_identity(),
              description(scenario, options)) {
    sim::write_provenance(writer_, provenance(scenario, options));
}

void ResultFile::begin(World const& world, Scenario const& scenario, sim::Day last) {
    period_ = {.first_day = scenario.first_day, .last = last};
    recorder_ = std::make_unique<ResultRecorder>(writer_, world, scenario.output, period_,
                                                 scenario.registrations);
}

std::filesystem::path ResultFile::finish(World const& world, sim::RunEnd end,
                                         Scenario const& scenario, RunOutcome const& outcome) {
    recorder_->finish(world);
    if (!scenario.figures.empty()) {
        record_figures(writer_, period_, scenario.figures, outcome);
    }
    if (end == sim::RunEnd::stopped) {
        writer_.keep_partial();
        return writer_.part();
    }
    writer_.commit();
    return path_;
}

}  // namespace models
