#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/observed_past/observed_past.hpp"
#include "models/scenario/scenario.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/scenario/observed_table.hpp
/// The section `observed`: violence given up to a day by a file of ACLED's or UCDP's.

namespace models {

/// Read `events` (the file), `until` (the last observed day), and what may be left out: `format`,
/// `aliases` (a table `name,actor,note_source` of further names of actors) and `reach_km`.
///
/// \param scenario  Its days, map, actors and state actor; every file read is noted in it.
/// \return With the reason for every event that does not enter.
/// \throws InputError with file, line and key or column if something is wrong, the day is not one
///         of the scenario's, or no event enters.
[[nodiscard]] std::shared_ptr<ObservedPast const> read_observed_past(sim::TomlTable const& section,
                                                                     Scenario& scenario);

/// What enters and what does not, in one line.
[[nodiscard]] std::string describe(ObservedPast const& past);

}  // namespace models
