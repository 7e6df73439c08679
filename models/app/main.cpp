#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>

#include "models/app/commands.hpp"
#include "models/app/exit_code.hpp"
#include "models/app/keep_memory.hpp"
#include "sim/base/check.hpp"
#include "sim/io/version.hpp"

/// \file models/app/main.cpp
/// The program `azalai`.

namespace {

// An argument as a shell would take it.
std::string quoted(std::string const& argument) {
    constexpr char const* special = " \t\n\"'\\$`*?[]{}()<>|&;#~!";
    if (!argument.empty() && argument.find_first_of(special) == std::string::npos) return argument;
    std::string text = "'";
    for (char const c : argument) text += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return text + "'";
}

std::string command_line(int argc, char** argv) {
    std::string line = "azalai";
    for (int i = 1; i < argc; ++i) line += " " + quoted(argv[i]);
    return line;
}

std::string version_text() {
    auto const build = sim::build_version();
    return fmt::format("azalai {} ({}), {}, {}", build.version, build.commit, build.compiler,
                       build.type);
}

int run_program(int argc, char** argv) {
    CLI::App app{"Azalai simulates armed conflict and displacement, day by day, from a scenario."};
    app.footer(
        "Help on a command: azalai COMMAND --help\n"
        "Exit codes: 0 ok, 2 wrong input, 70 an error of ours, 74 a file, disk or memory, "
        "75 interrupted");
    app.set_version_flag("--version", version_text());
    app.require_subcommand(1);
    int exit_code = models::exit_ok;
    models::add_run_command(app, command_line(argc, argv), exit_code);
    models::add_check_command(app);
    models::add_sweep_command(app, command_line(argc, argv), exit_code);
    models::add_join_command(app, command_line(argc, argv), exit_code);
    models::add_calibrate_command(app, exit_code);
    models::add_flee_command(app, command_line(argc, argv));
    models::add_info_command(app);
    models::add_export_command(app);
    models::add_score_command(app);
    models::add_validate_command(app);
    models::add_report_command(app, exit_code);
    models::add_view_command(app);
    models::add_describe_command(app);
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        return app.exit(error) == 0 ? models::exit_ok : models::exit_input;
    }
    return exit_code;
}

// A message without its middle if it is so long that it quotes a whole file.
std::string shortened(std::string const& message) {
    constexpr std::size_t longest = 4000;
    constexpr std::size_t end = 1000;
    if (message.size() <= longest) return message;
    auto head = longest - end;
    auto tail = message.size() - end;
    auto const splits = [&](std::size_t at) { return (message[at] & '\xC0') == '\x80'; };
    while (splits(head)) --head;  // between two characters of UTF-8
    while (tail < message.size() && splits(tail)) ++tail;
    return message.substr(0, head) + " ... " + message.substr(tail);
}

void complain(std::string const& message) {
    fmt::print(stderr, "azalai: {}\n", shortened(message));
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGXFSZ,
                SIG_IGN);  // a file over the limit is then an error of writing, with a name
    models::keep_memory();
    try {
        return run_program(argc, argv);
    } catch (sim::InputError const& error) {
        complain(error.what());
        return models::exit_input;
    } catch (sim::IoError const& error) {
        // HDF5 may crash when it closes, at exit, a file that it could not write.
        complain(error.what());
        std::_Exit(models::exit_io);
    } catch (std::bad_alloc const&) {
        complain("there is not enough memory. Give it more, or smaller files to read.");
        return models::exit_io;
    } catch (std::exception const& error) {
        complain(fmt::format("internal error, please report it: {}", error.what()));
        return models::exit_internal;
    }
}
