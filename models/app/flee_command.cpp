#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "models/app/commands.hpp"
#include "models/flee/out_csv.hpp"
#include "models/flee/result_file.hpp"
#include "models/flee/run.hpp"
#include "sim/base/check.hpp"
#include "sim/io/part_file.hpp"
#include "sim/parallel/threads.hpp"

namespace models {

namespace {

namespace fs = std::filesystem;

struct FleeCommand {
    std::string instance;
    std::string output;
    std::string command_line;
    std::uint64_t seed = 1;
    std::uint32_t seeds = 1;
    std::int64_t hasten = 0;
    std::string rules = "flee";
    int threads = sim::threads();
    bool no_capacities = false;
    bool json = false;
    bool force = false;
};

// What is reported of all runs together.
struct Summary {
    double mean = 0.0;
    double deviation = 0.0;  // of one run; 0 for a single run
};

template <class Value>
Summary summarise(std::vector<flee::Run> const& runs, Value const& value) {
    double sum = 0.0;
    for (auto const& run : runs) sum += value(run);
    auto const n = static_cast<double>(runs.size());
    Summary summary{.mean = sum / n};
    double squares = 0.0;
    for (auto const& run : runs) squares += std::pow(value(run) - summary.mean, 2);
    if (runs.size() > 1) summary.deviation = std::sqrt(squares / (n - 1.0));
    return summary;
}

void write_text(fs::path const& path, std::string const& text, sim::Overwrite overwrite) {
    sim::PartFile file{path, overwrite};
    std::ofstream out{file.part(), std::ios::binary};
    out << text;
    out.close();
    if (!out) throw sim::IoError(path.string() + ": cannot be written.");
    file.publish();
}

fs::path csv_path(FleeCommand const& command, std::uint64_t seed) {
    auto const name = command.seeds == 1 ? std::string{"out.csv"} : fmt::format("out-{}.csv", seed);
    return fs::path{command.output} / name;
}

// Refuse before anything is simulated what would be refused at the end.
void check_output(FleeCommand const& command) {
    std::error_code failed;
    fs::create_directories(command.output, failed);
    if (failed) {
        throw sim::IoError(command.output + ": cannot make this folder (" + failed.message() +
                           ").");
    }
    if (command.force) return;
    std::vector<fs::path> files{fs::path{command.output} / "flee.h5"};
    for (std::uint32_t i = 0; i < command.seeds; ++i) {
        files.push_back(csv_path(command, command.seed + i));
    }
    for (auto const& file : files) {
        sim::require(!fs::exists(file), file.string() +
                                            " exists (and would be replaced). Give another folder, "
                                            "or --force.");
    }
}

nlohmann::ordered_json scaled_json(flee::ScaledErrors const& errors) {
    nlohmann::ordered_json all;
    for (std::size_t i = 0; i < errors.size(); ++i) {
        all[flee::naive_names[i]] =
            std::isfinite(errors[i]) ? nlohmann::ordered_json(errors[i]) : nlohmann::ordered_json();
    }
    return all;
}

void print_json(FleeCommand const& command, flee::Instance const& instance,
                std::vector<flee::Run> const& runs, double seconds) {
    using Json = nlohmann::ordered_json;
    Json list = Json::array();
    for (auto const& run : runs) {
        Json camps;
        for (std::size_t i = 0; i < instance.camps.size(); ++i) {
            auto const& camp = run.errors.camps[i];
            camps[instance.places.name[instance.camps[i]]] = {
                {"simulated", run.camps[run.camps.size() - instance.camps.size() + i]},
                {"documented", instance.documented(instance.days - 1, i)},
                {"mean_difference", camp.difference},
                {"mean_difference_rescaled", camp.difference_rescaled},
                {"mean_ratio_difference", camp.ratio_difference},
                {"mean_absolute_scaled_error", scaled_json(camp.scaled)}};
        }
        list.push_back({{"seed", run.seed},
                        {"error", run.errors.normal},
                        {"error_rescaled", run.errors.rescaled},
                        {"mean_absolute_scaled_error", scaled_json(run.errors.scaled)},
                        {"agents", run.agents.back()},
                        {"agent_days", run.work.agent_days},
                        {"decisions", run.work.decisions},
                        {"departures", run.work.departures},
                        {"camps_last_day", camps}});
    }
    auto const normal = summarise(runs, [](auto const& run) { return run.errors.normal; });
    auto const rescaled = summarise(runs, [](auto const& run) { return run.errors.rescaled; });
    Json const all{{"instance", command.instance},
                   {"rules", command.rules},
                   {"days", instance.days},
                   {"hasten", instance.settings.hasten},
                   {"capacities", !command.no_capacities},
                   {"error", {{"mean", normal.mean}, {"sd", normal.deviation}}},
                   {"error_rescaled", {{"mean", rescaled.mean}, {"sd", rescaled.deviation}}},
                   {"seconds", seconds},
                   {"runs", list}};
    fmt::print("{}\n", all.dump(2, ' ', false, Json::error_handler_t::replace));
}

void print_text(FleeCommand const& command, flee::Instance const& instance,
                std::vector<flee::Run> const& runs, double seconds) {
    fmt::print("{}: {} days, {} people an agent, rules {}, seeds {} to {}{}\n\n", command.instance,
               instance.days, instance.settings.hasten, command.rules, runs.front().seed,
               runs.back().seed, command.no_capacities ? ", capacities removed" : "");
    fmt::print("{:<24} {:>12} {:>12}\n", "camp, last day", "simulated", "documented");
    for (std::size_t i = 0; i < instance.camps.size(); ++i) {
        auto const at_end = [&](flee::Run const& run) {
            return run.counts(instance).at(instance.days - 1, i);
        };
        fmt::print("{:<24} {:>12.1f} {:>12}\n", instance.places.name[instance.camps[i]],
                   summarise(runs, at_end).mean, instance.documented(instance.days - 1, i));
    }
    auto const line = [](std::string const& label, Summary const& summary) {
        fmt::print("{:<40} {:.4f}{}\n", label, summary.mean,
                   summary.deviation > 0.0 ? fmt::format("  sd {:.4f}", summary.deviation) : "");
    };
    fmt::print("\n");
    line("averaged relative difference",
         summarise(runs, [](auto const& run) { return run.errors.normal; }));
    line("averaged relative difference, rescaled",
         summarise(runs, [](auto const& run) { return run.errors.rescaled; }));
    for (std::size_t i = 0; i < flee::naive_names.size(); ++i) {
        line(fmt::format("mean absolute scaled error, {}", flee::naive_names[i]),
             summarise(runs, [i](auto const& run) { return run.errors.scaled[i]; }));
    }
    auto const agent_days =
        summarise(runs, [](auto const& run) { return static_cast<double>(run.work.agent_days); })
            .mean *
        static_cast<double>(runs.size());
    fmt::print("\n{:.3g} agent-days in {:.3f} s of simulation: {:.3g} a second\nResults: {}\n",
               agent_days, seconds, agent_days / seconds, command.output);
}

void run(FleeCommand const& command) {
    sim::set_threads(command.threads);
    check_output(command);
    flee::InstanceOptions options;
    if (command.hasten > 0) options.hasten = command.hasten;
    if (command.no_capacities) options.capacities = flee::Capacities::none;
    auto const instance = flee::load_instance(command.instance, options);
    for (auto const& warning : instance.warnings) {
        fmt::print(stderr, "azalai: warning: {}\n", warning);
    }
    auto const start = std::chrono::steady_clock::now();
    auto const runs = flee::run_seeds(instance, command.seed, command.seeds);
    std::chrono::duration<double> const seconds = std::chrono::steady_clock::now() - start;

    auto const overwrite = command.force ? sim::Overwrite::yes : sim::Overwrite::no;
    for (auto const& one : runs) {
        write_text(csv_path(command, one.seed), flee::out_csv(instance, one), overwrite);
    }
    flee::write_results(fs::path{command.output} / "flee.h5", overwrite, instance, runs,
                        command.command_line);
    command.json ? print_json(command, instance, runs, seconds.count())
                 : print_text(command, instance, runs, seconds.count());
}

constexpr char const* example =
    "Example:\n"
    "  azalai flee mali2012 -o out/mali2012 --seeds 20 --hasten 10\n"
    "\n"
    "Writes out.csv (out-SEED.csv if there are several seeds) as Flee does, and flee.h5 with all "
    "runs.\n"
    "What the instance asks for and this program does not do is named on stderr.";

}  // namespace

void add_flee_command(CLI::App& app, std::string const& command_line) {
    auto command = std::make_shared<FleeCommand>();
    command->command_line = command_line;
    auto* sub = app.add_subcommand("flee", "Run an instance of Flee 3 and score it");
    sub->footer(example);
    sub->add_option("instance", command->instance, "Folder of the instance")->required();
    sub->add_option("-o,--output", command->output, "Folder for the results")
        ->required()
        ->take_last();
    sub->add_option("--seed", command->seed, "All luck of the first run, 0 to 2^64 - 1")
        ->take_last()
        ->capture_default_str();
    sub->add_option("--seeds", command->seeds, "Runs, each with the next seed")
        ->take_last()
        ->check(CLI::Range(1U, 100'000U))
        ->capture_default_str();
    sub->add_option("--hasten", command->hasten, "People an agent [as the instance says]")
        ->take_last()
        ->check(CLI::Range(1, 1'000'000));
    sub->add_option("--rules", command->rules, "Rule set: flee")
        ->take_last()
        ->check(CLI::IsMember({"flee"}))
        ->capture_default_str();
    sub->add_option("--threads", command->threads, "Changes the speed, never the results")
        ->take_last()
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    sub->add_flag("--no-capacities", command->no_capacities,
                  "Camps without limit: stated capacities are maxima of the data scored on");
    sub->add_flag("--force", command->force, "Replace results that are there");
    sub->add_flag("--json", command->json, "Print the outcome as JSON");
    sub->callback([command] { run(*command); });
}

}  // namespace models
