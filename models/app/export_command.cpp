#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/app/commands.hpp"
#include "models/app/text_output.hpp"
#include "models/exchange/acled_writer.hpp"
#include "models/exchange/dataset_writer.hpp"
#include "models/exchange/report_reader.hpp"
#include "models/exchange/ucdp_writer.hpp"
#include "models/exchange/views_writer.hpp"
#include "models/recorders/result_format.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

struct ExportCommand {
    std::vector<std::string> files;
    std::string format;
    std::string output;
    std::optional<std::string> codes;
    std::optional<std::string> dataset;
    std::optional<std::string> unit;
    std::optional<std::vector<std::string>> outcomes;
    std::optional<std::int32_t> country;
    bool force = false;
};

sim::ResultReader open(std::string const& file) {
    return {file, result_identity()};
}

TextOutput open_output(ExportCommand const& command) {
    for (auto const& file : command.files) {
        std::error_code ignored;
        sim::require(!std::filesystem::equivalent(file, command.output, ignored),
                     command.output +
                         ": is the result file itself (it would be replaced). Give "
                         "another name with -o.");
    }
    return {command.output, command.force ? sim::Overwrite::yes : sim::Overwrite::no};
}

/// Say what was written, where that does not stand on standard output itself.
void report(ExportCommand const& command, std::string const& what) {
    if (command.output != "-") fmt::print("{}: {}\n", command.output, what);
}

/// An option that only one format has.
void check_option(ExportCommand const& command, bool is_given, char const* option,
                  std::string_view format) {
    sim::require(!is_given || command.format == format,
                 fmt::format("{}: is for --format {} only (the format is {}). Leave it out.",
                             option, format, command.format));
}

void check(ExportCommand const& command) {
    check_option(command, command.codes.has_value(), "--codes", "acled");
    check_option(command, command.dataset.has_value(), "--dataset", "csv");
    check_option(command, command.unit.has_value(), "--unit", "views");
    check_option(command, command.outcomes.has_value(), "--outcomes", "views");
    check_option(command, command.country.has_value(), "--country-id", "views");
    if (command.files.size() > 1 && command.format != "views") {
        throw sim::InputError(
            fmt::format("{}: is a second result file (--format {} takes one; several are the draws "
                        "of --format views). Export them one by one.",
                        command.files[1], command.format));
    }
    sim::require(command.format != "csv" || command.dataset.has_value(),
                 "--dataset: is missing (--format csv writes one dataset or group). Name one; "
                 "`azalai info` lists them.");
    sim::require(!command.country || command.unit == "country",
                 "--country-id: is for --unit country only. Leave it out.");
}

void export_acled(ExportCommand const& command) {
    auto const events = read_acled_reports(open(command.files[0]));
    auto const codes = command.codes == "number" ? AcledCodes::number : AcledCodes::text;
    auto output = open_output(command);
    write_acled(events, codes, [&](std::string_view text) { output.write(text); });
    output.finish();
    report(command, fmt::format("{} events", events.size()));
}

void export_ucdp(ExportCommand const& command) {
    auto const events = read_ucdp_reports(open(command.files[0]));
    auto output = open_output(command);
    write_ucdp(events, [&](std::string_view text) { output.write(text); });
    output.finish();
    report(command, fmt::format("{} events", events.size()));
}

void export_dataset(ExportCommand const& command) {
    auto const reader = open(command.files[0]);
    auto output = open_output(command);
    auto const left_out =
        write_dataset(reader, *command.dataset, [&](std::string_view text) { output.write(text); });
    output.finish();
    for (auto const& path : left_out) {
        fmt::print(stderr, "azalai: {} is left out, it has no such rows; export it by itself\n",
                   path);
    }
    report(command, *command.dataset);
}

std::vector<ViewsOutcome> requested_outcomes(ExportCommand const& command) {
    if (!command.outcomes) {
        return {ViewsOutcome::ged_sb, ViewsOutcome::ged_ns, ViewsOutcome::ged_os};
    }
    std::vector<ViewsOutcome> outcomes;
    for (auto const& name : *command.outcomes) {
        auto const& names = views_outcome_names;
        auto const found = std::find(names.begin(), names.end(), name);
        auto const outcome = static_cast<ViewsOutcome>(found - names.begin());
        sim::require(std::find(outcomes.begin(), outcomes.end(), outcome) == outcomes.end(),
                     "--outcomes: " + name + " is there twice. Leave one out.");
        outcomes.push_back(outcome);
    }
    return outcomes;
}

