#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "models/app/commands.hpp"
#include "models/app/exit_code.hpp"
#include "models/app/python.hpp"
#include "models/ensemble/ensemble_schema.hpp"
#include "models/recorders/result_format.hpp"
#include "sim/base/check.hpp"
#include "sim/io/part_file.hpp"
#include "sim/io/result_reader.hpp"

namespace models {

namespace {

namespace fs = std::filesystem;

struct ReportCommand {
    std::vector<std::string> files;
    std::string output;
    bool force = false;
};

/// Whether a file is that of a sweep.
/// \throws InputError if it is damaged, or neither a sweep nor a run.
bool is_sweep(std::string const& file) {
    try {
        sim::ResultReader const reader{file, ensemble_identity()};
        return true;
    } catch (sim::InputError const&) {
        sim::ResultReader const reader{file, result_identity()};
        return false;
    }
}

void check(ReportCommand const& command) {
    for (auto const& file : command.files) {
        std::error_code ignored;
        sim::require(!fs::equivalent(file, command.output, ignored),
                     command.output +
                         ": is the result file itself (it would be replaced). Give "
                         "another name with -o.");
        sim::require(!is_sweep(file) || command.files.size() == 1,
                     file + ": is the result of a sweep, and not the only file. Give it alone.");
    }
}

int report(ReportCommand const& command) {
    check(command);
    sim::PartFile page{command.output, command.force ? sim::Overwrite::yes : sim::Overwrite::no};
    std::ofstream{page.part()};  // there, and empty
    std::vector<std::string> arguments{"-o", "-"};
    for (auto const& file : command.files) arguments.push_back(fs::absolute(file).string());
    int const ended = run_python_module("azalai.report", arguments, page.part());
    if (ended != exit_ok) return ended;  // Python has said why
    page.publish();
    fmt::print("{}: report of {} file{}\n", command.output, command.files.size(),
               command.files.size() == 1 ? "" : "s");
    return exit_ok;
}

constexpr char const* example =
    "Several runs of one scenario are shown by their median and the 5th and 95th percentile. The\n"
    "page is made by Python (analysis/azalai), fetches nothing and runs nothing.\n"
    "Example:\n"
    "  azalai report out/mali-2012-2016.h5 -o report.html\n"
    "  azalai report out/interventions/ensemble.h5 -o interventions.html";

}  // namespace

void add_report_command(CLI::App& app, int& exit_code) {
    auto command = std::make_shared<ReportCommand>();
    auto* sub = app.add_subcommand("report", "Write one page with tables, figures and provenance");
    sub->footer(example);
    sub->add_option("files", command->files, "Result files of one scenario, or the one of a sweep")
        ->required();
    sub->add_option("-o,--output", command->output, "HTML file to write")->required()->take_last();
    sub->add_flag("--force", command->force, "Replace the page if it exists");
    sub->callback([command, &exit_code] { exit_code = report(*command); });
}

}  // namespace models
