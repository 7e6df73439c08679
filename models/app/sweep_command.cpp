#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "models/app/commands.hpp"
#include "models/app/exit_code.hpp"
#include "models/app/interrupt.hpp"
#include "models/app/output_folder.hpp"
#include "models/app/sweep.hpp"
#include "models/app/sweep_progress.hpp"
#include "models/app/sweep_ranks.hpp"
#include "models/ensemble/comparison.hpp"
#include "sim/base/check.hpp"
#include "sim/ensemble/mpi_launch.hpp"
#include "sim/io/result_reader.hpp"
#include "sim/parallel/threads.hpp"

namespace models {

namespace {

using Json = nlohmann::ordered_json;

struct SweepCommand {
    std::string design;
    std::string shard = "0/1";
    std::string mpi = "auto";
    SweepOptions options;
    std::string output;
    double precision = 0.1;  // our choice: a tenth of the baseline's mean
    bool summary = false;
    bool dry_run = false;
    bool json = false;
    bool quiet = false;
};

std::string to_text(Json const& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

Json interval_json(sim::MeanInterval const& interval) {
    Json json{{"mean", interval.mean}, {"count", interval.count}, {"variance", interval.variance}};
    if (interval.count >= 2) {
        json["low"] = interval.low();
        json["high"] = interval.high();
    }
    return json;
}

Json comparison_json(std::vector<ScenarioComparison> const& scenarios) {
    Json all = Json::array();
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        Json quantities = Json::array();
        for (auto const& one : scenarios[i].quantities) {
            Json json{{"quantity", one.quantity}, {"mean", interval_json(one.scenario)}};
            if (i > 0) {
                json["difference"] = interval_json(one.paired.difference);
                json["variance_ratio"] =
                    one.paired.variance_ratio ? Json(*one.paired.variance_ratio) : Json(nullptr);
            }
            json["wanted_half_width"] = one.wanted_half_width;
            json[i > 0 ? "pairs_needed" : "runs_needed"] =
                one.pairs_needed ? Json(*one.pairs_needed) : Json(nullptr);
            quantities.push_back(std::move(json));
        }
        all.push_back({{"scenario", scenarios[i].scenario},
                       {"is_baseline", i == 0},
                       {"runs", scenarios[i].runs},
                       {"pairs", scenarios[i].pairs},
                       {"quantities", std::move(quantities)}});
    }
    return all;
}

void add_summary(std::filesystem::path const& file, SweepCommand const& command, Json& json) {
    sim::ResultReader const reader{file, ensemble_identity()};
    auto const scenarios = compare_scenarios(reader, command.precision);
    if (command.json) {
        json["confidence"] = sim::usual_confidence;
        json["interval"] = "student_t";
        json["precision"] = command.precision;
        json["scenarios"] = comparison_json(scenarios);
    } else {
        fmt::print("{}", comparison_text(scenarios, command.precision));
    }
}

/// What will be run, the time and the disk it takes; refuses if the disk is too small.
void show_plan(Study const& study, SweepCommand const& command, std::uint64_t missing,
               std::uint64_t first_row, Json& json) {
    auto const cores = share_cores(command.options.cores, missing);
    double const bytes =
        ensemble_file_bytes + expected_run_bytes(study) * static_cast<double>(missing);
    double seconds = 0.0;
    if (missing > 0 && !command.quiet) {
        seconds = measured_run_seconds(study, first_row) * static_cast<double>(missing) /
                  command.options.cores;
    }
    json["runs"] = study.manifest().size();
    json["runs_to_do"] = missing;
    json["jobs"] = cores.jobs;
    json["threads_per_run"] = cores.threads;
    json["expected_seconds"] = seconds;
    json["expected_bytes"] = bytes;
    if (!command.quiet) {
        fmt::print(stderr, "{}: {}\n", study.design().name, plan_text(study));
        fmt::print(stderr,
                   "to do: {} runs, {} side by side with {} thread{} each; about {}, about {} on "
                   "the disk\n",
                   missing, cores.jobs, cores.threads, cores.threads == 1 ? "" : "s",
                   duration_text(seconds), size_text(bytes));
    }
    std::error_code failed;
    auto folder = std::filesystem::absolute(command.options.folder, failed);
    while (!folder.empty() && !std::filesystem::exists(folder)) folder = folder.parent_path();
    auto const space = std::filesystem::space(folder, failed);
    if (!failed && static_cast<double>(space.available) < bytes) {
        throw sim::IoError(command.options.folder.string() + ": the disk has only " +
                           size_text(static_cast<double>(space.available)) +
                           " left, the sweep may "
                           "need " +
                           size_text(bytes) + ". Free some, or choose another place.");
    }
}

int interrupted(SweepPart const& part) {
    fmt::print(stderr,
               "azalai: interrupted: {} runs are kept, {} are missing. The same command with "
               "--resume goes on.\n",
               part.rows().end - part.rows().first - part.missing().size(), part.missing().size());
    return exit_interrupted;
}

int do_runs(Study const& study, SweepCommand const& command, Json& json) {
    // Before anything is made or replaced.
    study.check(sim::rows_of(command.options.shard, study.manifest().size()),
                command.options.cores);
    SweepPart part{study, command.options};
    if (part.is_complete()) {
        json["file"] = part.file().string();
        if (!command.quiet && !command.json) {
            fmt::print("{} is complete: nothing to do.\n", part.file().string());
        }
        return exit_ok;
    }
    take_over_rank_journals(study, command.options, part, journal_access(command.options));
    auto const missing = part.missing();
    auto const all = part.rows().end - part.rows().first;
    show_plan(study, command, missing.size(), missing.empty() ? part.rows().first : missing.front(),
              json);
    if (part.dropped_bytes() > 0) {
        fmt::print(stderr,
                   "azalai: the last {} bytes of the journal were no whole result; their "
                   "runs are done again.\n",
                   part.dropped_bytes());
    }
    auto const cores = share_cores(command.options.cores, missing.size());
    SweepProgress progress{command.quiet ? nullptr : stderr, all - missing.size(), all};
    sim::run_locally(
        missing, cores.jobs, [&](std::uint64_t row) { return run_row(study, row, cores.threads); },
        [&](std::uint64_t row, std::string const& bytes) {
            part.deliver(row, bytes);
            progress.add_run();
        },
        is_interrupted);
    progress.end();
    if (!part.missing().empty()) return interrupted(part);
    part.finish();
    json["seconds"] = progress.seconds();
    json["file"] = part.file().string();
    if (!command.json && !command.quiet) {
        fmt::print("{} runs in {}\nResults: {}\n", progress.here(),
                   duration_text(progress.seconds()), part.file().string());
    }
    return exit_ok;
}

/// Whether this process is to be a rank of an MPI job.
bool is_over_ranks(SweepCommand const& command) {
    if (command.mpi != "auto" || command.dry_run) return command.mpi == "on" && !command.dry_run;
    auto const launch = sim::mpi_launch();
    return launch && launch->ranks.value_or(2) > 1;
}

/// What the first rank shows while all work.
class RanksView {
  public:
    RanksView(SweepCommand const& command, Study const& study, int ranks)
        : command_{command}, study_{study}, ranks_{ranks} {}

