#pragma once

#include <string>
#include <vector>

#include "models/forces/force_schedule.hpp"
#include "models/scenario/names.hpp"
#include "models/timeline/timeline.hpp"
#include "models/world/geography.hpp"
#include "sim/base/calendar.hpp"
#include "sim/config/toml_table.hpp"

/// \file models/scenario/edits.hpp
/// Interventions: edits of history, written as `[[edit]]` in a scenario. README.md lists them.

namespace models {

/// The history of a scenario, as the tables have it and the edits change it.
struct History {
    sim::Date first_day;             ///< Day 0.
    sim::Date last_day;              ///< The last simulated day.
    HistoryNames names;              ///< What rows and edits refer to.
    Timeline timeline;               ///< Ordered by date.
    ForceSchedule forces;            ///< Ordered by date, then actor.
    std::vector<Closure> closures;   ///< Routes closed for a time.
    std::vector<double> restraint;   ///< Of each actor, as the table has it; shape (actors).
    Geography const* map = nullptr;  ///< The map, for borders; outlives the edits.
};

/// Apply edits in their order, each to what the ones before it left.
///
/// \return What each edit changed, in plain words; one line for each.
/// \throws InputError with file, line and key if an action or key is unknown, a value is wrong, an
///         edit matches no row (naming the nearest id), or a changed row makes no sense. History is
///         then half edited.
[[nodiscard]] std::vector<std::string> apply_edits(std::vector<sim::TomlTable> const& edits,
                                                   History& history);

}  // namespace models
