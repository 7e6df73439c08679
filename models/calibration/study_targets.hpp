#pragma once

#include "models/calibration/study_file.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/calibration/study_targets.hpp
/// Reads the section [targets] of a study.

namespace models {

/// \throws InputError with file, line and key.
[[nodiscard]] TargetOptions read_target_options(sim::TomlTable const& root);

}  // namespace models
