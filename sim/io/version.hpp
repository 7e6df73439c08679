#pragma once

#include <string>

/// \file sim/io/version.hpp
/// What this build is.

namespace sim {

/// The program's version and how it was built.
struct BuildVersion {
    std::string version;   ///< As CMakeLists.txt says.
    std::string commit;    ///< `git describe --always --dirty`, or "unknown" outside git.
    std::string compiler;  ///< Name and version.
    std::string flags;     ///< Options that change the code.
    std::string type;      ///< CMake build type.
};

[[nodiscard]] BuildVersion build_version();

}  // namespace sim