ViewsFrame frame_of(ExportCommand const& command, sim::ResultReader const& reader) {
    constexpr std::int32_t mali = 432;  // Gleditsch and Ward's number, as UCDP has it
    if (command.unit == "country") return country_frame(reader, command.country.value_or(mali));
    return priogrid_frame(reader);
}

ViewsDraw read_draw(sim::ResultReader const& reader, ViewsFrame const& frame,
                    std::vector<ViewsOutcome> const& outcomes) {
    std::vector<UcdpEvent> ucdp;
    std::vector<AcledEvent> acled;
    bool const needs_acled =
        std::find(outcomes.begin(), outcomes.end(), ViewsOutcome::acled_deaths) != outcomes.end();
    if (needs_acled) acled = read_acled_reports(reader);
    if (!needs_acled || outcomes.size() > 1) ucdp = read_ucdp_reports(reader);
    auto draw = count_views(frame, outcomes, ucdp, acled);
    if (draw.events_outside > 0) {
        fmt::print(stderr,
                   "azalai: {}: {} events with {} deaths lie outside the table's places or months "
                   "and are not in it\n",
                   reader.path(), draw.events_outside, draw.deaths_outside);
    }
    return draw;
}

void export_views(ExportCommand const& command) {
    auto const outcomes = requested_outcomes(command);
    std::vector<ViewsDraw> draws;
    std::optional<ViewsFrame> frame;
    for (auto const& file : command.files) {
        auto const reader = open(file);
        auto const here = frame_of(command, reader);
        if (!frame) frame = here;
        sim::require(here == *frame, file + ": covers other months or places than " +
                                         command.files[0] +
                                         ". Give runs of one scenario and period.");
        draws.push_back(read_draw(reader, *frame, outcomes));
    }
    auto output = open_output(command);
    write_views(*frame, outcomes, draws, [&](std::string_view text) { output.write(text); });
    output.finish();
    report(command, fmt::format("{} months, {} places, {} draws", frame->months(),
                                frame->units.size(), draws.size()));
}

void export_results(ExportCommand const& command) {
    check(command);
    if (command.format == "acled") export_acled(command);
    if (command.format == "ucdp") export_ucdp(command);
    if (command.format == "views") export_views(command);
    if (command.format == "csv") export_dataset(command);
}

std::vector<std::string> words(auto const& names) {
    return {names.begin(), names.end()};
}

constexpr char const* example =
    "Example:\n"
    "  azalai export out/mali-2012-2016.h5 --format acled -o mali.csv\n"
    "  azalai export out/run-*.h5 --format views --unit country -o draws.csv\n"
    "  azalai export out/mali-2012-2016.h5 --format csv --dataset /totals/deaths -o -";

}  // namespace

void add_export_command(CLI::App& app) {
    auto command = std::make_shared<ExportCommand>();
    auto* sub = app.add_subcommand("export",
                                   "Write results in the formats of ACLED, UCDP or VIEWS, "
                                   "or as CSV");
    sub->footer(example);
    sub->add_option("files", command->files, "Result file; with --format views one for each draw")
        ->required();
    sub->add_option("--format", command->format, "acled, ucdp, views, or csv (any dataset)")
        ->required()
        ->check(CLI::IsMember({"acled", "ucdp", "views", "csv"}));
    sub->add_option("-o,--output", command->output, "CSV file to write; - is standard output")
        ->required();
    sub->add_option("--codes", command->codes, "acled: inter codes as text (default) or number")
        ->check(CLI::IsMember({"text", "number"}));
    sub->add_option("--dataset", command->dataset,
                    "csv: a dataset, such as /totals/deaths, or a "
                    "group, such as /events");
    sub->add_option("--unit", command->unit, "views: rows by priogrid cell (default) or country")
        ->check(CLI::IsMember(words(views_unit_names)));
    sub->add_option("--country-id", command->country,
                    "views: number of the country in the table; 432, UCDP's for Mali, by default");
    sub->add_option("--outcomes", command->outcomes,
                    "views: what to count, of ged_sb,ged_ns,ged_os (default) and acled_deaths")
        ->delimiter(',')
        ->type_size(1)
        ->allow_extra_args(false)
        ->check(CLI::IsMember(words(views_outcome_names)));
    sub->add_flag("--force", command->force, "Replace the CSV file if it exists");
    sub->callback([command] { export_results(*command); });
}

}  // namespace models
