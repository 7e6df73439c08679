#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "models/app/commands.hpp"
#include "sim/io/version.hpp"

namespace models {

namespace {

using Json = nlohmann::ordered_json;

// All names of an option as they are typed, short ones first; none for a positional argument.
Json names(CLI::Option const& option) {
    Json all = Json::array();
    for (auto const& name : option.get_snames()) all.push_back("-" + name);
    for (auto const& name : option.get_lnames()) all.push_back("--" + name);
    return all;
}

Json describe(CLI::Option const& option) {
    auto const takes_value = option.get_items_expected_max() > 0;
    return {{"names", names(option)},
            {"positional", option.get_positional() ? option.get_name(true) : ""},
            {"type", takes_value ? option.get_type_name() : ""},
            {"default", option.get_default_str()},
            {"is_required", option.get_required()},
            {"is_repeatable", option.get_items_expected_max() > 1},
            {"description", option.get_description()}};
}

Json describe(CLI::App const& app) {
    Json options = Json::array();
    for (auto const* option : app.get_options()) options.push_back(describe(*option));
    Json commands = Json::array();
    for (auto const* command : app.get_subcommands([](CLI::App const* one) {
             return !one->get_group().empty();  // the hidden ones have none
         })) {
        commands.push_back(describe(*command));
    }
    return {{"name", app.get_name()},
            {"description", app.get_description()},
            {"footer", app.get_footer()},
            {"options", options},
            {"commands", commands}};
}

}  // namespace

void add_describe_command(CLI::App& app) {
    auto* sub = app.add_subcommand("describe-commands",
                                   "Print all commands and their options as JSON, from which "
                                   "manual pages and completions are made");
    sub->group("");
    sub->callback([&app] {
        auto all = describe(app);
        all["name"] = "azalai";
        all["version"] = sim::build_version().version;
        fmt::print("{}\n", all.dump(2));
    });
}

}  // namespace models
