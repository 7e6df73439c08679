#pragma once

#include "sim/io/file_identity.hpp"

/// \file models/recorders/result_format.hpp
/// Which result files this program writes and reads. Its datasets: sim/io/FORMAT.md.

namespace models {

/// Type and version of the result file of one run.
inline constexpr char const* result_file_type = "azalai-result";

/// \return Type and version that every writer and reader of this program uses.
[[nodiscard]] inline sim::FileIdentity result_identity() {
    return {.type = result_file_type, .major = 1, .minor = 3};
}

}  // namespace models
