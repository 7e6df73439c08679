#pragma once

#include <stdlib.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

/// \file tests/fuzz/scratch_folder.hpp
/// A folder of the process's own, in memory where the system has such, gone when it ends.

namespace fuzz {

namespace fs = std::filesystem;

class ScratchFolder {
  public:
    ScratchFolder() {
        bool const has_memory = fs::is_directory("/dev/shm");
        std::string name =
            (has_memory ? fs::path{"/dev/shm"} : fs::temp_directory_path()) / "azalai-fuzz-XXXXXX";
        if (::mkdtemp(name.data()) == nullptr) std::abort();
        path_ = name;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    ScratchFolder(ScratchFolder const&) = delete;
    ScratchFolder& operator=(ScratchFolder const&) = delete;

    [[nodiscard]] fs::path operator/(std::string const& name) const { return path_ / name; }
    [[nodiscard]] fs::path const& path() const noexcept { return path_; }

    /// Files and folders in it, at any depth.
    [[nodiscard]] std::ptrdiff_t entries() const {
        return std::distance(fs::recursive_directory_iterator{path_},
                             fs::recursive_directory_iterator{});
    }

  private:
    fs::path path_;
};

inline void write(fs::path const& path, std::uint8_t const* bytes, std::size_t size) {
    std::ofstream file{path, std::ios::binary | std::ios::trunc};
    file.write(reinterpret_cast<char const*>(bytes), static_cast<std::streamsize>(size));
}

inline std::string content(fs::path const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace fuzz
