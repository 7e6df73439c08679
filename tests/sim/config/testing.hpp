#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "sim/base/check.hpp"

/// \file tests/sim/config/testing.hpp
/// What the tests of sim/config share.

namespace sim::testing {

/// The message of the InputError that \p action throws, or a text that no test expects.
template <class Action>
std::string message_of(Action const& action) {
    try {
        static_cast<void>(action());
    } catch (InputError const& error) {
        return error.what();
    }
    return "no error";
}

/// A folder that is empty at first and gone at the end. Messages name files by path, so tests put
/// path("x.toml") into what they expect.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "azalai-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw IoError("no temporary folder: " + pattern);
        root_ = pattern;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(root_); }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    [[nodiscard]] std::string path(std::string_view name) const { return (root_ / name).string(); }

    /// Write a file, making its folder. \return Its path.
    std::string write(std::string_view name, std::string_view text) const {
        std::filesystem::create_directories((root_ / name).parent_path());
        std::ofstream{root_ / name, std::ios::binary} << text;
        return path(name);
    }

  private:
    std::filesystem::path root_;
};

}  // namespace sim::testing
