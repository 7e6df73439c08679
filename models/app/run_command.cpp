#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "models/app/commands.hpp"
#include "models/app/exit_code.hpp"
#include "models/app/interrupt.hpp"
#include "models/app/outcome_json.hpp"
#include "models/app/progress_line.hpp"
#include "models/app/result_file.hpp"
#include "models/app/run_scenario.hpp"
#include "models/checkpoint/run_checkpoint.hpp"
#include "models/recorders/outcome_text.hpp"
#include "models/scenario/observed_table.hpp"
#include "sim/base/check.hpp"
#include "sim/parallel/threads.hpp"

namespace models {

namespace {

struct RunCommand {
    std::string scenario;
    std::vector<std::string> settings;
    RunOptions options;
    std::string output;
    std::uint32_t days = 0;
    int threads = sim::threads();
    bool force = false;
    bool json = false;
    bool quiet = false;
};

// Where the result goes if the user does not say: out/NAME-seedN.h5, beside others.
std::filesystem::path default_output(Scenario const& scenario, std::uint64_t seed) {
    std::filesystem::path const folder{"out"};
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) throw sim::IoError("out: cannot make this folder (" + failed.message() + ").");
    return folder / fmt::format("{}-seed{}.h5", scenario.name, seed);
}

/// Up to which day violence was given, and how many of the dead the world did not have.
std::string past_text(Scenario const& scenario, RunResult const& result) {
    if (!scenario.observed_past) return "";
    auto text =
        fmt::format("\nObserved: {}\n  unplaced deaths:", describe(*scenario.observed_past));
    for (std::size_t side = 0; side < side_count; ++side) {
        text += fmt::format(" {} {}", side_names[side], result.unplaced[side]);
    }
    return text + "\n";
}

void report(RunCommand const& command, Scenario const& scenario, RunResult const& result) {
    RunOutcome const outcome{result.history, result.agreements, scenario.map->countries,
                             scenario.registrations};
    if (command.json) {
        fmt::print("{}\n", outcome_json(scenario, command.options, result));
    } else if (!command.quiet) {
        fmt::print("{}: {} days, seed {}\n\n{}", scenario.title, result.days, command.options.seed,
                   outcome_text(scenario.figures, outcome));
        fmt::print("{}", past_text(scenario, result));
        fmt::print("\nResults: {}\n", result.file.string());
    }
}

// A job that is given the same command again may have ended just before it could say so.
bool is_done(Scenario const& scenario, RunOptions const& options) {
    return is_complete_result(options.output, {.made = provenance_of(scenario, options),
                                               .days = options.days.value_or(scenario.days())});
}

int run(RunCommand command) {
    sim::set_threads(command.threads);
    if (command.days > 0) command.options.days = command.days;
    command.options.overwrite = command.force ? sim::Overwrite::yes : sim::Overwrite::no;
    auto const scenario = load_scenario(command.scenario, command.settings);
    command.options.output = command.output.empty() ? default_output(scenario, command.options.seed)
                                                    : std::filesystem::path{command.output};

    if (command.options.resume && !command.force && is_done(scenario, command.options)) {
        remove_checkpoints(command.options.output);
        fmt::print(stderr, "azalai: {} is complete already; nothing is left to do.\n",
                   command.options.output.string());
        return exit_ok;
    }
    catch_interrupts();
    ProgressLine line{stderr};
    RunCallbacks callbacks{.progress = {}, .should_stop = is_interrupted};
    if (!command.quiet) {
        callbacks.progress = [&line](RunProgress const& progress) { line.show(progress); };
    }
    auto const result = run_scenario(scenario, command.options, callbacks);
    line.end();
    if (result.end == sim::RunEnd::finished) {
        report(command, scenario, result);
        return exit_ok;
    }
    fmt::print(stderr,
               "azalai: interrupted after {} days. They are in {}\nThe same command with --resume "
               "goes on from there.\n",
               result.days, result.file.string());
    return exit_interrupted;
}

constexpr char const* example =
    "Example:\n"
    "  azalai run configs/mali/mali-2012-2016.toml -o mali.h5 --seed 7 --days 366\n"
    "\n"
    "The scenario's other settings: --set SECTION.KEY=VALUE, as often as needed. Ctrl-C finishes "
    "the day\n"
    "and keeps what was simulated in FILE.part, and a checkpoint; exit code 75. --resume goes on "
    "from it,\n"
    "to the same bytes as a run that was never stopped.";

}  // namespace

void add_run_command(CLI::App& app, std::string const& command_line, int& exit_code) {
    auto command = std::make_shared<RunCommand>();
    command->options.command_line = command_line;
    auto* sub = app.add_subcommand("run", "Run one scenario and write one HDF5 file");
    sub->footer(example);
    sub->add_option("scenario", command->scenario, "Scenario file (TOML)")->required();
    sub->add_option("-o,--output", command->output, "Result file [out/NAME-seedN.h5]")->take_last();
    sub->add_option("--seed", command->options.seed, "All luck of the run, 0 to 2^64 - 1")
        ->take_last()
        ->capture_default_str();
    sub->add_option("--set", command->settings, "Change one setting of the scenario, KEY=VALUE")
        ->type_size(1)
        ->allow_extra_args(false);
    sub->add_option("--days", command->days, "Run only so many days")
        ->take_last()
        ->check(CLI::Range(1U, 100'000U));
    sub->add_option("--threads", command->threads, "Changes the speed, never the results")
        ->take_last()
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    sub->add_option("--checkpoint-every", command->options.checkpoint_every,
                    "Days between two checkpoints; 0: only when interrupted")
        ->take_last()
        ->check(CLI::Range(0U, 100'000U))
        ->capture_default_str();
    sub->add_flag("--resume", command->options.resume,
                  "Go on from the last checkpoint, or begin if there is none");
    sub->add_flag("--force", command->force, "Replace the result file if there is one");
    sub->add_flag("--json", command->json, "Print the outcome as JSON");
    sub->add_flag("--quiet", command->quiet, "Print nothing but errors");
    sub->callback([command, &exit_code] { exit_code = run(*command); });
}

}  // namespace models