    [[nodiscard]] RanksProgress callbacks() {
        return {.begin = [this](std::uint64_t rows) { begin(rows); },
                .finished = [this](std::uint64_t) { progress_->add_run(); }};
    }

    void end() {
        if (progress_) progress_->end();
    }

    [[nodiscard]] double seconds() const { return progress_ ? progress_->seconds() : 0.0; }

  private:
    void begin(std::uint64_t rows) {
        auto const part = sim::rows_of(command_.options.shard, study_.manifest().size());
        auto const all = part.end - part.first;
        progress_.emplace(command_.quiet ? nullptr : stderr, all - rows, all);
        if (command_.quiet) return;
        fmt::print(stderr, "{}: {}\nto do: {} runs over {} ranks\n", study_.design().name,
                   plan_text(study_), rows, ranks_);
    }

    SweepCommand const& command_;
    Study const& study_;
    int ranks_;
    std::optional<SweepProgress> progress_;
};

/// Run over the ranks of an MPI job. \return The exit code on the first rank, nothing elsewhere if
///         there is no more to do.
std::optional<int> do_ranks(SweepCommand command, Json& json, int& exit_of_others) {
    command.options.cores = 1;
    sim::MpiWork mpi;
    std::optional<Study> study;
    auto const read = [&] {
        study.emplace(command.design);
        if (mpi.rank() == 0) {
            study->check(sim::rows_of(command.options.shard, study->manifest().size()), 1);
        }
    };
    // The rank that failed says why, and its exit code becomes that of the job.
    if (!mpi.together(read)) return std::nullopt;
    catch_interrupts();
    RanksView view{command, *study, mpi.ranks()};
    auto const end =
        sweep_over_ranks(mpi, *study, command.options,
                         mpi.rank() == 0 ? view.callbacks() : RanksProgress{}, is_interrupted);
    view.end();
    if (end == sim::WorkEnd::stopped) exit_of_others = exit_interrupted;
    if (mpi.rank() != 0 || end == sim::WorkEnd::failed) return std::nullopt;
    if (end == sim::WorkEnd::stopped) {
        fmt::print(stderr,
                   "azalai: interrupted. All finished runs are kept; the same command with "
                   "--resume goes on.\n");
        return exit_interrupted;
    }
    auto const file = file_of(command.options);
    json["runs"] = study->manifest().size();
    json["ranks"] = mpi.ranks();
    json["seconds"] = view.seconds();
    json["file"] = file.string();
    if (!command.json && !command.quiet) fmt::print("Results: {}\n", file.string());
    return exit_ok;
}

int sweep(SweepCommand command) {
    command.options.shard = sim::parse_shard(command.shard);
    command.options.folder = command.output;
    auto const joined = command.options.folder / "ensemble.h5";
    Json json;
    int code = exit_ok;
    bool const only_summary = command.summary && !command.options.force &&
                              command.options.shard == sim::Shard{} &&
                              std::filesystem::exists(joined);
    if (!only_summary && is_over_ranks(command)) {
        int exit_of_others = exit_ok;
        auto const first = do_ranks(command, json, exit_of_others);
        if (!first) return exit_of_others;
        code = *first;
    } else if (!only_summary) {
        Study const study{command.design};
        if (command.dry_run) {
            auto const rows = sim::rows_of(command.options.shard, study.manifest().size());
            study.check(rows, command.options.cores);
            show_plan(study, command, rows.end - rows.first, rows.first, json);
        } else {
            catch_interrupts();
            code = do_runs(study, command, json);
        }
    }
    bool const has_summary = command.summary && !command.dry_run && code == exit_ok;
    if (has_summary) {
        sim::require(std::filesystem::exists(joined),
                     joined.string() + ": is not there yet. Run all shards, then azalai join " +
                         command.output + ".");
        add_summary(joined, command, json);
    }
    if (command.json && code == exit_ok) fmt::print("{}\n", to_text(json));
    return code;
}

constexpr char const* sweep_example =
    "Example:\n"
    "  azalai sweep configs/studies/interventions.toml -o out/interventions --summary\n"
    "\n"
    "On a cluster each task of an array does one part, and a last one joins them:\n"
    "  azalai sweep DESIGN.toml -o DIR --resume --shard ${SLURM_ARRAY_TASK_ID}/8    (0/8 to 7/8)\n"
    "  azalai join DIR\n"
    "or all ranks of an MPI job do it together: mpirun -n 64 azalai sweep DESIGN.toml -o DIR "
    "--resume\n"
    "Ctrl-C finishes the runs that are under way and keeps all results; exit code 75. --resume "
    "goes "
    "on.";

struct JoinCommand {
    std::string folder;
    bool partial = false;
    bool force = false;
    bool json = false;
};

int join(JoinCommand const& command, std::string const& command_line) {
    auto const report =
        join_parts(command.folder, command.partial,
                   command.force ? sim::Overwrite::yes : sim::Overwrite::no, command_line);
    if (command.json) {
        Json const json{{"parts", report.parts},
                        {"missing", report.missing},
                        {"runs", report.runs},
                        {"file", report.file.string()}};
        fmt::print("{}\n", to_text(json));
    }
    if (!report.missing.empty()) {
        fmt::print(stderr, "azalai: {}: {} of {} parts are missing:\n", command.folder,
                   report.missing.size(), report.parts);
        for (auto const& one : report.missing) fmt::print(stderr, "  {}\n", one);
    }
    if (report.file.empty()) {
        fmt::print(stderr, "Run them with azalai sweep --resume --shard I/{}{}.\n", report.parts,
                   command.partial ? "" : ", or join what is there with --partial");
        return exit_input;
    }
    if (!command.json) fmt::print("{} runs joined: {}\n", report.runs, report.file.string());
    return exit_ok;
}

constexpr char const* join_example =
    "Example:\n"
    "  azalai join out/interventions";

}  // namespace

void add_sweep_command(CLI::App& app, std::string const& command_line, int& exit_code) {
    auto command = std::make_shared<SweepCommand>();
    command->options.command_line = command_line;
    command->options.cores = sim::threads();
    auto* sub = app.add_subcommand("sweep", "Run all runs of a design, here or a part of them");
    sub->footer(sweep_example);
    sub->add_option("design", command->design, "Design file (TOML)")->required();
    sub->add_option("-o,--output", command->output, "Folder of the results")
        ->required()
        ->take_last();
    sub->add_option("--jobs", command->options.cores,
                    "Cores to use; runs side by side, and threads inside them if runs are few")
        ->take_last()
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    sub->add_option("--shard", command->shard, "Do part I of N only, I from 0 to N-1")
        ->take_last()
        ->type_name("I/N");
    sub->add_option("--mpi", command->mpi,
                    "Whether this is a rank of an MPI job, one run at a time on each: auto (if "
                    "mpirun or srun --mpi started it), on or off")
        ->take_last()
        ->check(CLI::IsMember({"auto", "on", "off"}))
        ->capture_default_str();
    sub->add_flag("--resume", command->options.resume,
                  "Do what is missing, or begin if nothing is there");
    sub->add_flag("--force", command->options.force, "Replace the results that are there");
    sub->add_flag("--summary", command->summary,
                  "Compare the scenarios; runs nothing if the results are there");
    sub->add_option("--precision", command->precision,
                    "Wanted half-width of intervals, as a share of the baseline's mean")
        ->take_last()
        ->check(CLI::Range(1e-6, 10.0))
        ->capture_default_str();
    sub->add_flag("--dry-run", command->dry_run, "Check everything and say what would be run");
    sub->add_flag("--json", command->json, "Print the outcome as JSON");
    sub->add_flag("--quiet", command->quiet, "Print nothing but results and errors");
    sub->callback([command, &exit_code] { exit_code = sweep(*command); });
}

void add_join_command(CLI::App& app, std::string const& command_line, int& exit_code) {
    auto command = std::make_shared<JoinCommand>();
    auto* sub = app.add_subcommand("join", "Copy the parts of a sweep into one file");
    sub->footer(join_example);
    sub->add_option("folder", command->folder, "Folder of azalai sweep --shard")->required();
    sub->add_flag("--partial", command->partial, "Join what is there even if parts are missing");
    sub->add_flag("--force", command->force, "Replace ensemble.h5 if it is there");
    sub->add_flag("--json", command->json, "Print the outcome as JSON");
    sub->callback(
        [command, command_line, &exit_code] { exit_code = join(*command, command_line); });
}

}  // namespace models
