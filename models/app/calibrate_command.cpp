#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "models/app/calibration_plan.hpp"
#include "models/app/calibration_progress.hpp"
#include "models/app/calibration_runs.hpp"
#include "models/app/commands.hpp"
#include "models/app/exit_code.hpp"
#include "models/app/interrupt.hpp"
#include "models/calibration/check_priors.hpp"
#include "models/calibration/phases.hpp"
#include "sim/base/check.hpp"
#include "sim/ensemble/mpi_launch.hpp"
#include "sim/parallel/threads.hpp"

namespace models {

namespace {

using Json = nlohmann::ordered_json;

struct CalibrateCommand {
    std::string study;
    std::string output;
    std::string shard = "0/1";
    std::string mpi = "auto";
    std::string phase = "report";
    CalibrationOptions options;
    bool dry_run = false;
    bool json = false;
};

/// A study and its scenario, read and checked.
struct Loaded {
    CalibrationStudy study;
    ScenarioFamily scenario;

    explicit Loaded(std::string const& path)
        : study{read_calibration_study(path)}, scenario{study.scenario, study.settings} {
        check_priors(study, scenario);
    }
};

CalibrationPhase phase_of(std::string const& name) {
    auto const found = std::ranges::find(phase_names, name);
    return static_cast<CalibrationPhase>(found - phase_names.begin());
}

int show_plan(CalibrateCommand const& command, Loaded const& loaded, Json& json) {
    sim::set_threads(1);
    auto const plan = plan_of(loaded.study, loaded.scenario);
    if (!command.json) {
        fmt::print("{}", plan_text(loaded.study.name, plan));
        return exit_ok;
    }
    json["study"] = loaded.study.name;
    json["parameters"] = plan.parameters;
    json["targets"] = plan.targets;
    json["left_out"] = plan.left_out;
    json["phases"] = Json::array();
    for (auto const& one : plan.phases) {
        json["phases"].push_back({{"phase", one.phase}, {"most_runs", one.most_runs}});
    }
    json["most_runs"] = plan.most_runs;
    json["seconds_per_run"] = plan.seconds_per_run;
    json["most_core_hours"] = plan.seconds_per_run * static_cast<double>(plan.most_runs) / 3600.0;
    return exit_ok;
}

CalibrationSink sink_of(CalibrationFolder const& folder, CalibrationCosts& costs,
                        CalibrationProgress& progress) {
    auto shown = std::make_shared<std::size_t>(0);
    CalibrationSink sink;
    sink.keep = [&folder, &costs, &progress, shown](std::string const& name,
                                                    std::string const& text) {
        folder.keep(name, text);
        if (name != "log.txt") return;
        auto const line = text.substr(std::min(*shown, text.size()));
        *shown = text.size();
        progress.say(line.substr(0, line.find_last_not_of('\n') + 1));
        folder.replace("costs.csv", costs.csv());
    };
    sink.recall = [&folder](std::string const& name, std::string const& from) {
        return folder.recall(name, from);
    };
    sink.remember = [&folder](std::string const& name, std::string const& from,
                              std::string const& bytes) { folder.remember(name, from, bytes); };
    sink.announce = [&costs, &progress](std::string const& phase, std::string const& what) {
        costs.begin(phase);
        progress.announce(what);
    };
    return sink;
}

int do_study(CalibrateCommand const& command, Loaded const& loaded, sim::MpiWork* mpi, Json& json) {
    int const rank = mpi == nullptr ? 0 : mpi->rank();
    std::optional<CalibrationFolder> folder;
    std::optional<CalibrationRuns> runs;
    auto const open_folder = [&] { folder.emplace(loaded.study, command.options, rank); };
    auto const open_runs = [&] {
        runs.emplace(loaded.scenario, keys_of(loaded.study),
                     runs_identity(loaded.study, loaded.scenario.base()), *folder, mpi);
    };
    if (mpi == nullptr) {
        open_folder();
        open_runs();
    } else if (!mpi->together(open_folder) || !mpi->together(open_runs)) {
        return exit_ok;  // the rank that failed says why
    }
    bool const is_shown = rank == 0 && !command.options.quiet;
    CalibrationCosts costs;
    CalibrationProgress progress{is_shown ? stderr : nullptr};
    runs->progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
    runs->should_stop = is_interrupted;
    MakeRuns const make = [&](std::span<RunRequest const> requests) {
        auto records = runs->make(requests);
        costs.add_runs(requests.size(), runs->seconds_of_last());
        return records;
    };
    CalibrationDesk desk{loaded.study, loaded.scenario.base(), make,
                         sink_of(*folder, costs, progress)};
    try {
        calibrate(desk, phase_of(command.phase));
    } catch (CalibrationStopped const& stopped) {
        progress.end();
        if (rank == 0) {
            fmt::print(stderr,
                       "azalai: {}. All finished runs are kept; the same command with --resume "
                       "goes on.\n",
                       stopped.why);
        }
        return exit_interrupted;
    }
    costs.end();
    folder->replace("costs.csv", costs.csv());
    progress.end();
    if (rank != 0) return exit_ok;
    json["study"] = loaded.study.name;
    json["folder"] = command.output;
    json["parameters"] = loaded.study.parameters.size();
    json["targets"] = desk.targets().targets.size();
    json["runs"] = desk.runs().size();
    json["runs_made_here"] = runs->made_here();
    json["failed_runs"] = desk.failed();
    json["core_hours"] = costs.core_hours();
    json["phases"] = Json::array();
    for (auto const& [phase, cost] : costs.by_phase()) {
        json["phases"].push_back({{"phase", phase},
                                  {"runs", cost.runs},
                                  {"core_seconds", cost.core_seconds},
                                  {"seconds", cost.seconds_here}});
    }
    if (!command.json && !command.options.quiet) {
        fmt::print("{} runs, {:.2f} core hours\nResults: {}\n", desk.runs().size(),
                   costs.core_hours(), (folder->options().folder / "report.md").string());
    }
    return exit_ok;
}

bool is_over_ranks(CalibrateCommand const& command) {
    if (command.mpi != "auto" || command.dry_run) return command.mpi == "on" && !command.dry_run;
    auto const launch = sim::mpi_launch();
    return launch && launch->ranks.value_or(2) > 1;
}

int calibrate_over_ranks(CalibrateCommand command, Json& json) {
    command.options.cores = 1;
    sim::set_threads(1);
    sim::MpiWork mpi;
    std::optional<Loaded> loaded;
    if (!mpi.together([&] { loaded.emplace(command.study); })) return exit_ok;
    catch_interrupts();
    int const code = do_study(command, *loaded, &mpi, json);
    if (mpi.rank() != 0) json.clear();
    return code;
}

int run_command(CalibrateCommand command) {
    command.options.shard = sim::parse_shard(command.shard);
    command.options.folder = command.output;
    Json json;
    int code = exit_ok;
    if (is_over_ranks(command)) {
        code = calibrate_over_ranks(command, json);
    } else {
        Loaded const loaded{command.study};
        if (command.dry_run) {
            code = show_plan(command, loaded, json);
        } else {
            catch_interrupts();
            sim::set_threads(command.options.cores);
            code = do_study(command, loaded, nullptr, json);
        }
    }
    if (command.json && code == exit_ok && !json.empty()) {
        fmt::print("{}\n", json.dump(2, ' ', false, Json::error_handler_t::replace));
    }
    return code;
}

constexpr char const* calibrate_example =
    "Example:\n"
    "  azalai calibrate configs/studies/calibration-smoke.toml -o out/calibration\n"
    "\n"
    "On a cluster each task of an array does its share of every batch, all at the same time:\n"
    "  azalai calibrate STUDY.toml -o DIR --resume --shard ${SLURM_ARRAY_TASK_ID}/8    (0/8 to "
    "7/8)\n"
    "or all ranks of an MPI job: mpirun -n 64 azalai calibrate STUDY.toml -o DIR --resume\n"
    "Ctrl-C finishes the runs that are under way and keeps all; exit code 75. --resume goes on to\n"
    "the same results. --resume --force begins a changed study anew with the runs that are there.";

}  // namespace

void add_calibrate_command(CLI::App& app, int& exit_code) {
    auto command = std::make_shared<CalibrateCommand>();
    command->options.cores = sim::threads();
    auto* sub = app.add_subcommand("calibrate", "Find settings that fit the documented figures");
    sub->footer(calibrate_example);
    sub->add_option("study", command->study, "Study file (TOML)")->required();
    sub->add_option("-o,--output", command->output, "Folder of the results")
        ->required()
        ->take_last();
    sub->add_option("--jobs", command->options.cores, "Cores to use; never changes the results")
        ->take_last()
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    sub->add_option("--shard", command->shard, "Do share I of N of every batch, I from 0 to N-1")
        ->take_last()
        ->type_name("I/N");
    sub->add_option("--wait", command->options.patience,
                    "Longest wait for the runs of other shards [s]; then it ends with 75")
        ->take_last()
        ->check(CLI::Range(1.0, 1e7))
        ->capture_default_str();
    sub->add_option("--mpi", command->mpi,
                    "Whether this is a rank of an MPI job: auto (if mpirun or srun --mpi started "
                    "it), on or off")
        ->take_last()
        ->check(CLI::IsMember({"auto", "on", "off"}))
        ->capture_default_str();
    sub->add_option("--phase", command->phase, "End after this phase")
        ->take_last()
        ->check(CLI::IsMember(std::vector<std::string>(phase_names.begin(), phase_names.end())))
        ->capture_default_str();
    sub->add_flag("--resume", command->options.resume,
                  "Go on, or begin if nothing is there; finished runs are kept");
    sub->add_flag("--force", command->options.force,
                  "Replace the results that are there; with --resume, keep the finished runs");
    sub->add_flag("--dry-run", command->dry_run,
                  "Check everything, make one run, and say what would be run");
    sub->add_flag("--json", command->json, "Print the outcome as JSON");
    sub->add_flag("--quiet", command->options.quiet, "Print nothing but results and errors");
    sub->callback([command, &exit_code] { exit_code = run_command(*command); });
}

}  // namespace models
