#include "models/app/python.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <optional>
#include <system_error>
#include <vector>

#include "models/app/exit_code.hpp"
#include "sim/base/check.hpp"

namespace models {

namespace {

namespace fs = std::filesystem;

// Ends with 0 if Python is new enough and finds every package; loads none of them.
constexpr char const* probe =
    "import sys, importlib.util as u\n"
    "names = 'azalai numpy scipy pandas xarray h5py matplotlib'.split()\n"
    "sys.exit(sys.version_info < (3, 11) or any(u.find_spec(name) is None for name in names))\n";

fs::path own_file() {
    std::error_code failed;
    auto path = fs::read_symlink("/proc/self/exe", failed);
    return failed ? fs::path{} : path;
}

/// The environment of this process, with two variables replaced.
std::vector<std::string> child_environment() {
    std::vector<std::string> variables;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        std::string const variable{*entry};
        if (!variable.starts_with("PYTHONPATH=") && !variable.starts_with("AZALAI=")) {
            variables.push_back(variable);
        }
    }
    auto const program = own_file();
    if (!program.empty()) variables.push_back("AZALAI=" + program.string());
    std::string search = python_package_folder(program).string();
    if (char const* const given = std::getenv("PYTHONPATH"); given != nullptr && *given != '\0') {
        search += (search.empty() ? "" : ":") + std::string{given};
    }
    if (!search.empty()) variables.push_back("PYTHONPATH=" + search);
    return variables;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> found;
    for (auto& text : texts) found.push_back(text.data());
    found.push_back(nullptr);
    return found;
}

/// \return The exit code; nothing if the program could not be started.
std::optional<int> run(std::vector<std::string> command, fs::path const& output, bool with_errors) {
    auto environment = child_environment();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), O_WRONLY, 0);
    if (!with_errors) {
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }
    pid_t child = 0;
    auto argv = pointers(command);
    int const failed = ::posix_spawnp(&child, command.front().c_str(), &actions, nullptr,
                                      argv.data(), pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) return std::nullopt;
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return std::nullopt;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : exit_internal;
}

std::string find_python() {
    std::vector<std::string> candidates{"/usr/bin/python3", "python3"};
    char const* const chosen = std::getenv("AZALAI_PYTHON");
    if (chosen != nullptr && *chosen != '\0') candidates = {chosen};
    std::string looked_at;
    for (auto const& candidate : candidates) {
        // -P: what lies in the working folder is not loaded in place of a package.
        if (run({candidate, "-P", "-c", probe}, "/dev/null", false) == 0) return candidate;
        looked_at += (looked_at.empty() ? "" : ", ") + candidate;
    }
    throw sim::IoError(
        "Python: " + looked_at +
        " (none is 3.11 or newer and has azalai, numpy, scipy, pandas, xarray, h5py and "
        "matplotlib). Run scripts/setup test, or install them as Debian's python3-numpy "
        "python3-scipy python3-pandas python3-xarray python3-h5py python3-matplotlib and azalai "
        "with pip from the project's folder, or set AZALAI_PYTHON to a Python that has them.");
}

}  // namespace

fs::path python_package_folder(fs::path const& program) {
    auto const folder = program.parent_path();
    for (auto const* place : {"../../analysis", "../share/azalai/python"}) {
        auto const found = (folder / place).lexically_normal();
        std::error_code ignored;
        if (fs::is_regular_file(found / "azalai" / "__init__.py", ignored)) return found;
    }
    return {};
}

int run_python_module(std::string const& module, std::span<std::string const> arguments,
                      fs::path const& output) {
    std::vector<std::string> command{find_python(), "-P", "-m", module};
    command.insert(command.end(), arguments.begin(), arguments.end());
    auto const ended = run(command, output, true);
    if (!ended) {
        throw sim::IoError(command.front() + ": cannot be started. Run the command again.");
    }
    return *ended;
}

}  // namespace models
