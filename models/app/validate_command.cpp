#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "models/app/commands.hpp"
#include "models/app/validation.hpp"
#include "models/app/validation_json.hpp"
#include "models/app/validation_text.hpp"

namespace models {

namespace {

struct ValidateCommand {
    ValidationInput input;
    bool json = false;
};

constexpr char const* example =
    "Example:\n"
    "  azalai validate out/seeds/*.h5 --events acled.csv\n"
    "\n"
    "in: the median of the runs lies in the documented range; part: only their 90 % interval "
    "touches it.\n"
    "Scores and facts: models/facts/README.md. The answer is no judgement: the exit code is 0.";

}  // namespace

void add_validate_command(CLI::App& app) {
    auto command = std::make_shared<ValidateCommand>();
    auto* sub = app.add_subcommand(
        "validate", "Compare runs with documented figures, stylised facts and your data");
    sub->footer(example);
    sub->add_option("files", command->input.files, "Result files of one scenario")->required();
    sub->add_option("--facts", command->input.facts,
                    "Table of stylised facts (CSV) [that of the scenario]")
        ->take_last();
    sub->add_option("--events", command->input.events, "ACLED data to compute the same facts of")
        ->take_last();
    sub->add_flag("--json", command->json, "Print it as JSON");
    sub->callback([command] {
        auto const validation = validate(command->input);
        fmt::print(
            "{}", command->json ? validation_json(validation) + "\n" : validation_text(validation));
    });
}

}  // namespace models
