#pragma once

#include "models/scenario/scenario.hpp"
#include "sim/config/toml_file.hpp"

/// \file models/scenario/world_params.hpp
/// Reads the section `world`.

namespace models {

/// What every scenario says of people and their memory: household_size_mean, threat_memory_days
/// and takeover_memory_days. \throws InputError with file, line and key.
[[nodiscard]] WorldParams read_people_params(sim::TomlTable const& section);

/// Everything but the paths and the state actor. \throws InputError with file, line and key.
[[nodiscard]] WorldParams read_world_params(sim::TomlTable const& section);

}  // namespace models
