#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>

#include <CLI/CLI.hpp>
#include <array>
#include <csignal>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "models/app/commands.hpp"
#include "models/app/text_output.hpp"
#include "models/app/viewer_page.hpp"
#include "models/app/viewer_server.hpp"
#include "models/ensemble/ensemble_schema.hpp"
#include "models/recorders/result_format.hpp"
#include "sim/base/check.hpp"
#include "sim/io/result_reader.hpp"

namespace models {

namespace {

struct ViewCommand {
    std::vector<std::string> files;
    std::string page;
    int port = 0;
    bool no_browser = false;
    bool force = false;
};

// A complete result of a run or of a sweep, or an error that says what the file is instead.
void check_file(std::string const& file) {
    std::string complaint;
    for (auto const& identity : {result_identity(), ensemble_identity()}) {
        try {
            sim::ResultReader const reader{file, identity};
            sim::require(reader.is_complete(),
                         file +
                             ": is what a stopped run left behind, not a complete result. Finish "
                             "the run with azalai run --resume.");
            return;
        } catch (sim::InputError const& error) {
            if (complaint.empty()) complaint = error.what();
        }
    }
    throw sim::InputError(complaint);
}

// Where there is no browser, the address that was printed is all there is.
void open_browser(std::string const& address) {
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    for (int const stream : {0, 1, 2}) {
        ::posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
    }
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    sigset_t none;
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigmask(&attributes, &none);  // ours blocks Ctrl-C
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    std::string program = "xdg-open";
    std::string argument = address;
    std::array<char*, 3> arguments{program.data(), argument.data(), nullptr};
    pid_t child = 0;
    ::posix_spawnp(&child, program.c_str(), &actions, &attributes, arguments.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
}

void export_page(ViewCommand const& command, std::string const& page,
                 std::vector<std::filesystem::path> const& files) {
    auto const text = page_with_files(page, files);
    TextOutput output{command.page, command.force ? sim::Overwrite::yes : sim::Overwrite::no};
    output.write(text);
    output.finish();
    if (command.page != "-") {
        fmt::print("{}: one page with the results in it; open it in a browser\n", command.page);
    }
}

void serve(ViewCommand const& command, std::string const& page,
           std::vector<std::filesystem::path> const& files) {
    block_stop_signals();
    ViewerServer server{page_that_fetches(page, files), files, command.port};
    fmt::print("{}\nOnly this computer can open it. Stop with Ctrl-C.\n", server.address());
    std::fflush(stdout);
    if (!command.no_browser) open_browser(server.address());
    server.run_until_signal();
}

void view(ViewCommand const& command) {
    for (auto const& file : command.files) check_file(file);
    std::vector<std::filesystem::path> const files{command.files.begin(), command.files.end()};
    auto const page = read_viewer_page(find_viewer_page());
    if (command.page.empty()) {
        serve(command, page, files);
    } else {
        export_page(command, page, files);
    }
}

constexpr char const* example =
    "Examples:\n"
    "  azalai view out/mali-2012-2016.h5\n"
    "  azalai view out/mali-2012-2016.h5 out/no-serval.h5\n"
    "  azalai view out/mali-2012-2016.h5 --export mali.html";

}  // namespace

void add_view_command(CLI::App& app) {
    auto command = std::make_shared<ViewCommand>();
    auto* sub = app.add_subcommand("view", "Show results in the browser: map, series, events");
    sub->footer(example);
    sub->add_option("files", command->files, "A result of a run or a sweep, or two to compare")
        ->required()
        ->expected(1, 2);
    auto* page = sub->add_option("--export", command->page,
                                 "Write one page with the results in it instead (up to 20 MB)");
    sub->add_flag("--force", command->force, "Replace the page if it is there")->needs(page);
    sub->add_option("--port", command->port, "Port on 127.0.0.1; 0: any that is free")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str()
        ->excludes(page);
    sub->add_flag("--no-browser", command->no_browser, "Print the address; open no browser")
        ->excludes(page);
    sub->callback([command] { view(*command); });
}

}  // namespace models
