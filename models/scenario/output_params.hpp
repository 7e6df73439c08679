#pragma once

#include <cstdint>

#include "sim/config/toml_table.hpp"

/// \file models/scenario/output_params.hpp
/// What a run records, and how often.

namespace models {

/// What is recorded besides the daily national totals. 0 means never.
struct OutputParams {
    std::uint32_t cells_every_days = 0;   ///< Fields over the cells [d].
    std::uint32_t places_every_days = 0;  ///< Holders and people away from home by place [d].
    std::uint32_t units_every_days = 0;   ///< Where every unit is [d].
    std::uint32_t actors_every_days = 0;  ///< Fighters, cohesion and control of every actor [d].
    bool events = false;                  ///< Every violent event.
    bool reports = false;                 ///< What observers wrote down of them.
    bool agreements = false;              ///< Every agreement and what became of it.
};

/// Read the section `[output]`; what it leaves out is off.
/// \throws InputError with file, line and key.
[[nodiscard]] OutputParams read_output_params(sim::TomlTable const& table);

}  // namespace models
