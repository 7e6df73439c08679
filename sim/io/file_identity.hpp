#pragma once

#include <string>

/// \file sim/io/file_identity.hpp
/// What kind of file it is, and which version of that kind.

namespace sim {

/// Kind and version of a file. A program reads its own major version and older ones.
struct FileIdentity {
    std::string type = {};  ///< For example "azalai-result".
    int major = 1;          ///< Grows when an older reader would misread the file.
    int minor = 0;          ///< Grows when something is added.
};

}  // namespace sim
