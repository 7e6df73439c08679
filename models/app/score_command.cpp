#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "models/app/commands.hpp"
#include "models/app/score_report.hpp"
#include "models/app/score_runs.hpp"
#include "sim/base/check.hpp"
#include "sim/io/part_file.hpp"

namespace models {

namespace {

struct ScoreCommand {
    std::vector<std::string> files;
    std::string events;
    std::string format;
    std::string by = "cercle";
    std::string outcome = "deaths";
    std::string type = "all";
    std::string from, to, restart;
    std::string output;
    bool json = false;
    bool force = false;
};

// CLI11 has checked that the word is among them.
template <class Value, std::size_t size>
Value value_of(std::array<std::string_view, size> const& names, std::string const& word) {
    return static_cast<Value>(std::ranges::find(names, word) - names.begin());
}

template <std::size_t size>
CLI::IsMember one_of(std::array<std::string_view, size> const& names) {
    return CLI::IsMember{std::vector<std::string>{names.begin(), names.end()}};
}

std::optional<std::int32_t> month_of(char const* option, std::string const& text) {
    if (text.empty()) return std::nullopt;
    auto const month = parse_month(text);
    sim::require(month.has_value(),
                 fmt::format("{} {} (must be a month YYYY-MM). Correct it.", option, text));
    return month;
}

ScoreRequest request_of(ScoreCommand const& command) {
    ScoreRequest request{.events = command.events,
                         .by = value_of<UnitKind>(unit_kind_names, command.by),
                         .outcome = value_of<Outcome>(outcome_names, command.outcome),
                         .type = command.type};
    request.files.assign(command.files.begin(), command.files.end());
    if (!command.format.empty()) {
        request.format = value_of<EventFormat>(event_format_names, command.format);
    }
    request.period.from = month_of("--from", command.from);
    request.period.to = month_of("--to", command.to);
    if (!command.restart.empty()) {
        request.period.restart = sim::parse_date(command.restart);
        sim::require(
            request.period.restart.has_value(),
            fmt::format("--restart {} (must be a day YYYY-MM-DD). Correct it.", command.restart));
    }
    return request;
}

void score(ScoreCommand const& command) {
    auto const request = request_of(command);
    std::optional<sim::PartFile> file;
    if (!command.output.empty()) {
        file.emplace(command.output, command.force ? sim::Overwrite::yes : sim::Overwrite::no);
    }
    auto const outcome = score_runs(request);
    if (file) {
        std::ofstream{file->part(), std::ios::binary} << score_csv(request, outcome);
        file->publish();
    }
    fmt::print("{}", command.json ? score_json(request, outcome) : score_text(request, outcome));
}

constexpr char const* example =
    "Each FILE is one draw. Scores are defined in models/scoring/README.md.\n"
    "Example:\n"
    "  azalai score out/mali-*.h5 --events acled-mali.csv --by cercle --from 2013-01";

}  // namespace

void add_score_command(CLI::App& app) {
    auto command = std::make_shared<ScoreCommand>();
    auto* sub = app.add_subcommand("score", "Score result files against observed events");
    sub->footer(example);
    sub->add_option("files", command->files, "Result files of one map, each a draw")->required();
    sub->add_option("--events", command->events, "Observed events (CSV of ACLED or UCDP)")
        ->required();
    sub->add_option("--format", command->format,
                    "Whose events: acled or ucdp; else told by columns")
        ->check(one_of(event_format_names));
    sub->add_option("--by", command->by, "Unit: region, cercle or priogrid")
        ->check(one_of(unit_kind_names))
        ->capture_default_str();
    sub->add_option("--outcome", command->outcome, "What is counted: deaths or events")
        ->check(one_of(outcome_names))
        ->capture_default_str();
    sub->add_option(
           "--type", command->type,
           "all; each; of ACLED battles, explosions or violence_against_civilians; of UCDP "
           "state_based, non_state or one_sided")
        ->capture_default_str();
    sub->add_option("--from", command->from, "First month scored, YYYY-MM");
    sub->add_option("--to", command->to, "Last month scored, YYYY-MM");
    sub->add_option("--restart", command->restart,
                    "Day up to which observations re-initialised the runs, YYYY-MM-DD; else as the "
                    "files say");
    sub->add_flag("--json", command->json, "Print the scores as JSON");
    sub->add_option("-o,--output", command->output,
                    "Write the scores of all and single months, CSV");
    sub->add_flag("--force", command->force, "Replace the output file if it exists");
    sub->callback([command] { score(*command); });
}

}  // namespace models
