#pragma once

#include "sim/config/toml_table.hpp"

/// \file models/timeline/timeline_params.hpp
/// What the rows of a timeline leave open.

namespace models {

/// Parameters of the timeline. Checked against the stated ranges when the scenario is read.
struct TimelineParams {
    /// Time in which a loss of cohesion heals to exp(-1) of itself [day], > 0. Our assumption T1.
    double cohesion_recovery_days = 0.0;
    /// Share of an actor's fighters that one offensive draws to its goal, 0 to below 1. Our
    /// assumption T2.
    double offensive_share = 0.0;
    /// Whether ceasefires end when history says so. If true, set the agreements' collapse rates to
    /// 0, or they may also end on other days.
    bool scripted_collapse = false;
};

/// Read the section `[timeline]`; every key must be there. The caller finishes the table.
/// \throws InputError with file, line and key.
[[nodiscard]] TimelineParams read_timeline_params(sim::TomlTable const& table);

}  // namespace models
