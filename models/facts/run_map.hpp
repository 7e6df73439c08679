#pragma once

#include <string>
#include <vector>

#include "models/facts/fact_context.hpp"
#include "models/observed/acled_event.hpp"
#include "sim/io/result_reader.hpp"

/// \file models/facts/run_map.hpp
/// When and where a run took place, from its result file.

namespace models {

/// Period of a run and the map of its country.
struct RunMap {
    std::string country;           ///< Name of the simulated country.
    FactContext context;           ///< Its names in the order of the file, its cells ascending.
    std::vector<double> lat, lon;  ///< Of the centres of the map's cells, ascending.
    std::vector<std::int16_t> region_of;  ///< Row in context.regions; -1: none; shape (lat, lon).
    std::vector<std::int16_t> unit_of;    ///< Row in context.units; -1: none; shape (lat, lon).

    /// Row of the map's cell that holds a point; nothing off the map.
    [[nodiscard]] std::optional<std::size_t> cell_at(sim::GeoPoint at) const noexcept;
};

/// Read the map and the period. \throws InputError if the run is not finished, or recorded no
/// cells.
[[nodiscard]] RunMap read_run_map(sim::ResultReader const& reader);

/// The events of a list that the facts of a run are about: political violence inside its period, in
/// its country by name (if the event has one) and in half-degree cells of it. Where the run does
/// not know the name of a unit or region, the name on its map at that point takes its place, so
/// that Tombouctou is Timbuktu.
[[nodiscard]] std::vector<ObservedEvent> events_inside(std::vector<AcledEvent> const& events,
                                                       RunMap const& map);

}  // namespace models
