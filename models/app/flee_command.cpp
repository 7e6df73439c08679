#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/app/commands.hpp"
#include "models/app/flee_households.hpp"
#include "models/app/flee_parameters.hpp"
#include "models/app/flee_report.hpp"
#include "models/flee/out_csv.hpp"
#include "models/flee/result_file.hpp"
#include "models/scenario/flee_scenario.hpp"
#include "sim/base/check.hpp"
#include "sim/config/file_hash.hpp"
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
    std::string parameters;
    std::vector<std::string> settings;
    int threads = sim::threads();
    bool no_capacities = false;
    bool json = false;
    bool force = false;
};

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

flee::Instance load(FleeCommand const& command) {
    flee::InstanceOptions options;
    if (command.hasten > 0) options.hasten = command.hasten;
    if (command.no_capacities) options.capacities = flee::Capacities::none;
    auto instance = flee::load_instance(command.instance, options);
    for (auto const& warning : instance.warnings) {
        fmt::print(stderr, "azalai: warning: {}\n", warning);
    }
    return instance;
}

sim::TomlFile load_parameters(FleeCommand const& command) {
    auto file = command.parameters.empty()
                    ? sim::TomlFile::parse(flee_parameters(), "configs/flee/displacement.toml")
                    : sim::TomlFile::load(command.parameters);
    for (auto const& setting : command.settings) file.apply_override(setting);
    return file;
}

flee::RuleSet rule_set(FleeCommand const& command, Scenario const& scenario) {
    flee::RuleSet rules{.name = command.rules, .text = scenario.resolved_text, .inputs = {}};
    for (auto const& input : scenario.inputs) {
        rules.inputs.push_back({input.path.string(), sim::sha256_of_file(input.path)});
    }
    return rules;
}

void run(FleeCommand const& command) {
    bool const is_ours = command.rules == "azalai";
    sim::require(is_ours || (command.parameters.empty() && command.settings.empty()),
                 "--parameters and --set (need --rules azalai; the rules of Flee take their "
                 "settings from simsetting.yml). Add it, or remove them.");
    sim::set_threads(command.threads);
    check_output(command);
    FleeOutcome outcome{.folder = command.instance,
                        .rules = command.rules,
                        .results = command.output,
                        .has_capacities = !command.no_capacities,
                        .instance = load(command),
                        .runs = {}};
    flee::RuleSet rules;
    Scenario scenario;
    if (is_ours) {
        scenario = flee_scenario(outcome.instance, load_parameters(command));
        rules = rule_set(command, scenario);
    }
    auto const start = std::chrono::steady_clock::now();
    outcome.runs = is_ours ? run_households(outcome.instance, scenario, command.seed, command.seeds)
                           : flee::run_seeds(outcome.instance, command.seed, command.seeds);
    outcome.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();

    auto const overwrite = command.force ? sim::Overwrite::yes : sim::Overwrite::no;
    for (auto const& one : outcome.runs) {
        write_text(csv_path(command, one.seed), flee::out_csv(outcome.instance, one), overwrite);
    }
    flee::write_results(fs::path{command.output} / "flee.h5", overwrite, outcome.instance,
                        outcome.runs, rules, command.command_line);
    fmt::print("{}", command.json ? flee_json(outcome) : flee_text(outcome));
}

constexpr char const* example =
    "Examples:\n"
    "  azalai flee mali2012 -o out/mali2012 --seeds 20 --hasten 10\n"
    "  azalai flee mali2012 -o out/ours --rules azalai --no-capacities --seeds 20\n"
    "\n"
    "Writes out.csv (out-SEED.csv if there are several seeds) as Flee does, and flee.h5 with all "
    "runs.\n"
    "What the instance asks for and this program does not do is named on stderr.";

void add_options(CLI::App& sub, FleeCommand& command) {
    sub.add_option("instance", command.instance, "Folder of the instance")->required();
    sub.add_option("-o,--output", command.output, "Folder for the results")
        ->required()
        ->take_last();
    sub.add_option("--seed", command.seed, "All luck of the first run, 0 to 2^64 - 1")
        ->take_last()
        ->capture_default_str();
    sub.add_option("--seeds", command.seeds, "Runs, each with the next seed")
        ->take_last()
        ->check(CLI::Range(1U, 100'000U))
        ->capture_default_str();
    sub.add_option("--hasten", command.hasten, "People an agent [as the instance says]")
        ->take_last()
        ->check(CLI::Range(1, 1'000'000));
    sub.add_option("--rules", command.rules,
                   "flee: Flee's own; azalai: households, networks, held borders, return")
        ->take_last()
        ->check(CLI::IsMember({"flee", "azalai"}))
        ->capture_default_str();
    sub.add_option("--parameters", command.parameters,
                   "TOML file with the parameters of --rules azalai [built in]")
        ->take_last();
    sub.add_option("--set", command.settings,
                   "Change one of them: displacement.destination.network=5")
        ->type_name("KEY=VALUE");
    sub.add_option("--threads", command.threads, "Changes the speed, never the results")
        ->take_last()
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    sub.add_flag("--no-capacities", command.no_capacities,
                 "Camps without limit: stated capacities are maxima of the data scored on");
    sub.add_flag("--force", command.force, "Replace results that are there");
    sub.add_flag("--json", command.json, "Print the outcome as JSON");
}

}  // namespace

void add_flee_command(CLI::App& app, std::string const& command_line) {
    auto command = std::make_shared<FleeCommand>();
    command->command_line = command_line;
    auto* sub = app.add_subcommand("flee", "Run an instance of Flee 3 and score it");
    sub->footer(example);
    add_options(*sub, *command);
    sub->callback([command] { run(*command); });
}

}  // namespace models
