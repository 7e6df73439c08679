#pragma once

#include <string>
#include <vector>

#include "models/facts/fact_context.hpp"
#include "models/observed/acled_event.hpp"
#include "models/observed/result_map.hpp"
#include "sim/io/result_reader.hpp"

/// \file models/facts/run_map.hpp
/// When and where a run took place, from its result file.

namespace models {

/// What a run's events are set against.
struct RunMap {
    ResultMap map;
    FactContext context;  ///< The names of the map, its PRIO-GRID cells ascending, and the period.
};

/// Read the map and the period. \throws InputError if the run is not finished, or recorded no
/// cells.
[[nodiscard]] RunMap read_run_map(sim::ResultReader const& reader);

/// The events of a list that the facts of a run are about: political violence inside its period, in
/// its country by name (if the event has one) and in half-degree cells of it. Where the run does
/// not know the name of a unit or region, the name on its map at that point takes its place, so
/// that Tombouctou is Timbuktu.
[[nodiscard]] std::vector<ObservedEvent> events_inside(std::vector<AcledEvent> const& events,
                                                       RunMap const& run);

}  // namespace models
