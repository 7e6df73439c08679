#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "models/app/commands.hpp"
#include "models/checkpoint/run_checkpoint.hpp"
#include "models/ensemble/ensemble_schema.hpp"
#include "models/recorders/result_format.hpp"
#include "sim/base/check.hpp"
#include "sim/io/provenance.hpp"
#include "sim/io/result_reader.hpp"

namespace models {

namespace {

struct InfoCommand {
    std::string file;
    bool json = false;
};

// The result of a run or of a sweep, or a checkpoint. What is none of them is told as no result.
sim::ResultReader open(std::string const& file) {
    std::string complaint;
    for (auto const& identity : {result_identity(), ensemble_identity(), checkpoint_identity()}) {
        try {
            return {file, identity};
        } catch (sim::InputError const& error) {
            if (complaint.empty()) complaint = error.what();
        }
    }
    throw sim::InputError(complaint);
}

std::string shape_text(sim::DatasetDescription const& dataset) {
    std::string text;
    for (std::size_t i = 0; i < dataset.shape.size(); ++i) {
        text += fmt::format("{}{} {}", i == 0 ? "" : ", ", dataset.dimensions[i], dataset.shape[i]);
    }
    return text;
}

void print_text(sim::ResultReader const& reader) {
    auto const made = sim::read_provenance(reader);
    fmt::print("{}: {}\n", reader.path(), reader.attribute("/", "title"));
    auto const line = [](char const* label, std::string const& value) {
        fmt::print("  {:<10} {}\n", label, value);
    };
    line("format", fmt::format("{} {}.{}", reader.identity().type, reader.identity().major,
                               reader.identity().minor));
    line("complete", reader.is_complete() ? "yes" : "no: what a stopped run left behind");
    line("program", fmt::format("{} {} ({}), {}, {}", made.program, made.build.version,
                                made.build.commit, made.build.compiler, made.build.type));
    line("seed", std::to_string(made.seed));
    line("started", made.this_run.started);
    line("host", fmt::format("{}, {} threads", made.this_run.host, made.this_run.threads));
    line("command", made.this_run.command_line);
    fmt::print("inputs\n");
    for (auto const& input : made.inputs) {
        fmt::print("  {}  {}\n", input.sha256.substr(0, 12), input.path);
    }
    fmt::print("datasets\n");
    for (auto const& dataset : reader.datasets()) {
        fmt::print("  {:<28} {:<8} {:<24} {}\n", dataset.path, dataset.type, shape_text(dataset),
                   dataset.long_name);
    }
}

void print_json(sim::ResultReader const& reader) {
    using Json = nlohmann::ordered_json;
    auto const made = sim::read_provenance(reader);
    Json inputs = Json::array();
    for (auto const& input : made.inputs) {
        inputs.push_back({{"path", input.path}, {"sha256", input.sha256}});
    }
    Json datasets = Json::array();
    for (auto const& one : reader.datasets()) {
        datasets.push_back({{"path", one.path},
                            {"type", one.type},
                            {"shape", one.shape},
                            {"dimensions", one.dimensions},
                            {"units", one.units},
                            {"long_name", one.long_name}});
    }
    Json const all{{"file", reader.path()},
                   {"title", reader.attribute("/", "title")},
                   {"file_type", reader.identity().type},
                   {"format_version", {reader.identity().major, reader.identity().minor}},
                   {"is_complete", reader.is_complete()},
                   {"program", made.program},
                   {"version", made.build.version},
                   {"commit", made.build.commit},
                   {"compiler", made.build.compiler},
                   {"seed", made.seed},
                   {"started", made.this_run.started},
                   {"host", made.this_run.host},
                   {"threads", made.this_run.threads},
                   {"command_line", made.this_run.command_line},
                   {"inputs", inputs},
                   {"datasets", datasets}};
    fmt::print("{}\n", all.dump(2, ' ', false, Json::error_handler_t::replace));
}

constexpr char const* example =
    "Example:\n"
    "  azalai info out/mali-2012-2016.h5";

}  // namespace

void add_info_command(CLI::App& app) {
    auto command = std::make_shared<InfoCommand>();
    auto* sub = app.add_subcommand("info", "Say what a result file is and what is in it");
    sub->footer(example);
    sub->add_option("file", command->file,
                    "Result file of a run or a sweep, the .part of a stopped run, or a checkpoint")
        ->required();
    sub->add_flag("--json", command->json, "Print it as JSON");
    sub->callback([command] {
        auto const reader = open(command->file);
        command->json ? print_json(reader) : print_text(reader);
    });
}

}  // namespace models
