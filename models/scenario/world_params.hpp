#pragma once

#include <array>
#include <string_view>

#include "models/scenario/scenario.hpp"
#include "sim/config/toml_file.hpp"

/// \file models/scenario/world_params.hpp
/// Reads the section `world`.

namespace models {

/// Keys of the section that say how long something is remembered; no table depends on them.
inline constexpr std::array<std::string_view, 5> memory_keys{
    "threat_memory_days", "takeover_memory_days", "momentum_memory_days", "grievance_memory_days",
    "revenge_memory_days"};

/// What every scenario says of people and their memory: household_size_mean, threat_memory_days
/// and takeover_memory_days. \throws InputError with file, line and key.
[[nodiscard]] WorldParams read_people_params(sim::TomlTable const& section);

/// Everything but the paths and the state actor. \throws InputError with file, line and key.
[[nodiscard]] WorldParams read_world_params(sim::TomlTable const& section);

}  // namespace models
